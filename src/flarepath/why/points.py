"""How the pain of a moment splits into baseline, triggers and the unexplained, in points."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import quantiles

from flarepath.course import Episode, Outcome, baseline_before, checkins
from flarepath.diary import Diary
from flarepath.why.answer import Share


def points(diary: Diary, outcome: Outcome, flare: Episode | None, *, at: datetime) -> tuple[Share, ...]:
    """The parts of the latest check-in; they sum to it exactly.

    The baseline's interval is the middle half of the seven days before; what is left over carries the same doubt.

    Args:
        diary: entries up to `at`.
        outcome: what is followed.
        flare: the flare-up that lasts, or None.
        at: the moment asked about.
    """
    series = checkins(diary, outcome)
    if not series or series[-1].time > at:
        return ()
    now = series[-1]
    start = flare.onset if flare else now.time
    usual = flare.baseline if flare else baseline_before(series, now.time).points
    week = [c.points for c in series if start - timedelta(days=7) <= c.time < start]
    low, high = (quantiles(week, n=4)[0], quantiles(week, n=4)[2]) if len(week) > 1 else (usual, usual)
    low, high = min(low, usual), max(high, usual)
    left = now.points - usual
    return (
        Share("baseline", (), usual, low, high),
        Share("unexplained", (), left, now.points - high, now.points - low),
    )

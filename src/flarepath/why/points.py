"""How the pain of a moment splits into baseline, triggers and the unexplained, in points."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import sqrt
from statistics import quantiles

from flarepath.course import Episode, Outcome, baseline_before, checkins
from flarepath.diary import Diary
from flarepath.quantities import hours_between
from flarepath.triggers import Attributed, Share

SAME_MOMENT = 1.0
"""Entries within an hour are one check-in."""


def points(
    diary: Diary, outcome: Outcome, flare: Episode | None, *, at: datetime, attributed: Attributed
) -> tuple[Share, ...]:
    """The parts of the latest check-in; they sum to it exactly.

    The baseline's interval is the middle half of the seven days before; what is left over carries the same doubt.

    Args:
        diary: entries up to `at`.
        outcome: what is followed.
        flare: the flare-up that lasts, or None.
        at: the moment asked about.
        attributed: what drives the outcome, with its newest check-in split into parts.
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
    known = [Share("baseline", (), usual, low, high), *_triggered(attributed, now.time)]
    left = now.points - sum(share.value for share in known)
    below = sqrt(sum((share.value - share.low) ** 2 for share in known))
    above = sqrt(sum((share.high - share.value) ** 2 for share in known))
    return (*known, Share("unexplained", (), left, left - above, left + below))


def _triggered(attributed: Attributed, time: datetime) -> tuple[Share, ...]:
    """What each credible set adds to the check-in of that time; nothing where it was not looked into."""
    splits = zip(attributed.moments, attributed.shares, strict=True)
    parts = next((parts for moment, parts in splits if abs(hours_between(moment, time)) <= SAME_MOMENT), ())
    return tuple(part for part in parts if part.source == "trigger")

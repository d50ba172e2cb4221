"""Doing much less than usual after a flare-up has passed (R57)."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import mean

from flarepath.course import Episode, episodes, logging_since
from flarepath.diary import TRAINED, Diary
from flarepath.flares.situation import MOMENT, Situation
from flarepath.quantities import days_between, in_hours


def hiding(situation: Situation) -> str:
    """A sentence where activity stayed under half of the own usual for a week after a flare-up, else nothing.

    Silent while ill, while a flare-up lasts, and where the diary does not hold enough to compare.
    """
    past = [e for e in episodes(situation.diary, situation.outcome) if e.end is not None]
    if situation.flare is not None or not past or _is_ill(situation):
        return ""
    last, days = past[-1], situation.numbers["hiding_days"]
    if last.end is None or not days <= days_between(last.end, situation.at) <= 3 * days:
        return ""
    share = _share(situation, last)
    if share is None or share >= situation.numbers["hiding_share"]:
        return ""
    return f"Since the flare-up passed you have moved {share:.0%} of your own usual. One small step is enough to begin."


def _is_ill(situation: Situation) -> bool:
    start = situation.at - timedelta(days=situation.numbers["ill_days"])
    return any(e.what == "illness" for e in situation.diary.between(start, situation.at + MOMENT, "event"))


def _share(situation: Situation, last: Episode) -> float | None:
    """Activity of the last 7 days against the four weeks before the flare-up; None without a usual to compare with."""
    usual_start = last.onset - timedelta(days=situation.numbers["usual_days"])
    first = logging_since(situation.diary)
    if first is None or first > last.onset - timedelta(days=7):
        return None
    start = max(usual_start, first)
    before = _daily(situation.diary, start, last.onset)
    recent = _daily(situation.diary, situation.at - timedelta(days=situation.numbers["hiding_days"]), situation.at)
    return recent / before if before > 0 else None


def _daily(diary: Diary, start: datetime, end: datetime) -> float:
    """Mean activity a day: steps where they are logged, else training sessions and hours walked."""
    steps = [e.value for e in diary.between(start, end, "steps") if e.value is not None]
    if steps:
        return mean(steps)
    walked = sum((in_hours(e.value or 0.0, e.unit) for e in diary.between(start, end, "walk")), start=0.0)
    return (walked + len(diary.between(start, end, *TRAINED))) / max(1.0, days_between(start, end))

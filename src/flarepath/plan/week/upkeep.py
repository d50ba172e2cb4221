"""After recovery: keep what was gained with less training and fewer questions (R22, R120).

Recovered means four weeks without a flare-up at a low level. Then nothing grows any more, two sessions a week keep it,
and at most three small things a day are named, those that the diary shows missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from statistics import median
from typing import Final

from flarepath.course import episodes, logging_since
from flarepath.exercises import Cell
from flarepath.plan.setting import MOMENT
from flarepath.plan.week.log import Log
from flarepath.quantities import days_between, in_hours

MOST_CHORES: Final = 3
MORE: Final = frozenset({"move", "load"})
"""Chores that ask for more effort."""

SHORT_NIGHT_HOURS: Final = 6.5
LONG_SITTING_HOURS: Final = 6.0
FEW_STEPS: Final = 4000.0
LITTLE_DAYLIGHT_HOURS: Final = 0.5
WEEK: Final = timedelta(days=7)


def recovered(log: Log) -> bool:
    """Whether nothing flared up for four weeks and every level was low, in a diary that was kept up.

    Args:
        log: the moment.
    """
    numbers = log.numbers
    since = log.at - timedelta(days=numbers["recovered_days"])
    first = logging_since(log.setting.diary)
    if first is None or first > since:
        return False
    pains = [(outcome, series) for outcome, series in log.series.items() if outcome.kind == "pain"]
    recent = [[c.points for c in series if c.time >= since] for _, series in pains]
    if not any(len(points) >= 4 for points in recent):  # noqa: PLR2004 - a number a week at least
        return False
    low = all(median(points) <= numbers["recovered_points"] for points in recent if points)
    flared = (flare for outcome, _ in pains for flare in episodes(log.setting.diary, outcome))
    return low and not any(flare.end is None or flare.end >= since for flare in flared)


def chores(log: Log, cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Up to three names of `lists.toml` (maintenance): what the last week shows missing, the barest first.

    Args:
        log: the moment.
        cells: the muscle matrix.
    """
    # Whoever gets worse after effort is not told to move or load more.
    kept = (name for name in _lacking(log, cells) if not (log.worsens_after_effort and name in MORE))
    return tuple(dict.fromkeys(kept))[:MOST_CHORES]


def _lacking(log: Log, cells: tuple[Cell, ...]) -> Iterator[str]:
    nights, daylight = _daily_hours(log, "sleep"), _daily_hours(log, "daylight")
    sitting = _daily_hours(log, "sitting", "screen")
    if nights is not None and nights < SHORT_NIGHT_HOURS:
        yield "sleep"
    if sitting is not None and sitting >= LONG_SITTING_HOURS:
        yield "breaks"
    steps = [e.value for e in log.setting.diary.between(log.at - WEEK, log.at + MOMENT, "steps") if e.value is not None]
    if steps and median(steps) < FEW_STEPS:
        yield "move"
    if any(cell.length == "short" for cell in cells):
        yield "lengthen"
    if any(cell.lacks in ("starved", "weak") for cell in cells) or not _trained(log):
        yield "load"
    if daylight is not None and daylight < LITTLE_DAYLIGHT_HOURS:
        yield "daylight"
    yield "move"


def _daily_hours(log: Log, *kinds: str) -> float | None:
    """The median of a week's days, in hours; None where nobody wrote it down."""
    days: dict[object, float] = {}
    for entry in log.setting.diary.between(log.at - WEEK, log.at + MOMENT, *kinds):
        if entry.value is not None:
            day = entry.time.date()
            days[day] = days.get(day, 0.0) + in_hours(entry.value, entry.unit)
    return median(days.values()) if days else None


def _trained(log: Log) -> bool:
    return any(
        days_between(known.last.time, log.at) <= WEEK.days for known in log.known.values() if known.kind == "exercise"
    )

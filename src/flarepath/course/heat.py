"""Where it was felt over a time: how often, how much, place by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from statistics import fmean

from flarepath.diary import Entry
from flarepath.quantities import Side


@dataclass(frozen=True, slots=True)
class Heat:
    """One place over a time: days with a value, the mean (NRS, 0-10) of the worst of each such day, and the worst."""

    region: str
    side: Side
    days: int
    mean: float
    worst: float


def heat(entries: Iterable[Entry], zone: tzinfo | None) -> tuple[Heat, ...]:
    """Each place with points in these entries, the highest mean first.

    Kinds of feeling are taken together: the worst of a day in a place counts, whether pain, soreness or tightness.

    Args:
        entries: what was felt in the time that is meant.
        zone: whose midnight parts the days.
    """
    worst: dict[tuple[str, Side], dict[date, float]] = defaultdict(dict)
    for entry in entries:
        if entry.where and entry.value is not None:
            days, day = worst[entry.where, entry.side], entry.time.astimezone(zone).date()
            days[day] = max(days.get(day, 0.0), entry.value)
    found = [
        Heat(region, side, days=len(days), mean=fmean(days.values()), worst=max(days.values()))
        for (region, side), days in worst.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.mean, -each.days, each.region, each.side)))

"""When something begins again: the first entry of a spell, tests that halve, days at the bottom of mood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from flarepath.diary import Diary, Entry
from flarepath.quantities import days_between
from flarepath.sources import Numbers


def spells(entries: Iterable[Entry], holds: Callable[[Entry], bool], *, days: float) -> Iterator[Entry]:
    """The entries at which something begins in a place: it holds, and held for so long neither before nor now.

    What goes on is one spell, however often it is written down; after a pause of `days` it begins anew, and so it does
    after an entry of the same place that says it is over.

    Args:
        entries: of one kind of thing, oldest first.
        holds: whether an entry belongs to a spell.
        days: how long a silence ends a spell.
    """
    last: dict[tuple[str, str], datetime] = {}
    for entry in entries:
        key = entry.where, entry.side
        if not holds(entry):
            last.pop(key, None)
            continue
        if key not in last or days_between(last[key], entry.time) > days:
            yield entry
        last[key] = entry.time


def halved_tests(diary: Diary, *, units: frozenset[str], numbers: Numbers) -> Iterator[tuple[Entry, float]]:
    """Each test whose number fell to half and less within a week, with the number before; once until it is up again.

    Args:
        diary: entries up to the moment asked about.
        units: the units in which more is stronger.
        numbers: the part's numbers.
    """
    series: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    fallen: set[tuple[str, str, str]] = set()
    for entry in diary.of("test"):
        if entry.unit not in units or entry.value is None or entry.text("change") == "own":
            continue
        key = entry.what, entry.where, entry.side
        week = [one.value or 0.0 for one in series[key] if days_between(one.time, entry.time) <= numbers["halved_days"]]
        best = max(week, default=0.0)
        series[key].append(entry)
        has_halved = best >= numbers["halved_least"] and entry.value <= best / 2
        if has_halved and key not in fallen:
            fallen.add(key)
            yield entry, best
        elif not has_halved and best and entry.value > best / 2:
            fallen.discard(key)


def low_moods(diary: Diary, *, numbers: Numbers) -> Iterator[datetime]:
    """Each time from which mood was at the bottom on several days of a week, at most one a week.

    Args:
        diary: entries up to the moment asked about.
        numbers: the part's numbers.
    """
    low: list[datetime] = []
    told: datetime | None = None
    for entry in diary.of("mood"):
        if entry.value is None:
            continue
        if entry.value > numbers["low_mood_points"]:
            low.clear()
            continue
        week_ago = entry.time - timedelta(days=numbers["low_mood_window_days"])
        low = [*(time for time in low if time > week_ago), entry.time]
        days = {diary.local(time).date() for time in low}
        is_new = told is None or days_between(told, entry.time) >= numbers["low_mood_window_days"]
        if len(days) >= numbers["low_mood_days"] and is_new:
            told = entry.time
            yield entry.time

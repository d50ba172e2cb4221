"""Effort and what answers it at once or days later: pain where the heart speaks, and energy that falls.

The names of exercises are read as words: whether something was work of the whole body need not be known exactly to ask
one question more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from flarepath.diary import FELT, Diary, Entry
from flarepath.quantities import days_between
from flarepath.sources import Numbers, load_table

_ROW = load_table("flarepath.safety", "news.toml")["effort"]

HEART_REGIONS = frozenset(_ROW["regions"])
"""Where pain with effort may come from the heart."""

WHOLE_BODY_WORDS = frozenset(_ROW["whole_body"]["words"])
"""Words in the name of something that works the whole body."""

ALWAYS = frozenset({"chest", "jaw", "neck_front"})
"""Where one time is enough to ask."""


def is_whole_body(entry: Entry) -> bool:
    """Whether something done was work of the whole body, by its name.

    Args:
        entry: an exercise or a walk.
    """
    words = re.split(r"[^a-zäöüß]+", entry.what.lower())
    return entry.kind in ("walk", "steps") or bool(WHOLE_BODY_WORDS & set(words))


def after_effort(diary: Diary, *, numbers: Numbers) -> tuple[Entry, ...]:
    """Each time that pain where the heart speaks came at once with effort and asks its question again.

    In the chest, the jaw and the throat every kind of exercise counts; in arm, shoulder and upper back only work of the
    whole body. What goes on without a pause of a week asks once, and again at the third time.

    Args:
        diary: entries up to the moment asked about.
        numbers: the part's numbers.
    """
    return diary.kept(_asks_again, frozenset(numbers.items()))


def _asks_again(diary: Diary, pairs: frozenset[tuple[str, float]]) -> tuple[Entry, ...]:
    numbers = dict(pairs)
    asked: list[Entry] = []
    run = 0
    last: datetime | None = None
    for entry in at_once(diary, numbers=numbers):
        run = run + 1 if last and days_between(last, entry.time) <= numbers["short_days"] else 1
        last = entry.time
        if run in (1, int(numbers["effort_times"])):
            asked.append(entry)
    return tuple(asked)


def at_once(diary: Diary, *, numbers: Numbers) -> tuple[Entry, ...]:
    """Every entry of pain where the heart speaks that came within an hour of effort, oldest first; one a session.

    Args:
        diary: entries up to the moment asked about.
        numbers: the part's numbers.
    """
    return diary.kept(_at_once, frozenset(numbers.items()))


def _at_once(diary: Diary, pairs: frozenset[tuple[str, float]]) -> tuple[Entry, ...]:
    numbers = dict(pairs)
    within = timedelta(hours=numbers["effort_hours"])
    found: list[Entry] = []
    for entry in diary.of(*FELT):
        if entry.where not in HEART_REGIONS or (entry.value or 0.0) < numbers["effort_points"]:
            continue
        before = diary.between(entry.time - within, entry.time + timedelta(seconds=1), "exercise", "walk")
        counts = [one for one in before if entry.where in ALWAYS or is_whole_body(one)]
        is_next = not found or entry.time - found[-1].time > within
        if counts and is_next and _was_lower(diary, entry, counts[0].time, numbers):
            found.append(entry)
    return tuple(found)


def _was_lower(diary: Diary, entry: Entry, start: datetime, numbers: Numbers) -> bool:
    """Whether it came with the effort: what was felt there in the hours before was lower, or nothing was noted."""
    day_before = diary.between(start - timedelta(hours=24), start, *FELT)
    same = [one.value or 0.0 for one in day_before if (one.where, one.side) == (entry.where, entry.side)]
    return not same or (entry.value or 0.0) >= same[-1] + numbers["effort_points"]


def energy_falls(diary: Diary, *, numbers: Numbers) -> Iterator[tuple[datetime, float]]:
    """Each time from which energy had fallen within three days of several sessions, with the points of the last fall.

    Args:
        diary: entries up to the moment asked about.
        numbers: the part's numbers.
    """
    falls = 0
    told: datetime | None = None
    for start in _sessions(diary):
        fell = _fall(diary, start, numbers)
        if fell is None:
            continue
        time, points = fell
        falls = falls + 1 if points >= numbers["energy_fall_points"] else 0
        is_new = told is None or days_between(told, time) >= numbers["full_days"]
        if falls >= numbers["energy_falls"] and is_new:
            told = time
            yield time, points


def _sessions(diary: Diary) -> Iterator[datetime]:
    """The start of each session: exercise after at least half a day without."""
    last: datetime | None = None
    for entry in diary.of("exercise"):
        if last is None or entry.time - last > timedelta(hours=12):
            yield entry.time
        last = entry.time


def _fall(diary: Diary, start: datetime, numbers: Numbers) -> tuple[datetime, float] | None:
    """When energy was lowest in the three days after a session, and how far below the last number before it."""
    before = diary.between(start - timedelta(hours=48), start, "energy")
    after = diary.between(start, start + timedelta(hours=numbers["energy_hours"]), "energy")
    if not before or not after or before[-1].value is None:
        return None
    lowest = min(after, key=lambda entry: entry.value if entry.value is not None else 10.0)
    return lowest.time, before[-1].value - (lowest.value if lowest.value is not None else 10.0)

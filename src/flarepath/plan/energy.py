"""Energy that falls after sessions: the more is done, the worse it gets, so nothing grows and nothing is new.

A session is followed by a fall where the energy of the three days after it went 2 points and more below what it was
before. It is a pattern where it happened after at least two sessions and after half of those that can be judged.

Source: expert
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median

from flarepath.diary import Diary
from flarepath.plan.numbers import NUMBERS
from flarepath.quantities import hours_between
from flarepath.sources import Numbers

DENIED = frozenset({"", "no", "none", "never", "unsure", "unknown"})

FACT = "post_exertional"
"""The fact that somebody gets worse after effort."""

BEFORE_HOURS = 48.0
"""The energy before a session is at most this old."""

MOMENT = timedelta(microseconds=1)


def falling_by(diary: Diary, at: datetime, *, numbers: Numbers = NUMBERS) -> float:
    """By how many points the energy falls after sessions, where that is a pattern; 0 where it is none.

    Args:
        diary: entries up to the moment.
        at: the moment.
        numbers: the part's numbers.
    """
    judged = list(_falls(diary, at, numbers))
    falls = [fall for fall in judged if fall >= numbers["energy_fall"]]
    if len(falls) < numbers["energy_falls"] or 2 * len(falls) < len(judged):
        return 0.0
    return median(falls)


def worsens_after_effort(diary: Diary, at: datetime, *, numbers: Numbers = NUMBERS) -> bool:
    """Whether the person said so, or the diary shows it.

    Args:
        diary: entries up to the moment.
        at: the moment.
        numbers: the part's numbers.
    """
    fact = diary.fact(FACT)
    said = fact is not None and (bool(fact.value) or fact.word.strip().lower() not in DENIED)
    return said or falling_by(diary, at, numbers=numbers) > 0


def _falls(diary: Diary, at: datetime, numbers: Numbers) -> Iterator[float]:
    """The fall after each training day of the last four weeks that has an energy before and after it."""
    since = at - timedelta(days=numbers["log_days"])
    rated = [(e.time, e.value) for e in diary.of("energy") if e.value is not None and e.time <= at]
    days = {entry.time.date(): entry.time for entry in diary.between(since, at + MOMENT, "exercise")}
    for time in days.values():
        before = [value for when, value in rated if 0 <= hours_between(when, time) <= BEFORE_HOURS]
        after = [value for when, value in rated if 0 < hours_between(time, when) <= numbers["amber_soreness_hours"]]
        if before and after:
            yield before[-1] - min(after)

"""One outcome as a series of check-ins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from flarepath.course.episode import Checkin
from flarepath.course.numbers import NUMBERS
from flarepath.diary import FELT, Diary, Entry
from flarepath.quantities import Side, hours_between
from flarepath.sources import Numbers

BACKGROUND = frozenset({"fact", "answer", "event"})
"""Kinds of entry that do not show that the day was written down."""

LOADED = frozenset({"motion", "press"})
"""When a pain is felt because something moves or presses."""


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """A felt thing that is followed over time: pain, soreness or tightness in one region on one side."""

    kind: str
    region: str
    side: Side


def outcomes(diary: Diary) -> tuple[Outcome, ...]:
    """Every outcome that the diary holds, in order of first mention."""
    return diary.kept(_outcomes)


def _outcomes(diary: Diary) -> tuple[Outcome, ...]:
    found = (Outcome(entry.kind, entry.where, entry.side) for entry in diary.of(*FELT) if entry.where)
    return tuple(dict.fromkeys(found))


def logging_since(diary: Diary) -> datetime | None:
    """When the person began to write down days: the first entry that is no fact, answer or event.

    A birth year or an old operation may be dated long before; it says nothing about what was felt or done then.

    Args:
        diary: the person's diary.
    """
    return next((entry.time for entry in diary.entries if entry.kind not in BACKGROUND), None)


def sides_match(said: str, asked: str) -> bool:
    """Whether an entry of side `said` speaks of the side `asked` for.

    An entry of both sides or of no side counts for each side; a question without a side takes every entry.

    Example:
        >>> sides_match("both", "left"), sides_match("right", "left")
        (True, False)
    """
    return asked in ("", "both", "middle", said) or said in ("", "both", "middle")


def checkins(diary: Diary, outcome: Outcome, *, numbers: Numbers = NUMBERS) -> tuple[Checkin, ...]:
    """The outcome's check-ins in time order; entries within an hour count as their highest."""
    return diary.kept(_checkins, outcome, numbers["same_moment_hours"])


def _checkins(diary: Diary, outcome: Outcome, within_hours: float) -> tuple[Checkin, ...]:
    entries = (
        entry
        for entry in diary.of(outcome.kind)
        if entry.where == outcome.region and entry.value is not None and sides_match(entry.side, outcome.side)
    )
    return tuple(_highest(group) for group in _moments(entries, within_hours))


def _moments(entries: Iterable[Entry], within_hours: float) -> Iterator[list[Entry]]:
    group: list[Entry] = []
    for entry in entries:
        if group and hours_between(group[0].time, entry.time) > within_hours:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _highest(group: list[Entry]) -> Checkin:
    top = max(group, key=lambda entry: entry.value or 0.0)
    whens = [set(entry.text("when").split("+")) for entry in group]
    return Checkin(
        time=top.time,
        points=top.value or 0.0,
        loaded=any(when & LOADED for when in whens),
        resting=all(when == {"rest"} for when in whens),
    )

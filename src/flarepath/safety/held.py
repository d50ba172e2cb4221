"""The facts that hold at a moment, each with its place and its date, and whether a professional has looked since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flarepath.body import REGIONS
from flarepath.diary import Diary, Entry, happened
from flarepath.quantities import Side, hours_between
from flarepath.safety.answers import Place, visits
from flarepath.safety.facts import FACTS, PersonFact
from flarepath.safety.person import newest_by_place, says_yes, since_of

EVENT_HOURS = {"pop": 72.0, "twang": 72.0, "trauma": 72.0, "surgery": 12 * 168.0}
"""So long after an event its place is left alone."""

ABOUT = ("", "s15")
"""What a visit was about that speaks for a place: everything there, or the question on operations."""


@dataclass(frozen=True, slots=True)
class HeldFact:
    """One fact that was told with yes or unsure and has not run out, where, and since when.

    Who is not sure whether a bone is thin trains as if it were: a missing answer is never a no. `entry` is the row that
    told it.
    """

    name: str
    region: str
    side: Side
    since: datetime
    entry: Entry


def held_facts(diary: Diary, *, at: datetime) -> tuple[HeldFact, ...]:
    """Every fact that holds at a moment, once for each place it was told of.

    Args:
        diary: entries up to `at`.
        at: the moment asked about, aware.
    """
    return tuple(held for fact in FACTS.values() if fact.value == "yes" for held in _held(fact, diary, at))


def _held(fact: PersonFact, diary: Diary, at: datetime) -> Iterator[HeldFact]:
    for entry in newest_by_place(entry for entry in diary.of("fact") if entry.what == fact.name):
        since = since_of(entry)
        runs = fact.weeks is None or at.astimezone(UTC) - since <= timedelta(weeks=fact.weeks)
        is_unsure = says_yes(entry) is None and entry.word.strip().lower() == "unsure"
        if (says_yes(entry) or is_unsure) and runs:
            yield HeldFact(fact.name, entry.where, entry.side, since, entry)


def seen_since(diary: Diary, since: datetime, *, region: str, side: Side) -> bool:
    """Whether a professional who did not say to wait has looked at a place after a moment.

    Args:
        diary: entries up to the moment asked about.
        since: aware.
        region: a region id, or an empty string for the whole body.
        side: the side.
    """
    place = Place(region, side)
    later = (visit for visit in visits(diary) if visit.time > since.astimezone(UTC) and visit.question in ABOUT)
    return any(visit.place.touches(place) for visit in later)


def speaking_against(diary: Diary, *, region: str, at: datetime) -> frozenset[str]:
    """The facts that hold, and the events of the last time at a place or of no told place, by their names.

    Args:
        diary: entries up to `at`.
        region: a region id, or an empty string for the whole body.
        at: the moment asked about, aware.
    """
    return frozenset(fact.name for fact in held_facts(diary, at=at)) | frozenset(_happened(diary, region, at))


def _happened(diary: Diary, region: str, at: datetime) -> Iterator[str]:
    area = REGIONS[region].area if region in REGIONS else ""
    for event in diary.of("event"):
        hours = hours_between(event.time, at)
        near = not area or event.where not in REGIONS or REGIONS[event.where].area == area
        if near and 0 <= hours <= EVENT_HOURS.get(happened(event), -1.0):
            yield happened(event)

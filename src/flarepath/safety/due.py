"""What is due soon without blocking: the whole list after a change, new questions, what can be mended in the diary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from flarepath.diary import FELT, Diary, Entry, happened
from flarepath.safety.answers import WHOLE_BODY, Place
from flarepath.safety.implants import ImplantPain, implants
from flarepath.safety.standing import Standing
from flarepath.safety.wording import WORDS, place_text, points_text, short_day_text
from flarepath.sources import Numbers

EVENTS = {
    "surgery": "surgery",
    "trauma": "injury",
    "pop": "injury",
    "twang": "injury",
    "diagnosis": "diagnosis",
}
"""The events that make the full screen due, and the words for them."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that makes the full screen due: when, and what to call it."""

    time: datetime
    reason: str


def full_screen_due(diary: Diary, *, at: datetime, answered: datetime | None, numbers: Numbers) -> Iterator[str]:
    """One sentence where something changed since the full screen, nothing where it is open anyway.

    Args:
        diary: entries up to `at`.
        at: the moment asked about; a day that is over by then is never named as the one to act by.
        answered: since when every question of the full screen is answered; None where one is open.
        numbers: the part's numbers.
    """
    if answered is None:
        return
    changes = [change for change in _changes(diary, numbers) if change.time > answered]
    if changes:
        reasons = "; ".join(dict.fromkeys(change.reason for change in changes))
        last_day = min(change.time for change in changes) + timedelta(days=numbers["due_days"])
        by = WORDS["due"]["by_day" if last_day > at else "by_today"].format(day=short_day_text(diary.local(last_day)))
        yield WORDS["due"]["full"].format(by=by, reasons=reasons)


def _changes(diary: Diary, numbers: Numbers) -> Iterator[Change]:
    words = WORDS["due"]
    felt = diary.of(*FELT)
    for entry in _first_of_each(felt, lambda entry: entry.where):
        yield Change(entry.time, words["new_region"].format(place=place_text(Place(entry.where, entry.side))))
    strong = points_text(numbers["strong_points"])
    for entry in felt:
        if (entry.value or 0.0) >= numbers["strong_points"]:
            yield Change(entry.time, words["strong"].format(kind=entry.kind, points=strong))
    for entry in diary.of("event"):
        if (name := happened(entry)) in EVENTS:
            yield Change(entry.time, words[EVENTS[name]])
    for entry in _first_of_each(diary.of("medicine"), lambda entry: entry.what.strip().lower()):
        yield Change(entry.time, words["medicine"].format(what=entry.what))


def _first_of_each(entries: Iterable[Entry], key: Callable[[Entry], str]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.value != 0 and key(entry) not in seen:
            seen.add(key(entry))
            yield entry


def new_questions_due(
    count: int, *, at: datetime, answered: datetime | None, diary: Diary, numbers: Numbers
) -> Iterator[str]:
    """A sentence where the list has grown since it was answered; nothing where the list is open anyway.

    Args:
        count: how many questions were added.
        at: the moment asked about.
        answered: since when every older question is answered; None where one is open.
        diary: whose clock names the day.
        numbers: the part's numbers.
    """
    if not count or answered is None:
        return
    last_day = max(at, answered + timedelta(days=numbers["full_days"]))
    yield WORDS["due"]["new_questions"].format(n=count, day=short_day_text(diary.local(last_day)))


def repairs_due(diary: Diary) -> Iterator[str]:
    """Sentences on what the person can mend in the diary: an implant or operation without a place, a lost line.

    Args:
        diary: entries up to the moment asked about.
    """
    words = WORDS["due"]
    if any(implant.where in WHOLE_BODY for implant in implants(diary)):
        yield words["implant_place"]
    yield from (words["unreadable"].format(line=spoiled.line) for spoiled in diary.spoiled)


def visits_due(standing: Iterable[Standing], pains: Iterable[ImplantPain]) -> Iterator[str]:
    """How to open again what a yes has locked: one sentence for each place that somebody has to look at.

    Args:
        standing: the answers that still count.
        pains: new or worse pain near an implant.
    """
    places = [one.said.place for one in standing if one.said.word == "yes" and one.tier != "next_visit"]
    for place in dict.fromkeys([*places, *(pain.place for pain in pains)]):
        where = "without a place" if place.region in WHOLE_BODY else f"for: {place_text(place)}"
        yield WORDS["due"]["visit"].format(where=where)

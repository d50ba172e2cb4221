"""What is due soon without blocking: the full screen after a change, S13 after soreness that stays too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flarepath.course import Checkin, Episode, Outcome, checkins
from flarepath.diary import FELT, Diary, Entry
from flarepath.safety.answers import WHOLE_BODY, Answers, Place
from flarepath.safety.implants import ImplantPain, implants
from flarepath.safety.standing import Standing
from flarepath.safety.wording import WORDS, day_text, place_text, points_text
from flarepath.sources import Numbers

EVENTS = {
    "surgery": "surgery",
    "trauma": "injury",
    "pop": "injury",
    "twang": "injury",
    "diagnosis": "diagnosis",
}
"""The events that make the full screen due, and the words for them."""

INJURY = ("e7", "s5")
"""The questions that a fall, a blow, a pop or a twang asks again."""

TOO_SORE = "s13"
"""The question that soreness beyond the usual course asks again."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that makes the full screen due: when, and what to call it."""

    time: datetime
    reason: str


def full_screen_due(diary: Diary, *, answered: datetime | None, numbers: Numbers) -> Iterator[str]:
    """One sentence where something changed since the full screen, nothing where it is open anyway.

    Args:
        diary: entries up to the moment asked about.
        answered: since when every question of the full screen is answered; None where one is open.
        numbers: the part's numbers.
    """
    if answered is None:
        return
    changes = [change for change in _changes(diary, numbers) if change.time > answered]
    if changes:
        reasons = "; ".join(dict.fromkeys(change.reason for change in changes))
        last_day = min(change.time for change in changes) + timedelta(days=numbers["due_days"])
        yield WORDS["due"]["full"].format(day=day_text(diary.local(last_day)), reasons=reasons)


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
        if entry.what in EVENTS:
            yield Change(entry.time, words[EVENTS[entry.what]])
    for entry in _first_of_each(diary.of("medicine"), lambda entry: entry.what.strip().lower()):
        yield Change(entry.time, words["medicine"].format(what=entry.what))


def injury_due(diary: Diary, answers: Answers, *, place: Place) -> Iterator[str]:
    """A sentence where an injury was logged after the questions on injuries were answered.

    Args:
        diary: entries up to the moment asked about.
        answers: every answer up to that moment.
        place: the place that the gate is asked about.
    """
    injuries = [entry for entry in diary.of("event") if EVENTS.get(entry.what) == "injury"]
    said = [answers.newest(name, place=place) for name in INJURY]
    if injuries and any(one is not None and one.time < injuries[-1].time for one in said):
        yield WORDS["due"]["injury_now"].format(day=day_text(diary.local(injuries[-1].time)))


def _first_of_each(entries: Iterable[Entry], key: Callable[[Entry], str]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.value != 0 and key(entry) not in seen:
            seen.add(key(entry))
            yield entry


def soreness_due(
    diary: Diary, flare: Episode | None, answers: Answers, *, at: datetime, numbers: Numbers
) -> Iterator[str]:
    """A sentence where soreness left its usual course and S13 was not answered since (EVIDENCE 2.1).

    Args:
        diary: entries up to `at`.
        flare: the flare-up of the region asked about.
        answers: every answer up to `at`.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    if flare is None or flare.kind != "soreness" or (flare.end and flare.end <= at):
        return
    place = Place(flare.region, flare.side)
    said = answers.newest(TOO_SORE, place=place)
    open_still = [why for time, why in _too_sore(diary, flare, at, numbers) if said is None or said.time < time]
    if open_still:
        yield WORDS["due"]["soreness"].format(place=place_text(place), why=open_still[0])


def _too_sore(diary: Diary, flare: Episode, at: datetime, numbers: Numbers) -> Iterator[tuple[datetime, str]]:
    """Each way in which this soreness is not the usual one, with the time from which it is so."""
    words = WORDS["due"]
    series = checkins(diary, Outcome(flare.kind, flare.region, flare.side))
    long_at = flare.onset.astimezone(UTC) + timedelta(days=numbers["soreness_days"])
    if at > long_at:
        yield long_at, words["soreness_long"].format(days=points_text(numbers["soreness_days"]))
    for checkin in _from(series, flare.onset, numbers["soreness_late_hours"]):
        if checkin.points >= numbers["soreness_late_points"]:
            hours = points_text(numbers["soreness_late_hours"])
            yield checkin.time, words["soreness_late"].format(points=points_text(checkin.points), hours=hours)
    later = _from(series, flare.onset, numbers["soreness_rise_hours"])
    earlier = [checkin.points for checkin in series if checkin not in later]
    for checkin in later:
        if earlier and checkin.points > earlier[-1]:
            yield checkin.time, words["soreness_rising"].format(hours=points_text(numbers["soreness_rise_hours"]))


def _from(series: tuple[Checkin, ...], onset: datetime, hours: float) -> tuple[Checkin, ...]:
    start = onset.astimezone(UTC) + timedelta(hours=hours)
    return tuple(checkin for checkin in series if checkin.time >= start)


def repairs_due(diary: Diary) -> Iterator[str]:
    """Sentences on what the person can mend in the diary: an implant without a place, a line that cannot be read.

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

"""What was answered, where, and whether it still counts.

A `no` speaks for its own place, a `yes` everywhere. A yes stands until a professional has looked; an `unsure` stands
until a later no or a professional. A line that cannot be read is the newest and answers nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from flarepath.diary import Diary, Entry
from flarepath.quantities import Side

Word = Literal["yes", "no", "unsure", "unreadable", "seen"]
"""What one line says: an answer, nothing that can be read, or a visit to a professional."""

WEIGHT: Mapping[Word, int] = {"seen": 0, "no": 1, "unsure": 2, "yes": 3, "unreadable": 4}
"""Of two answers at the same time the heavier one counts; an unreadable line hides whatever stood beside it."""

READABLE: Mapping[str, Word] = {"yes": "yes", "no": "no", "unsure": "unsure"}
"""The words of an answer; every other word answers nothing."""

BOTH_SIDES = ("", "both")
"""What an answer says that speaks for both sides."""

WHOLE_BODY = ("", "whole_body")
"""What an answer says that speaks for every region."""


@dataclass(frozen=True, slots=True)
class Place:
    """A region with its side; an empty region is the whole body."""

    region: str = ""
    side: Side = ""

    def covers(self, other: Place) -> bool:
        """Whether what was said of this place holds for all of the other.

        Example:
            >>> Place("knee_front").covers(Place("knee_front", "left")), Place("knee_front", "left").covers(Place())
            (True, False)
        """
        if self.region in WHOLE_BODY:
            return True
        return self.region == other.region and (self.side in BOTH_SIDES or self.side == other.side)

    def touches(self, other: Place) -> bool:
        """Whether both may be the same spot: the same region, and no side that speaks against it."""
        if self.region in WHOLE_BODY:
            return True
        return self.region == other.region and (self.side in ("", "both", other.side) or other.side == "")


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, or a visit to a professional (`seen`).

    `time` is in UTC, so that a clock change moves nothing; `written` is the time as the diary has it. `question` is
    what was answered, or the one question that a visit was about; a visit without one is about all of its place.
    """

    time: datetime
    word: Word
    place: Place
    written: datetime
    question: str = ""

    @property
    def rank(self) -> tuple[datetime, int, str, str]:
        """Sorts by time; at the same time the heavier word is the newer one, and then the place decides."""
        return self.time, WEIGHT[self.word], self.place.region, self.place.side


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers up to one moment, by question, and the visits that lift them."""

    by_question: Mapping[str, tuple[Said, ...]]
    visits: tuple[Said, ...]

    def of(self, question: str) -> tuple[Said, ...]:
        """The answers to one question, oldest first."""
        return self.by_question.get(question, ())

    def standing(self, question: str, *, place: Place) -> tuple[Said, ...]:
        """The answers yes and unsure that still count when the gate is asked for `place`, newest first.

        Args:
            question: a question's id.
            place: the place that the gate is asked about.
        """
        said = self.of(question)
        kept = [one for one in said if one.word == "yes" and not self.lifted(one)]
        kept += [
            one for one in said if one.word == "unsure" and not self.lifted(one) and not _taken_back(one, said, place)
        ]
        return tuple(sorted(kept, key=lambda one: (one.word == "yes", one.rank), reverse=True))

    def newest(self, question: str, *, place: Place) -> Said | None:
        """The newest answer that speaks for `place`; None where there is none, or where it cannot be read.

        A yes or unsure that a professional has looked at since is as old as that visit.

        Args:
            question: a question's id.
            place: the place that the gate is asked about.
        """
        found = max(
            (one for one in self.of(question) if one.place.covers(place)), key=lambda one: one.rank, default=None
        )
        if found is None or found.word == "unreadable":
            return None
        seen = self.seen_since(found)
        return replace(found, time=seen) if seen else found

    def lifted(self, said: Said) -> bool:
        """Whether a professional has looked at a yes or an unsure since it was given."""
        return self.seen_since(said) is not None

    def seen_since(self, said: Said) -> datetime | None:
        """When a professional last looked at a yes or an unsure since it was given; None where nobody did."""
        seen = self._visits_for(said)
        return seen[-1].time if seen else None

    def _visits_for(self, said: Said) -> tuple[Said, ...]:
        if said.word not in ("yes", "unsure"):
            return ()
        about = (visit for visit in self.visits if visit.question in ("", said.question))
        return tuple(visit for visit in about if visit.time >= said.time and visit.place.touches(said.place))


def _taken_back(unsure: Said, said: Iterable[Said], place: Place) -> bool:
    """Whether a later no speaks for the unsure's place, or for the asked one where the unsure named no place."""
    named = place if unsure.place.region in WHOLE_BODY and place.region else unsure.place
    return any(one.word == "no" and one.time > unsure.time and one.place.covers(named) for one in said)


def answers(diary: Diary, *, at: datetime) -> Answers:
    """Every answer and every visit to a professional up to `at`.

    Args:
        diary: entries up to `at`, with the answer lines that could not be read.
        at: the moment asked about, in UTC.
    """
    by_question: dict[str, list[Said]] = defaultdict(list)
    for entry in diary.of("answer"):
        by_question[entry.what.strip().lower()].append(
            _said(entry, READABLE.get(entry.word.strip().lower(), "unreadable"))
        )
    for line in diary.spoiled:
        if not line.question:
            continue
        # Without a time nobody knows how old the line is, so that it counts as written now.
        time = line.time or at
        by_question[line.question.strip().lower()].append(Said(time.astimezone(UTC), "unreadable", Place(), time))
    ordered = {name: tuple(sorted(said, key=lambda one: one.rank)) for name, said in by_question.items()}
    return Answers(ordered, visits(diary))


SETTLES = ("", "go_on")
"""What was said at a visit that settles an answer; after "wait" and "treatment" the place stays closed."""


def visits(diary: Diary) -> tuple[Said, ...]:
    """When and for what a professional was seen who did not say to wait."""
    seen = (entry for entry in diary.of("event") if entry.what == "seen_by_professional")
    return tuple(_said(entry, "seen") for entry in seen if entry.text("said") in SETTLES)


def _said(entry: Entry, word: Word) -> Said:
    about = entry.text("question") if word == "seen" else entry.what
    place = Place(entry.where, entry.side)
    return Said(entry.time.astimezone(UTC), word, place, entry.time, about.strip().lower())

"""One asking of the gate: the places it is asked for, which answers count there, and which questions are open.

An answer may be missing, too old, for another place, or older than what was told since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from flarepath.course import Episode, lasting
from flarepath.diary import Diary
from flarepath.safety.answers import Answers, Place, Said
from flarepath.safety.clock import Clock, clock
from flarepath.safety.model import OpenQuestion
from flarepath.safety.news import News
from flarepath.safety.person import Person
from flarepath.safety.questions import CHILD_QUESTION, QUESTIONS, Question
from flarepath.safety.refer import Case
from flarepath.safety.standing import Standing
from flarepath.sources import Numbers

FIRST_EDITION = 1
"""The list of questions that older diaries were asked."""


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A place that the gate is asked for, with the clock of its flare-up."""

    place: Place
    clock: Clock


def asked_places(
    diary: Diary, place: Place, flare: Episode | None, *, at: datetime, numbers: Numbers
) -> tuple[AskedPlace, ...]:
    """The place asked about, and every place that flares up at `at`.

    Args:
        diary: entries up to `at`.
        place: the place asked about.
        flare: its flare-up, where it has one.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    first = AskedPlace(place, clock(diary, flare, at=at, numbers=numbers))
    others = [one for one in lasting(diary, at=at) if one != flare]
    return first, *(
        AskedPlace(Place(one.region, one.side), clock(diary, one, at=at, numbers=numbers)) for one in others
    )


@dataclass(frozen=True)
class Sitting:
    """Everything that one asking of the gate looks at; the first of `asked` is the place asked about."""

    case: Case
    answers: Answers
    asked: tuple[AskedPlace, ...]
    news: tuple[News, ...]
    at: datetime
    numbers: Numbers

    @property
    def person(self) -> Person:
        """Who it is about."""
        return self.case.person

    def newest(self, question: Question) -> Said | None:
        """The newest answer that speaks for the place asked about."""
        return self.answers.newest(question.id, place=self.case.place)

    def top(self, question: Question) -> Standing | None:
        """What weighs most of the answers to it that stand."""
        return next((one for one in self.case.standing if one.question is question), None)

    def is_yes(self, question: Question) -> bool:
        """Whether a yes to it stands, anywhere."""
        top = self.top(question)
        return top is not None and top.said.word == "yes"

    def applies(self, question: Question) -> bool:
        """A yes to a question that a fact would remove still counts: the fact may be the slip."""
        return self.top(question) is not None or question.applies(self.person.facts)

    def in_short_screen(self, question: Question) -> bool:
        """Whether each flare-up asks it again."""
        return question.starred or (question.id == CHILD_QUESTION and self.person.minor)

    @cached_property
    def full_screen(self) -> tuple[Question, ...]:
        """The questions that block where they are open, for this person and by the list that they were asked."""
        asked = (one for one in QUESTIONS.values() if one.blocks and self.applies(one))
        return tuple(one for one in asked if self.in_force(one))

    def in_force(self, question: Question) -> bool:
        """Whether the question counts already: one that was added since waits for the next time the list is due.

        A person who answered the older list whole has answered all that was asked; as soon as one of the newer
        questions was answered, or the older list is open anyway, all of them count.
        """
        return question.edition == FIRST_EDITION or self.is_yes(question) or not self._is_answered_by_older_list

    @cached_property
    def _is_answered_by_older_list(self) -> bool:
        newer = (one for one in QUESTIONS.values() if one.edition > FIRST_EDITION)
        if any(self.answers.of(one.id) for one in newer):
            return False
        older = [one for one in QUESTIONS.values() if one.edition == FIRST_EDITION and one.blocks and self.applies(one)]
        return all(self.is_yes(one) or self._counts_full(one, self.asked[0]) for one in older)

    @property
    def waiting(self) -> int:
        """How many questions were added since the list was answered, and wait for the next time."""
        newer = (one for one in QUESTIONS.values() if one.edition > FIRST_EDITION and one.blocks)
        return sum(self.applies(one) and not self.in_force(one) for one in newer)

    def counts(self, question: Question) -> bool:
        """Whether its newest answer counts for the place asked about."""
        return self._counts(question, self.asked[0])

    def _counts(self, question: Question, asked: AskedPlace) -> bool:
        said = self.answers.newest(question.id, place=asked.place)
        if said is None or not asked.clock.counts_full(said):
            return False
        return not self.in_short_screen(question) or asked.clock.counts_short(said)

    def _counts_full(self, question: Question, asked: AskedPlace) -> bool:
        said = self.answers.newest(question.id, place=asked.place)
        return said is not None and asked.clock.counts_full(said)

    @cached_property
    def open(self) -> tuple[OpenQuestion, ...]:
        """Every open question with its place and reason, the short screen first."""
        found: dict[tuple[str, str, str], OpenQuestion] = {}
        for question in sorted(QUESTIONS.values(), key=lambda one: not self.in_short_screen(one)):
            if question.blocks and self.applies(question) and not self.is_yes(question):
                for one in self._open_of(question):
                    key = one.id, one.region, one.side
                    # A reason says more than that an answer is missing.
                    if one.reason or key not in found:
                        found[key] = one
        return tuple(found.values())

    @property
    def open_ids(self) -> frozenset[str]:
        """The ids of the open questions."""
        return frozenset(one.id for one in self.open)

    def _open_of(self, question: Question) -> Iterator[OpenQuestion]:
        if self.in_force(question):
            places = (asked.place for asked in self.asked if not self._counts(question, asked))
            yield from (_open(question, place) for place in places)
        for one in self.news:
            if question.id in one.questions and (one.newer or self.in_force(question)):
                said = self.answers.newest(question.id, place=one.place)
                if one.opens(said, starred=question.starred, numbers=self.numbers):
                    yield _open(question, one.place, one.reason)

    @property
    def short_answered(self) -> bool:
        """Whether the short screen counts, for every place."""
        return not any(self.in_short_screen(QUESTIONS[name]) for name in self.open_ids)

    @cached_property
    def full_answered(self) -> bool:
        """Whether the full screen counts, for every place."""
        pairs = ((question, asked) for question in self.full_screen for asked in self.asked)
        return all(self.is_yes(question) or self._counts_full(question, asked) for question, asked in pairs)

    @property
    def full_ever(self) -> bool:
        """Whether the full screen was ever answered whole, for the place asked about."""

        def was_asked(question: Question) -> bool:
            said = self.answers.of(question.id)
            return any(one.word != "unreadable" and one.place.covers(self.case.place) for one in said)

        return all(was_asked(question) or self.is_yes(question) for question in self.full_screen)

    @cached_property
    def counted_times(self) -> tuple[datetime, ...]:
        """The times of the answers that the gate rests on."""
        asked = (question for question in self.full_screen if not self.is_yes(question))
        return tuple(said.time for question in asked if (said := self.newest(question)))

    @property
    def answered_since(self) -> datetime | None:
        """The time of the oldest of them; None where there is none."""
        return min(self.counted_times, default=None)

    @property
    def short_since(self) -> datetime | None:
        """The time of the oldest answer of the short screen; None where one of it is missing."""
        short = [question for question in self.full_screen if self.in_short_screen(question)]
        said = [self.newest(question) for question in short if not self.is_yes(question)]
        times = [one.time for one in said if one is not None]
        return min(times, default=None) if len(times) == len(said) else None


def _open(question: Question, place: Place, reason: str = "") -> OpenQuestion:
    if question.whole_body:
        return OpenQuestion(question.id, reason=reason)
    return OpenQuestion(question.id, place.region, place.side, reason)

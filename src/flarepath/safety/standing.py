"""What weighs at one moment: each answer that asks for something, with the tier it ends at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flarepath.safety.answers import WHOLE_BODY, Answers, Place, Said
from flarepath.safety.implants import ImplantPain
from flarepath.safety.model import EVERYWHERE, Tier
from flarepath.safety.person import Person
from flarepath.safety.questions import CRISIS, QUESTIONS, Question
from flarepath.safety.signs import Sign

TIERS: tuple[Tier | None, ...] = (None, "next_visit", "days", "same_day", "emergency")
"""How urgent an answer is, the least first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One answer yes or unsure that still counts, and how urgent it is for this person.

    `reason` is what the diary itself says, where nobody answered so; empty for an answer.
    """

    question: Question
    said: Said
    tier: Tier | None
    reason: str = ""

    @property
    def is_crisis(self) -> bool:
        """Whether it says that the person may not want to live."""
        return self.question.id in CRISIS


def tier_of(question: Question, word: str, person: Person) -> Tier | None:
    """How urgent an answer is: unsure counts one tier lower, a raising fact lifts by one.

    Args:
        question: the question that was answered.
        word: yes or unsure.
        person: whose raising facts count, save those that the question names itself.
    """
    step = TIERS.index(question.tier) - (word == "unsure")
    if step and person.raises(besides=question.names):
        step = min(step + 1, len(TIERS) - 1)
    return TIERS[step]


def everything_standing(
    answers: Answers, person: Person, signs: Iterable[Sign] = (), *, place: Place
) -> tuple[Standing, ...]:
    """All answers that ask for something, and what the diary says itself, the most urgent first.

    Args:
        answers: every answer up to the moment asked about.
        person: whose facts raise an answer.
        signs: patterns of the diary that count as an answer.
        place: the place that the gate is asked about.
    """
    found = [
        Standing(question, said, tier_of(question, said.word, person))
        for question in QUESTIONS.values()
        for said in answers.standing(question.id, place=place)
    ]
    found += [
        Standing(QUESTIONS[sign.question], sign.said, tier_of(QUESTIONS[sign.question], sign.word, person), sign.reason)
        for sign in signs
    ]
    return tuple(sorted(found, key=lambda one: -TIERS.index(one.tier)))


def locked(standing: Iterable[Standing], pains: Iterable[ImplantPain], *, place: Place) -> frozenset[str]:
    """The regions that take no training; an answer that names none locks what it may be about.

    What a question itself forbids ("no loading of the neck") is locked besides, also where it can wait for a visit.

    Args:
        standing: the answers that still count.
        pains: new or worse pain near an implant.
        place: the place that the gate is asked about.
    """
    kept = tuple(standing)
    regions = {region for one in kept if (region := _lock(one, place))}
    forbidden = (one.question.locks for one in kept if one.said.word == "yes" or one.tier not in (None, "next_visit"))
    # What the log shows by itself is not trained on, however long it may wait for a visit.
    shown = {one.said.place.region for one in kept if one.reason and one.said.place.region not in WHOLE_BODY}
    return frozenset(regions | shown).union(*forbidden, *(pain.locks for pain in pains))


def _lock(one: Standing, place: Place) -> str:
    if one.tier in (None, "next_visit"):
        return ""
    if one.tier == "emergency":
        return EVERYWHERE
    if one.said.place.region not in WHOLE_BODY:
        return one.said.place.region
    return place.region or EVERYWHERE if one.tier == "days" else EVERYWHERE

"""What the person is told, and what they can hand over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flarepath.diary import FELT, Diary
from flarepath.safety.answers import WHOLE_BODY, Place
from flarepath.safety.countries import HelpNumbers
from flarepath.safety.implants import ImplantPain
from flarepath.safety.model import Level, Referral, Tier
from flarepath.safety.person import Person
from flarepath.safety.standing import TIERS, Standing
from flarepath.safety.wording import WORDS, moment_text, night_card, place_text, points_text


@dataclass(frozen=True, slots=True)
class Case:
    """What the gate found, as far as words depend on it."""

    diary: Diary
    person: Person
    place: Place
    standing: tuple[Standing, ...]
    implant_pains: tuple[ImplantPain, ...]
    help: HelpNumbers

    @property
    def in_crisis(self) -> bool:
        """Whether an answer about not wanting to live stands."""
        return any(one.is_crisis for one in self.standing)

    @property
    def has_other_emergency(self) -> bool:
        """Whether an emergency stands beside a crisis."""
        return any(one.tier == "emergency" and not one.is_crisis for one in self.standing)

    @property
    def tier(self) -> Tier | None:
        """The most urgent tier of all."""
        tiers: list[Tier | None] = ["days" if self.implant_pains else None]
        return max(tiers + [one.tier for one in self.standing], key=TIERS.index)

    @property
    def asks_for_visit(self) -> bool:
        """Whether somebody has to look at it within days or sooner."""
        return TIERS.index(self.tier) >= TIERS.index("days")


def say(case: Case, *, level: Level, count: int, night: bool) -> str:
    """The one calm sentence for a level; at night the card instead.

    Args:
        case: what the gate found.
        level: the gate's level.
        count: how many questions are open.
        night: the short screen is answered and the full one never was.
    """
    open_questions = WORDS["count"]["one" if count == 1 else "many"].format(n=count)
    return _sentence(case, level, night=night).format(count=open_questions, **case.help.words)


def _sentence(case: Case, level: Level, *, night: bool) -> str:
    words = WORDS["say"]
    if case.in_crisis:
        return words["crisis_and_emergency" if case.has_other_emergency else "crisis"]
    if case.person.minor:
        return words[f"parent_and_{level}" if level in ("emergency", "same_day") else "parent"]
    if level == "unanswered":
        return _open_sentence(case, night=night)
    if level == "days" and case.implant_pains and not any(one.tier == "days" for one in case.standing):
        return words["implant"]
    return words[level]


def _open_sentence(case: Case, *, night: bool) -> str:
    if case.asks_for_visit:
        return WORDS["say"]["unanswered_and_days"]
    # A doubt stands already: a card that says "move a little" would answer it.
    return night_card(case.place.region) if night and not case.standing else WORDS["say"]["unanswered"]


def referral(case: Case) -> Referral | None:
    """Whom to see, how soon, with a summary; None where nothing asks for a visit within days.

    Args:
        case: what the gate found.
    """
    if not case.asks_for_visit and not case.person.minor:
        return None
    urgency: Level = case.tier if case.tier and case.asks_for_visit else "days"
    return Referral(urgency, _to(case, urgency).format(**case.help.words), " ".join(_summary(case)))


def _to(case: Case, urgency: Level) -> str:
    words = WORDS["to"]
    if case.in_crisis:
        return f"{words['emergency']}; {words['crisis']}" if case.has_other_emergency else words["crisis"]
    if case.person.minor:
        return words[f"parent_and_{urgency}" if urgency in ("emergency", "same_day") else "parent"]
    return words[urgency]


def _summary(case: Case) -> Iterator[str]:
    words = WORDS["summary"]
    if case.person.minor:
        yield words["opening_parent"]
    if case.asks_for_visit:
        yield words["opening"]
    for one in case.standing:
        if one.tier:
            yield _answer_line(case, one)
    for pain in case.implant_pains:
        when = moment_text(case.diary.local(pain.since))
        yield words["implant"].format(place=place_text(pain.place), when=when)
    yield from _pain_line(case)
    if case.person.raised_by:
        yield words["facts"].format(facts="; ".join(case.person.raised_by.values()))
    yield words["limits"]


def _answer_line(case: Case, one: Standing) -> str:
    when = moment_text(case.diary.local(one.said.written))
    place = "" if one.said.place.region in WHOLE_BODY else f", {place_text(one.said.place)}"
    return WORDS["summary"]["answer"].format(text=one.question.text, reply=one.said.word, when=when, place=place)


def _pain_line(case: Case) -> Iterator[str]:
    felt = [one for one in case.diary.of(*FELT) if one.where == case.place.region or not case.place.region]
    if felt:
        newest = felt[-1]
        yield WORDS["summary"]["pain"].format(
            kind=newest.kind,
            points=points_text(newest.value or 0.0),
            when=moment_text(case.diary.local(newest.time)),
            place=f", {place_text(Place(newest.where, newest.side))}",
        )

"""What the person is told, and what they can hand over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from flarepath.diary import FELT, Diary, Entry
from flarepath.safety.answers import WHOLE_BODY, Place
from flarepath.safety.countries import HelpNumbers
from flarepath.safety.danger_words import Written, free_words, written_danger
from flarepath.safety.facts import FACTS
from flarepath.safety.held import speaking_against
from flarepath.safety.implants import ImplantPain
from flarepath.safety.model import Level, Referral, Tier
from flarepath.safety.person import Person
from flarepath.safety.standing import TIERS, Standing
from flarepath.safety.wording import WORDS, moment_text, night_card, place_text, points_text, short_day_text

LATELY = timedelta(weeks=12)
"""Events, medicines and notes of so long are handed over."""

NO_NEWS = frozenset({"seen_by_professional", "travel", "period"})
"""Events that a reader does not ask for."""

MOST = 6
"""At most so many of each are named."""

QUOTED = 160
"""So much of a note is quoted."""


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
    def implant_tier(self) -> Tier | None:
        """How urgent new pain near an implant is: very strong pain cannot wait for days; None where there is none."""
        if not self.implant_pains:
            return None
        return "same_day" if any(pain.strong for pain in self.implant_pains) else "days"

    @property
    def tier(self) -> Tier | None:
        """The most urgent tier of all."""
        return max([self.implant_tier, *(one.tier for one in self.standing)], key=TIERS.index)

    @property
    def points(self) -> float:
        """The newest number felt in the place asked about; 0 where there is none."""
        felt = [one.value or 0.0 for one in self.diary.of(*FELT) if one.where == self.place.region]
        return felt[-1] if felt else 0.0

    @property
    def against(self) -> frozenset[str]:
        """The facts and the late events that speak against a move of the night card."""
        last = self.diary.last
        return speaking_against(self.diary, region=self.place.region, at=last) if last else frozenset()

    @property
    def asks_for_visit(self) -> bool:
        """Whether somebody has to look at it within days or sooner."""
        return TIERS.index(self.tier) >= TIERS.index("days")


def say(case: Case, *, level: Level, count: int, night: bool, mend: tuple[str, ...] = (), days: str = "") -> str:
    """The one calm sentence for a level; at night the card instead.

    Args:
        case: what the gate found.
        level: the gate's level.
        count: how many questions are open.
        night: the short screen is answered and the full one never was.
        mend: sentences on lines that cannot be read.
        days: the days of the answers, in words.
    """
    open_questions = WORDS["count"]["one" if count == 1 else "many"].format(n=count)
    sentence = _sentence(case, level, night=night, only_mend=bool(mend) and not count)
    return sentence.format(count=open_questions, repairs=" ".join(mend), days=days, **case.help.words)


def _sentence(case: Case, level: Level, *, night: bool, only_mend: bool) -> str:
    words = WORDS["say"]
    if case.in_crisis:
        return words["crisis_and_emergency" if case.has_other_emergency else "crisis"]
    if case.person.minor:
        return words[f"parent_and_{level}" if level in ("emergency", "same_day") else "parent"]
    if level == "unanswered":
        return words["mend"] if only_mend else _open_sentence(case, night=night)
    if level == "days" and case.implant_pains and not any(one.tier == "days" for one in case.standing):
        return words["implant"]
    return words[level]


def _open_sentence(case: Case, *, night: bool) -> str:
    if case.asks_for_visit:
        return WORDS["say"]["unanswered_and_days"]
    # A doubt stands already: a card that says "move a little" would answer it.
    if not night or case.standing:
        return WORDS["say"]["unanswered"]
    return night_card(case.place.region, points=case.points, against=case.against)


def referral(case: Case) -> Referral | None:
    """Whom to see, how soon, with a summary; None where nothing asks for a visit within days.

    Args:
        case: what the gate found.
    """
    shown = any(one.reason for one in case.standing)
    if not case.asks_for_visit and not case.person.minor and not shown:
        return None
    urgency: Level = case.tier if case.tier and (case.asks_for_visit or shown) and not case.person.minor else "days"
    if case.person.minor and case.asks_for_visit and case.tier:
        urgency = case.tier
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
    elif case.standing or case.implant_pains:
        yield words["opening"]
    yield from _who(case)
    for one in case.standing:
        if one.tier:
            yield one.reason or _answer_line(case, one)
    for pain in case.implant_pains:
        when = moment_text(case.diary.local(pain.since))
        yield words["implant"].format(place=place_text(pain.place), when=when)
    yield from _pain_line(case)
    told = dict.fromkeys([*case.person.raised_by.values(), *_facts(case.person)])
    if told:
        yield words["facts"].format(facts="; ".join(told))
    yield from _lately(case)
    yield words["limits"]


def _facts(who: Person) -> Iterator[str]:
    """Every fact that was told with a yes, also those that raise nothing."""
    for fact in FACTS.values():
        if who.facts.get(fact.name) is True:
            yield fact.reason or fact.name.replace("_", " ")


def _who(case: Case) -> Iterator[str]:
    """Age and sex, where they were told: a reader asks for them first."""
    age, sex = case.person.facts.get("age"), case.person.facts.get("sex")
    told = [f"age about {age}" if age is not None else "", str(sex or "")]
    if any(told):
        yield WORDS["summary"]["who"].format(who=", ".join(filter(None, told)))


def _lately(case: Case) -> Iterator[str]:
    """Events, medicines and the person's own words of danger, of the last weeks."""
    words, known = WORDS["summary"], case.diary
    last = known.last
    since = last - LATELY if last else None
    events = [one for one in known.of("event") if since and one.time >= since and one.what not in NO_NEWS]
    if events:
        yield words["events"].format(events="; ".join(_event_text(case, one) for one in events[-MOST:]))
    names = dict.fromkeys(one.what for one in known.of("medicine") if since and one.time >= since and one.what)
    if names:
        yield words["medicines"].format(medicines=", ".join(name.replace("_", " ") for name in list(names)[:MOST]))
    notes = [one for one in written_danger(known) if since and one.entry.time >= since]
    if notes:
        said = "; ".join(f'"{_short(one)}" ({short_day_text(known.local(one.entry.time))})' for one in notes[-MOST:])
        yield words["notes"].format(notes=said)


def _event_text(case: Case, event: Entry) -> str:
    place = f", {place_text(Place(event.where, event.side)).lower()}" if event.where else ""
    return f"{event.what.replace('_', ' ')}{place} ({short_day_text(case.diary.local(event.time))})"


def _short(one: Written) -> str:
    text = free_words(one.entry)
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"


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

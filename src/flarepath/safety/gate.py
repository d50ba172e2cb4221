"""The safety gate: nothing is advised before it was asked (PRODUCT, "When the gate is satisfied")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from flarepath.body import REGIONS
from flarepath.course import Episode
from flarepath.diary import Diary
from flarepath.errors import UnknownId
from flarepath.quantities import Side
from flarepath.safety.answers import WHOLE_BODY, Answers, Place, Said, answers
from flarepath.safety.clock import Clock, clock
from flarepath.safety.countries import help_numbers
from flarepath.safety.due import full_screen_due, injury_due, repairs_due, soreness_due, visits_due
from flarepath.safety.implants import implant_pains
from flarepath.safety.model import Gate, Level, Reply, SafetyFinding, Tier
from flarepath.safety.numbers import NUMBERS
from flarepath.safety.person import Person, person
from flarepath.safety.questions import CHILD_QUESTION, CRISIS, QUESTIONS, Question
from flarepath.safety.refer import Case, referral, say
from flarepath.safety.standing import TIERS, Standing, everything_standing, locked
from flarepath.safety.wording import WORDS
from flarepath.sources import Numbers

LEVELS: tuple[Level, ...] = ("clear", "next_visit", "days", "unanswered", "same_day", "emergency")
"""What wins over what, the weakest first."""

IMPLANT_QUESTION = "s2"
"""The question that new pain near an implant speaks to, whatever was answered."""


@dataclass(frozen=True, slots=True)
class _Sitting:
    """Everything that one asking of the gate looks at."""

    case: Case
    answers: Answers
    clock: Clock

    @property
    def person(self) -> Person:
        return self.case.person

    def newest(self, question: Question) -> Said | None:
        return self.answers.newest(question.id, place=self.case.place)

    def top(self, question: Question) -> Standing | None:
        return next((one for one in self.case.standing if one.question is question), None)

    def is_yes(self, question: Question) -> bool:
        top = self.top(question)
        return top is not None and top.said.word == "yes"

    def applies(self, question: Question) -> bool:
        """A yes to a question that a fact would remove still counts: the fact may be the slip."""
        return self.top(question) is not None or question.applies(self.person.facts)

    def in_short_screen(self, question: Question) -> bool:
        return question.starred or (question.id == CHILD_QUESTION and self.person.minor)

    def full_screen(self) -> Iterator[Question]:
        return (question for question in QUESTIONS.values() if question.blocks and self.applies(question))


def screen(
    diary: Diary,
    *,
    at: datetime,
    region: str = "",
    side: Side = "",
    flare: Episode | None = None,
    numbers: Numbers = NUMBERS,
) -> Gate:
    """Ask the gate for one moment and one place.

    Args:
        diary: the whole diary; what is later than `at` does not exist.
        at: the moment asked about, aware.
        region: the region asked about; the flare-up's, else the whole body, where empty.
        side: its side; the flare-up's where empty.
        flare: the flare-up of that region that lasts at `at`, or None; it makes the short screen due.
        numbers: the part's numbers.

    Returns:
        The gate with one finding a question, the short screen first.

    Raises:
        UnknownId: no such region.
    """
    if region and region not in REGIONS:
        raise UnknownId("region", region)
    sitting = _sit(diary, at, _place(region, side, flare), flare, numbers)
    asked = sorted(QUESTIONS.values(), key=lambda question: not sitting.in_short_screen(question))
    findings = tuple(_finding(sitting, question) for question in asked)
    due = _due(sitting, flare, numbers)
    return _gate(sitting, findings, due, _quiet_until(sitting, numbers))


def _place(region: str, side: Side, flare: Episode | None) -> Place:
    if flare and region in ("", flare.region):
        return Place(flare.region, side or flare.side)
    return Place() if region in WHOLE_BODY else Place(region, side)


def _sit(diary: Diary, at: datetime, place: Place, flare: Episode | None, numbers: Numbers) -> _Sitting:
    until = diary.until(at)
    said = answers(until, at=at)
    who = person(until, at=at, numbers=numbers)
    moment = at.astimezone(UTC)
    case = Case(
        diary=until,
        person=who,
        place=place,
        standing=everything_standing(said, who, place=place),
        implant_pains=implant_pains(until, said.visits, at=moment, numbers=numbers),
        help=help_numbers(who.country),
    )
    return _Sitting(case, said, clock(until, flare, at=moment, numbers=numbers))


def _finding(sitting: _Sitting, question: Question) -> SafetyFinding:
    if not sitting.applies(question):
        return SafetyFinding(question.id, "not_applicable", question.suspected, "", question.source)
    top, newest = sitting.top(question), sitting.newest(question)
    counts = newest is not None and _counts(sitting, question, newest)
    said = top.said if top else newest if counts else None
    finding = SafetyFinding(
        id=question.id,
        answer=_reply(said),
        suspected=question.suspected,
        do=_do(sitting, question, top.tier if top else None),
        source=question.source,
        tier=top.tier if top else None,
        region=said.place.region if said else "",
        side=said.place.side if said else "",
        answered_at=sitting.case.diary.local(said.written) if said else None,
        blocks=question.blocks and not counts and not sitting.is_yes(question),
    )
    return _with_implant(sitting, finding) if question.id == IMPLANT_QUESTION else finding


def _reply(said: Said | None) -> Reply:
    """The newest answer as it was given; a yes that a professional has looked at keeps its word."""
    if said is None:
        return "missing"
    return "yes" if said.word == "yes" else "unsure" if said.word == "unsure" else "no"


def _counts(sitting: _Sitting, question: Question, said: Said) -> bool:
    full = sitting.clock.counts_full(said)
    return full and (not sitting.in_short_screen(question) or sitting.clock.counts_short(said))


def _do(sitting: _Sitting, question: Question, tier: Tier | None) -> str:
    if tier is None:
        return ""
    lead = WORDS["do"]["crisis" if question.id in CRISIS else tier]
    return f"{lead} {question.do}".format(**sitting.case.help.words)


def _with_implant(sitting: _Sitting, finding: SafetyFinding) -> SafetyFinding:
    """New or worse pain at an implant is at least `days`, whatever was answered (R116, SC16)."""
    pains = sitting.case.implant_pains
    if not pains or TIERS.index(finding.tier) >= TIERS.index("days"):
        return finding
    do = WORDS["do"]["implant"].format(**sitting.case.help.words)
    return replace(finding, tier="days", do=do, region=pains[0].place.region, side=pains[0].place.side)


def _due(sitting: _Sitting, flare: Episode | None, numbers: Numbers) -> tuple[str, ...]:
    case, at = sitting.case, sitting.clock.at
    if case.in_crisis:
        return ()
    return (
        *visits_due(case.standing, case.implant_pains),
        *injury_due(case.diary, sitting.answers, place=case.place),
        *full_screen_due(case.diary, answered=_answered_since(sitting), numbers=numbers),
        *soreness_due(case.diary, flare, sitting.answers, at=at, numbers=numbers),
        *repairs_due(case.diary),
    )


def _answered_since(sitting: _Sitting) -> datetime | None:
    """The time of the oldest answer that the full screen rests on; None where it is open."""
    if not _full_answered(sitting):
        return None
    asked = (question for question in sitting.full_screen() if not sitting.is_yes(question))
    return min((said.time for question in asked if (said := sitting.newest(question))), default=None)


def _full_answered(sitting: _Sitting) -> bool:
    return all(
        sitting.is_yes(question) or ((said := sitting.newest(question)) is not None and sitting.clock.counts_full(said))
        for question in sitting.full_screen()
    )


def _full_ever(sitting: _Sitting) -> bool:
    def was_asked(question: Question) -> bool:
        said = sitting.answers.of(question.id)
        return any(one.word != "unreadable" and one.place.covers(sitting.case.place) for one in said)

    return all(was_asked(question) or sitting.is_yes(question) for question in sitting.full_screen())


def _gate(
    sitting: _Sitting, findings: tuple[SafetyFinding, ...], due: tuple[str, ...], quiet_until: datetime | None
) -> Gate:
    case = sitting.case
    open_ids = {finding.id for finding in findings if finding.blocks}
    short = not any(sitting.in_short_screen(QUESTIONS[name]) for name in open_ids)
    ever = _full_ever(sitting)
    level = _level(findings, minor=case.person.minor)
    return Gate(
        level=level,
        findings=findings,
        short_answered=short,
        full_answered=_full_answered(sitting),
        full_ever=ever,
        due=due,
        locked=locked(case.standing, case.implant_pains, place=case.place),
        referral=referral(case),
        say=say(case, level=level, count=len(open_ids), night=short and not ever),
        minor=case.person.minor,
        unknown_facts=case.person.unknown,
        crisis=case.in_crisis,
        quiet_until=quiet_until,
    )


def _level(findings: tuple[SafetyFinding, ...], *, minor: bool) -> Level:
    found: list[Level] = [finding.tier for finding in findings if finding.tier]
    found += ["unanswered"] if any(finding.blocks for finding in findings) else []
    found += ["days"] if minor else []
    return max(found, key=LEVELS.index, default="clear")


def _quiet_until(sitting: _Sitting, numbers: Numbers) -> datetime | None:
    """The end of the hours without nudges after a crisis answer, None where they are over."""
    said = [one for name in CRISIS for one in sitting.answers.of(name) if one.word in ("yes", "unsure")]
    ends = (one.time + timedelta(hours=numbers["quiet_hours"]) for one in said)
    end = max(ends, default=sitting.clock.at)
    return sitting.case.diary.local(end) if end > sitting.clock.at else None

"""The safety gate: nothing is advised before it was asked, over every place that hurts (docs/method/safety.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from flarepath.body import REGIONS
from flarepath.course import Episode
from flarepath.diary import Diary
from flarepath.errors import UnknownId
from flarepath.quantities import Side
from flarepath.safety.answers import WHOLE_BODY, Place, Said, answers
from flarepath.safety.countries import help_numbers
from flarepath.safety.due import full_screen_due, new_questions_due, repairs_due, visits_due
from flarepath.safety.implants import implant_pains
from flarepath.safety.model import Gate, Level, Reply, SafetyFinding, Tier
from flarepath.safety.news import news
from flarepath.safety.numbers import NUMBERS
from flarepath.safety.operations import operated
from flarepath.safety.person import person
from flarepath.safety.questions import CRISIS, QUESTIONS, Question
from flarepath.safety.refer import Case, referral, say
from flarepath.safety.repairs import repairs
from flarepath.safety.signs import signs
from flarepath.safety.sitting import Sitting, asked_places
from flarepath.safety.standing import TIERS, everything_standing, locked
from flarepath.safety.wording import WORDS, days_text
from flarepath.sources import Numbers

LEVELS: tuple[Level, ...] = ("clear", "next_visit", "days", "unanswered", "same_day", "emergency")
"""What wins over what, the weakest first."""

IMPLANT_QUESTION = "s2"
"""The question that new pain near an implant speaks to, whatever was answered."""


def screen(
    diary: Diary,
    *,
    at: datetime,
    region: str = "",
    side: Side = "",
    flare: Episode | None = None,
    numbers: Numbers = NUMBERS,
) -> Gate:
    """Ask the gate for one moment: the worst over the place asked about and every other place that flares up.

    Args:
        diary: the whole diary; what is later than `at` does not exist.
        at: the moment asked about, aware.
        region: the region asked about; the flare-up's, else the whole body, where empty.
        side: its side; the flare-up's where empty.
        flare: the flare-up of that region that lasts at `at`, or None; those of other places are looked for.
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
    open_ids = {one.id for one in sitting.open}
    findings = tuple(_finding(sitting, question, blocks=question.id in open_ids) for question in asked)
    return _gate(sitting, findings)


def _place(region: str, side: Side, flare: Episode | None) -> Place:
    if flare and region in ("", flare.region):
        return Place(flare.region, side or flare.side)
    return Place() if region in WHOLE_BODY else Place(region, side)


def _sit(diary: Diary, at: datetime, place: Place, flare: Episode | None, numbers: Numbers) -> Sitting:
    until = diary.until(at)
    said = answers(until, at=at)
    who = person(until, at=at, numbers=numbers)
    moment = at.astimezone(UTC)
    found = signs(until, who, said.visits, at=moment, numbers=numbers)
    pains = implant_pains(until, said.visits, at=moment, numbers=numbers)
    case = Case(
        diary=until,
        person=who,
        place=place,
        standing=everything_standing(said, who, found, place=place),
        implant_pains=pains,
        help=help_numbers(who.country),
    )
    asked = asked_places(until, place, flare, at=moment, numbers=numbers)
    told = news(until, pains, at=moment, numbers=numbers)
    return Sitting(case=case, answers=said, asked=asked, news=told, at=moment, numbers=numbers)


def _finding(sitting: Sitting, question: Question, *, blocks: bool) -> SafetyFinding:
    if not sitting.applies(question):
        return SafetyFinding(question.id, "not_applicable", question.suspected, "", question.source)
    top, newest = sitting.top(question), sitting.newest(question)
    said = top.said if top else None if blocks or not sitting.counts(question) else newest
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
        blocks=blocks,
    )
    return _with_implant(sitting, finding) if question.id == IMPLANT_QUESTION else finding


def _reply(said: Said | None) -> Reply:
    """The newest answer as it was given; a yes that a professional has looked at keeps its word."""
    if said is None:
        return "missing"
    return "yes" if said.word == "yes" else "unsure" if said.word == "unsure" else "no"


def _do(sitting: Sitting, question: Question, tier: Tier | None) -> str:
    if tier is None:
        return ""
    lead = WORDS["do"]["crisis" if question.id in CRISIS else tier]
    return f"{lead} {question.do}".format(**sitting.case.help.words)


def _with_implant(sitting: Sitting, finding: SafetyFinding) -> SafetyFinding:
    """Something new or worse at an implant is at least `days`, very strong pain the same day, whatever was answered."""
    pains, tier = sitting.case.implant_pains, sitting.case.implant_tier
    if tier is None or TIERS.index(finding.tier) >= TIERS.index(tier):
        return finding
    do = WORDS["do"]["implant" if tier == "days" else "implant_today"].format(**sitting.case.help.words)
    return replace(finding, tier=tier, do=do, region=pains[0].place.region, side=pains[0].place.side)


def _due(sitting: Sitting) -> tuple[str, ...]:
    case, at, numbers = sitting.case, sitting.at, sitting.numbers
    if case.in_crisis:
        return ()
    answered = sitting.answered_since if sitting.full_answered else None
    return (
        *visits_due(case.standing, case.implant_pains),
        *full_screen_due(case.diary, at=at, answered=answered, numbers=numbers),
        *new_questions_due(sitting.waiting, at=at, answered=answered, diary=case.diary, numbers=numbers),
        *repairs_due(case.diary),
    )


def _gate(sitting: Sitting, findings: tuple[SafetyFinding, ...]) -> Gate:
    case = sitting.case
    mend = repairs(case.diary, case.person, sitting.answers, since=sitting.short_since)
    short, ever = sitting.short_answered, sitting.full_ever
    level = _level(findings, minor=case.person.minor, mend=bool(mend))
    return Gate(
        level=level,
        findings=findings,
        short_answered=short,
        full_answered=sitting.full_answered,
        full_ever=ever,
        due=_due(sitting),
        locked=_locked(sitting),
        referral=referral(case),
        say=say(
            case, level=level, count=len(sitting.open_ids), night=short and not ever, mend=mend, days=_days(sitting)
        ),
        minor=case.person.minor,
        unknown_facts=case.person.unknown,
        crisis=case.in_crisis,
        quiet_until=_quiet_until(sitting),
        open=sitting.open,
        repairs=mend,
        answered_on=sitting.answered_since and case.diary.local(sitting.answered_since),
    )


def _level(findings: tuple[SafetyFinding, ...], *, minor: bool, mend: bool) -> Level:
    found: list[Level] = [finding.tier for finding in findings if finding.tier]
    found += ["unanswered"] if mend or any(finding.blocks for finding in findings) else []
    found += ["days"] if minor else []
    return max(found, key=LEVELS.index, default="clear")


def _locked(sitting: Sitting) -> frozenset[str]:
    case = sitting.case
    rested = operated(case.diary, sitting.answers.visits, at=sitting.at, numbers=sitting.numbers)
    return locked(case.standing, case.implant_pains, place=case.place) | rested


def _days(sitting: Sitting) -> str:
    """The days of the answers that the gate rests on, in words."""
    local = sitting.case.diary.local
    times = sorted({local(time) for time in sitting.counted_times})
    return days_text(times[0], times[-1], now=local(sitting.at)) if times else ""


def _quiet_until(sitting: Sitting) -> datetime | None:
    """The end of the hours without nudges after a crisis answer, None where they are over."""
    said = [one for name in CRISIS for one in sitting.answers.of(name) if one.word in ("yes", "unsure")]
    ends = (one.time + timedelta(hours=sitting.numbers["quiet_hours"]) for one in said)
    end = max(ends, default=sitting.at)
    return sitting.case.diary.local(end) if end > sitting.at else None

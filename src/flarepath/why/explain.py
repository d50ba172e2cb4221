"""`explain(diary, at) -> Answer`: the whole answer as a pure function.

Nothing is explained or advised before the safety gate lets it through; only `safety` makes the Clearance that the
plan asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from flarepath.body import region as body_region
from flarepath.course import Episode, Outcome, first_place, outcomes, sides_match
from flarepath.diary import FELT, Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.flares import Explanation, flare_of, nothing_felt
from flarepath.flares import explain as explain_flare
from flarepath.plan import plan
from flarepath.quantities import Side
from flarepath.safety import Gate, Referral, clear, screen
from flarepath.sources import Numbers, table_version
from flarepath.triggers import NUMBERS, Attributed, find
from flarepath.triggers import shipped as shipped_priors
from flarepath.why.answer import Answer, Screened
from flarepath.why.points import points
from flarepath.why.say import say
from flarepath.why.settings import Settings
from flarepath.why.settings import settings as shipped

SIDES = ("", "left", "right", "both", "middle")


@dataclass(frozen=True, slots=True)
class _Moment:
    """What was asked, and what the gate says of it."""

    at: datetime
    known: Diary
    outcome: Outcome | None
    flare: Episode | None
    region: str
    side: Side
    gate: Gate


def explain(
    diary: Diary,
    *,
    at: datetime | None = None,
    region: str = "",
    side: Side = "",
    settings: Settings | None = None,
    quick: bool = True,
) -> Answer:
    """Why this hurts and what to change, for one moment.

    Args:
        diary: the person's diary; only entries up to `at` exist for the answer.
        at: the moment, aware; the last entry's by default.
        region: a region id; the place that hurts most by default.
        side: left, right, both, middle, or empty for the side that hurts most.
        settings: the numbers to work with; those shipped by default.
        quick: triggers by the instant answer; else by the sampled one, which takes seconds.

    Returns:
        The answer with every step that led to it.

    Raises:
        NothingToAnswerFrom: no entry at or before `at`.
        UnknownId: no such region.
        ValueError: no such side.
    """
    numbers = settings or shipped()
    asked = _asked(diary, at, region, side, numbers)
    gate, outcome = asked.gate, asked.outcome
    if outcome is None or not gate.may_explain:
        return _answer(asked, say=gate.say, refer=gate.referral)
    attributed = attribute(asked.known, outcome, numbers.triggers, quick=quick)
    explanation = explanation_of(asked.known, outcome, asked.at, numbers, attributed)
    advised = plan(clear(gate), explanation, diary=asked.known, numbers=numbers.plan)
    return replace(
        _answer(asked, say=f"{say(explanation, noted=_noted(asked))} {gate.say}", refer=gate.referral or advised.refer),
        points=points(asked.known, outcome, asked.flare, at=asked.at, attributed=attributed),
        explanation=explanation,
        plan=advised,
    )


def _noted(asked: _Moment) -> datetime | None:
    """When the place was last written about."""
    here = [entry for entry in asked.known.of(*FELT) if entry.where == asked.region]
    return asked.known.local(here[-1].time) if here else None


def explanation_of(
    diary: Diary, outcome: Outcome | None, at: datetime, numbers: Settings, attributed: Attributed | None = None
) -> Explanation:
    """What the flare part says of one place; that nothing was felt where there is none.

    Args:
        diary: entries up to `at`.
        outcome: what is followed, or None.
        at: the moment asked about.
        numbers: the numbers to work with.
        attributed: what drives the outcome over the whole diary; worked out where it is not given.
    """
    if outcome is None:
        return nothing_felt(at=at)
    found = attributed or attribute(diary, outcome, numbers.triggers)
    return explain_flare(diary, outcome, at=at, numbers=numbers.flares, course=numbers.course, attributed=found)


def attribute(diary: Diary, outcome: Outcome, numbers: Numbers, *, quick: bool = True) -> Attributed:
    """What drives the outcome over the whole diary.

    Args:
        diary: entries up to the moment.
        outcome: what is followed.
        numbers: the numbers of `triggers`.
        quick: the instant answer; else the sampled one.
    """
    priors = shipped_priors() if numbers is NUMBERS else replace(shipped_priors(), numbers=numbers)
    return find(diary, quick=quick, only=outcome, priors=priors).outcomes[0]


def screened(
    diary: Diary,
    *,
    at: datetime | None = None,
    region: str = "",
    side: Side = "",
    settings: Settings | None = None,
) -> Screened:
    """The safety gate alone, for one moment.

    Args:
        diary: the person's diary.
        at: the moment, aware; the last entry's by default.
        region: a region id; the place that hurts most by default.
        side: a side, or empty.
        settings: the numbers to work with; those shipped by default.

    Raises:
        NothingToAnswerFrom: no entry at or before `at`.
        UnknownId: no such region.
        ValueError: no such side.
    """
    return asked_of(diary, at, region, side, settings or shipped())[0]


def asked_of(
    diary: Diary, at: datetime | None, region: str, side: Side, numbers: Settings
) -> tuple[Screened, Diary, Outcome | None]:
    """The gate of a moment, the diary up to it, and what hurts.

    Args:
        diary: the person's diary.
        at: the moment, aware; the last entry's by default.
        region: a region id, or empty.
        side: a side, or empty.
        numbers: the numbers to work with.
    """
    asked = _asked(diary, at, region, side, numbers)
    return Screened(asked.at, asked.region, asked.side, asked.gate, versions()), asked.known, asked.outcome


def _asked(diary: Diary, at: datetime | None, region: str, side: Side, numbers: Settings) -> _Moment:
    moment, known = _until(diary, at, region, side)
    outcome = _outcome(known, moment, region, side, numbers.course)
    flare = flare_of(known, outcome, at=moment, numbers=numbers.course) if outcome else None
    place, which = (outcome.region, outcome.side) if outcome else (region, side)
    gate = screen(known, at=moment, region=place, side=which, flare=flare, numbers=numbers.safety)
    return _Moment(moment, known, outcome, flare, place, which, gate)


def _answer(asked: _Moment, *, say: str, refer: Referral | None) -> Answer:
    return Answer(
        at=asked.at,
        region=asked.region,
        side=asked.side,
        gate=asked.gate,
        outcome=asked.outcome,
        flare=asked.flare,
        say=say,
        points=(),
        explanation=None,
        plan=None,
        refer=refer,
        versions=versions(),
    )


def versions() -> dict[str, str]:
    """The versions of the rules and tables behind an answer: a short hash of each table's text."""
    return {
        "rules": table_version("flarepath.safety", "questions.toml"),
        "tables": table_version("flarepath.flares", "causes.toml"),
        "library": table_version("flarepath.exercises", "library.toml"),
    }


def _until(diary: Diary, at: datetime | None, region: str, side: str) -> tuple[datetime, Diary]:
    if region:
        body_region(region)
    if side not in SIDES:
        raise ValueError(f"{side!r} is not a side; use left, right, both or middle")
    moment = at or _last(diary)
    known = diary.until(moment) if moment else diary
    if moment is None or not known.entries:
        raise NothingToAnswerFrom("There is no entry at or before that time, so there is nothing to answer from.")
    return moment.astimezone(known.zone_at(moment)), known


def _last(diary: Diary) -> datetime | None:
    """The time of the last line: an answer that cannot be read counts too, or a red flag could hide behind the end."""
    times = [line.time for line in diary.spoiled if line.time]
    return max([*times, diary.last], key=datetime.timestamp) if diary.last else None


def _outcome(known: Diary, at: datetime, region: str, side: Side, numbers: Numbers) -> Outcome | None:
    """What hurts most now; where nothing was felt within a week, what was felt last."""
    first = first_place(known, at=at, region=region, side=side, numbers=numbers)
    if first:
        return first
    felt = [o for o in outcomes(known) if region in ("", o.region) and sides_match(o.side, side)]
    last = {Outcome(e.kind, e.where, e.side): e.time for e in known.of("tightness", "soreness", "pain")}
    return max(felt, key=lambda o: last[o], default=None)

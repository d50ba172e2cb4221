"""`explain(diary, at) -> Answer`: the whole answer as a pure function.

Nothing is explained or advised before the safety gate lets it through; only `safety` makes the Clearance that the
plan asks for.
"""

from __future__ import annotations

from datetime import datetime

from flarepath.body import region as body_region
from flarepath.course import Episode, Outcome, most_risen, outcomes, sides_match
from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.flares import explain as explain_flare
from flarepath.flares import flare_of
from flarepath.plan import plan
from flarepath.quantities import Side
from flarepath.safety import Gate, clear, screen
from flarepath.sources import table_version
from flarepath.why.answer import SILENT, Answer, Screened
from flarepath.why.points import points
from flarepath.why.say import say

SIDES = ("", "left", "right", "both", "middle")


def explain(diary: Diary, *, at: datetime | None = None, region: str = "", side: Side = "") -> Answer:
    """Why this hurts and what to change, for one moment.

    Args:
        diary: the person's diary; only entries up to `at` exist for the answer.
        at: the moment, aware; the last entry's by default.
        region: a region id; the one with the highest rise by default.
        side: left, right, both, middle, or empty for the side with the highest rise.

    Returns:
        The answer with every step that led to it.

    Raises:
        NothingToAnswerFrom: no entry at or before `at`.
        UnknownId: no such region or side.
    """
    moment, known = _until(diary, at, region, side)
    outcome = _outcome(known, moment, region, side)
    flare = flare_of(known, outcome, at=moment) if outcome else None
    gate = _gate(known, moment, outcome, flare, region, side)
    place, which = (outcome.region, outcome.side) if outcome else (region, side)
    if outcome is None or gate.minor or gate.crisis or gate.level in SILENT:
        return Answer(moment, place, which, gate, outcome, flare, gate.say, (), None, None, gate.referral, versions())
    explanation = explain_flare(known, outcome, at=moment)
    advised = plan(clear(gate), explanation, diary=known)
    return Answer(
        at=moment,
        region=place,
        side=which,
        gate=gate,
        outcome=outcome,
        flare=flare,
        say=f"{say(explanation)} {gate.say}".strip(),
        points=points(known, outcome, flare, at=moment),
        explanation=explanation,
        plan=advised,
        refer=gate.referral or advised.refer,
        versions=versions(),
    )


def screened(diary: Diary, *, at: datetime | None = None, region: str = "", side: Side = "") -> Screened:
    """The safety gate alone, for one moment.

    Args:
        diary: the person's diary.
        at: the moment, aware; the last entry's by default.
        region: a region id; the one with the highest rise by default.
        side: a side, or empty.

    Raises:
        NothingToAnswerFrom: no entry at or before `at`.
        UnknownId: no such region or side.
    """
    moment, known = _until(diary, at, region, side)
    outcome = _outcome(known, moment, region, side)
    flare = flare_of(known, outcome, at=moment) if outcome else None
    gate = _gate(known, moment, outcome, flare, region, side)
    place, which = (outcome.region, outcome.side) if outcome else (region, side)
    return Screened(moment, place, which, gate, versions())


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
    moment = at or diary.last
    known = diary.until(moment) if moment else diary
    if moment is None or not known.entries:
        raise NothingToAnswerFrom("There is no entry at or before that time, so there is nothing to answer from.")
    return moment.astimezone(known.zone_at(moment)), known


def _outcome(known: Diary, at: datetime, region: str, side: Side) -> Outcome | None:
    """The outcome with the highest rise; where nothing was felt within a week, the one felt last."""
    risen = most_risen(known, at=at, region=region, side=side)
    if risen:
        return risen
    felt = [o for o in outcomes(known) if region in ("", o.region) and sides_match(o.side, side)]
    last = {Outcome(e.kind, e.where, e.side): e.time for e in known.of("tightness", "soreness", "pain")}
    return max(felt, key=lambda o: last[o], default=None)


def _gate(known: Diary, at: datetime, outcome: Outcome | None, flare: Episode | None, region: str, side: Side) -> Gate:
    place, which = (outcome.region, outcome.side) if outcome else (region, side)
    return screen(known, at=at, region=place, side=which, flare=flare)

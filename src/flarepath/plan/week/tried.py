"""The plan's tests of itself: does the same dose get easier, does light movement help, does the body sense improve?

Each has a clock, and before it has run out the answer is that it is too early.

Source: article, chen09
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import mean
from typing import Literal

from flarepath.plan.clocks import NinetyDays, TacticClock, ninety_days
from flarepath.plan.light import LightRecord, light_record
from flarepath.plan.trials import strengthening, stretching
from flarepath.plan.week.log import Known, Log
from flarepath.plan.week.response import Response, Responses
from flarepath.quantities import days_between

Adapting = Literal["confirmed", "not_confirmed", "too_early"]
Sensing = Literal["better", "worse", "same", "too_early"]

POSITION_TEST = "joint_position_repeat"

FELL_SHARE = 0.5
"""After three or four sessions the soreness of the same dose should have fallen by half (EVIDENCE 2.1)."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """How sore the same dose of one exercise left the person at first and now, in points above the usual (R46)."""

    exercise: str
    sessions: int
    days: float
    first: float
    last: float
    says: Adapting


@dataclass(frozen=True, slots=True)
class BodySense:
    """Degrees by which a position was missed with closed eyes: of the first and the last week, per joint (R53)."""

    region: str
    side: str
    first: float
    last: float
    tries: int
    says: Sensing


@dataclass(frozen=True, slots=True)
class Tried:
    """Everything that the plan tests on this person."""

    adaptation: tuple[Adaptation, ...]
    light: LightRecord
    body_sense: tuple[BodySense, ...]
    clocks: tuple[TacticClock, ...]
    gate: NinetyDays


def tried(log: Log, *, responses: Responses | None = None) -> Tried:
    """What the diary says of the plan's own tests.

    Args:
        log: the moment.
        responses: the answers of the body, where they were worked out already.
    """
    setting = log.setting
    clocks = (clock for clock in (stretching(setting), strengthening(setting)) if clock)
    return Tried(
        adaptation=tuple(_adaptations(log, (responses or Responses(log)).by_name)),
        light=light_record(setting),
        body_sense=tuple(_body_sense(log)),
        clocks=tuple(clocks),
        gate=ninety_days(setting.diary, at=log.at, numbers=log.numbers),
    )


def _adaptations(log: Log, responses: Mapping[str, tuple[Response, ...]]) -> Iterator[Adaptation]:
    for name, known in log.known.items():
        rises = _rises(known, responses[name], log)
        if len(rises) > 1 and rises[0][1] >= log.numbers["sore_points"]:
            days = days_between(rises[0][0], rises[-1][0])
            yield Adaptation(name, len(rises), days, rises[0][1], rises[-1][1], _adapted(rises, days, log))


def _rises(known: Known, told: tuple[Response, ...], log: Log) -> list[tuple[datetime, float]]:
    """Time and rise of each session of about the newest dose that was answered."""
    doses = {done.time: done.dose.volume for done in known.sessions}
    same, share = known.last.dose.volume, log.numbers["same_dose_share"]
    return [
        (each.time, max(0.0, each.peak - each.usual))
        for each in told
        if each.light and each.charged and abs(doses[each.time] / same - 1) <= share
    ]


def _adapted(rises: list[tuple[datetime, float]], days: float, log: Log) -> Adapting:
    first, last = rises[0][1], rises[-1][1]
    if last <= FELL_SHARE * first:
        return "confirmed"
    enough = len(rises) >= log.numbers["unadapted_sessions"] and days >= log.numbers["unadapted_days"]
    return "not_confirmed" if enough and last >= first else "too_early"


def _body_sense(log: Log) -> Iterator[BodySense]:
    own = [m for m in log.setting.measures if m.test == POSITION_TEST and m.value is not None]
    for region, side in dict.fromkeys((m.region, m.side) for m in own):
        values = [(m.time, m.value or 0.0) for m in own if (m.region, m.side) == (region, side)]
        start, end = values[0][0], values[-1][0]
        first = mean(v for time, v in values if days_between(start, time) < 1)
        last = mean(v for time, v in values if days_between(time, end) < 1)
        yield BodySense(region, side, first, last, len(values), _sensed(first, last, days_between(start, end), log))


def _sensed(first: float, last: float, days: float, log: Log) -> Sensing:
    """Better or worse by more than twice the error of the test, after a week at least."""
    if days < log.numbers["week_days"]:
        return "too_early"
    if abs(last - first) < log.numbers["sense_degrees"]:
        return "same"
    return "better" if last < first else "worse"

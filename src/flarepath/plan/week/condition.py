"""The condition of a muscle after a dose: ready, fragile, repairing (R45, SC1).

Fragile until the soreness has clearly passed its peak: light movement, nothing new, nothing hard. Repairing until it is
at 2 points or less and the range is back: what is known, at half. Then ready.

Source: catalogue, doms
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from flarepath.body import MUSCLES
from flarepath.course import Checkin, baseline_before, sides_match
from flarepath.exercises import Bout, Measure
from flarepath.plan.week.log import Log
from flarepath.quantities import Side, days_between, hours_between

State = Literal["ready", "fragile", "repairing"]

SIDES: tuple[Side, ...] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Condition:
    """A muscle on one side: its state, why, and when to look again (None where it is ready)."""

    muscle: str
    side: Side
    state: State
    because: str
    ready_on: datetime | None


def conditions(log: Log) -> tuple[Condition, ...]:
    """Every muscle that is not ready.

    Args:
        log: the moment.
    """
    worked = {work.muscle for bout in _week(log) for work in bout.work if work.role == "main"}
    tested = {measure.muscle for measure in log.setting.measures if measure.muscle}
    found = (condition(log, muscle, side) for muscle in MUSCLES if muscle in worked | tested for side in SIDES)
    return tuple(each for each in found if each.state != "ready")


def condition(log: Log, muscle: str, side: Side) -> Condition:
    """One muscle on one side.

    Args:
        log: the moment.
        muscle: a muscle id.
        side: left or right.
    """
    doses = [b for b in _week(log) if sides_match(b.side, side) and muscle in {w.muscle for w in b.work}]
    lost = _lost_range(log, muscle, side)
    if not doses:
        return Condition(muscle, side, "ready", "", None)
    dose = doses[-1]
    sore = list(_soreness(log, muscle, side, dose))
    worst = max(sore, key=lambda pair: pair[0].points, default=None)
    if worst is None and lost is None:
        return Condition(muscle, side, "ready", "", None)
    hours = hours_between(dose.time, log.at)
    passed = lost is None and worst is not None and worst[0].points < worst[1] and hours >= log.numbers["peak_hours"]
    state: State = "repairing" if passed else "fragile"
    why = _why(worst[0].points if worst else None, lost)
    until = dose.time + timedelta(hours=log.numbers["amber_soreness_hours"])
    return Condition(muscle, side, state, why, max(until, log.at + timedelta(days=1)))


def _week(log: Log) -> list[Bout]:
    days = log.numbers["sore_days"]
    return [bout for bout in log.setting.bouts if days_between(bout.time, log.at) <= days and bout.kind == "exercise"]


def _soreness(log: Log, muscle: str, side: Side, dose: Bout) -> Iterator[tuple[Checkin, float]]:
    """The newest check-in of each place where the muscle is felt that is sore since the dose, and the peak since."""
    for outcome, series in log.series.items():
        if outcome.region not in MUSCLES[muscle].felt_in or not sides_match(outcome.side, side):
            continue
        after = [c for c in series if dose.time < c.time <= log.at]
        usual = baseline_before(series, dose.time).points
        if after and after[-1].points > max(log.numbers["sore_points"], usual):
            yield after[-1], max(c.points for c in after)


def _lost_range(log: Log, muscle: str, side: Side) -> Measure | None:
    """The newest test of range against the own usual, where it is down by 10 degrees or 15 % within a week."""
    own = [
        m
        for m in log.setting.measures
        if m.muscle == muscle and m.about == "length" and m.is_change and m.value is not None
        if sides_match(m.side, side) and days_between(m.time, log.at) <= log.numbers["sore_days"]
    ]
    if not own or own[-1].value is None:
        return None
    limit = log.numbers["lost_share"] if own[-1].unit == "%" else log.numbers["lost_degrees"]
    return own[-1] if own[-1].value <= -limit else None


def _why(points: float | None, lost: Measure | None) -> str:
    sore = f"sore at {points:g} of 10" if points is not None else ""
    range_down = f"its range is down by {-(lost.value or 0):g} {lost.unit}" if lost else ""
    return " and ".join(filter(None, (sore, range_down))) + " after the last session"

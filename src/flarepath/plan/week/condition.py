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
from flarepath.course import Outcome, baseline_before, sides_match
from flarepath.exercises import Bout, Measure
from flarepath.plan.week.log import Log
from flarepath.plan.words import spoken
from flarepath.quantities import Side, days_between, hours_between

State = Literal["ready", "fragile", "repairing"]

SIDES: tuple[Side, ...] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Condition:
    """A muscle on one side: its state, why, when to look again (None where it is ready), and what ends it in words."""

    muscle: str
    side: Side
    state: State
    because: str
    ready_on: datetime | None
    ends: str = ""


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
    worst = max(_soreness(log, muscle, side, dose), key=lambda sore: sore.now, default=None)
    if worst is None and lost is None:
        return Condition(muscle, side, "ready", "", None)
    hours = hours_between(dose.time, log.at)
    passed = lost is None and worst is not None and worst.now < worst.peak and hours >= log.numbers["peak_hours"]
    state: State = "repairing" if passed else "fragile"
    until = dose.time + timedelta(hours=log.numbers["amber_soreness_hours"])
    ends = _ends(worst, lost, log)
    return Condition(muscle, side, state, _why(worst, lost), max(until, log.at + timedelta(days=1)), ends)


@dataclass(frozen=True, slots=True)
class _Sore:
    """What is felt where a muscle lies, since its last dose: the newest number and the peak."""

    outcome: Outcome
    now: float
    peak: float


def _week(log: Log) -> list[Bout]:
    days = log.numbers["sore_days"]
    return [bout for bout in log.setting.bouts if days_between(bout.time, log.at) <= days and bout.kind == "exercise"]


def _soreness(log: Log, muscle: str, side: Side, dose: Bout) -> Iterator[_Sore]:
    """The newest check-in of each place where the muscle is felt that is sore since the dose, and the peak since."""
    for outcome, series in log.series.items():
        if outcome.region not in MUSCLES[muscle].felt_in or not sides_match(outcome.side, side):
            continue
        after = [c for c in series if dose.time < c.time <= log.at]
        usual = baseline_before(series, dose.time).points
        if after and after[-1].points > max(log.numbers["sore_points"], usual):
            yield _Sore(outcome, after[-1].points, max(c.points for c in after))


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


def _why(sore: _Sore | None, lost: Measure | None) -> str:
    """What is felt, by its own word: a pain is no soreness of a session (R39)."""
    felt = ""
    if sore is not None:
        place = spoken(sore.outcome.region)
        felt = {
            "soreness": f"sore at {sore.now:g} of 10 after the last session",
            "pain": f"the {place} hurts at {sore.now:g} of 10",
            "tightness": f"the {place} feels tight at {sore.now:g} of 10",
        }[sore.outcome.kind]
    range_down = f"its range is down by {-(lost.value or 0):g} {lost.unit} since the last session" if lost else ""
    return " and ".join(filter(None, (felt, range_down)))


def _ends(sore: _Sore | None, lost: Measure | None, log: Log) -> str:
    """The level at which it may work again, as the end of a sentence."""
    if sore is not None:
        return when(spoken(sore.outcome.region), log.numbers["sore_points"])
    return "when it moves as far as usual again" if lost else ""


def when(place: str, level: float) -> str:
    """At which level something comes back, as the end of a sentence.

    Args:
        place: a region by its plain name.
        level: points, 0-10.

    Example:
        >>> when("knee", 2)
        'when the knee is at 2 of 10 or less'
    """
    return f"when the {place} is at {level:g} of 10 or less"

"""What the week must fit into: days, minutes, tools; and what the person said of earlier changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Final, Literal

from flarepath.diary import Diary
from flarepath.exercises import EQUIPMENT
from flarepath.plan.week.dose import minutes_of
from flarepath.plan.week.log import Log

Said = Literal["accept", "change", "refuse"]

SAID: Final = ("accept", "change", "refuse")
NOTE: Final = "plan_change"
"""The name of the note that keeps what was said of a change."""

MOST_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """Training days a week, minutes a session, and the tools at hand beside what every home has."""

    days: int
    minutes: float
    equipment: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the person said of one change, why, and what they want instead (an exercise id, or empty)."""

    change: str
    said: Said
    reason: str
    instead: str
    on: datetime


def frame_of(log: Log, *, days: int | None, minutes: float | None, equipment: frozenset[str] | None) -> Frame:
    """The frame: what was asked for, else what the facts say, else what is usual in the diary.

    Args:
        log: the moment.
        days: training days a week.
        minutes: of one session.
        equipment: tools at hand.
    """
    facts = log.setting.diary.facts()
    told_days = facts["training_days"].value if "training_days" in facts else None
    told_minutes = facts["training_minutes"].value if "training_minutes" in facts else None
    told_tools = frozenset(facts["equipment"].word.split("+")) & EQUIPMENT if "equipment" in facts else None
    return Frame(
        days=min(MOST_DAYS, max(1, days or round(told_days or _usual_days(log)))),
        minutes=max(5.0, minutes or told_minutes or _usual_minutes(log)),
        equipment=_usual_tools(log) if equipment is None and told_tools is None else equipment or told_tools or _none(),
    )


def _none() -> frozenset[str]:
    return frozenset()


def _usual_days(log: Log) -> float:
    days = {bout.time.date() for bout in log.setting.recent if bout.kind == "exercise"}
    fewest, most = log.numbers["fewest_days"], log.numbers["most_days"]
    return min(most, max(fewest, round(len(days) / log.weeks))) if days else log.numbers["first_days"]


def _usual_minutes(log: Log) -> float:
    by_day: dict[object, float] = {}
    for known in log.known.values():
        sides = 2 if known.exercise and known.exercise.sides == "one" else 1
        for done in known.sessions:
            day = done.time.date()
            by_day[day] = by_day.get(day, 0.0) + minutes_of(done.dose, sides=sides)
    return max(log.numbers["first_minutes"], median(by_day.values())) if by_day else log.numbers["first_minutes"]


def _usual_tools(log: Log) -> frozenset[str]:
    return frozenset(tool for known in log.known.values() if known.exercise for tool in known.exercise.equipment)


def decisions(diary: Diary) -> Mapping[str, Decision]:
    """The newest word on every change, by the change's id.

    A change is kept in the diary as a note: `note,plan_change,,,,refuse,,id=swap_red:toes_to_bar; reason=I like it`.

    Args:
        diary: entries up to the moment.
    """
    found: dict[str, Decision] = {}
    for entry in diary.of("note"):
        if entry.what == NOTE and entry.word in SAID and entry.text("id"):
            said: Said = "refuse" if entry.word == "refuse" else "accept" if entry.word == "accept" else "change"
            found[entry.text("id")] = Decision(
                entry.text("id"), said, entry.text("reason"), entry.text("instead"), entry.time
            )
    return found

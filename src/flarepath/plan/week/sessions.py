"""What a week is made of: its sessions, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from flarepath.body import MUSCLES
from flarepath.exercises import TESTS, Exercise
from flarepath.plan.week.condition import Condition
from flarepath.plan.week.dose import Dose, minutes_of
from flarepath.plan.week.frame import Frame
from flarepath.plan.week.one_step import Step
from flarepath.plan.week.queue import Wanted
from flarepath.plan.week.response import Responses
from flarepath.plan.week.soreness import SorenessForecast, soreness_forecast
from flarepath.plan.words import exercise_name
from flarepath.quantities import Side

Kind = Literal["usual", "short", "elsewhere"]
TEST_MINUTES = 3.0


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise, stretch, massage or test of a session.

    `move` is the rule of `steps.toml` behind the dose, or `test`. `forecast` is set where soreness is to be expected.
    """

    id: str
    name: str
    side: Side
    dose: Dose | None
    move: str
    is_new: bool
    why: str
    feel: str
    stops: tuple[str, ...]
    minutes: float
    forecast: SorenessForecast | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One training day."""

    day: date
    kind: Kind
    items: tuple[Item, ...]

    @property
    def minutes(self) -> float:
        """About how long it takes."""
        return sum(item.minutes for item in self.items)


@dataclass(frozen=True, slots=True)
class Week:
    """The week after a moment: the sessions, what becomes of each known exercise, what is still missing.

    `added` are the steps of what is new. `responses` are the answers of the body that all of it rests on.
    `left_for_later` are names for which there was no time.
    """

    at: datetime
    frame: Frame
    strained: str
    upkeep: bool
    sessions: tuple[Session, ...]
    steps: tuple[Step, ...]
    added: tuple[Step, ...]
    queue: tuple[Wanted, ...]
    conditions: tuple[Condition, ...]
    responses: Responses
    left_for_later: tuple[str, ...]


@dataclass(frozen=True)
class New:
    """Something new to begin with, and why."""

    exercise: Exercise
    dose: Dose
    side: Side
    why: str
    rule: str


def item_of(new: New) -> Item:
    """The first session of something new.

    Args:
        new: what is begun.
    """
    exercise, dose = new.exercise, new.dose
    return Item(
        id=exercise.id,
        name=exercise_name(exercise.id),
        side=new.side or "both",
        dose=dose,
        move=new.rule,
        is_new=True,
        why=new.why,
        feel=feel_of(exercise, dose),
        stops=exercise.stop_signs,
        minutes=minutes_of(dose, sides=2 if exercise.sides == "one" else 1),
        forecast=soreness_forecast(exercise, times_before=0) if exercise.kind == "exercise" else None,
    )


def test_of(wanted: Wanted) -> Item:
    """A home test as a part of a session.

    Args:
        wanted: the test that is missing.
    """
    test = TESTS[wanted.test]
    return Item(
        id=test.id,
        name=test.name,
        side=wanted.side or "both",
        dose=None,
        move="test",
        is_new=False,
        why=wanted.why,
        feel="Both sides, twice; pain at most 3 of 10.",
        stops=(test.stop_rule,),
        minutes=TEST_MINUTES,
    )


def spots(exercise: Exercise) -> frozenset[str]:
    """Where an exercise may be felt; a mild stretch or massage goes with the loading of its muscle (R72).

    Args:
        exercise: of the library.
    """
    muscles: Iterable[str] = exercise.mains if exercise.kind == "exercise" else ()
    return frozenset(place for muscle in muscles for place in (*MUSCLES[muscle].felt_in, *MUSCLES[muscle].pulls_on))


def feel_of(exercise: Exercise | None, dose: Dose) -> str:
    """How it should feel.

    Args:
        exercise: of the library, None where nobody knows it.
        dose: how much of it.
    """
    effort = f"effort about {dose.effort:g} of 10" if dose.effort is not None else "an effort you could keep up"
    where = f"Felt: {exercise.felt_where}; " if exercise and exercise.felt_where else ""
    return f"{where}{effort if where else effort.capitalize()}; pain at most 3 of 10 and not rising."

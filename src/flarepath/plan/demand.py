"""What a movement asks of a person: its traits, the places it works or bends, and how sure that is.

Source: ours
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flarepath.body import muscles_named
from flarepath.exercises import EXERCISES, OTHER_SIDE_RESTS, TESTS, Bout, Exercise, Work, resolve, traits_named
from flarepath.plan.reach import ALL, places_of, reached, tested
from flarepath.quantities import Side

Movement = Exercise | Bout | str
"""An exercise of the library, a logged bout, or a name as somebody wrote it."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What something asks.

    `not_with` names facts and events for which this very row is out. `work` is empty where nobody knows its muscles;
    `is_known` is False where it is not of the library.
    """

    name: str
    kind: str
    traits: frozenset[str]
    not_with: frozenset[str]
    places: frozenset[str]
    work: tuple[Work, ...]
    is_known: bool

    def spares(self, side: Side, done_on: Side) -> bool:
        """Whether a place on one side has nothing to do with it, because it works the other side alone.

        Args:
            side: of the place.
            done_on: the side it is done on; empty for either.
        """
        return OTHER_SIDE_RESTS in self.traits and {side, done_on} == {"left", "right"}


def demand(movement: Movement) -> Demand:
    """What an exercise, a stretch, a massage, something logged or a mere name asks.

    Args:
        movement: of the library, logged, or a name.
    """
    if isinstance(movement, Exercise):
        return _of_exercise(movement.id)
    if isinstance(movement, str):
        known = EXERCISES.get(resolve(movement) or "")
        return _of_exercise(known.id) if known else _of_name(movement, "exercise", _muscles(movement))
    if movement.exercise is not None:
        return _of_exercise(movement.exercise.id)
    return _of_name(movement.name, movement.kind, movement.work)


@cache
def _of_exercise(name: str) -> Demand:
    row = EXERCISES[name]
    return Demand(row.name, row.kind, row.traits, row.not_with, reached(row), row.work, is_known=True)


def _muscles(name: str) -> tuple[Work, ...]:
    return tuple(Work(muscle, "main", "mid") for muscle in muscles_named(name))


def _of_name(name: str, kind: str, work: tuple[Work, ...]) -> Demand:
    muscles = tuple(each.muscle for each in work)
    places = frozenset(places_of(work)) if work else ALL
    return Demand(name, kind, traits_named(name, kind=kind, muscles=muscles), frozenset(), places, work, is_known=False)


@cache
def demand_of_test(test_id: str) -> Demand:
    """What a home test asks.

    Args:
        test_id: its slug.
    """
    test = TESTS[test_id]
    work = (Work(test.muscle, "main", test.zone or "mid"),) if test.muscle else ()
    return Demand(test.name, "test", test.traits, test.not_with, tested(test), work, is_known=True)

"""A simulated person: the diary, and the truth that no estimator may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flarepath.course import Outcome
from flarepath.diary import Diary
from flarepath.simulate.world import World


@dataclass(frozen=True, slots=True)
class Planted:
    """A true trigger.

    `points` is the largest value over lags of the response to one typical dose, before rounding; negative where it
    protects. For an exercise, stretch or food the typical dose is the person's median, fresh: no repetition of it has
    made the person used to it. For a daily value it is one day that lies one standard deviation above the person's
    usual, all other days as usual. For one with a threshold it is twice the median, because the median does nothing.
    `shape` names the mechanism and the family of the lag curve; `peak_hours` is the lag of the peak.
    """

    outcome: Outcome
    exposure: str
    points: float
    shape: str
    peak_hours: float


@dataclass(frozen=True, slots=True)
class Person:
    """One person with known truth; `planted` holds every true trigger of every outcome."""

    seed: int
    world: World
    diary: Diary
    outcomes: tuple[Outcome, ...]
    planted: tuple[Planted, ...]


def truth(person: Person) -> dict[str, Any]:
    """What was planted, as a JSON document.

    Args:
        person: a simulated one.
    """
    return {
        "seed": person.seed,
        "outcomes": [_place(outcome) for outcome in person.outcomes],
        "planted": [
            _place(each.outcome)
            | {
                "exposure": each.exposure,
                "points": round(each.points, 4),
                "shape": each.shape,
                "peak_hours": each.peak_hours,
            }
            for each in person.planted
        ],
        "world": {name: getattr(person.world, name) for name in World.__dataclass_fields__},
    }


def _place(outcome: Outcome) -> dict[str, str]:
    return {"outcome": outcome.kind, "region": outcome.region, "side": outcome.side}

"""Which exposures are true triggers of which region, how strong, after what delay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import copysign
from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.body import muscles_felt_in, muscles_pulling_on
from flarepath.exercises import EXERCISES
from flarepath.simulate.exposures import Exposure
from flarepath.simulate.setting import Setting
from flarepath.simulate.shapes import MECHANISMS, Shape, shape

Weights = NDArray[np.float64]

TRIGGERS: Final = (0.18, 0.34, 0.28, 0.14, 0.06)
"""How likely a region has 0, 1, 2, 3 or 4 triggers (ours)."""

WEIGHTS: Final = {"exercise": 1.0, "stretch": 0.8, "food": 1.4, "daily": 2.0}
"""How likely an exposure of that kind is a trigger, relative to an exercise (ours)."""

SORE_SHARE: Final = 0.6
"""Of exercises that hurt, how many make sore; the others hurt at once (ours)."""

PROTECTS: Final = {"stretch": 0.7, "sleep": 1.0, "steps": 0.5, "walk": 0.5, "daylight": 0.8}
"""How likely a trigger of that kind protects; the others hurt (ours)."""

RECOVERY_DAYS: Final = (7.0, 21.0)
"""How fast a person gets unused to an exercise again (ours)."""


@dataclass(frozen=True, slots=True)
class Response:
    """How one exposure moves one region: points at the peak for one typical dose, and what bends it.

    `power` is that of the dose, 1 for a straight line; with `threshold`, nothing happens up to a dose of 1.
    `recovery_days` is 0 where repetition does not make the person used to it.
    """

    region: int
    exposure: int
    points: float
    shape: Shape
    power: float = 1.0
    threshold: bool = False
    recovery_days: float = 0.0

    def strength(self, dose: float) -> float:
        """Points at the peak for a dose, fresh.

        Args:
            dose: in typical doses; of a daily value, in standard deviations from the usual.
        """
        acting = max(0.0, dose - 1) if self.threshold else dose
        return self.points * copysign(abs(acting) ** self.power, acting)


def responses(about: Setting, often: Sequence[int]) -> tuple[Response, ...]:
    """The true triggers of a person; empty for somebody without any.

    Args:
        about: the person.
        often: how often each exposure is done; one of 0 carries no trigger.
    """
    if about.chance.of("null").random() < about.world.null_share:
        return ()
    chosen: list[tuple[int, int]] = []
    for place, outcome in enumerate(about.outcomes):
        weights = _weights(about, outcome.region) * (np.array(often) > 0)
        chosen += [(place, each) for each in _chosen(about, place, weights, earlier=[each for _, each in chosen])]
    return tuple(_response(about, region, place) for region, place in chosen)


def tiny_responses(about: Setting) -> Iterator[Response]:
    """An effect of everything on every region, too small to be named; none where the switch is off.

    Args:
        about: the person.
    """
    for region, place in product(range(len(about.outcomes)), range(len(about.things))):
        if about.world.tiny_effects:
            draw = about.chance.of("tiny effect", region, place)
            points = about.world.tiny_effects * draw.normal()
            yield Response(region, place, float(points), shape(str(draw.choice(list(MECHANISMS))), draw))


def _weights(about: Setting, region: str) -> Weights:
    """How likely each exposure is a trigger of that region, not yet scaled; shape exposures."""
    near = {*muscles_felt_in(region), *muscles_pulling_on(region)}
    return np.array([_weight(thing) * (about.world.anatomy if near & _worked(thing) else 1) for thing in about.things])


def _weight(thing: Exposure) -> float:
    return WEIGHTS["daily" if thing.habit == "daily" else thing.kind]


def _worked(thing: Exposure) -> set[str]:
    """The muscles that an exercise or a stretch is for."""
    known = EXERCISES.get(thing.what) if thing.kind == "exercise" else None
    return set(known.mains) if known else {thing.what}


def _chosen(about: Setting, region: int, weights: Weights, *, earlier: Sequence[int]) -> list[int]:
    """The triggers of one region, some of them those of another."""
    draw, left, found = about.chance.of("triggers", region), weights.copy(), list[int]()
    for _ in range(int(draw.choice(len(TRIGGERS), p=TRIGGERS))):
        others = [place for place in earlier if left[place] > 0]
        shared, pick = draw.random() < about.world.shared_triggers, draw.random()
        if left.any():
            found.append(others[int(pick * len(others))] if shared and others else _place(left, pick))
            left[found[-1]] = 0
    return found


def _place(weights: Weights, pick: float) -> int:
    reached = np.cumsum(weights)
    return int(np.searchsorted(reached, pick * reached[-1], side="right"))


def _response(about: Setting, region: int, place: int) -> Response:
    world, thing, draw = about.world, about.things[place], about.chance.of("response", region, place)
    mechanism, sign = _mechanism(thing, draw.random(), world.protective)
    size = max(world.effect_least, abs(draw.normal(world.effect_mean, world.effect_sd)))
    bend, threshold, recovery = draw.uniform(-1, 1), draw.random(), draw.uniform(*RECOVERY_DAYS)
    daily = thing.habit == "daily"
    return Response(
        region=region,
        exposure=place,
        points=float(sign * size * (world.daily_effect if daily else 1.0)),
        shape=shape(mechanism, draw),
        power=1.0 if daily else 1 + world.dose_bend * bend,
        threshold=threshold < world.threshold_share and thing.kind in ("exercise", "food"),
        recovery_days=recovery if mechanism == "soreness" else 0.0,
    )


def _mechanism(thing: Exposure, pick: float, protective: float) -> tuple[str, int]:
    """How an exposure acts, and 1 where it hurts, -1 where it protects."""
    protects = pick < protective * PROTECTS.get(thing.kind, 0.0)
    match thing.kind:
        case "exercise":
            return ("soreness" if pick < SORE_SHARE else "mechanical", 1)
        case "stretch":
            return ("relief", -1) if protects else ("mechanical", 1)
        case "food":
            return ("food", 1)
        case "stress":
            return ("slow", 1)
    return ("daily", -1 if protects else 1)

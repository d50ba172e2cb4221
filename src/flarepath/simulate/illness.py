"""Illness: it raises pain, lowers training, and nobody writes it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from flarepath.simulate.chance import Chance
from flarepath.simulate.world import World

ILL_DAYS: Final = (4, 10)
"""How long an illness lasts (ours)."""


@dataclass(frozen=True, slots=True)
class Illness:
    """How ill the person is on each day (0-1, shape days) and the first day of each illness."""

    severity: NDArray[np.float64]
    first_days: tuple[int, ...]


def illness(world: World, days: int, chance: Chance) -> Illness:
    """The person's illnesses: each is half there on its first day, worst in the middle, and fades.

    Args:
        world: how often.
        days: how many there are.
        chance: the person's.
    """
    draw = chance.of("illness")
    severity = np.zeros(days)
    first_days = moments(world.times(world.illnesses), days, draw)
    for first in first_days:
        lasts = int(draw.integers(*ILL_DAYS, endpoint=True))
        course = np.sin(np.linspace(0.5, np.pi, lasts + 1))[:-1]
        severity[first : first + lasts] = np.maximum(severity[first : first + lasts], course[: days - first])
    return Illness(severity, first_days)


def moments(mean: float, end: int, draw: Generator) -> tuple[int, ...]:
    """Random moments before `end`, in order, as many as chance has it.

    Args:
        mean: how many on average.
        end: all are below it.
        draw: where chance comes from.
    """
    return tuple(sorted(draw.integers(0, end, size=int(draw.poisson(mean))).tolist()))

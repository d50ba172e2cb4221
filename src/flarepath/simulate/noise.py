"""Where pain stands by itself: a baseline and noise that varies slowly."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.simulate.calendar import QUARTERS_AN_HOUR
from flarepath.simulate.chance import Chance, persistent
from flarepath.simulate.setting import Setting
from flarepath.simulate.world import World

Points = NDArray[np.float64]

MEMORY_HOURS: Final = (8.0, 72.0)
NOISE_POINTS: Final = (0.5, 1.3)


def noise(about: Setting) -> Points:
    """Baseline and noise of each region, shape (regions, quarter hours).

    The noise is an Ornstein-Uhlenbeck process whose memory and size belong to the person; regions share some of it.

    Args:
        about: the person.
    """
    world, quarters, chance = about.world, about.days.quarters, about.chance
    draw = chance.of("noise size")
    memory = np.exp(draw.uniform(*np.log(MEMORY_HOURS))) * QUARTERS_AN_HOUR
    size = world.noise * np.exp(draw.uniform(*np.log(NOISE_POINTS)))
    common, *own = (
        persistent(float(np.exp(-1 / memory)), quarters, chance.of("noise", which))
        for which in range(world.regions + 1)
    )
    alike = world.region_correlation
    waves = np.sqrt(alike) * common + np.sqrt(1 - alike) * np.array(own)
    return np.asarray(_baselines(world, chance)[:, None] + size * waves)


def _baselines(world: World, chance: Chance) -> Points:
    draw = chance.of("baseline")
    common, own = draw.random(), draw.random(world.regions)
    share = world.region_correlation * common + (1 - world.region_correlation) * own
    return np.asarray(world.baseline_least + (world.baseline_most - world.baseline_least) * share)

"""People made for one question, such as whether random food data can look like an answer."""

from __future__ import annotations

from typing import Final

import numpy as np

from flarepath.simulate.chance import Chance
from flarepath.simulate.doing import Doing
from flarepath.simulate.exposures import Exposure, foods
from flarepath.simulate.foods import MEALS
from flarepath.simulate.person import lived
from flarepath.simulate.record import Person
from flarepath.simulate.setting import Setting, setting
from flarepath.simulate.world import World
from flarepath.simulate.writing import remembered, written

FOOD_DAYS: Final = (84, 180)
"""The least and most days of a food diary."""

FOODS: Final = 25
PLATE: Final = (2, 4)
"""The least and most foods of one meal (ours)."""


def random_food_person(seed: int) -> Person:
    """Somebody who writes down three meals a day, none of which does anything to the pain.

    Each meal is two to four of 25 foods, some liked more than others. The pain has all the noise of the test bed:
    slow waves, an illness, flare-ups from nowhere.

    Args:
        seed: a whole number from 0.

    Raises:
        ValueError: the seed is negative.

    Example:
        >>> random_food_person(1).planted
        ()
    """
    chance = Chance(seed)
    days = int(chance.of("food diary").integers(*FOOD_DAYS, endpoint=True))
    world = World(days=days, exposures=FOODS, regions=1, null_share=1, weekday_effect=0)
    about = setting(world, chance, tuple(Exposure("food", food, "food") for food in foods(FOODS, chance.of("foods"))))
    life = lived(about, _plates(about), ())
    diary = written(about, remembered(about, life.done), life.points)
    return Person(seed, world, diary, about.outcomes, ())


def _plates(about: Setting) -> list[Doing]:
    """Every meal of every day."""
    draw = about.chance.of("plates")
    liked = draw.dirichlet(np.ones(FOODS))
    liked = 0.8 * liked + 0.2 / FOODS
    plates = []
    for day in range(about.days.days):
        for meal in MEALS:
            quarter = about.days.quarter(day, meal + float(np.clip(draw.normal(0, 0.4), -1, 1)))
            chosen = draw.choice(FOODS, size=draw.integers(*PLATE, endpoint=True), replace=False, p=liked)
            plates += [Doing(int(food), quarter, 1.0, value=1.0, unit="portion") for food in sorted(chosen)]
    return plates

"""Foods: daily, weekly and rare habits, portions, and pairs that come together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.simulate.doing import Doing
from flarepath.simulate.exposures import PAIRS
from flarepath.simulate.setting import Setting

HABITS: Final = ((0.3, 0.5, 0.85), (0.55, 0.15, 0.45), (0.15, 0.04, 0.12))
"""Daily, weekly and rare habits: how many foods are so, and the least and most chance on one day (ours)."""

MEALS: Final = (7.75, 12.75, 19.25)
"""Hours of breakfast, lunch and dinner (ours)."""

PORTIONS: Final = (0.5, 0.5, 1.0, 1.0, 1.0, 1.0, 1.5, 2.0, 2.0)
TOGETHER_SHARE: Final = 0.85
"""The chance that the second of a pair comes with the first (ours)."""

BY_ITSELF: Final = 0.1
"""How much rarer the second of a pair is eaten without the first (ours)."""

LATE_HOURS: Final = 0.4
WEEKEND_SPREAD: Final = 0.4
"""How differently people eat on weekends (standard deviation of the log of the factor; ours)."""

SATURDAY: Final = 5
"""The first weekday, from 0, of the weekend."""


def meals(about: Setting) -> list[Doing]:
    """Everything eaten.

    Args:
        about: the person.
    """
    places = {thing.what: place for place, thing in enumerate(about.things) if thing.habit == "food"}
    pairs = [(places[first], places[second]) for first, second in PAIRS if first in places and second in places]
    first_of = {second: first for first, second in pairs[: about.world.food_pairs]}
    eaten = {place: _eaten(about, place) for place in places.values()}
    eaten |= {second: _joined(about, second, eaten[first], eaten[second]) for second, first in first_of.items()}
    return [
        doing
        for place, on in eaten.items()
        for doing in _portions(about, place, on, meal=_meal(about, first_of.get(place, place)))
    ]


def _eaten(about: Setting, place: int) -> NDArray[np.bool_]:
    """On which days a food is eaten, more or less often on weekends; shape days."""
    draw = about.chance.of("food habit", place)
    _, least, most = HABITS[int(draw.choice(len(HABITS), p=[share for share, _, _ in HABITS]))]
    often, weekend = draw.uniform(least, most), float(np.exp(draw.normal(0, WEEKEND_SPREAD)))
    factors = [weekend if about.days.weekday(day) >= SATURDAY else 1.0 for day in range(about.days.days)]
    return np.asarray(draw.random(about.days.days) < often * np.array(factors))


def _joined(about: Setting, place: int, first: NDArray[np.bool_], alone: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """On which days the second of a pair is eaten: mostly those of the first."""
    draw = about.chance.of("food pair", place)
    joined, rarely = draw.random(len(first)) < TOGETHER_SHARE, draw.random(len(first)) < BY_ITSELF
    return np.asarray(np.where(first, joined, alone & rarely))


def _meal(about: Setting, place: int) -> int:
    """Which meal of the day a food belongs to; the second of a pair has that of the first."""
    return int(about.chance.of("food meal", place).integers(len(MEALS)))


def _portions(about: Setting, place: int, eaten: NDArray[np.bool_], *, meal: int) -> Iterator[Doing]:
    portions = about.chance.of("food portions", place).choice(PORTIONS, size=len(eaten))
    # A meal has one time, whatever is on the table.
    late = about.chance.of("meal times", meal).normal(0, LATE_HOURS, size=len(eaten)).clip(-1, 1)
    for day in np.flatnonzero(eaten).tolist():
        portion = float(portions[day])
        yield Doing(place, about.days.quarter(day, MEALS[meal] + late[day]), portion, value=portion, unit="portion")

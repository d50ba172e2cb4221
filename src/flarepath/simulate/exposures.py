"""What a person may do, eat or count: a mix of exercises, stretches, foods and daily values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from typing import Final, Literal

from numpy.random import Generator

from flarepath.body import MUSCLES
from flarepath.exercises import EXERCISES
from flarepath.simulate.chance import Chance

Habit = Literal["programme", "homework", "endurance", "stretch", "food", "daily"]

DAILY: Final = ("sleep", "stress", "screen", "sitting", "steps", "daylight", "walk", "work")
"""Daily values, in the order in which they come into a diary."""

FOODS: Final = (
    "bread",
    "butter",
    "coffee",
    "milk",
    "pasta",
    "tomato",
    "rice",
    "beans",
    "egg",
    "bacon",
    "oats",
    "yoghurt",
    "cheese",
    "wine",
    "beer",
    "chocolate",
    "banana",
    "apple",
    "orange juice",
    "chicken",
    "beef",
    "salmon",
    "tuna",
    "potato",
    "onion",
    "garlic",
    "spinach",
    "pepper",
    "aubergine",
    "carrot",
    "lentils",
    "tofu",
    "peanut butter",
    "almonds",
    "sugar",
    "ice cream",
    "crisps",
    "cola",
    "tea",
    "honey",
    "sausage",
    "shrimp",
    "mushroom",
    "avocado",
    "corn",
    "biscuit",
    "soy sauce",
    "curry",
    "pizza",
    "burger",
)

PAIRS: Final = tuple(zip(FOODS[:14:2], FOODS[1:14:2], strict=True))
"""Foods that like to come together: bread with butter, coffee with milk."""

SHARES: Final = {"daily": 0.15, "stretch": 0.1, "food": 0.35}
"""How the exposures divide; what is left is exercise (ours)."""

STRETCHES_MOST: Final = len(MUSCLES)
ENDURANCE_SHARE: Final = 0.12
HOMEWORK_SHARE: Final = 0.12


@dataclass(frozen=True, slots=True)
class Exposure:
    """One thing that may be done: its kind and name as the diary has them, and how it comes into a day."""

    kind: str
    what: str
    habit: Habit

    @property
    def key(self) -> str:
        """What an answer calls it, such as `exercise:lunge`, `food:butter` or `sleep`.

        Example:
            >>> Exposure("food", "butter", "food").key
            'food:butter'
        """
        return f"{self.kind}:{self.what}" if self.what else self.kind


def exposures(how_many: int, chance: Chance) -> tuple[Exposure, ...]:
    """The exposures of one person.

    Args:
        how_many: in all.
        chance: the person's.
    """
    draw = chance.of("exposures")
    daily = min(len(DAILY), round(SHARES["daily"] * how_many))
    stretches = min(STRETCHES_MOST, round(SHARES["stretch"] * how_many))
    eaten = round(SHARES["food"] * how_many)
    exercises = how_many - daily - stretches - eaten
    return (
        *_exercises(exercises, draw),
        *(Exposure("stretch", muscle, "stretch") for muscle in _some(list(MUSCLES), stretches, draw)),
        *(Exposure("food", food, "food") for food in foods(eaten, draw)),
        *(Exposure(kind, "", "daily") for kind in DAILY[:daily]),
    )


def _exercises(how_many: int, draw: Generator) -> Iterator[Exposure]:
    """Mostly exercises of a programme, some done by themselves; past the library, names of the person's own."""
    own_share = round(HOMEWORK_SHARE * how_many)
    timed = [
        each.id for each in EXERCISES.values() if each.kind == "exercise" and each.pattern in ("endurance", "jump")
    ]
    counted = [each.id for each in EXERCISES.values() if each.kind == "exercise" and each.id not in timed]
    endurance = _some(timed, min(len(timed), round(ENDURANCE_SHARE * how_many)), draw)
    rest = _named(_some(counted, len(counted), draw), "own exercise", how_many - len(endurance))
    yield from (Exposure("exercise", name, "endurance") for name in endurance)
    for place, name in enumerate(rest):
        yield Exposure("exercise", name, "homework" if place < own_share else "programme")


def foods(how_many: int, draw: Generator) -> list[str]:
    """Foods in random order, the two of a pair next to each other; past the list, dishes of the person's own.

    Args:
        how_many: in all.
        draw: where chance comes from.
    """
    groups = [*PAIRS, *((food,) for food in FOODS[2 * len(PAIRS) :])]
    order = [groups[place] for place in draw.permutation(len(groups))]
    return _named(chain.from_iterable(order), "own dish", how_many)


def _named(known: Iterable[str], own: str, how_many: int) -> list[str]:
    return list(islice(chain(known, (f"{own} {number}" for number in count(1))), how_many))


def _some(names: Sequence[str], how_many: int, draw: Generator) -> list[str]:
    return [names[place] for place in draw.permutation(len(names))[:how_many]]

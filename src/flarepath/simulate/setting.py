"""What is settled about a person before the first day: the calendar, what they may do, where it may hurt, when ill."""

from __future__ import annotations

from dataclasses import dataclass

from flarepath.body import REGIONS, side_is_possible
from flarepath.course import Outcome
from flarepath.quantities import Side
from flarepath.simulate.calendar import Calendar, calendar
from flarepath.simulate.chance import Chance
from flarepath.simulate.exposures import Exposure
from flarepath.simulate.illness import Illness, illness
from flarepath.simulate.world import World

SIDES: tuple[Side, ...] = ("left", "right", "middle")


@dataclass(frozen=True, slots=True)
class Setting:
    """One person before the first day."""

    world: World
    chance: Chance
    days: Calendar
    things: tuple[Exposure, ...]
    outcomes: tuple[Outcome, ...]
    ill: Illness


def setting(world: World, chance: Chance, things: tuple[Exposure, ...]) -> Setting:
    """Settle the calendar, the places that may hurt and the illnesses.

    Args:
        world: the switches.
        chance: the person's.
        things: what the person may do, eat or count.
    """
    days = calendar(world.days, chance)
    return Setting(world, chance, days, things, _outcomes(world.regions, chance), illness(world, world.days, chance))


def _outcomes(how_many: int, chance: Chance) -> tuple[Outcome, ...]:
    """Pain in different regions, each on a side it can have."""
    draw = chance.of("regions")
    places = [list(REGIONS)[place] for place in draw.permutation(len(REGIONS))[:how_many]]
    return tuple(Outcome("pain", place, _side(place, float(draw.random()))) for place in places)


def _side(region: str, pick: float) -> Side:
    sides = [side for side in SIDES if side_is_possible(region, side)]
    return sides[int(pick * len(sides))] if sides else ""

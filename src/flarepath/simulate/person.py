"""One simulated person, from a seed and a world to a diary and its truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from flarepath.simulate.chance import Chance
from flarepath.simulate.daily import daily
from flarepath.simulate.doing import Doing
from flarepath.simulate.exposures import exposures
from flarepath.simulate.foods import meals
from flarepath.simulate.hidden import background
from flarepath.simulate.living import Life, doses
from flarepath.simulate.planting import Response, responses, tiny_responses
from flarepath.simulate.record import Person, Planted
from flarepath.simulate.setting import Setting, setting
from flarepath.simulate.training import training
from flarepath.simulate.world import TEST_BED, World
from flarepath.simulate.writing import remembered, written

PLANNED_LEAST: Final = 15
"""What is planned more rarely carries no trigger (ours)."""

WRITTEN_LEAST: Final = 6
"""What is written more rarely carries no trigger (ours)."""


def people(seeds: Iterable[int], world: World = TEST_BED) -> Iterator[Person]:
    """A person for each seed, one after the other.

    Args:
        seeds: whole numbers from 0.
        world: what they are drawn from; the test bed by default.
    """
    return (person(seed, world) for seed in seeds)


def person(seed: int, world: World = TEST_BED) -> Person:
    """The person of that seed: the same at every call.

    Args:
        seed: a whole number from 0.
        world: what the person is drawn from; the test bed by default.

    Raises:
        ValueError: the seed is negative.

    Example:
        >>> person(7, World(days=20)).diary == person(7, World(days=20)).diary
        True
    """
    chance = Chance(seed)
    about = setting(world, chance, exposures(world.exposures, chance))
    plan = _plan(about)
    often = _often(plan, len(about.things), PLANNED_LEAST)
    while True:
        planted = responses(about, often)
        life = lived(about, plan, planted)
        doings = remembered(about, life.done)
        enough = _often(doings, len(about.things), WRITTEN_LEAST)
        if all(enough[each.exposure] for each in planted):
            return Person(seed, world, written(about, doings, life.points), about.outcomes, _truth(about, planted))
        # So much was left out because it hurt that a trigger could not be seen: draw again without it.
        rare = {each.exposure for each in planted if not enough[each.exposure]}
        often = [0 if place in rare else times for place, times in enumerate(often)]


def lived(about: Setting, plan: Sequence[Doing], planted: Sequence[Response]) -> Life:
    """The person's life when these triggers are true.

    Args:
        about: the person.
        plan: what is planned, sorted by time.
        planted: the true triggers.
    """
    life = Life(background(about), [*planted, *tiny_responses(about)], about)
    life.live(plan, doses(plan, about.things))
    return life


def _plan(about: Setting) -> list[Doing]:
    plan = [*training(about), *meals(about), *daily(about)]
    return sorted(plan, key=lambda doing: (doing.quarter, doing.exposure))


def _often(doings: Iterable[Doing], how_many: int, least: int) -> list[int]:
    """How often each exposure is done; 0 where that is less than `least`."""
    times = Counter(doing.exposure for doing in doings)
    return [times[place] if times[place] >= least else 0 for place in range(how_many)]


def _truth(about: Setting, planted: Iterable[Response]) -> tuple[Planted, ...]:
    return tuple(
        Planted(
            outcome=about.outcomes[each.region],
            exposure=about.things[each.exposure].key,
            points=each.points,
            shape=each.shape.name,
            peak_hours=each.shape.peak_hours,
        )
        for each in planted
    )

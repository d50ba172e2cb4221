"""Which places a movement works or bends: bellies and pull of its muscles, the joints that go, what bears the load.

It rather takes in a place too many than one too few: it decides what waits while a place hurts much.

Source: anatomy, atlas, ours
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from flarepath.body import MUSCLES, REGIONS
from flarepath.exercises import EXERCISES, Bout, Exercise, HomeTest, Work, joints, touches
from flarepath.sources import load_table

TABLE: Final[Mapping[str, Any]] = MappingProxyType(load_table("flarepath.plan", "reach.toml"))
"""Joints and what bears the load, as regions."""

ALL: Final = frozenset(REGIONS)
"""What a movement that nobody knows must be taken to work."""

SPINE: Final = frozenset({"low_spine", "mid_spine"})
"""Joints that nearly every muscle of the trunk steadies: a helper counts for them only where it is felt there."""


def reached(movement: Exercise | Bout) -> frozenset[str]:
    """The places that an exercise, a stretch, a massage or something logged works or bends.

    Args:
        movement: of the library, or as it was logged; of what nobody knows the muscles of, every place.
    """
    exercise = movement if isinstance(movement, Exercise) else movement.exercise
    if exercise is not None:
        return _of_exercise(exercise.id)
    return frozenset(places_of(movement.work)) if movement.work else ALL


@cache
def _of_exercise(name: str) -> frozenset[str]:
    exercise = EXERCISES[name]
    found = {*places_of(exercise.work), *_bent(name), *_loaded(exercise)}
    return frozenset(found | {place for place in REGIONS if touches(exercise, place)})


def tested(test: HomeTest) -> frozenset[str]:
    """The places that a home test works or bends.

    Args:
        test: of the library.
    """
    own = places_of((Work(test.muscle, "main", test.zone or "mid"),)) if test.muscle else ()
    return frozenset(own) | joint_places(TABLE["test"].get(test.id, ()))


def joint_places(names: Iterable[str]) -> frozenset[str]:
    """The regions of some joints.

    Args:
        names: as the table of muscles calls them.
    """
    return frozenset(place for name in names if name in TABLE["joint"] for place in TABLE["joint"][name]["regions"])


def places_of(works: Iterable[Work]) -> Iterator[str]:
    """The places that some muscles lie in, pull on or move.

    Args:
        works: muscles with their roles.
    """
    for work in works:
        if work.role == "little" or work.muscle not in MUSCLES:
            continue
        muscle, is_chief = MUSCLES[work.muscle], work.role != "helps"
        yield from muscle.felt_in
        yield from muscle.pulls_on if is_chief else ()
        yield from joint_places(muscle.joints if is_chief else set(muscle.joints) - SPINE)


def _bent(name: str) -> frozenset[str]:
    """The joints that the atlas sees going far, or held far bent."""
    atlas = TABLE["atlas"]
    far = (
        atlas["joints"][joint]
        for joint, (low, high) in joints(name).items()
        if high - low >= atlas["moves"] or max(abs(low), abs(high)) >= atlas["bent"]
        if joint in atlas["joints"]
    )
    return joint_places(far)


def _loaded(exercise: Exercise) -> Iterator[str]:
    for row in TABLE["load"].values():
        in_hand = set(exercise.equipment) & set(row["equipment"])
        if in_hand or exercise.id in row["exercises"] or exercise.pattern in row["patterns"]:
            yield from row["regions"]

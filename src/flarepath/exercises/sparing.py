"""Whether an exercise spares a place that hurts: by its muscles, its stop signs, its strains and its traits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from flarepath.body import MUSCLES, muscles_felt_in, muscles_pulling_on
from flarepath.exercises.library import stops_of
from flarepath.exercises.model import Exercise
from flarepath.sources import load_table

TABLE = load_table(__package__, "swap.toml")

EVERYWHERE = "whole_body"
"""The region that no exercise spares."""


@cache
def touches(exercise: Exercise, region: str) -> bool:
    """Whether an exercise chiefly works a muscle of that place, or has a stop sign, strain or trait that concerns it.

    The muscles of a place are those felt there; of a joint, where none is, those that pull on it. A few places have
    others with them: what is hard on the shoulders is hard on the chest. At knee and elbow muscles that help count too.

    Args:
        exercise: an exercise of the library.
        region: a region of the body.

    Raises:
        UnknownId: no such region.
    """
    if region == EVERYWHERE or region in _concerned(exercise):
        return True
    places = (region, *TABLE["with"].get(region, ()))
    of_place = {muscle for place in places for muscle in muscles_felt_in(place) or muscles_pulling_on(place)}
    counts = ("main", "helps") if region in TABLE["helpers"]["regions"] else ("main",)
    return any(work.muscle in of_place for work in exercise.work if work.role in counts)


@cache
def _concerned(exercise: Exercise) -> frozenset[str]:
    """The places that its stop signs, strains and traits speak of."""
    joints = {joint for muscle in exercise.mains for joint in MUSCLES[muscle].joints} | {"any"}
    return frozenset(place for row in _rows(exercise) for joint in joints for place in row.get(joint, ()))


def _rows(exercise: Exercise) -> Iterator[Mapping[str, Any]]:
    yield from (TABLE["stop"].get(stop, {}) for stop in stops_of(exercise.id))
    yield from (TABLE["strain"].get(strain, {}) for strain in exercise.strains)
    yield from (TABLE["trait"].get(trait, {}) for trait in exercise.traits)
    held = TABLE["held"]
    if exercise.id in held["exercises"] or set(exercise.equipment) & set(held["equipment"]):
        yield held

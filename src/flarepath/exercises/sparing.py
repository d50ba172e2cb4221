"""Whether an exercise spares a place that hurts."""

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
    """Whether an exercise chiefly works a muscle of that place, or has a stop sign or a strain that concerns it.

    The muscles of a place are those felt there; of a joint, where none is, those that pull on it.

    Args:
        exercise: an exercise of the library.
        region: a region of the body.

    Raises:
        UnknownId: no such region.
    """
    of_place = muscles_felt_in(region) or muscles_pulling_on(region)
    return region == EVERYWHERE or bool(set(exercise.mains) & set(of_place)) or region in _concerned(exercise)


@cache
def _concerned(exercise: Exercise) -> frozenset[str]:
    """The places that its stop signs and strains speak of."""
    joints = {joint for muscle in exercise.mains for joint in MUSCLES[muscle].joints} | {"any"}
    return frozenset(place for row in _rows(exercise) for joint in joints for place in row.get(joint, ()))


def _rows(exercise: Exercise) -> Iterator[Mapping[str, Any]]:
    yield from (TABLE["stop"].get(stop, {}) for stop in stops_of(exercise.id))
    yield from (TABLE["strain"].get(strain, {}) for strain in exercise.strains)

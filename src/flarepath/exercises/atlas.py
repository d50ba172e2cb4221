"""How long each muscle is in an exercise, from the atlas that `tools/atlas` computes (docs/method/atlas.md).

Per cent of the muscle's range: 0 shortest, 100 longest. One generic adult, lines for muscles, joint angles only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from flarepath.exercises.model import Role
from flarepath.sources import load_table

SOURCE = "atlas"
"""The key in sources.toml of every number here."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One muscle in one exercise: its least and greatest length, that in upright standing, and where it works most.

    All in per cent of its range. `at_load` is its length where the load on it is highest; `role` is what the model's
    variants agree on, `unclear` where they do not.
    """

    muscle: str
    low: int
    high: int
    standing: int
    at_load: int
    role: Role


@cache
def _table() -> dict[str, Any]:
    return load_table(__package__, "atlas.toml")


@cache
def standing() -> Mapping[str, int]:
    """The length of every modelled muscle in upright standing, in per cent of its range."""
    return MappingProxyType(_table()["standing"])


def reaches(exercise_id: str, *, other_side: bool = False) -> tuple[Reach, ...]:
    """Every modelled muscle in an exercise, once; empty where the exercise is not modelled.

    Args:
        exercise_id: an id of the library.
        other_side: the leg that does not work, instead of the working side.
    """
    rows = _table()["other_side" if other_side else "exercise"].get(exercise_id, {})
    at_rest = standing()
    return tuple(Reach(muscle, low, high, at_rest[muscle], at, role) for muscle, (low, high, at, role) in rows.items())


def joints(exercise_id: str) -> Mapping[str, tuple[int, int]]:
    """From which to which angle the working side's joints and the low back go, in degrees from upright standing.

    Bending the hip, knee and ankle counts up, and so does leaning back in `low_back`; empty where it is not modelled.

    Args:
        exercise_id: an id of the library.
    """
    rows = _table()["joints"].get(exercise_id, {})
    return MappingProxyType({joint: (low, high) for joint, (low, high) in rows.items()})


def is_posed(exercise_id: str) -> bool:
    """Whether the atlas knows an exercise.

    Args:
        exercise_id: an id of the library.
    """
    return exercise_id in _table()["exercise"]

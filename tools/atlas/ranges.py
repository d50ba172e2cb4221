"""The range of every line: its shortest and longest length over a grid of the joints it crosses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np

from atlas.model import Body, Floats, Pose

LIMITS: Mapping[str, tuple[float, float]] = {
    "hip_flexion": (-30, 120),
    "hip_adduction": (-45, 30),
    "hip_rotation": (-40, 40),
    "knee_angle": (0, 120),
    "ankle_angle": (-40, 30),
    "subtalar_angle": (-20, 20),
    "mtp_angle": (-60, 30),
    "lumbar": (-50, 25),
    "lumbar_side": (-25, 25),
    "lumbar_turn": (-10, 10),
}
"""How far each joint of the model goes, in degrees; most people do not reach these ends."""

GRIDS: tuple[Mapping[str, int], ...] = (
    {"hip_flexion": 7, "hip_adduction": 5, "hip_rotation": 5, "knee_angle": 5},
    {"ankle_angle": 6, "subtalar_angle": 3, "mtp_angle": 3, "knee_angle": 6},
    {"lumbar": 5, "lumbar_side": 5, "lumbar_turn": 3},
)
"""Joints moved together, with the number of steps of each."""

TRUNK = "lumbar"


def ranges(body: Body) -> tuple[Floats, Floats]:
    """The shortest and the longest length of every line (L,), in metres.

    Args:
        body: the model.
    """
    lengths = np.array([body.lengths(pose) for grid in GRIDS for pose in _poses(grid)])
    return lengths.min(axis=0), lengths.max(axis=0)


def _poses(grid: Mapping[str, int]) -> Iterator[Pose]:
    steps = [np.linspace(*LIMITS[joint], count) for joint, count in grid.items()]
    for angles in product(*steps):
        yield {name: angle for joint, angle in zip(grid, angles, strict=True) for name in names_of(joint)}


def names_of(joint: str) -> tuple[str, ...]:
    """The model's joints of that kind: one of the trunk, or a right and a left one.

    Args:
        joint: a joint of `LIMITS`.
    """
    return (joint,) if joint.startswith(TRUNK) else (f"{joint}_r", f"{joint}_l")

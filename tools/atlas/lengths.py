"""What the atlas says of one exercise: each muscle's shortest and longest length, where it works most, and its role."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.loads import LEAST_EFFORT, VARIANTS, efforts, roles
from atlas.model import GROUPS, Body, Floats
from atlas.poses import Movement

LOAD_STEPS = 2
"""From one frame to the next, the load is computed at so many places."""


@dataclass(frozen=True)
class Row:
    """One muscle in one exercise, in whole per cent of its range, and its role."""

    low: int
    high: int
    at_load: int
    role: str


def percents(body: Body, lengths: Floats, spans: tuple[Floats, Floats]) -> Floats:
    """Lengths of lines as per cent of the range, the mean over each muscle's lines: right then left (2, G).

    Args:
        body: the model.
        lengths: (L,) in metres.
        spans: the shortest and longest length of every line.
    """
    share = 100 * (lengths - spans[0]) / (spans[1] - spans[0])
    return np.array([[share[body.members(muscle, side)].mean() for muscle in GROUPS] for side in "rl"])


def rows(body: Body, movement: Movement, spans: tuple[Floats, Floats]) -> tuple[dict[str, Row], dict[str, Row]]:
    """Every muscle of the working side and of the other one.

    Args:
        body: the model.
        movement: the exercise.
        spans: the shortest and longest length of every line.
    """
    way = np.array([percents(body, body.lengths(pose), spans) for pose in movement.path()])
    held = list(movement.path(steps=LOAD_STEPS))
    lengths = np.array([percents(body, body.lengths(pose), spans) for pose in held])
    work = np.array(
        [
            [efforts(body, pose, movement.ground, movement.load, variant=variant, spans=spans) for pose in held]
            for variant in VARIANTS
        ]
    )
    return _side(way[:, 0], lengths[:, 0], work[:, :, 0]), _side(way[:, 1], lengths[:, 1], work[:, :, 1])


def _side(way: Floats, lengths: Floats, work: Floats) -> dict[str, Row]:
    """One side: the way (steps, G), lengths where loads were computed (places, G), efforts (variants, places, G)."""
    hardest = work.max(axis=1)
    where = np.where(hardest.max(axis=0) >= LEAST_EFFORT, work.mean(axis=0).argmax(axis=0), len(lengths) - 1)
    return {
        muscle: Row(
            _whole(way[:, place].min()), _whole(way[:, place].max()), _whole(lengths[where[place], place]), role
        )
        for place, (muscle, role) in enumerate(zip(GROUPS, roles(hardest), strict=True))
    }


def _whole(percent: float) -> int:
    """A whole per cent from 0 to 100; movements between two grid points may pass the grid's own ends by a hair."""
    return int(min(100, max(0, round(float(percent)))))

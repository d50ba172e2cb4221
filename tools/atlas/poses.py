"""The keyframes of every exercise that is posed on the model: `poses.toml`, as joint angles of the model.

The working side is the right one. Angles are degrees from upright standing; the table's own head says what each means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from atlas.model import Pose
from atlas.ranges import LIMITS

TABLE = Path(__file__).with_name("poses.toml")

LEG = {
    "hip_flexion": "hip_flexion",
    "hip_adduction": "hip_adduction",
    "hip_rotation": "hip_rotation",
    "knee": "knee_angle",
    "ankle": "ankle_angle",
    "subtalar": "subtalar_angle",
    "toes": "mtp_angle",
}
"""The words of the table for the joints of a leg, and the model's."""

WHOLE = ("pitch", "roll", "lumbar", "lumbar_side", "lumbar_turn")
ARMS = ("arms", "arms_out", "elbows")
STEPS = 12
"""A movement from one frame to the next is looked at in so many places."""


@dataclass(frozen=True)
class Push:
    """A load from outside: so many kilograms' weight, where and which way."""

    kg: float
    at: str
    along: str


@dataclass(frozen=True)
class Movement:
    """One exercise: its frames in order, what it rests on in the last one, what loads it, how it is drawn."""

    id: str
    view: str
    names: tuple[str, ...]
    frames: tuple[Pose, ...]
    arms: tuple[Mapping[str, float], ...]
    ground: tuple[str, ...]
    load: tuple[Push, ...]
    props: tuple[str, ...]

    def path(self, *, steps: int = STEPS) -> Iterator[Pose]:
        """The poses on the way through all frames, both ends included.

        Args:
            steps: so many from one frame to the next.
        """
        yield self.frames[0]
        for first, second in zip(self.frames, self.frames[1:], strict=False):
            for share in np.linspace(0, 1, steps + 1)[1:]:
                names = {*first, *second}
                yield {n: (1 - share) * first.get(n, 0.0) + share * second.get(n, 0.0) for n in names}


def movements() -> tuple[Movement, ...]:
    """Every posed exercise, by id."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))["pose"]
    return tuple(_movement(name, table[name]) for name in sorted(table))


def _movement(name: str, row: Mapping[str, Any]) -> Movement:
    return Movement(
        id=name,
        view=row["view"],
        names=tuple(frame["name"] for frame in row["frames"]),
        frames=tuple(_pose(frame) for frame in row["frames"]),
        arms=tuple({key: angle for key, angle in frame.items() if key.startswith(ARMS)} for frame in row["frames"]),
        ground=tuple(row["ground"]),
        load=tuple(Push(**each) for each in row.get("load", ())),
        props=tuple(row.get("props", ())),
    )


def _pose(frame: Mapping[str, Any]) -> Pose:
    pose = {name: float(frame[name]) for name in WHOLE if name in frame}
    for tables, sides in (("both", "rl"), ("right", "r"), ("left", "l")):
        for joint, angle in frame.get(tables, {}).items():
            # The model counts toes bent down; the table, like a person, counts them up.
            pose |= {f"{LEG[joint]}_{side}": float(-angle if joint == "toes" else angle) for side in sides}
    return pose


TOLD = {
    "hip": "hip_flexion_r",
    "hip_in": "hip_adduction_r",
    "hip_turned_in": "hip_rotation_r",
    "knee": "knee_angle_r",
    "ankle": "ankle_angle_r",
    "low_back": "lumbar",
    "low_back_side": "lumbar_side",
}
"""The joints that are told of an exercise, by the model's names."""


def angles(movement: Movement) -> dict[str, tuple[float, float]]:
    """From which to which angle the joints of the working side go; those that stay straight are left out.

    Args:
        movement: an exercise.
    """
    found = {name: [frame.get(joint, 0.0) for frame in movement.frames] for name, joint in TOLD.items()}
    return {name: (min(ways), max(ways)) for name, ways in found.items() if any(ways)}


def beyond_limits(movement: Movement) -> tuple[str, ...]:
    """The angles of a movement that the model's joints do not reach.

    Args:
        movement: an exercise.
    """
    found = []
    for name, frame in zip(movement.names, movement.frames, strict=True):
        for joint, angle in frame.items():
            low, high = LIMITS.get(joint.removesuffix("_r").removesuffix("_l"), (-360, 360))
            if not low <= angle <= high:
                found.append(f"{movement.id}, {name}: {joint} {angle:g} is not within {low:g} to {high:g}")
    return tuple(found)

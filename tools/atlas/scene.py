"""What is drawn around the model: arms as plain sticks (their model is cut away), and the things an exercise needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from atlas.model import DEGREE, Body, Floats
from atlas.poses import Movement

UPPER_ARM, FOREARM = 0.29, 0.35
BONE = (0.80, 0.78, 0.73, 1.0)
THING = (0.62, 0.66, 0.70, 1.0)
BAND = (0.35, 0.40, 0.45, 1.0)

UNDER = {
    "seat": ("pelvis",),
    "shoulders": ("torso",),
    "back": ("torso",),
    "belly": ("torso",),
    "foot": ("calcn_{}",),
    "ball": ("toes_{}",),
}
"""The bones that lie on a block."""

PARTS = {
    "chair": ("seat",),
    "bench": ("shoulders", "back", "belly", "seat", "foot"),
    "bed_edge": ("back", "seat"),
    "step": ("ball", "foot"),
}
"""What each block is put under, the first that the exercise rests on."""

HIGHEST = 0.6
"""No chair, bench or step is higher, in metres."""

STICK, BALL, BLOCK = "stick", "ball", "block"


@dataclass(frozen=True)
class Shape:
    """A stick from one point to another, a ball, or a block between two corners; sizes in metres."""

    kind: str
    start: Floats
    end: Floats
    radius: float
    colour: tuple[float, float, float, float]


def arms(body: Body, angles: Mapping[str, float]) -> tuple[list[Shape], dict[str, Floats]]:
    """The two arms as sticks, and where their hands are.

    Args:
        body: the model in its pose.
        angles: `arms` (forward), `arms_out` and `elbows` in degrees, with `_r` or `_l` for one side alone.
    """
    shapes, hands = [], {}
    axes = body.data.body("torso").xmat.reshape(3, 3)
    for side, outwards in (("r", 1.0), ("l", -1.0)):
        forward, out, bend = (
            angles.get(f"{name}_{side}", angles.get(name, 0.0)) for name in ("arms", "arms_out", "elbows")
        )
        shoulder = body.shoulder(side)
        elbow = shoulder + UPPER_ARM * axes @ _aim(forward, out, outwards)
        hand = elbow + FOREARM * axes @ _aim(forward + bend, out, outwards)
        shapes += [Shape(STICK, shoulder, elbow, 0.022, BONE), Shape(STICK, elbow, hand, 0.018, BONE)]
        shapes.append(Shape(BALL, hand, hand, 0.034, BONE))
        hands[side] = hand
    return shapes, hands


def _aim(forward: float, out: float, outwards: float) -> Floats:
    """A direction in the torso's axes (forward, up, right): hanging, lifted forward, then turned to the side."""
    ahead, down = np.sin(forward * DEGREE), np.cos(forward * DEGREE)
    return np.array([ahead, -down * np.cos(out * DEGREE), outwards * down * np.sin(out * DEGREE)])


def things(body: Body, movement: Movement, hands: Mapping[str, Floats]) -> Iterator[Shape]:
    """The things of an exercise, where the pose has them.

    Args:
        body: the model in its pose, its lowest point at height 0.
        movement: the exercise.
        hands: where they are.
    """
    for prop in movement.props:
        yield from _thing(body, movement, hands, prop)


def _thing(body: Body, movement: Movement, hands: Mapping[str, Floats], prop: str) -> Iterator[Shape]:
    across, middle = np.array([0.55, 0, 0]), (hands["r"] + hands["l"]) / 2
    if prop == "bar_on_shoulders":
        neck = (body.shoulder("r") + body.shoulder("l")) / 2 + np.array([0, 0.05, 0.06])
        yield Shape(STICK, neck - 1.2 * across, neck + 1.2 * across, 0.014, THING)
    elif prop in {"bar_in_hands", "pull_up_bar"}:
        yield Shape(STICK, middle - 1.2 * across, middle + 1.2 * across, 0.014, THING)
    elif prop == "dumbbells":
        for hand in hands.values():
            along = np.array([0, 0.11, 0])
            yield Shape(STICK, hand - along, hand + along, 0.03, THING)
    elif prop == "ball_in_hands":
        yield Shape(BALL, middle, middle, 0.09, THING)
    elif prop == "strap":
        yield Shape(STICK, middle, body.data.body("toes_r").xpos, 0.006, BAND)
    elif prop in {"band_knees", "band_ankle", "ball_knees"}:
        bone = "talus" if prop == "band_ankle" else "tibia"
        right, left = (body.data.body(f"{bone}_{side}").xpos for side in "rl")
        ball = prop == "ball_knees"
        yield Shape(BALL if ball else STICK, (right + left) / 2 if ball else right, left, 0.07 if ball else 0.012, BAND)
    elif prop == "wall":
        bones = ("torso", "pelvis", *(f"{bone}_{side}" for bone in ("tibia", "calcn", "toes") for side in "rl"))
        behind = max(float(body.vertices(bone)[:, 1].max()) for bone in bones) + 0.02
        yield Shape(BLOCK, np.array([-0.5, behind, 0.0]), np.array([0.5, behind + 0.03, 1.7]), 0.0, THING)
    elif prop in {"chair", "bench", "bed_edge", "step"}:
        yield from _under(body, movement, prop)


def _under(body: Body, movement: Movement, prop: str) -> Iterator[Shape]:
    """A block from the floor up to what rests on it; none while the body is still far above it."""
    parts = [part for part in PARTS[prop] if any(key.partition("_")[0] == part for key in movement.ground)]
    part = (parts or PARTS[prop])[0]
    side = next((key.partition("_")[2] for key in movement.ground if key.startswith(part)), "r") or "r"
    resting = np.vstack([body.vertices(form.format(side)) for form in UNDER[part]])
    top, centre = float(resting[:, 2].min()), (resting.min(axis=0) + resting.max(axis=0)) / 2
    half = np.maximum((resting.max(axis=0) - resting.min(axis=0)) / 2, 0.12)
    if top < HIGHEST:
        low = np.array([centre[0] - half[0], centre[1] - half[1], 0.0])
        yield Shape(BLOCK, low, np.array([centre[0] + half[0], centre[1] + half[1], top]), 0.0, THING)

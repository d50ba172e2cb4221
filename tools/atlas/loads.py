"""How hard each muscle works in a held pose: gravity and outside loads against muscles, one bounded least-squares fit.

Static, without co-contraction, and dependent on choices nobody can measure at home: friction under the feet, how force
falls off with length, how strong the trunk is. So it is solved for several such choices, and only what they agree on is
told, as a role; never a percentage (docs/method/atlas.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import mujoco
import numpy as np
from scipy.optimize import lsq_linear

from atlas.model import ABDOMEN_SHARE, ARM_KG, GROUPS, LEVELS, SHARES, Body, Floats, Pose
from atlas.poses import Push

GRAVITY = 9.81

NEAR_GROUND = 0.025
"""Corners of a bone this close to its lowest one (in metres) bear weight."""

BALANCE_STEPS = 4
"""So many times a standing body is tilted until it does not fall."""

UPRIGHT = 45.0
"""A back on something while the pelvis is tilted less than this leans against a wall."""

RESTING = {
    "foot": ("calcn_{}", "toes_{}"),
    "ball": ("calcn_{}", "toes_{}"),
    "knee": ("femur_{}", "patella_{}"),
    "shin": ("tibia_{}", "toes_{}"),
    "heel": ("calcn_{}",),
    "seat": ("pelvis", "femur_r", "femur_l"),
    "back": ("torso", "pelvis"),
    "shoulders": ("torso",),
    "belly": ("torso", "pelvis"),
    "side": ("pelvis", "femur_{}"),
}
"""The bones that bear weight, by what the body rests on; what hands and elbows bear goes through the shoulders.

A foot that is `held` is pressed down from above."""

DIRECTIONS = {
    "down": (0, 0, -1),
    "up": (0, 0, 1),
    "forward": (0, -1, 0),
    "back": (0, 1, 0),
    "left": (1, 0, 0),
    "right": (-1, 0, 0),
}

TRUNK_LINES = ("rect_abd", "EO", "IO", "IL_", "LTp", "MF_", "QL_", "Ps_")


@dataclass(frozen=True)
class Variant:
    """One set of choices: friction, the least share of force a line keeps at unfit length, the trunk's strength."""

    friction: float
    least_force: float
    trunk: float


VARIANTS = (
    Variant(0.0, 1.0, 2.0),
    Variant(0.6, 1.0, 2.0),
    Variant(0.0, 0.4, 2.0),
    Variant(0.3, 0.4, 1.0),
)

MAIN_SHARE, HELPS_SHARE = 0.5, 0.15
"""From these shares of the hardest working muscle's effort on, a muscle is a main one, or helps."""

LEAST_EFFORT = 0.02
"""Below this mean activation nothing is said to work."""


def efforts(
    body: Body,
    pose: Pose,
    ground: Sequence[str],
    load: Sequence[Push],
    *,
    variant: Variant,
    spans: tuple[Floats, Floats],
) -> Floats:
    """The mean activation of every muscle of `GROUPS`, right then left (2, G), 0-1.

    Args:
        body: the model.
        pose: the held pose.
        ground: what it rests on.
        load: what loads it from outside.
        variant: the choices.
        spans: the shortest and longest length of every line.
    """
    body.place(balanced(body, pose, ground))
    force = _force(body, variant, spans)
    reduced = _reduced(body)
    wanted = reduced.T @ (_gravity(body) - sum((_pushed(body, each) for each in _outside(body, load)), _nothing(body)))
    muscles = -(reduced.T @ (_arms(body) * force[:, None]).T)
    contacts = [reduced.T @ _jacobian(body, *point).T @ edge for point, edge in _edges(body, pose, ground, variant)]
    columns = np.column_stack([muscles, *contacts]) if contacts else muscles
    count = muscles.shape[1]
    keep = np.diag(np.r_[np.ones(count), np.full(columns.shape[1] - count, 1e-3)])
    most = np.r_[np.ones(count), np.full(columns.shape[1] - count, np.inf)]
    fit = lsq_linear(np.vstack([columns, keep]), np.r_[wanted, np.zeros(len(keep))], (0, most), tol=1e-8)
    return _grouped(body, fit.x[:count])


def balanced(body: Body, pose: Pose, ground: Sequence[str]) -> Pose:
    """A standing pose tilted until its weight is over its feet; a pose that rests on anything else stays as it is.

    Args:
        body: the model.
        pose: the pose as it was written down, good to a few degrees.
        ground: what it rests on.
    """
    if not all(key.startswith(("foot", "ball")) for key in ground):
        return pose
    for _ in range(BALANCE_STEPS):
        body.place(pose)
        points = [point for (_, point), _ in _edges(body, pose, ground, VARIANTS[0])]
        away = _weight_centre(body) - np.mean(points, axis=0)
        tilt = np.degrees(np.arctan2(away[:2], away[2]))
        pose = {**pose, "pitch": pose.get("pitch", 0.0) + tilt[1], "roll": pose.get("roll", 0.0) - tilt[0]}
    return pose


def _weight_centre(body: Body) -> Floats:
    """Where the weight of the body and its arms is (3,)."""
    arms = sum(ARM_KG * body.shoulder(side) for side in "rl")
    whole = body.model.body_mass.sum()
    return np.asarray((body.model.body_mass @ body.data.xipos + arms) / (whole + 2 * ARM_KG))


def _grouped(body: Body, activation: Floats) -> Floats:
    means = [
        [
            np.average(activation[places], weights=body.strength[places])
            for places in (body.members(m, side) for m in GROUPS)
        ]
        for side in "rl"
    ]
    return np.array(means)


def _force(body: Body, variant: Variant, spans: tuple[Floats, Floats]) -> Floats:
    """The greatest force of every line where it is now: a bell over its range, never below the variant's share."""
    place = (body.data.actuator_length - spans[0]) / (spans[1] - spans[0])
    bell = np.exp(-((place - 0.5) ** 2) / 0.15)
    stronger = np.array([variant.trunk if line.startswith(TRUNK_LINES) else 1.0 for line in body.lines])
    return body.strength * stronger * np.maximum(variant.least_force, bell)


def _reduced(body: Body) -> Floats:
    """How every freedom follows the independent ones (V, Z): six of the root, three of the trunk, those of the legs."""
    model, data = body.model, body.data
    followers = {follower for follower, _, _ in body.couplings}
    own = {name: place for name, place in body.joints.items() if place not in followers and name != "root"}
    matrix = np.zeros((model.nv, 6 + len(own)))
    matrix[:6, :6] = np.eye(6)
    column = {place: 6 + number for number, place in enumerate(own.values())}
    for place, number in column.items():
        matrix[model.jnt_dofadr[place], number] = 1
    for follower, leader, terms in body.couplings:
        if leader in column:
            turn = data.qpos[model.jnt_qposadr[leader]] - model.qpos0[model.jnt_qposadr[leader]]
            slope = np.polynomial.polynomial.polyval(turn, np.polynomial.polynomial.polyder(terms))
            matrix[model.jnt_dofadr[follower], column[leader]] = slope
    for ending, lowest, shares in SHARES.values():
        number = column[body.joints[lowest]]
        matrix[:, number] = 0
        for level, share in zip(LEVELS, shares, strict=True):
            matrix[model.jnt_dofadr[body.joints[f"{level}{ending}" if level else lowest]], number] = share
    matrix[model.jnt_dofadr[body.joints["Abs_r3"]], column[body.joints["flex_extension"]]] = ABDOMEN_SHARE
    return matrix


def _gravity(body: Body) -> Floats:
    body.data.qvel[:] = 0
    mujoco.mj_comVel(body.model, body.data)
    bias = np.zeros(body.model.nv)
    mujoco.mj_rne(body.model, body.data, 0, bias)
    return bias


def _nothing(body: Body) -> Floats:
    return np.zeros(body.model.nv)


def _arms(body: Body) -> Floats:
    """The moment arms of every line (L, V)."""
    model, data = body.model, body.data
    matrix = np.zeros((model.nu, model.nv))
    for line in range(model.nu):
        start, count = data.moment_rowadr[line], data.moment_rownnz[line]
        matrix[line, data.moment_colind[start : start + count]] = data.actuator_moment[start : start + count]
    return matrix


def _jacobian(body: Body, bone: str, point: Floats) -> Floats:
    jacobian = np.zeros((3, body.model.nv))
    mujoco.mj_jac(body.model, body.data, jacobian, None, point, body.model.body(bone).id)
    return jacobian


def _outside(body: Body, load: Sequence[Push]) -> Iterator[tuple[str, Floats, Floats]]:
    """Every force from outside: on which bone, where, how much (3,), in newtons. The arms' weight is one of them."""
    for side in "rl":
        yield "torso", body.shoulder(side), ARM_KG * GRAVITY * np.array(DIRECTIONS["down"])
    for push in load:
        bone, point = _point(body, push.at)
        yield bone, point, push.kg * GRAVITY * _direction(body, push.along)


def _point(body: Body, where: str) -> tuple[str, Floats]:
    part, _, side = where.partition("_")
    if part == "hand":
        return "torso", body.shoulder(side)
    between = (body.shoulder("r") + body.shoulder("l")) / 2
    if part in {"shoulders", "hands"}:
        return "torso", between
    if part == "chest":
        return "torso", between + 0.2 * body.data.body("torso").xmat.reshape(3, 3)[:, 0]
    if part == "hips":
        return "pelvis", body.data.body("pelvis").xpos
    bone = {"knees": "tibia", "ankle": "talus", "foot": "calcn", "toes": "toes"}[part]
    return f"{bone}_{side}", body.data.body(f"{bone}_{side}").xpos


def _direction(body: Body, along: str) -> Floats:
    if along.startswith("shank"):
        front = body.data.body("tibia_r").xmat.reshape(3, 3)[:, 0]
        return np.asarray(front if along.endswith("front") else -front)
    return np.array(DIRECTIONS[along], float)


def _pushed(body: Body, force: tuple[str, Floats, Floats]) -> Floats:
    bone, point, newtons = force
    return np.asarray(_jacobian(body, bone, point).T @ newtons)


def _edges(
    body: Body, pose: Pose, ground: Sequence[str], variant: Variant
) -> Iterator[tuple[tuple[str, Floats], Floats]]:
    """The directions into which each point that bears weight can push: up, and aslant as far as friction allows."""
    for key in ground:
        part, _, side = key.partition("_")
        leans = part in {"back", "shoulders"} and abs(pose.get("pitch", 0.0)) < UPRIGHT
        normal = np.array(DIRECTIONS["forward" if leans else "up"], float)
        aslant = [
            np.array(DIRECTIONS[way], float)
            for way in ("left", "right", "up" if leans else "forward", "down" if leans else "back")
        ]
        slopes = [normal + variant.friction * way for way in aslant] if variant.friction else [normal]
        for point in _points(body, part, side, normal):
            yield from ((point, slope if part != "held" else -slope) for slope in slopes)


def _points(body: Body, part: str, side: str, normal: Floats) -> Iterator[tuple[str, Floats]]:
    if part in {"hand", "elbow", "hang"}:
        for each in side or "rl":
            yield "torso", body.shoulder(each)
        return
    if part == "held":
        yield f"talus_{side}", body.data.body(f"talus_{side}").xpos
        return
    for form in RESTING[part]:
        bone = form.format(side)
        corners = body.vertices(bone)
        if len(corners):
            low = corners[corners @ normal <= (corners @ normal).min() + NEAR_GROUND]
            ends = {
                int(pick(low[:, axis])) for axis in (0, 1, 2) if not normal[axis] for pick in (np.argmin, np.argmax)
            }
            yield from ((bone, low[end]) for end in sorted(ends))


def roles(hardest: Floats) -> tuple[str, ...]:
    """The role of every muscle (G,) where all variants agree on it, `unclear` where they do not.

    Args:
        hardest: (variants, G) the greatest activation of each muscle on the way.
    """
    tiers = [[_tier(effort, float(row.max())) for effort in row] for row in hardest]
    return tuple(each[0] if len(set(each)) == 1 else "unclear" for each in zip(*tiers, strict=True))


def _tier(effort: float, top: float) -> str:
    if effort < LEAST_EFFORT or effort < HELPS_SHARE * top:
        return "little"
    return "main" if effort >= MAIN_SHARE * top else "helps"

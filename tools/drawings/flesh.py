"""The rounded limbs of a person whose joints are laid, in layers from the back to the front."""

from __future__ import annotations

from dataclasses import dataclass

from skeleton import HEAD_RADIUS, Joints, Point, Spec, ahead, between, heading, laid

RADII = {"thigh": (4.7, 3.3), "shank": (3.3, 2.0), "upper_arm": (3.0, 2.3), "forearm": (2.3, 1.6)}
TOES = ((2.6, 4.0, 1.5), (0.9, 4.4, 1.05), (-0.7, 4.0, 1.0), (-2.1, 3.4, 0.95), (-3.3, 2.6, 0.9))
"""Of each toe, the big one first: how far to the inner side, how long, how thick."""


@dataclass(frozen=True, slots=True)
class Limb:
    """Two circles and the skin around both; `part` is the name it is coloured by."""

    part: str
    start: Point
    end: Point
    radii: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Person:
    """One pose: the place of every joint, and the limbs in the layers far, back, body, leg and arm."""

    joints: Joints
    front: bool
    facing: int
    layers: dict[str, list[Limb]]


def person(spec: Spec, *, front: bool) -> Person:
    """One pose with its skin.

    Args:
        spec: the pose, with its posture already merged in.
        front: seen from the front (or from above, lying) instead of from the side.
    """
    joints = laid(spec, front=front)
    legs = {tail: _leg(joints, spec, tail) for tail in ("", "2")}
    arms = {tail: _arm(joints, spec, tail) for tail in ("", "2")}
    if front:
        body = _front_trunk(joints)
        layers = {"far": [], "body": body, "leg": legs[""] + legs["2"], "arm": arms[""] + arms["2"]}
    else:
        far = _unlike(legs["2"], legs[""]) + _unlike(arms["2"], arms[""])
        layers = {"far": far, "body": _side_trunk(joints), "leg": legs[""], "arm": arms[""]}
    if "behind" in spec:
        layers |= {"back": layers["arm"], "arm": []}
    layers["body"] += _head(joints, spec, front=front)
    only = spec.get("only")
    kept = {name: [each for each in limbs if not only or each.part in only] for name, limbs in layers.items()}
    return Person(joints, front, int(spec.get("facing", 1)), kept)


def _unlike(far: list[Limb], near: list[Limb]) -> list[Limb]:
    """What of a far limb is not hidden by the near one."""
    return [one for one, two in zip(far, near, strict=True) if (one.start, one.end) != (two.start, two.end)]


def _leg(joints: Joints, spec: Spec, tail: str) -> list[Limb]:
    hip, knee, ankle, toe = (joints[name + tail] for name in ("hip", "knee", "ankle", "toe"))
    limbs = [Limb("thigh" + tail, hip, knee, RADII["thigh"]), Limb("shank" + tail, knee, ankle, RADII["shank"])]
    foot = "foot" + tail
    if "bare" in spec:
        return [*limbs, *_bare_foot(ankle, toe, tail)]
    if "heel" + tail not in joints:
        return [*limbs, Limb(foot, ankle, toe, (2.3, 2.1))]
    heel, ball = joints["heel" + tail], joints["ball" + tail]
    if "toes" not in spec:
        return [*limbs, Limb(foot, heel, toe, (2.0, 1.3)), Limb(foot, ankle, toe, (2.2, 1.3))]
    limbs += [Limb(foot, heel, ball, (2.0, 1.5)), Limb(foot, ankle, ball, (2.2, 1.5))]
    return [*limbs, Limb("toes" + tail, ball, toe, (1.5, 1.2))]


def _bare_foot(ankle: Point, ball: Point, tail: str) -> list[Limb]:
    """A foot from above, with its toes; the big toe lies towards the other foot."""
    along = heading(ankle, ball)
    inner = along + (90 if tail else -90)
    limbs = [Limb("foot" + tail, ahead(ankle, along, -1), ball, (2.6, 3.5))]
    for name, (off, long, thick) in zip(["big_toe", *["toes"] * 4], TOES, strict=True):
        root = ahead(ball, inner, off)
        limbs.append(Limb(name + tail, root, ahead(root, along, long), (thick, thick)))
    return limbs


def _arm(joints: Joints, spec: Spec, tail: str) -> list[Limb]:
    shoulder, elbow, hand, fingers = (joints[name + tail] for name in ("shoulder", "elbow", "hand", "fingers"))
    fist = "grip" in spec
    return [
        Limb("upper_arm" + tail, shoulder, elbow, RADII["upper_arm"]),
        Limb("forearm" + tail, elbow, hand, RADII["forearm"]),
        Limb("hand" + tail, hand, between(hand, fingers, 0.4 if fist else 1), (1.8, 2.5) if fist else (1.9, 1.2)),
    ]


def _side_trunk(joints: Joints) -> list[Limb]:
    neck, waist = joints["neck"], joints["waist"]
    ribs = between(neck, waist, 0.32)
    return [
        Limb("waist", joints["middle"], waist, (6.0, 5.2)),
        Limb("chest", waist, ribs, (5.2, 6.7)),
        Limb("chest", ribs, neck, (6.7, 2.8)),
    ]


def _front_trunk(joints: Joints) -> list[Limb]:
    neck, waist, middle = joints["neck"], joints["waist"], joints["middle"]
    limbs = [Limb("chest", joints["shoulder"], joints["shoulder2"], (3.0, 3.0))]
    for tail in ("", "2"):
        hip = joints["hip" + tail]
        flank = waist[0] + 0.4 * (hip[0] - middle[0]), waist[1] + 0.4 * (hip[1] - middle[1])
        ribs = between(between(joints["shoulder" + tail], neck, 0.45), waist, 0.1)
        limbs += [Limb("chest", ribs, flank, (5.6, 5.2)), Limb("waist", flank, hip, (5.2, 5.0))]
    return limbs


def _head(joints: Joints, spec: Spec, *, front: bool) -> list[Limb]:
    """Neck and head; a nose shows where it looks, seen from the front only where it is given."""
    neck, head, facing = joints["neck"], joints["head"], int(spec.get("facing", 1))
    along = heading(neck, head)
    limbs = [
        Limb("neck", neck, between(neck, head, 0.45), (2.8, 2.8)),
        Limb("head", head, ahead(head, along, 0.6), (HEAD_RADIUS, HEAD_RADIUS - 0.6)),
    ]
    if front and "nose" not in spec:
        return limbs
    look = along + spec.get("nose", 0) + facing * (8 if front else 98)
    return [*limbs, Limb("head", head, ahead(head, look, HEAD_RADIUS + 0.5), (2.4, 1.2))]

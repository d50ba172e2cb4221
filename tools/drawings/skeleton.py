"""A jointed person in two dimensions: angles in, the places of the joints out.

Angles are those of a compass: 0 points up, 90 to the right, 180 down. A segment's angle is the way it points from the
hip outwards, so upright standing is trunk 0 and legs 180. The body is 100 units tall; y grows upwards, the floor is 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import acos, atan2, cos, degrees, hypot, radians, sin
from typing import Any

Point = tuple[float, float]
Joints = Mapping[str, Point]
Place = str | Sequence[float]
Spec = dict[str, Any]
"""A pose as written in figures.toml."""

LENGTH = {
    "waist": 14.0,
    "chest": 16.0,
    "neck": 10.4,
    "upper_arm": 16.5,
    "forearm": 14.0,
    "hand": 5.6,
    "thigh": 24.5,
    "shank": 24.5,
}
HEAD_RADIUS = 6.5
HALF_SHOULDERS, HALF_HIPS, SOCKET_UNDER_NECK = 9.6, 4.6, 3.5
SOLE = 4.0
"""The sole lies so far under the ankle."""

CHAINS = {
    "arm": ("shoulder", "upper_arm", "elbow", "forearm", "hand"),
    "leg": ("hip", "thigh", "knee", "shank", "ankle"),
}
SEGMENTS = {
    "loin": ("middle", "waist"),
    "chest": ("waist", "neck"),
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "hand"),
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
}
TRUNK = {"loin", "chest"}
SKIN = {
    "head": HEAD_RADIUS,
    "neck": 2.8,
    "waist": 5.2,
    "middle": 6.0,
    "knee": 3.3,
    "elbow": 2.3,
    "hand": 1.6,
    "heel": 2.0,
}
SKIN_BY_VIEW = {True: {"toe": 2.1, "shoulder": 3.0, "hip": 4.7}, False: {"toe": 1.4, "shoulder": 6.0}}
"""How far the skin lies from a joint, to rest a body on the floor."""


def ahead(start: Point, angle: float, length: float) -> Point:
    """The point so far from another in one direction.

    Args:
        start: where to begin.
        angle: the direction in degrees of the compass.
        length: how far, in units.
    """
    return start[0] + length * sin(radians(angle)), start[1] + length * cos(radians(angle))


def heading(start: Point, end: Point) -> float:
    """The direction from one point to another, in degrees of the compass.

    Args:
        start: the one.
        end: the other.
    """
    return degrees(atan2(end[0] - start[0], end[1] - start[1]))


def between(start: Point, end: Point, share: float) -> Point:
    """The point at a share of the way.

    Args:
        start: share 0.
        end: share 1.
        share: any number.
    """
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def place(where: Place, joints: Joints, *, facing: int = 1) -> Point:
    """A point of the scene, in numbers or in words.

    `hand` is a joint, `hand 2 -1` a joint shifted; `thigh .5 6` is half-way along a segment, 6 units to its front.

    Args:
        where: two numbers, or words.
        joints: where the joints are.
        facing: 1 for a person who looks to the right when upright, else -1.
    """
    if not isinstance(where, str):
        return where[0], where[1]
    name, *numbers = where.split()
    first, second = (float(each) for each in numbers) if numbers else (0.0, 0.0)
    bare, tail = name.removesuffix("2"), name[len(name.removesuffix("2")) :]
    if bare in SEGMENTS and numbers:
        start, end = (joints[each if bare in TRUNK else each + tail] for each in SEGMENTS[bare])
        front = heading(start, end) + (90 if bare in TRUNK else -90) * facing
        return ahead(between(start, end, first), front, second)
    return joints[name][0] + first, joints[name][1] + second


def laid(spec: Spec, *, front: bool) -> dict[str, Point]:
    """The place of every joint of one pose; names that end in 2 are the far side (from the front, the left).

    Args:
        spec: the pose, with its posture already merged in.
        front: seen from the front (or from above, lying) instead of from the side.
    """
    body = _Body(spec, front)
    body.lay_spine()
    limbs = ("leg", "leg2", "arm", "arm2")
    reaching = [name for name in limbs if isinstance(body.wanted(name), dict)]
    for name in limbs:
        if name not in reaching:
            body.swing(name)
            body.lay_end(name)
    body.settle()
    for name in reaching:
        body.reach(name)
        body.lay_end(name)
    return body.joints


@dataclass(slots=True)
class _Body:
    """The joints found so far."""

    spec: Spec
    front: bool
    joints: dict[str, Point] = field(default_factory=dict)

    @property
    def facing(self) -> int:
        return int(self.spec.get("facing", 1))

    def turned(self, angle: float) -> float:
        return angle + float(self.spec.get("turn", 0))

    def long(self, segment: str) -> float:
        """A segment's length, shorter where it points towards or away from the eye."""
        return LENGTH[segment.removesuffix("2")] * float(self.spec.get("short", {}).get(segment, 1))

    def wanted(self, name: str) -> Any:  # noqa: ANN401 - a list of angles, or a table for a limb that reaches
        """A limb as written; the far one is as the near one, or mirrored seen from the front."""
        near = self.spec[name.removesuffix("2")]
        if name in self.spec or isinstance(near, dict) or not (self.front and name.endswith("2")):
            return self.spec.get(name, near)
        return [2 * self.spec["trunk"][0] - each for each in near]

    def lay_spine(self) -> None:
        """Hip, waist, neck, head and the sockets of the limbs, with the hip at the origin."""
        low, high = (self.turned(each) for each in self.spec["trunk"])
        hip = (0.0, 0.0)
        waist = ahead(hip, low, self.long("waist"))
        neck = ahead(waist, high, self.long("chest"))
        tilt = self.turned(self.spec.get("head", self.spec["trunk"][1]))
        self.joints |= {"middle": hip, "waist": waist, "neck": neck, "head": ahead(neck, tilt, self.long("neck"))}
        slide, lift = self.spec.get("shoulder", (0, 0))
        socket = ahead(neck, high + 180, SOCKET_UNDER_NECK - lift)
        for name, side in (("shoulder", 1), ("shoulder2", -1)):
            way = high + 90 * (side if self.front else self.facing)
            self.joints[name] = ahead(socket, way, slide + (HALF_SHOULDERS if self.front else 0))
        for name, side in (("hip", 1), ("hip2", -1)):
            self.joints[name] = ahead(hip, low + 90 * side, HALF_HIPS if self.front else 0)

    def chain(self, name: str) -> tuple[str, ...]:
        """A limb's joints and segments from root to tip, on its side."""
        tail = "2" if name.endswith("2") else ""
        return tuple(each + tail for each in CHAINS[name.removesuffix("2")])

    def swing(self, name: str) -> None:
        """Lay a limb along its two angles."""
        root, upper, middle, lower, tip = self.chain(name)
        first, second = (self.turned(each) for each in self.wanted(name)[:2])
        self.joints[middle] = ahead(self.joints[root], first, self.long(upper))
        self.joints[tip] = ahead(self.joints[middle], second, self.long(lower))

    def reach(self, name: str) -> None:
        """Bend a limb so that its hand or ankle comes to a place of the scene, or as near as it is long."""
        root, upper, middle, lower, tip = self.chain(name)
        start, one, two = self.joints[root], self.long(upper), self.long(lower)
        target = place(self.wanted(name)["to"], self.joints)
        far = min(max(hypot(target[0] - start[0], target[1] - start[1]), abs(one - two) + 0.01), one + two - 0.01)
        corner = degrees(acos((one * one + far * far - two * two) / (2 * one * far)))
        along = heading(start, target)
        self.joints[middle] = ahead(start, along + self.wanted(name).get("bend", 1) * corner, one)
        self.joints[tip] = ahead(start, along, far)

    def lay_end(self, name: str) -> None:
        """The fingers of an arm; the heel, ball and toe of a leg, seen from the front only the toe."""
        _, _, middle, _, tip = self.chain(name)
        tail = "2" if name.endswith("2") else ""
        wanted = self.wanted(name)
        given = wanted.get("end") if isinstance(wanted, dict) else next(iter(wanted[2:]), None)
        along = heading(self.joints[middle], self.joints[tip])
        square = 0 if name.startswith("arm") or self.front else -90 * self.facing
        angle = along + square if given is None else self.turned(given)
        if name.startswith("arm"):
            self.joints["fingers" + tail] = ahead(self.joints[tip], angle, self.long("hand"))
        elif self.front:
            self.joints["toe" + tail] = ahead(self.joints[tip], angle, 10.5 if "bare" in self.spec else 4.2)
        else:
            down = angle + 90 * self.facing
            self.joints["heel" + tail] = ahead(ahead(self.joints[tip], angle, -3.2), down, 2)
            self.joints["ball" + tail] = ahead(ahead(self.joints[tip], angle, 7.3), down, 2.5)
            self.joints["toe" + tail] = ahead(self.joints["ball" + tail], angle + self.spec.get("toes", 0), 4)

    def settle(self) -> None:
        """Move the body so that one joint lies where it is wanted, or its lowest skin on the floor or a surface."""
        by, at, on = self.spec.get("by", "middle"), self.spec.get("at", 0), float(self.spec.get("on", 0))
        x, y = at if isinstance(at, list) else (at, None)
        if by == "foot":
            by, y = "ankle", SOLE + on if y is None else y
        if self.front and by == "ankle":
            x += self.joints[by][0] - self.joints["middle"][0]
        if y is None:
            y = self.joints[by][1] - self.lowest() + on
        over, up = x - self.joints[by][0], y - self.joints[by][1]
        self.joints = {name: (old_x + over, old_y + up) for name, (old_x, old_y) in self.joints.items()}

    def lowest(self) -> float:
        """The height of the lowest skin of what is laid so far."""
        skin = SKIN | SKIN_BY_VIEW[self.front]
        return min(y - skin.get(name.removesuffix("2"), 0) for name, (_, y) in self.joints.items())

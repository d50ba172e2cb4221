"""The arrows of a movement: along the way of a joint, or between two places."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, sin

from flesh import Person
from ink import Frame, pack
from skeleton import Point, Spec, laid, place

BARB, SPREAD = 9.0, 0.55
"""Of an arrow's head: the length in pixels, and the angle in radians."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """Start, control point and end of a curve; `both` has a head at either end, `panel` is the pose it lies on."""

    way: tuple[Point, Point, Point]
    both: bool
    panel: int

    def data(self, frame: Frame) -> str:
        """The curve with its heads as path data.

        Args:
            frame: where its pose lies on the page.
        """
        first, control, last = (frame(each) for each in self.way)
        text = f"M{pack(*first)}Q{pack(*control, *last)}{_head(control, last)}"
        return text + _head(control, first) if self.both else text


def arrows(row: Spec, specs: list[Spec], bodies: list[Person]) -> list[Arrow]:
    """Every arrow of a drawing.

    Args:
        row: its table in figures.toml.
        specs: its poses as written, start first.
        bodies: the same, laid.
    """
    found = []
    for each in row.get("arrows", ()):
        if isinstance(each, str):
            found.append(Arrow(_travelled(each, specs, front=bodies[0].front), both=False, panel=0))
            continue
        panel = int(each.get("on", 0))
        body = bodies[panel]
        first, last = (place(each[end], body.joints, facing=body.facing) for end in ("from", "to"))
        found.append(Arrow(_bulged(first, last, each.get("bulge", 0)), bool(each.get("both")), panel))
    return found


def blend(one: Spec, two: Spec, share: float) -> Spec:
    """The pose between two.

    Args:
        one: the first, at share 0.
        two: the second, at share 1.
        share: how far on the way.
    """
    return {key: _mixed(one.get(key, value), value, share) for key, value in two.items()}


def _mixed(one: object, two: object, share: float) -> object:
    """Numbers are mixed, in lists and tables too; anything else is that of the second pose."""
    if isinstance(one, dict) and isinstance(two, dict):
        return blend(one, two, share)
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        return [_mixed(a, b, share) for a, b in zip(one, two, strict=True)]
    if isinstance(one, int | float) and isinstance(two, int | float):
        return one + (two - one) * share
    return two


def _travelled(joint: str, specs: list[Spec], *, front: bool) -> tuple[Point, Point, Point]:
    """The way of one point of the body from start to end, a little short of both."""
    first, middle, last = (
        place(joint, laid(blend(specs[0], specs[1], share), front=front)) for share in (0.12, 0.5, 0.92)
    )
    return _through(first, middle, last)


def _through(first: Point, middle: Point, last: Point) -> tuple[Point, Point, Point]:
    """The curve from first to last that passes the middle."""
    control = 2 * middle[0] - (first[0] + last[0]) / 2, 2 * middle[1] - (first[1] + last[1]) / 2
    return first, control, last


def _bulged(first: Point, last: Point, bulge: float) -> tuple[Point, Point, Point]:
    """The curve that leaves the straight line by so much, to the right of its direction."""
    over, up = last[0] - first[0], last[1] - first[1]
    share = bulge / hypot(over, up)
    return _through(first, ((first[0] + last[0]) / 2 + up * share, (first[1] + last[1]) / 2 - over * share), last)


def _head(before: Point, tip: Point) -> str:
    angle = atan2(tip[1] - before[1], tip[0] - before[0])
    barbs = [(tip[0] - BARB * cos(angle + turn), tip[1] - BARB * sin(angle + turn)) for turn in (SPREAD, -SPREAD)]
    return f"M{pack(*barbs[0])}L{pack(*tip)}L{pack(*barbs[1])}"

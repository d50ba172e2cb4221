"""From shapes in body units to the text of an SVG: one scale, one floor, numbers with one decimal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from math import acos, atan2, cos, hypot, sin

from skeleton import Point

WIDE, HIGH, MARGIN = 320.0, 200.0, 8.0
ACCENT, INK, THING = "#0072B2", "currentColor", "#888"
"""Blue for what works (seen with any colour vision), the text's own colour for the body, grey for things."""


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle around some shapes."""

    left: float
    low: float
    right: float
    high: float

    def joined(self, other: Box) -> Box:
        """The rectangle around both.

        Args:
            other: the second rectangle.
        """
        return Box(
            min(self.left, other.left),
            min(self.low, other.low),
            max(self.right, other.right),
            max(self.high, other.high),
        )

    def moved(self, over: float) -> Box:
        """The same further to the right.

        Args:
            over: units.
        """
        return Box(self.left + over, self.low, self.right + over, self.high)


def around(points: list[tuple[Point, float]]) -> Box:
    """The rectangle around circles.

    Args:
        points: centre and radius of each.
    """
    return Box(
        min(x - r for (x, _), r in points),
        min(y - r for (_, y), r in points),
        max(x + r for (x, _), r in points),
        max(y + r for (_, y), r in points),
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a scene lies on the page: pixels per unit, and what is added."""

    scale: float
    left: float
    floor: float

    def __call__(self, point: Point) -> Point:
        """A point of the scene on the page.

        Args:
            point: in units, y upwards.
        """
        return self.left + point[0] * self.scale, self.floor - point[1] * self.scale

    def moved(self, over: float) -> Frame:
        """The frame of a scene that lies further to the right.

        Args:
            over: units.
        """
        return Frame(self.scale, self.left + over * self.scale, self.floor)


def fitted(box: Box, largest: float) -> Frame:
    """The frame that shows a rectangle as large as it may be, centred, standing on the lower edge.

    Args:
        box: what must be seen.
        largest: pixels per unit at most.
    """
    wide, high = box.right - box.left, box.high - box.low
    scale = min(largest, (WIDE - 2 * MARGIN) / wide, (HIGH - 2 * MARGIN) / high)
    low = (HIGH - 2 * MARGIN - high * scale) / 2 if high * scale < HIGH * 0.6 else 0.0
    return Frame(scale, WIDE / 2 - scale * (box.left + box.right) / 2, HIGH - MARGIN - low + scale * box.low)


def pack(*values: float) -> str:
    """Numbers of path data with one decimal at most, as short as they can be written.

    Args:
        values: pixels.
    """
    text = ""
    for value in values:
        one = f"{value:.1f}".removesuffix(".0").replace("-0.", "-.")
        one = "0" if one == "-0" else one.removeprefix("0") if one.startswith("0.") else one
        text += one if not text or one.startswith("-") else " " + one
    return text


def skin(first: Point, last: Point, radii: tuple[float, float], frame: Frame) -> str:
    """The outline around two circles as path data.

    Args:
        first: the centre of one.
        last: the centre of the other.
        radii: theirs, in units.
        frame: where the scene lies.
    """
    start, end = frame(first), frame(last)
    one, two = (round(radius * frame.scale, 1) for radius in radii)
    apart = hypot(end[0] - start[0], end[1] - start[1])
    if apart <= abs(one - two) + 0.05:
        return disc(start if one > two else end, max(one, two))
    along = atan2(end[1] - start[1], end[0] - start[0])
    side = acos((one - two) / apart)
    corners = [
        (round(x + r * cos(along + turn), 1), round(y + r * sin(along + turn), 1))
        for (x, y), r, turn in ((start, one, side), (start, one, -side), (end, two, -side), (end, two, side))
    ]
    (x, y), *steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip([(0.0, 0.0), *corners], corners, strict=False)]
    arcs = [f"a{pack(r, r)} 0 {int(r > other)} 1 " for r, other in ((one, two), (two, one))]
    return f"M{pack(x, y)}{arcs[0]}{pack(*steps[0])}l{pack(*steps[1])}{arcs[1]}{pack(*steps[2])}z"


def disc(centre: Point, radius: float) -> str:
    """A circle as path data.

    Args:
        centre: on the page.
        radius: in pixels.
    """
    half = f"a{pack(radius, radius)} 0 1 1 "
    return f"M{pack(centre[0] - radius, centre[1])}{half}{pack(2 * radius, 0)}{half}{pack(-2 * radius, 0)}z"


def trace(points: Sequence[Point], frame: Frame) -> str:
    """A line through points as path data.

    Args:
        points: of the scene.
        frame: where the scene lies.
    """
    places = [tuple(round(each, 1) for each in frame(point)) for point in points]
    steps = ["l" + pack(x - from_x, y - from_y) for (from_x, from_y), (x, y) in pairwise(places)]
    return f"M{pack(*places[0])}" + "".join(steps)


def document(title: str, content: str) -> str:
    """The whole file.

    Args:
        title: what a screen reader says.
        content: the drawing.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE:g} {HIGH:g}" role="img" fill="currentColor" '
        f'stroke-linecap="round" stroke-linejoin="round">\n<title>{escape(title)}</title>\n{content}</svg>\n'
    )

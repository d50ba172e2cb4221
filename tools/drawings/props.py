"""The things an exercise needs, each drawn with a few strokes from one row of figures.toml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import pi, sin
from typing import Any

from ink import ACCENT, INK, THING
from skeleton import Place, Point, ahead

At = Callable[[Place], Point]
Given = list[Any]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, or with `round` a circle of that radius; width 0 is a solid shape.

    What is held or pressed lies `before` the body, the rest behind it.
    """

    points: tuple[Point, ...]
    width: float = 1.4
    round: float = 0.0
    colour: str = THING
    before: bool = False

    @property
    def reach(self) -> list[tuple[Point, float]]:
        """The circles that its outline stays within."""
        return [(point, self.round + self.width / 2) for point in self.points]


def strokes(row: Given, at: At) -> list[Stroke]:
    """The strokes of one thing.

    Args:
        row: its kind, then its numbers and places as in figures.toml.
        at: turns a place (two numbers, or words for a point of the body) into a point.
    """
    kind, *given = row
    return [replace(each, before=kind in HELD) for each in MAKERS[kind](given, at)]


def _line(*points: Point, width: float = 1.4) -> Stroke:
    return Stroke(points, width)


def _wall(given: Given, _: At) -> list[Stroke]:
    """x, and a height other than usual."""
    x, high = (*given, 118)[:2]
    return [_line((x, 0), (x, high), width=2.4)]


def _bench(given: Given, _: At) -> list[Stroke]:
    """Left, right, height."""
    left, right, high = given
    legs = [_line((x, 0), (x, high - 3)) for x in (left + 4, right - 4)]
    return [_line((left, high - 1.8), (right, high - 1.8), width=3.6), *legs]


def _table(given: Given, _: At) -> list[Stroke]:
    """Left, right, height."""
    left, right, high = given
    legs = [_line((x, 0), (x, high)) for x in (left + 3, right - 3)]
    return [_line((left, high - 0.8), (right, high - 0.8), width=1.8), *legs]


def _chair(given: Given, _: At) -> list[Stroke]:
    """The x of the hip; its back is to the left."""
    rear, fore, high = given[0] - 10, given[0] + 13, 23
    return [
        _line((rear, high - 1), (fore, high - 1), width=2.4),
        _line((fore, 0), (fore, high)),
        _line((rear, 0), (rear, high + 26), width=1.8),
    ]


def _stool(given: Given, _: At) -> list[Stroke]:
    """The x of its middle, and the height."""
    x, high = given
    legs = [_line((x + 7 * side, high), (x + 8 * side, 0)) for side in (-1, 1)]
    return [_line((x - 10, high - 1), (x + 10, high - 1), width=2.4), *legs]


def _box(given: Given, _: At) -> list[Stroke]:
    """Left, low, right, high."""
    left, low, right, high = given
    return [_line((left, low), (left, high), (right, high), (right, low), (left, low))]


def _mat(given: Given, _: At) -> list[Stroke]:
    """Left, right."""
    return [_line((given[0], -1.6), (given[1], -1.6), width=2.4)]


def _ball(given: Given, at: At) -> list[Stroke]:
    """Centre, and a radius other than usual."""
    centre, radius = (*given, 3.2)[:2]
    return [Stroke((at(centre),), 0, radius, ACCENT)]


def _roller(given: Given, at: At) -> list[Stroke]:
    """Centre of its end."""
    return [Stroke((at(given[0]),), 2.2, 6, ACCENT), Stroke((at(given[0]),), 0, 1.6, ACCENT)]


def _band(given: Given, at: At) -> list[Stroke]:
    """The places it runs through."""
    return [Stroke(tuple(at(each) for each in given), 1.5, colour=ACCENT)]


def _weight(given: Given, at: At) -> list[Stroke]:
    """A dumbbell end-on: its centre."""
    return [Stroke((at(given[0]),), 0, 3.8)]


def _dumbbell(given: Given, at: At) -> list[Stroke]:
    """Centre, the angle of its bar, half its length."""
    centre, angle, half = at(given[0]), *given[1:]
    tips = [ahead(centre, angle + turn, half) for turn in (0, 180)]
    plates = [_line(ahead(tip, angle + 90, 3), ahead(tip, angle - 90, 3), width=3.2) for tip in tips]
    return [_line(*tips, width=1.8), *plates]


def _kettlebell(given: Given, at: At) -> list[Stroke]:
    """Its grip, and the angle it hangs along."""
    grip, angle = at(given[0]), given[1]
    return [Stroke((ahead(grip, angle, 2.5),), 1.8, 3.4), Stroke((ahead(grip, angle, 9),), 0, 5.2)]


def _plate(given: Given, at: At) -> list[Stroke]:
    """A barbell end-on: its centre."""
    return [Stroke((at(given[0]),), 1.8, 9), Stroke((at(given[0]),), 0, 1.6)]


def _circle(given: Given, at: At) -> list[Stroke]:
    """Centre, radius, and a width other than usual."""
    centre, radius, width = (*given, 1.4)[:3]
    return [Stroke((at(centre),), width, radius)]


def _thin(given: Given, at: At) -> list[Stroke]:
    """The places it runs through."""
    return [Stroke(tuple(at(each) for each in given))]


def _thick(given: Given, at: At) -> list[Stroke]:
    """A width, then the places it runs through."""
    return [Stroke(tuple(at(each) for each in given[1:]), given[0])]


def _mark(given: Given, at: At) -> list[Stroke]:
    """As a thick line, in the colour of the working part."""
    return [replace(each, colour=ACCENT) for each in _thick(given, at)]


def _flesh(given: Given, at: At) -> list[Stroke]:
    """As a thick line, in the colour of the body."""
    return [replace(each, colour=INK) for each in _thick(given, at)]


def _wave(given: Given, _: At) -> list[Stroke]:
    """Left, right, height."""
    left, right, y = given
    return [_line(*((left + 2 * n, y + 1.3 * sin(n * pi / 4)) for n in range(int((right - left) / 2) + 1)))]


MAKERS: dict[str, Callable[[Given, At], list[Stroke]]] = {
    "wall": _wall,
    "bench": _bench,
    "table": _table,
    "chair": _chair,
    "stool": _stool,
    "box": _box,
    "mat": _mat,
    "ball": _ball,
    "roller": _roller,
    "band": _band,
    "weight": _weight,
    "dumbbell": _dumbbell,
    "kettlebell": _kettlebell,
    "plate": _plate,
    "circle": _circle,
    "line": _thin,
    "thick": _thick,
    "thing": _thick,
    "mark": _mark,
    "under": _mark,
    "flesh": _flesh,
    "wave": _wave,
}
HELD = {"ball", "roller", "band", "dumbbell", "kettlebell", "plate", "thing", "mark", "flesh"}

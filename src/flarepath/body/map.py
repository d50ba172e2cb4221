"""The body map: our own drawing of a figure, front and back, made of places that can be touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Final, Literal

from flarepath.body.regions import region
from flarepath.quantities import Side
from flarepath.sources import load_table

Point = tuple[float, float]
View = Literal["front", "back"]

WIDTH: Final = 200
HEIGHT: Final = 444
VIEWS: Final[tuple[View, ...]] = ("front", "back")

STEPS: Final = 4
"""Points of a curve between two stations."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One place of the drawing: outlines on a grid of `WIDTH` x `HEIGHT`, y downwards; `label` is its name and side."""

    region: str
    side: Side
    view: View
    label: str
    outlines: tuple[tuple[Point, ...], ...]

    @property
    def path(self) -> str:
        """The outlines in the words of an SVG path."""
        return "".join("M" + "L".join(f"{x:g},{y:g}" for x, y in outline) + "Z" for outline in self.outlines)


@cache
def body_map(view: View) -> tuple[Zone, ...]:
    """The places of one side of the figure, from head to toe, each region from the reader's left to the right.

    Args:
        view: front or back.

    Example:
        >>> body_map("front")[0].label
        'Head, right'
    """
    table = load_table("flarepath.body", "map.toml")
    near: Side = table[view]["reader_left"]
    far: Side = "left" if near == "right" else "right"
    drawn = [(row, _outline(table["parts"][row["part"]]["stations"], row)) for row in table[view]["zones"]]
    found: list[Zone] = []
    for name, rows in groupby(drawn, key=lambda one: str(one[0]["region"])):
        kept = list(rows)
        half = [outline for row, outline in kept if not row.get("middle")]
        across = [outline + _mirrored(outline) for row, outline in kept if row.get("middle")]
        sides: Mapping[Side, list[tuple[Point, ...]]] = {near: half, "middle": across, far: list(map(_mirrored, half))}
        found += [_zone(name, side, view, outlines) for side, outlines in sides.items() if outlines]
    return tuple(found)


@cache
def face(view: View) -> str:
    """Eyes and mouth as an SVG path, so that front and back are told apart; empty from the back.

    Args:
        view: front or back.
    """
    return str(load_table("flarepath.body", "map.toml")[view]["face"])


def _zone(name: str, side: Side, view: View, outlines: Sequence[tuple[Point, ...]]) -> Zone:
    return Zone(name, side, view, f"{region(name).name}, {side}", tuple(outlines))


def _mirrored(outline: Sequence[Point]) -> tuple[Point, ...]:
    return tuple((round(WIDTH - x, 1), y) for x, y in reversed(outline))


def _outline(stations: Sequence[Sequence[float]], row: Mapping[str, Any]) -> tuple[Point, ...]:
    """Down the line nearer to the outer end, and back up the other; a middle zone ends at the mirror line."""
    begin, end = row["along"]
    outer, inner = row["across"]
    down = [_between(stations, place, outer) for place in _places(begin, end)]
    if row.get("middle"):
        return (_between(stations, end, inner), *reversed(down), _between(stations, begin, inner))
    return (*down, *(_between(stations, place, inner) for place in reversed(list(_places(begin, end)))))


def _places(begin: float, end: float) -> Iterator[float]:
    yield from (step / STEPS for step in range(round(begin * STEPS), round(end * STEPS) + 1))


def _between(stations: Sequence[Sequence[float]], place: float, across: float) -> Point:
    outer_x, outer_y, inner_x, inner_y = (_curve([row[column] for row in stations], place) for column in range(4))
    return round(outer_x + (inner_x - outer_x) * across, 1), round(outer_y + (inner_y - outer_y) * across, 1)


def _curve(values: Sequence[float], place: float) -> float:
    """A curve through evenly spaced values (Catmull and Rom's spline)."""
    at = min(int(place), len(values) - 2)
    rest = place - at
    one, two = values[at], values[at + 1]
    before = values[at - 1] if at else 2 * one - two
    after = values[at + 2] if at + 2 < len(values) else 2 * two - one
    return 0.5 * (
        2 * one
        + (two - before) * rest
        + (2 * before - 5 * one + 4 * two - after) * rest**2
        + (3 * one - before - 3 * two + after) * rest**3
    )

"""A small body for a terminal, front and back side by side, with the places that hurt filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from flarepath.body.regions import region, row, side_is_possible
from flarepath.quantities import NRS_LEAST, NRS_MOST
from flarepath.sources import load_table

Marks = Mapping[tuple[str, str], float]
"""How much each place hurts (0-10), by region and side."""

Stroke = tuple[str, float | None]
"""A few characters of one line, and the points of the place they draw; None where nothing is marked."""

SHADES: Final = "░▒▓█"
"""Little to much, so that the drawing speaks without colour too."""

GAP: Final = "  "
ACROSS: Final = frozenset({"", "both"})


@dataclass(frozen=True, slots=True)
class View:
    """One side of the drawing: lines of ink, the letter of the region under each cell, and what the letters mean."""

    caption: str
    reader_left: str
    source: str
    ink: tuple[str, ...]
    places: tuple[str, ...]
    letters: dict[str, str]

    def side_of(self, column: int) -> str:
        """Whose side a column is: the person's left or right, or the middle.

        Args:
            column: counted from the reader's left.
        """
        centre = len(self.ink[0]) // 2
        if column == centre:
            return "middle"
        other = {"left": "right", "right": "left"}[self.reader_left]
        return self.reader_left if column < centre else other

    def is_near_middle(self, column: int) -> bool:
        """Whether a pain in the middle fills this column: the centre and its two neighbours.

        Args:
            column: counted from the reader's left.
        """
        return abs(column - len(self.ink[0]) // 2) <= 1


VIEWS: Final = tuple(View(**row(**cells)) for cells in load_table("flarepath.body", "drawing.toml").values())
"""Front, then back."""


def sketch(marks: Marks) -> tuple[tuple[Stroke, ...], ...]:
    """The body from the front and from the back; marked places come shaded, and with their points to colour them.

    Args:
        marks: points (0-10) by region and side, such as `{("knee_front", "left"): 4.0}`; the highest wins a cell.

    Returns:
        Lines from head to toe, then the caption; each a row of strokes whose texts join to the line.

    Raises:
        UnknownId: a region that does not exist.
        ValueError: points off the scale.

    Example:
        >>> "".join(text for text, points in sketch({("shin", "left"): 9})[17])
        '     |  | ████            |  | |  |     '
    """
    for (place, _), points in marks.items():
        _check(place, points)
    front, back = (_lines(view, marks) for view in VIEWS)
    lines = [(*left, (GAP, None), *right) for left, right in zip(front, back, strict=True)]
    captions = ((GAP.join(view.caption.center(len(view.ink[0])) for view in VIEWS), None),)
    return (*lines, captions)


def _check(place: str, points: float) -> None:
    known = region(place).id
    if not NRS_LEAST <= points <= NRS_MOST:
        raise ValueError(f"{points!r} points for {known!r} are not on the scale of 0 to 10")


def _lines(view: View, marks: Marks) -> list[tuple[Stroke, ...]]:
    return [
        _strokes([_cell(view, line, column, marks) for column in range(len(ink))]) for line, ink in enumerate(view.ink)
    ]


def _cell(view: View, line: int, column: int, marks: Marks) -> Stroke:
    place = view.letters.get(view.places[line][column], "")
    here = [points for mark, points in marks.items() if place and _covers(view, column, mark, place)]
    if not here:
        return view.ink[line][column], None
    return _shade(max(here)), max(here)


def _covers(view: View, column: int, mark: tuple[str, str], place: str) -> bool:
    marked, side = mark
    if marked not in {place, "whole_body"}:
        return False
    # A side that the place lacks was a slip of the pen: better the whole place than nothing drawn.
    if side in ACROSS or not side_is_possible(marked, side):
        return True
    return side == view.side_of(column) or (side == "middle" and view.is_near_middle(column))


def _shade(points: float) -> str:
    return SHADES[min(len(SHADES) - 1, int(points / NRS_MOST * len(SHADES)))]


def _strokes(cells: list[Stroke]) -> tuple[Stroke, ...]:
    return tuple(("".join(text for text, _ in run), points) for points, run in groupby(cells, key=lambda cell: cell[1]))

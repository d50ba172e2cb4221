"""Lines put together to rows: header, comments, quotes, and a quote that never closes."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from flarepath.diary.cells import looks_like_time
from flarepath.diary.header import SEPARATORS, Layout, header, row_layout, usual_layout
from flarepath.diary.lines import Line
from flarepath.diary.vocabulary import COLUMNS, KINDS

FARTHEST_LINES: Final = 50
"""A quoted cell may go on for so many lines."""

FARTHEST_SIGNS: Final = 16_000
"""A row of several lines may be so long."""

PATIENCE: Final = 1_000
"""After so many quotes that never close, none is followed past its line any more."""

SURE_HEADER: Final = 4
"""A line amid the rows with so many names of columns is another header."""

_HINT: Final = re.compile(r"sep=.\s*", re.IGNORECASE)
"""A first line by which spreadsheets tell each other what parts the columns."""

_ROUGHLY: Final = 4_000
"""So much of a line that cannot be read is looked at."""

_NO_HEADER: Final = f"there is no header line here ({','.join(COLUMNS)})"
_DETAIL: Final = COLUMNS.index("detail")


class Row(NamedTuple):
    """One row: its first line, its text, and its cells in the order of COLUMNS; or why it cannot be read.

    `comma` says whether 7,5 may stand for 7.5. A row without cells and without a fault of its own is a remark on the
    header: nothing was lost with it.
    """

    line: int
    text: str
    cells: list[str]
    comma: bool = False
    fault: str = ""
    remark: bool = False


Cut = list[str] | Literal["open", "wrong", "long"]
"""The cells of a text, or what is wrong with its quotes."""

_QUOTES: Final = {
    "open": "a quote opens and never closes",
    "wrong": "a quote stands where none may",
    "long": "a quoted cell is too long",
}


def cut(text: str, separator: str) -> Cut:
    """The cells of a row.

    Args:
        text: one line, or several that belong together.
        separator: what parts the cells.

    Example:
        >>> cut('a,"b, c"', ","), cut('a,"b', ","), cut('"a"b', ",")
        (['a', 'b, c'], 'open', 'wrong')
    """
    if '"' not in text:
        return text.split(separator)
    try:
        return next(csv.reader([text], delimiter=separator, strict=True))
    except csv.Error as refused:
        why = str(refused)
        return "open" if "unexpected end" in why else "long" if "limit" in why else "wrong"


class Rows:
    """Walks through the lines and gives the rows.

    Args:
        lines: numbered lines.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._waiting: deque[Line] = deque()
        self._layout: Layout | None = None
        self._told = False
        self._patience = PATIENCE

    def __iter__(self) -> Iterator[Row]:
        while (line := self._next()) is not None:
            if line.fault:
                yield Row(line.number, line.text, [], fault=line.fault)
            elif line.text and not line.text.isspace() and not line.text.startswith("#"):
                row = self._row(line, self._layout) if self._layout else self._header(line)
                if row:
                    yield row

    def _next(self) -> Line | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def _header(self, line: Line) -> Row | None:
        """What is odd about the header; a row that stands in its place is read as the next one."""
        self._layout = header(line.text)
        if self._layout:
            doubts = "; ".join(self._layout.doubts)
            return Row(line.number, line.text, [], fault=doubts, remark=True) if doubts else None
        if _HINT.fullmatch(line.text):
            return None
        self._layout = row_layout(line.text)
        if self._layout:
            self._waiting.appendleft(line)
            return Row(line.number, line.text, [], fault=f"{_NO_HEADER}; the usual order is taken", remark=True)
        told, self._told = self._told, True
        return None if told else Row(line.number, line.text, [], fault=f"{_NO_HEADER}; nothing is read until one comes")

    def _row(self, line: Line, layout: Layout) -> Row | None:
        cells = cut(line.text, layout.separator)
        if cells == "open":
            cells = self._joined(line.text, layout) or cells
        if isinstance(cells, str):
            return Row(line.number, line.text, [], fault=_QUOTES[cells])
        if "time" in cells and "kind" in cells and len(set(COLUMNS).intersection(cells)) >= SURE_HEADER:
            # Another header, as in two files put one after the other.
            return self._header(line)
        if len(cells) != layout.width:
            cells = _fitted(cells, layout)
            if len(cells) != layout.width:
                return self._misfit(line, layout, len(cells))
        ordered = layout.ordered(cells)
        return Row(line.number, line.text, ordered, layout.decimal_comma) if any(ordered) else None

    def _misfit(self, line: Line, layout: Layout, width: int) -> Row | None:
        """A row of the wrong width; where the header was odd and the row fits the usual order, the header was wrong."""
        if layout.doubts and width == len(COLUMNS) and row_layout(line.text):
            self._layout = usual_layout(layout.separator)
            return self._row(line, self._layout)
        return Row(line.number, line.text, [], fault=f"{width} cells stand here, the header names {layout.width}")

    def _joined(self, text: str, layout: Layout) -> list[str] | None:
        """The cells of a row whose quoted cell goes on over the next lines; None where it never closes properly."""
        taken: list[Line] = []
        cells: Cut = "open"
        while cells == "open" and self._patience and len(taken) < FARTHEST_LINES and len(text) < FARTHEST_SIGNS:
            line = self._next()
            if line is None:
                break
            taken.append(line)
            if line.fault or _stands_alone(line.text, layout):
                break
            text += "\n" + line.text
            if '"' in line.text.replace('""', ""):
                cells = cut(text, layout.separator)
        if isinstance(cells, list) and len(cells) == layout.width:
            return cells
        self._waiting.extendleft(reversed(taken))
        self._patience -= self._patience > 0
        return None


def _stands_alone(text: str, layout: Layout) -> bool:
    """Whether a line is a row of its own, so that an open quote before it must be a slip."""
    cells = cut(text, layout.separator)
    if isinstance(cells, str) or len(fitted := _fitted(cells, layout)) != layout.width:
        return False
    ordered = layout.ordered(fitted)
    return looks_like_time(ordered[0]) and ordered[1].lower() in KINDS


def _fitted(cells: list[str], layout: Layout) -> list[str]:
    """Empty cells too many at the end go; `;` of a detail at the end is the detail's own, not another column's."""
    width, extra = layout.width, cells[layout.width :]
    if extra and not any(cell.strip() for cell in extra):
        return cells[:width]
    if extra and layout.separator == ";" and layout.order[_DETAIL] == width - 1:
        return [*cells[: width - 1], ";".join(cells[width - 1 :])]
    return cells


def rough_cells(text: str) -> list[str]:
    """The pieces of a line that cannot be read, cut at everything that may part cells.

    Args:
        text: the line.
    """
    return [cell.strip(' "') for cell in re.split("[" + "".join(SEPARATORS) + "]", text[:_ROUGHLY])]

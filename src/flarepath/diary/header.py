"""The header of a diary.csv: which column stands where, and what parts the columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flarepath.body import nearest
from flarepath.diary.cells import looks_like_time
from flarepath.diary.unreadable import quoted
from flarepath.diary.vocabulary import COLUMNS, KINDS

SEPARATORS: Final = (",", ";", "\t")
"""What may part the columns."""

_USUAL: Final = tuple(range(len(COLUMNS)))

WIDEST: Final = 200
"""A line with more cells is no header."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each of COLUMNS stands in a row; None where the file lacks it.

    `width` is the number of cells of a row, `doubts` what was odd about the header, in sentences. `usual` says that all
    columns are there, in their usual order.
    """

    separator: str
    order: tuple[int | None, ...]
    width: int
    doubts: tuple[str, ...] = ()

    usual: bool = False

    @property
    def decimal_comma(self) -> bool:
        """Whether 7,5 may stand for 7.5."""
        return self.separator != ","

    def ordered(self, cells: list[str]) -> list[str]:
        """The cells of a row in the order of COLUMNS, without spaces around them."""
        if self.usual:
            return [cell.strip() for cell in cells]
        return ["" if place is None else cells[place].strip() for place in self.order]


def usual_layout(separator: str = ",") -> Layout:
    """The columns in their usual order."""
    return Layout(separator, _USUAL, len(COLUMNS), usual=True)


def header(text: str) -> Layout | None:
    """The layout that a line names, or None where it is no header.

    A name that is nearly one of ours is taken for it; `time` and `kind` must be there.

    Args:
        text: a line.

    Example:
        >>> header("kind;time;value").order
        (1, 0, None, None, None, 2, None, None)
    """
    cut = {separator: _names(text, separator) for separator in SEPARATORS}
    separator = max(SEPARATORS, key=lambda each: len(set(COLUMNS).intersection(cut[each])))
    names = cut[separator]
    while names and not names[-1]:
        names.pop()
    if len(names) > WIDEST:
        return None
    doubts: list[str] = []
    named = _named(names, doubts)
    if "time" not in named or "kind" not in named:
        return None
    order = tuple(named.get(column) for column in COLUMNS)
    usual = order == _USUAL and len(names) == len(COLUMNS)
    return Layout(separator, order, len(names), tuple(doubts), usual)


def _names(text: str, separator: str) -> list[str]:
    return [name.strip().strip('"').strip().lower() for name in text.split(separator, WIDEST)]


def _named(names: list[str], doubts: list[str]) -> dict[str, int]:
    named: dict[str, int] = {}
    for place, name in enumerate(names):
        if name in COLUMNS and name not in named:
            named[name] = place
    for place, name in enumerate(names):
        if named.get(name) == place:
            continue
        missing = [column for column in COLUMNS if column not in named]
        meant = nearest(name[:40], missing) if name not in COLUMNS else None
        if meant and abs(len(meant) - len(name)) > 1:  # "weather" is no slip for "where"
            meant = None
        if meant:
            named[meant] = place
            doubts.append(f"the column {quoted(name)} is read as {meant!r}")
        elif name:
            doubts.append(
                f"the column {quoted(name)} is not one of {', '.join(COLUMNS)}, or stands there twice; it is left out"
            )
    return named


def row_layout(text: str) -> Layout | None:
    """The usual layout, where a line reads as a row in it; for files without a header.

    Args:
        text: a line.
    """
    for separator in SEPARATORS:
        cells = text.split(separator, 2)
        if len(cells) > 1 and looks_like_time(cells[0].strip(' "')) and cells[1].strip(' "').lower() in KINDS:
            return usual_layout(separator)
    return None

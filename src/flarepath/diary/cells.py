"""What the cells of one row say: checked against the vocabulary, or refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple, cast

from flarepath.body import MUSCLES, REGIONS, muscles_named, region_named, side_is_possible
from flarepath.diary.details import Details, details
from flarepath.diary.escapes import is_formula, unescaped
from flarepath.diary.numerals import is_numeral, number
from flarepath.diary.spoiled import is_question
from flarepath.diary.unreadable import Unreadable, quoted
from flarepath.diary.vocabulary import KINDS, OTHER_UNIT, SIDES, Kind, Limits, Name
from flarepath.diary.zones import zone, zone_names
from flarepath.quantities import Side

FIRST_YEAR: Final = 1900
END_YEAR: Final = 2200
"""Rows of other years are slips of the pen."""

_TIME: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,6})?)?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2}(?::[0-9]{2})?)?)?)?"
)
_SLIP: Final = 0.8
"""How much a name must agree with a known one to be taken for a slip of the finger (0-1)."""

_REMEMBERED: Final = 300
"""Rows longer than this are checked each time anew, so that memory stays bounded."""


class Said(NamedTuple):
    """What one row says; `time` is plain or aware, as written."""

    time: datetime
    kind: str
    what: str
    where: str
    side: Side
    value: float | None
    word: str
    unit: str
    detail: Details


class _Frame(NamedTuple):
    """All of a row but its time and value; rows repeat these, so that they are checked once."""

    kind: Kind
    what: str
    where: str
    side: Side
    unit: str
    limits: Limits
    detail: Details


def said(cells: Sequence[str], *, comma: bool = False) -> Said:
    """What a row says.

    Args:
        cells: one cell for each of COLUMNS, without spaces around them.
        comma: whether 7,5 may stand for 7.5.

    Raises:
        Unreadable: a cell that cannot be read, with the reason.
    """
    time, kind, what, where, side, value, unit, detail = cells
    frame = (_remembered if len(what) + len(unit) + len(detail) < _REMEMBERED else _frame)(
        kind, what, where, side, unit, detail, comma
    )
    number_or_none, word = _value(value, frame, comma=comma)
    when = moment(time)
    if (frame.kind.name, frame.what) == ("fact", "birth_year") and number_or_none is not None:
        _born(number_or_none, when)
    return Said(
        when,
        frame.kind.name,
        frame.what,
        frame.where,
        frame.side,
        number_or_none,
        word,
        frame.unit,
        frame.detail,
    )


def moment(cell: str) -> datetime:
    """The time of a row, plain or aware.

    Args:
        cell: ISO 8601: a date, or a date and a time, with an offset or without.

    Raises:
        Unreadable: it is none.
    """
    if not cell:
        raise Unreadable("the time is missing")
    try:
        found = datetime.fromisoformat(cell) if _TIME.fullmatch(cell) else None
    except ValueError:
        found = None
    if found is None:
        raise Unreadable(
            f"{quoted(cell)} is not a time; write 2026-03-02T08:00, with an offset such as +01:00 or without"
        )
    if not FIRST_YEAR <= found.year < END_YEAR:
        raise Unreadable(f"the year {found.year} is out of range: {FIRST_YEAR} to {END_YEAR - 1} can be read")
    return found


def _born(year: float, when: datetime) -> None:
    """Nobody is born after the day on which they say so: such a year would make a child an adult."""
    if year > when.year:
        raise Unreadable(f"the year of birth {year:g} lies after {when.year}, when it was written")


def looks_like_time(cell: str) -> bool:
    """Whether the cell is written as a time, whatever it says."""
    return _TIME.fullmatch(cell) is not None


def _frame(kind: str, what: str, where: str, side: str, unit: str, detail: str, comma: bool) -> _Frame:  # noqa: FBT001, PLR0913, PLR0917
    known = _kind(kind)
    name = _what(what, known)
    place = _where(where, known, name)
    return _Frame(
        known,
        name,
        place,
        _side(side, place),
        *_unit(unit, known),
        details(detail, known, comma=comma) if detail else (),
    )


_remembered = lru_cache(maxsize=4096)(_frame)


def _kind(cell: str) -> Kind:
    if not cell:
        raise Unreadable("the kind of entry is missing")
    found = KINDS.get(cell) or KINDS.get(cell.lower())
    if found is None:
        raise Unreadable(f"{quoted(cell)} is not a known kind of entry", word=cell, among=lambda: KINDS)
    return found


def _what(cell: str, kind: Kind) -> str:
    if not cell:
        if kind.named:
            raise Unreadable(f"'what' is empty: which {kind.name} is meant?")
        return ""
    name, known = _text(cell), cell.lower()
    if kind.name == "answer":
        return _question(name)
    if known in kind.names:
        return known
    if _is_slip(known, kind.names):
        raise Unreadable(f"{quoted(cell)} is not a known {kind.name}", word=cell, among=lambda: kind.names)
    return name


def _is_slip(name: str, names: Iterable[str]) -> bool:
    """Whether a name is nearly a known one of about its length: "hip_strength" is no slip for "strength"."""
    near = [known for known in names if abs(len(known) - len(name)) <= 1]
    return bool(get_close_matches(name, near, n=1, cutoff=_SLIP)) if near else False


def _question(name: str) -> str:
    if not is_question(name):
        raise Unreadable(f"{quoted(name)} is not the id of a safety question: a letter e, s, d or n and a number")
    return name.lower()


def _text(cell: str) -> str:
    if is_formula(cell):
        raise Unreadable(f"{quoted(cell)} is a formula, which a spreadsheet would run")
    return unescaped(cell)


def _where(cell: str, kind: Kind, what: str) -> str:
    place = cell.lower()
    if not place:
        if kind.needs_where or (what in kind.names and kind.names[what].words):
            raise Unreadable("'where' is empty: which part of the body is meant?")
    elif kind.needs_where and place in MUSCLES:
        raise Unreadable(
            f"{quoted(cell)} is a muscle; a {kind.name} is felt in a region", word=cell, among=lambda: REGIONS
        )
    elif kind.name == "test" and muscles_named(cell):
        return place
    elif place not in REGIONS and place not in MUSCLES:
        raise Unreadable(f"{quoted(cell)} is not a known region", word=_meant(cell), among=_places)
    return place


def _meant(cell: str) -> str:
    """The region that a word like "low back" names, or the first of those that a word like "knee" begins."""
    begun = (region for region in REGIONS if region.startswith(f"{cell.lower()}_"))
    return region_named(cell[:40]) or next(begun, cell)


def _places() -> list[str]:
    return [*REGIONS, *MUSCLES]


def _side(cell: str, where: str) -> Side:
    side = cell.lower()
    if side not in SIDES:
        raise Unreadable(f"{quoted(cell)} is not a known side", word=cell, among=lambda: SIDES[1:])
    if side and where in REGIONS and not side_is_possible(where, side):
        raise Unreadable(f"{quoted(where)} has no side {quoted(side)}")
    return cast("Side", side)


def _unit(cell: str, kind: Kind) -> tuple[str, Limits]:
    unit = cell if cell in kind.units else cell.lower()
    if unit in kind.units and unit != OTHER_UNIT:
        return unit, kind.units[unit]
    if OTHER_UNIT not in kind.units:
        known = ", ".join(filter(None, kind.units)) or "none"
        raise Unreadable(f"{quoted(cell)} is not a known unit of {kind.name} (known: {known})")
    return _text(cell), kind.units[OTHER_UNIT]


def _value(cell: str, frame: _Frame, *, comma: bool) -> tuple[float | None, str]:
    kind = frame.kind
    if not cell:
        if kind.needed:
            raise Unreadable("the value is missing")
        return None, ""
    if kind.value == "number":
        return number(cell, frame.limits, comma=comma), ""
    name = kind.names.get(frame.what, _NAMELESS)
    words = kind.words or name.words
    if words:
        return None, _one_of(cell, words)
    if name.limits or is_numeral(cell) or (kind.name == "test" and frame.unit):
        return number(cell, name.limits or frame.limits, comma=comma), ""
    return None, _zone(cell) if (kind.name, frame.what) == ("fact", "timezone") else _text(cell)


_NAMELESS: Final = Name()


def _one_of(cell: str, words: frozenset[str]) -> str:
    if cell.lower() not in words:
        raise Unreadable(f"{quoted(cell)} is none of {', '.join(sorted(words))}", word=cell, among=lambda: words)
    return cell.lower()


def _zone(cell: str) -> str:
    if zone(cell) is None:
        raise Unreadable(f"{quoted(cell)} is not a known time zone", word=cell, among=zone_names)
    return cell

"""Writing diary.csv so that reading gives back what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from flarepath.diary.cells import said
from flarepath.diary.details import detail_cell
from flarepath.diary.diary import Diary
from flarepath.diary.entry import Entry
from flarepath.diary.escapes import FORMULA_SIGNS, escaped
from flarepath.diary.numerals import is_numeral
from flarepath.diary.vocabulary import COLUMNS
from flarepath.diary.zones import WallClock, Zones, zone

_QUOTED: Final = (",", '"')


def write(diary: Diary | Iterable[Entry]) -> Iterator[str]:
    """The lines of diary.csv, each with its line end, that read back as these entries.

    Text that a spreadsheet would run as a formula is written with an escape. A plain local time that would be read
    back as another moment (its zone is known from elsewhere, or the clock showed that hour twice) gets its offset.

    Args:
        diary: a diary, or entries.

    Raises:
        ValueError: an entry that no row can hold, with the reason.
    """
    entries = diary.entries if isinstance(diary, Diary) else tuple(diary)
    clock = WallClock(Zones(_zone_facts(entries)))
    yield ",".join(COLUMNS) + "\n"
    for entry in entries:
        cells = tuple(_cells(entry, clock))
        said(cells)
        yield ",".join(_quoted(cell) for cell in cells) + "\n"


def _zone_facts(entries: Iterable[Entry]) -> Iterator[tuple[datetime, ZoneInfo]]:
    for entry in entries:
        there = zone(entry.word) if (entry.kind, entry.what) == ("fact", "timezone") else None
        if there:
            yield entry.time if entry.offset_written else entry.time.replace(tzinfo=None), there


def _cells(entry: Entry, clock: WallClock) -> Iterator[str]:
    yield _time(entry, clock)
    yield entry.kind
    yield _text(entry.what)
    yield entry.where
    yield entry.side
    yield _value(entry)
    yield _text(entry.unit)
    yield detail_cell(entry.detail)


def _time(entry: Entry, clock: WallClock) -> str:
    if entry.time.tzinfo is None:
        raise ValueError(f"{entry.time.isoformat()} has no zone; an entry's time is aware")
    plain = entry.time.replace(tzinfo=None)
    if not entry.offset_written and clock.reads_as(plain, entry.time):
        return _clock_text(plain)
    clock.passed(entry.time)
    return _clock_text(entry.time)


def _clock_text(time: datetime) -> str:
    return time.isoformat(timespec="auto" if time.second or time.microsecond else "minutes")


def _value(entry: Entry) -> str:
    if entry.value is None:
        return _text(entry.word, numeral=is_numeral(entry.word))
    if entry.word:
        raise ValueError(f"an entry holds a number or a word, not both: {entry.value!r} and {entry.word!r}")
    return repr(entry.value).removesuffix(".0")


def _text(text: str, *, numeral: bool = False) -> str:
    return escaped(text, first=numeral or text.startswith(tuple(FORMULA_SIGNS)))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in _QUOTED) else cell

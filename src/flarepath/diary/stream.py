"""Reading diary.csv entry by entry, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from flarepath.diary.cells import Said
from flarepath.diary.entry import Entry, Problem
from flarepath.diary.heard import Heard, Unheard, entry, heard, is_future, named_zone, spoiled_by, spoiled_from_future
from flarepath.diary.lines import Lines
from flarepath.diary.problems import FUTURE, Problems
from flarepath.diary.spoiled import Spoiled
from flarepath.diary.zones import WallClock, Zones

MOST_MOVES: Final = 1_000
"""So many changes of the time zone are followed."""


def read_entries(lines: Lines, *, now: datetime | None = None) -> Iterator[Entry | Problem | Spoiled]:
    """Entries, problems and spoiled answers one by one in the order of the file.

    As it forgets what it gave, it knows only the `timezone` facts of earlier lines and does not see a row that stands
    there twice; `read` does.

    Args:
        lines: as for `read`.
        now: as for `read`.

    Raises:
        ValueError: `now` has no zone.
    """
    if now is not None and now.tzinfo is None:
        raise ValueError(f"{now.isoformat()} has no zone; `now` is aware")
    return _Stream(now).of(lines)


class _Stream:
    """What must be remembered between two rows."""

    def __init__(self, now: datetime | None) -> None:
        self._now = now
        self._problems = Problems()
        self._facts: list[tuple[datetime, ZoneInfo]] = []
        self._zones = Zones()
        self._clock = WallClock(self._zones)
        self._has_guessed = False

    def of(self, lines: Lines) -> Iterator[Entry | Problem | Spoiled]:
        told = 0
        for row in heard(lines, self._problems):
            yield from self._row(row)
            yield from self._problems.told[told:]
            told = len(self._problems.told)
        yield from self._problems.told[told:]
        yield from self._problems.closing()

    def _row(self, row: Heard | Unheard) -> Iterator[Entry | Spoiled]:
        if isinstance(row, Unheard):
            yield from spoiled_by(row, self._clock, now=self._now)
            return
        self._learn(row.said)
        made, guessed = entry(row.line, row.said, self._clock)
        if guessed and not self._has_guessed:
            self._has_guessed = True
            self._problems.add_guess(row.line, row.text, rows="this row and perhaps others")
        if is_future(made.time, self._now, guessed=guessed):
            self._problems.add(row.line, row.text, FUTURE)
            yield from spoiled_from_future(made)
        else:
            yield made

    def _learn(self, one: Said) -> None:
        """Follow a `timezone` fact, unless it says what is known."""
        there = named_zone(one)
        if there is None or len(self._facts) >= MOST_MOVES:
            return
        if self._zones.at(one.time if one.time.tzinfo else one.time.replace(tzinfo=there)) != there:
            self._facts.append((one.time, there))
            self._zones = Zones(self._facts)
            self._clock = WallClock(self._zones)

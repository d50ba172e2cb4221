"""A CSV file of another program as rows with named cells, in limits and without holding more than one row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

from flarepath.diary import Problem
from flarepath.exchange.log import UnreadableFile

MOST_ROWS: Final = 300_000
"""Thirty years of training every day, twenty-seven sets a day."""

MOST_BYTES: Final = 50_000_000
LONGEST_CELL: Final = 10_000
SEPARATORS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the line it ends at; a cell by its column's name in lower case, empty where there is none."""

    line: int
    cells: dict[str, str]

    def text(self, *columns: str) -> str:
        """The first of these cells that says something, without spaces around it.

        Args:
            columns: names in lower case.
        """
        return next((cell for column in columns if (cell := self.cells.get(column, "").strip())), "")


class Table:
    """A file with a header line; its rows come one by one, those that cannot be read as problems.

    Args:
        file: an open stream of bytes, read from its beginning.

    Raises:
        UnreadableFile: the file is empty, or no text.
    """

    def __init__(self, file: IO[bytes]) -> None:
        file.seek(0)
        self._lines = io.TextIOWrapper(
            io.BufferedReader(_Counted(file)), encoding="utf-8-sig", errors="replace", newline=""
        )
        first = self._lines.readline(LONGEST_CELL)
        if not first.strip() or "\0" in first:
            raise UnreadableFile("The file is empty, or it is no text file.")
        separator = max(SEPARATORS, key=first.count)
        self._reader = csv.reader(self._lines, delimiter=separator)
        self.columns = tuple(name.strip().lower() for name in next(csv.reader([first], delimiter=separator)))
        self.rows = 0

    def __iter__(self) -> Iterator[Row | Problem]:
        for cells in self._each():
            if isinstance(cells, Problem):
                yield cells
            elif any(cells):
                self.rows += 1
                yield self._row(cells)
            if self.rows >= MOST_ROWS:
                raise UnreadableFile(f"The file has more than {MOST_ROWS:,} rows; send it in parts.")

    def _each(self) -> Iterator[list[str] | Problem]:
        try:
            yield from self._reader
        except csv.Error as refused:
            why = f"the file cannot be read from about here on ({refused}); a quote may open and never close"
            yield Problem(self._line, "", why)

    def _row(self, cells: list[str]) -> Row | Problem:
        text = ",".join(cells)[:200]
        if any("\ufffd" in cell for cell in cells):
            return Problem(self._line, text, "some letters are not UTF-8")
        if any(len(cell) > LONGEST_CELL for cell in cells):
            return Problem(self._line, text, f"a cell is longer than {LONGEST_CELL:,} signs")
        if len(cells) > len(self.columns) and any(cells[len(self.columns) :]):
            return Problem(self._line, text, f"{len(cells)} cells stand here, the header names {len(self.columns)}")
        return Row(self._line, dict(zip(self.columns, cells, strict=False)))

    @property
    def _line(self) -> int:
        return self._reader.line_num + 1


class _Counted(io.RawIOBase):
    """A stream of bytes that ends in a clear sentence where it is too long."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._read = file, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        found = self._file.read(len(buffer))
        buffer[: len(found)] = found
        self._read += len(found)
        if self._read > MOST_BYTES:
            raise UnreadableFile(f"The file is larger than {MOST_BYTES // 1_000_000} MB; send it in parts.")
        return len(found)

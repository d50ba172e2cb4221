"""How fast a diary is read, and in how much memory.

Two promises: a diary of eight years (23,554 rows) in under 0.5 seconds; a million rows, one by one, in under 64 MB more
than the program itself. It draws its own rows; a real diary may be given: `benchmarks/diary_reading.py diary.csv`.
"""

from __future__ import annotations

import io
import random
import resource
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import IO

from flarepath.diary import Entry, read, read_entries

YEARS_ROWS = 23_554
STREAM_ROWS = 1_000_000
PROMISED_SECONDS = 0.5
PROMISED_MB = 64
START = datetime(2015, 11, 19, 6)  # noqa: DTZ001 - plain local time, as people write it
REGIONS = ("knee_front", "head", "lower_back", "hand", "forearm")
FOODS = ("bread", "butter", "apple", "rice", "milk")


def rows(count: int, draw: random.Random) -> Iterator[str]:
    """A header, a time zone and rows of many kinds, about eight a day."""
    yield "time,kind,what,where,side,value,unit,detail\n"
    yield f"{START.isoformat()},fact,timezone,,,Europe/Paris,,\n"
    for number in range(count - 1):
        time = START + timedelta(hours=3 * (number % 500_000), minutes=number % 60, seconds=number // 500_000)
        yield f"{time.isoformat()},{_row(number, draw)}\n"


def _row(number: int, draw: random.Random) -> str:
    points = draw.randrange(101) / 10
    return (
        f"pain,,{draw.choice(REGIONS)},both,{points},nrs,quality=ache; when=motion",
        f"steps,,,,{draw.randrange(20_000)},count,",
        f"sleep,,,,{points},h,quality={draw.randrange(11)}",
        f"exercise,back_squat,,both,,,sets=3; reps={draw.randrange(1, 20)}; load_kg={draw.randrange(150)}; effort=7",
        f"food,{draw.choice(FOODS)},,,{draw.randrange(1, 5)},portion,",
        f'note,,,,,,"text=Day {number}, nothing new"',
        f"stress,,,,{points},nrs,",
        f"screen,,,,{points},h,",
    )[number % 8]


class Rising(io.RawIOBase):
    """A stream that makes its rows while it is read, so that the rows themselves need no memory."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        while len(self._rest) < size and (line := next(self._lines, "")):
            self._rest += line.encode()
        found, self._rest = self._rest[:size], self._rest[size:]
        return found


def most_mb() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def whole(name: str, source: bytes) -> float:
    """Read a diary whole; the best of five, in seconds."""
    seconds = []
    for _ in range(5):
        stream: IO[bytes] = io.BytesIO(source)
        before = perf_counter()
        diary = read(stream)
        seconds.append(perf_counter() - before)
    best = min(seconds)
    print(
        f"{name}: {len(diary):,} entries, {len(diary.problems)} problems, {best:.3f} s (promised {PROMISED_SECONDS} s)"
    )
    return best


def streamed() -> float:
    """Read a million rows one by one; the memory they needed, in MB."""
    before_mb, before = most_mb(), perf_counter()
    source = Rising(rows(STREAM_ROWS, random.Random(2)))  # noqa: S311 - drawn rows
    found = sum(isinstance(each, Entry) for each in read_entries(source))
    seconds, needed = perf_counter() - before, most_mb() - before_mb
    print(
        f"stream: {found:,} entries in {seconds:.1f} s with the drawing, "
        f"{needed:.1f} MB more (promised {PROMISED_MB} MB)"
    )
    return needed


def main() -> int:
    """Print both; 1 where a promise is not kept."""
    kept = streamed() < PROMISED_MB
    drawn = "".join(rows(YEARS_ROWS, random.Random(1))).encode()  # noqa: S311 - drawn rows
    kept &= whole("eight years, drawn", drawn) < PROMISED_SECONDS
    for path in sys.argv[1:]:
        kept &= whole(Path(path).name, Path(path).read_bytes()) < PROMISED_SECONDS
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

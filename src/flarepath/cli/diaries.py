"""The diary a person names: a file, a folder of files, or what comes in through `-`. Files are opened only here."""

from __future__ import annotations

import codecs
import io
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Final

from flarepath.cli.refusal import Refused
from flarepath.diary import Diary, read

STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """What DIARY names; `paths` is empty for what comes in through `-`."""

    name: str
    paths: tuple[Path, ...]

    @property
    def file(self) -> Path | None:
        """The file that answers can be added to; None for a folder and for `-`."""
        path = Path(self.name)
        return path if self.paths == (path,) and path.is_file() else None

    def diary(self, *, now: datetime) -> Diary:
        """The diary; the files of a folder are parts of one.

        Args:
            now: rows later than this are from the future.

        Raises:
            Refused: a file cannot be read, or the files of a folder do not fit together.
        """
        try:
            with self._opened() as stream:
                return read(stream, now=now)
        except OSError as error:
            raise Refused(f"{self.name!r} cannot be read: {error.strerror or error}.") from error

    def content(self) -> bytes:
        """All of it as bytes.

        Raises:
            Refused: the files of a folder do not fit together.
        """
        if not self.paths:
            return sys.stdin.buffer.read()
        return (
            joined([(path.name, _part(path)) for path in self.paths]) if self.paths[1:] else self.paths[0].read_bytes()
        )

    def line(self, number: int) -> str:
        """Where a line of the diary stands: its number, with the file's name in a folder.

        Args:
            number: of the line in the whole.
        """
        if not self.paths[1:]:
            return f"line {number}"
        starts = _starts(self.paths)
        which = bisect_right(starts, number - 1) - 1
        return f"{self.paths[which].name} line {number - starts[which]}"

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        if not self.paths:
            yield sys.stdin.buffer
        elif len(self.paths) == 1:
            with self.paths[0].open("rb") as stream:
                yield stream
        else:
            yield io.BytesIO(self.content())


def source(name: str) -> Source:
    """What DIARY names.

    Args:
        name: a file, a folder, or `-`.

    Raises:
        Refused: there is no such file, or no .csv in the folder.
    """
    path = Path(name)
    if name == STDIN:
        return Source(name, ())
    if not path.exists():
        raise Refused(f"There is no file or folder {name!r}.")
    if not path.is_dir():
        return Source(name, (path,))
    parts = tuple(sorted(part for part in path.iterdir() if part.suffix.lower() == ".csv" and part.is_file()))
    if not parts:
        raise Refused(f"The folder {name!r} holds no .csv file.")
    return Source(name, parts)


def joined(parts: list[tuple[str, bytes]]) -> bytes:
    """The files of a folder as one: the first header stays, the others become comments, so that lines keep count.

    Args:
        parts: each file's name and content, in order.

    Raises:
        Refused: the files have different columns.
    """
    (first, header), *rest = [(name, _header(content)) for name, content in parts if _header(content)] or [("", b"")]
    for name, other in rest:
        if other != header:
            raise Refused(
                f"{first} and {name} have different columns; give them the same first line, or name one file."
            )
    whole = b"".join(content for _, content in parts)
    return _without_repeats(whole, header) if rest else whole


def _without_repeats(whole: bytes, header: bytes) -> bytes:
    start = whole.index(header) + len(header)
    return whole[:start] + re.sub(rb"(?m)^" + re.escape(header), b"#" + header, whole[start:])


@cache
def _starts(paths: tuple[Path, ...]) -> tuple[int, ...]:
    """How many lines stand before each file."""
    counts = (len(_part(path).splitlines()) for path in paths)
    return tuple(accumulate(counts, initial=0))[:-1]


def _part(path: Path) -> bytes:
    content = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", errors="replace").encode()
    return content if content.endswith((b"\n", b"\r")) or not content else content + b"\n"


def _header(content: bytes) -> bytes:
    lines = (line.strip() for line in content.splitlines())
    return next((line for line in lines if line and not line.startswith(b"#")), b"")

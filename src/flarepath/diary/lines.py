"""A stream or a list of lines cut into numbered lines, whatever its line ends, letters and lengths."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from typing import IO, Final, NamedTuple, cast

LONGEST: Final = 1_000_000
"""A line of more bytes is not read."""

Lines = IO[bytes] | IO[str] | Iterable[str] | Iterable[bytes]
"""What a diary is read from."""

_CHUNK: Final = 65_536
_HEAD: Final = 4_000
_WIDE_MARKS: Final = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Line(NamedTuple):
    """One line without its end; `fault` says why it cannot be read, empty where it can."""

    number: int
    text: str
    fault: str = ""


def numbered(source: Lines) -> Iterator[Line]:
    """Every line of the source with its number, from 1; never holds more than one line and one chunk.

    Args:
        source: an open stream of bytes or text, or lines with or without their ends.
    """
    number = 0
    try:
        for number, line in enumerate(_cut(_narrow(_chunks(source))), start=1):
            yield _line(number, line)
    except UnicodeDecodeError as refused:
        # Only a stream of text gets here: it decodes by itself and cannot go on.
        yield Line(number + 1, "", f"the rest is not {refused.encoding.upper()} and was not read; save it as UTF-8")


def _chunks(source: Lines) -> Iterator[bytes]:
    if isinstance(source, str | bytes):
        yield _bytes(source)
    elif hasattr(source, "read"):
        stream = cast("IO[bytes] | IO[str]", source)
        while chunk := stream.read(_CHUNK):
            yield _bytes(chunk)
    else:
        for line in source:
            piece = _bytes(line)
            yield piece if piece.endswith((b"\n", b"\r")) else piece + b"\n"


def _bytes(piece: str | bytes) -> bytes:
    return piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece


def _narrow(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """UTF-16, as some spreadsheets save it, brought to UTF-8; everything else as it is."""
    first = next(chunks, b"")
    encoding = _WIDE_MARKS.get(first[:2])
    if encoding is None:
        yield first
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    yield decoder.decode(first).encode("utf-8", "surrogatepass")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass")


def _cut(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Whole lines; of one that is too long only its beginning, still longer than LONGEST."""
    rest, skipping = b"", False
    for chunk in chunks:
        pieces = (rest + chunk).splitlines(keepends=True)
        # A carriage return at the very end may be the first half of a line end.
        rest = pieces.pop() if pieces and not pieces[-1].endswith(b"\n") else b""
        for piece in pieces:
            if not skipping:
                yield piece.rstrip(b"\r\n")
            skipping = False
        if len(rest) > LONGEST and not rest.endswith(b"\r"):
            if not skipping:
                yield rest
            rest, skipping = b"", True
    if rest and not skipping:
        yield rest.rstrip(b"\r")


def _line(number: int, line: bytes) -> Line:
    if len(line) > LONGEST:
        return Line(number, line[:_HEAD].decode("utf-8", "replace"), f"the line is longer than {LONGEST:,} bytes")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as refused:
        why = f"byte {refused.start + 1} of the line is not UTF-8; save the file as UTF-8"
        return Line(number, line.decode("latin-1"), why)
    if "\0" in text:
        return Line(number, text, "the line holds NUL bytes")
    return Line(number, text.removeprefix("\ufeff"))

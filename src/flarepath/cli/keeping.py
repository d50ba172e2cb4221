"""Answers put at the end of a diary file: nothing that stands in it is touched."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flarepath.cli.refusal import Refused
from flarepath.diary import COLUMNS, Entry, detail_cell, read

SEPARATORS: Final = ",;\t"

LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

MARKS: Final = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""First bytes that say how the letters after them are written; everything else writes ASCII as ASCII."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a diary file is written: its letters, line ends, separator and columns in their order."""

    encoding: str
    newline: str
    separator: str
    columns: tuple[str, ...]


def row(entry: Entry) -> dict[str, str]:
    """An answer as a row of a diary, by column name.

    Args:
        entry: an answer.
    """
    return {
        "time": entry.time.isoformat(),
        "kind": entry.kind,
        "what": entry.what,
        "where": entry.where,
        "side": entry.side,
        "value": entry.word,
        "detail": detail_cell(entry.detail),
    }


def appended(old: bytes, entries: Sequence[Entry]) -> bytes:
    """The file with the answers at its end, in its own columns, separator, line ends and letters.

    Args:
        old: the file as it is; it stays the beginning of what is returned.
        entries: the answers.

    Raises:
        Refused: the file has no column for something that must be written.
    """
    form = form_of(old)
    out = io.StringIO(newline="")
    if not old.decode(form.encoding, errors="replace").endswith(("\n", "\r")):
        out.write(form.newline)
    writer = csv.writer(out, delimiter=form.separator, lineterminator=form.newline)
    for cells in map(row, entries):
        lacking = [name for name, cell in cells.items() if cell and name not in form.columns]
        if lacking:
            raise Refused(f"The answers were not kept: the diary has no column {lacking[0]!r}.")
        writer.writerow(cells.get(name, "") for name in form.columns)
    return old + out.getvalue().encode(form.encoding)


def form_of(old: bytes) -> Form:
    """How the file is written, told from its first line that is neither empty nor a comment.

    Args:
        old: the file; one without a header has the usual columns.
    """
    encoding = next((name for mark, name in MARKS if old.startswith(mark)), "utf-8")
    lines = LINE.findall(old.decode(encoding, errors="replace").lstrip("\ufeff"))
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    newline = header[len(header.rstrip("\r\n")) :] or "\n"
    separator = max(SEPARATORS, key=header.count)
    names = tuple(name.strip().strip('"').strip().lower() for name in header.split(separator))
    return Form(encoding, newline, separator, names if {"time", "kind"} <= set(names) else COLUMNS)


def keep(path: Path, entries: Sequence[Entry]) -> None:
    """Put the answers at the end of the file in one step, so that no half-written diary can remain.

    Args:
        path: the file; a link stays a link.
        entries: the answers.

    Raises:
        Refused: the file cannot be written, or would not read back as it did; it is as it was.
    """
    real = Path(os.path.realpath(path))
    try:
        old = real.read_bytes()
        new = appended(old, entries)
        if not _reads_back(old, new, entries):
            raise Refused(f"The answers were not kept: {path.name} would not read back as before.")
        _swap(real, new)
    except OSError as error:
        raise Refused(f"The answers were not kept: {path.name} cannot be written ({error.strerror}).") from error


def _reads_back(old: bytes, new: bytes, entries: Sequence[Entry]) -> bool:
    before, after = read(io.BytesIO(old)), read(io.BytesIO(new))
    return len(after) == len(before) + len(entries) and after.problems == before.problems


def _swap(real: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(real, name)
        Path(name).replace(real)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

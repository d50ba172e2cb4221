"""The sheet everything is printed on: its width, its colours, and what it can write."""

from __future__ import annotations

import codecs
import errno
import json
import sys
from collections.abc import Iterable
from shlex import quote
from typing import Any, Final, NoReturn, TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.theme import Theme

WIDEST = 80
"""Longer lines are hard to read, however wide the window is."""

ROOMY: Final = 60
"""From this width on there is room for a margin."""

THEME = Theme(
    {
        "calm": "green",
        "care": "yellow",
        "alarm": "bold red",
        "quiet": "dim",
        "strong": "bold",
        "mark": "cyan",
        "place": "bold red",
    },
    inherit=False,
)

PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("█▉▊▋▌▍▎▏▇▆▅▓", "#"),
        **dict.fromkeys("▄▃▒", "="),
        **dict.fromkeys("▂▁░", "_"),
        **dict.fromkeys("━─\N{EN DASH}\N{EM DASH}", "-"),
        **dict.fromkeys("│┃", "|"),
        **dict.fromkeys("╭╮╰╯┏┓┗┛┌┐└┘", "+"),
        **dict.fromkeys("●○", "*"),
        **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'"),
        "·": ".",
        "…": ".",
    }
)
"""One letter for one, so that columns keep their width where only ASCII can be written."""


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    written = error.object[error.start : error.end].translate(PLAIN)
    return "".join(letter if letter.isascii() else "?" for letter in written), error.end


codecs.register_error("flarepath", _plainer)


class Sheet(Console):
    """A console that leaves it to the edge how the command ends when its reader has gone."""

    def on_broken_pipe(self) -> NoReturn:
        """Say so; Rich would end the process with exit 1, which here means something else."""
        raise BrokenPipeError(errno.EPIPE, "the reader has gone")


def paper(stream: TextIO | None = None) -> Console:
    """A sheet for that stream, at most 80 wide; NO_COLOR and COLUMNS are respected.

    Args:
        stream: standard output by default.
    """
    stream = stream or sys.stdout
    if hasattr(stream, "reconfigure"):  # a test's stand-in may lack it
        stream.reconfigure(errors="flarepath")
    sheet = Sheet(file=stream, theme=THEME, highlight=False, markup=False, emoji=False)
    sheet.width = min(sheet.width, WIDEST)
    return sheet


def margin(sheet: Console) -> int:
    """How many columns stay free on each side.

    Args:
        sheet: what is printed on.
    """
    return 2 if sheet.width >= ROOMY else 0


def show_all(parts: Iterable[RenderableType], sheet: Console) -> None:
    """Print the parts of a page, one below the other.

    Args:
        parts: in order.
        sheet: where.
    """
    for part in parts:
        with sheet.capture() as printed:
            sheet.print(Padding(part, (0, margin(sheet))))
        # Rich fills every line with spaces; in a file or an e-mail they are in the way.
        sheet.file.write("".join(f"{line.rstrip()}\n" for line in printed.get().splitlines()))


def print_document(document: dict[str, Any] | list[dict[str, Any]]) -> None:
    """Print one JSON document on standard output; NaN is refused.

    Args:
        document: what is JSON-ready.
    """
    _write(json.dumps(document, allow_nan=False, ensure_ascii=_only_ascii(), indent=2))


def print_line(document: dict[str, Any]) -> None:
    """Print one JSON document on one line of standard output, at once; NaN is refused.

    Args:
        document: what is JSON-ready.
    """
    _write(json.dumps(document, allow_nan=False, ensure_ascii=_only_ascii(), separators=(",", ":")))
    sys.stdout.flush()


def _only_ascii() -> bool:
    return not sys.stdout.encoding.lower().startswith("utf")


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def legible(text: str) -> str:
    r"""The text with everything invisible taken out.

    A diary may come from anywhere; an escape sequence in a food's name must not drive the terminal.

    Args:
        text: as it was written.

    Example:
        >>> legible("but\x1b[2Jter")
        'but [2Jter'
    """
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)


def shown_name(name: str) -> str:
    """The name of a file as it can be typed again.

    Args:
        name: of a file or folder.

    Example:
        >>> shown_name("my diary.csv")
        "'my diary.csv'"
    """
    return quote(legible(name))


def legible_document(document: dict[str, Any]) -> dict[str, Any]:
    """The same document with every text in it legible.

    Args:
        document: as JSON would hold it.
    """
    return {key: _legible(value) for key, value in document.items()}


def _legible(value: Any) -> Any:  # noqa: ANN401 - a JSON document holds anything
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, dict):
        return legible_document(value)
    return [_legible(inner) for inner in value] if isinstance(value, list) else value

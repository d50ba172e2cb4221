"""Small drawn things: bars, a line of blocks, headings, hanging paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
BLOCKS: Final = "▁▂▃▄▅▆▇█"


def bar(value: float, *, most: float, cells: int, style: str = "mark") -> Text:
    """A bar as long as its value.

    Args:
        value: what it shows; below nought it is empty.
        most: the value that fills it.
        cells: its full length.
        style: its colour.

    Example:
        >>> bar(5, most=10, cells=4).plain
        '██··'
    """
    eighths = round(8 * cells * min(1.0, max(0.0, value / most)))
    whole, rest = divmod(eighths, 8)
    drawn = EIGHTHS[8] * whole + (EIGHTHS[rest] if rest else "")
    return Text.assemble((drawn, style), ("·" * (cells - len(drawn)), "quiet"))


def skyline(values: Sequence[float], *, most: float) -> Text:
    """One block a value, on a scale from nought.

    Args:
        values: in order of time.
        most: the value of the tallest block.

    Example:
        >>> skyline([0, 5, 10], most=10).plain
        '▁▅█'
    """
    steps = (round((len(BLOCKS) - 1) * min(1.0, max(0.0, value / most))) for value in values)
    return Text("".join(BLOCKS[step] for step in steps), "mark")


def heading(words: str, style: str = "strong") -> Text:
    """The title of a section, with air above it.

    Args:
        words: the title.
        style: its colour.
    """
    return Text(f"\n{words}", style)


def hanging(label: str | Text, body: RenderableType, *, width: int) -> Table:
    """A label and a text beside it that keeps its own margin when it wraps.

    Args:
        label: what stands in the margin.
        body: the text.
        width: of the margin.
    """
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=width, no_wrap=True)
    grid.add_column()
    grid.add_row(label, body)
    return grid


def bullets(lines: Iterable[str], *, style: str = "") -> Iterable[RenderableType]:
    """Each line behind a small mark.

    Args:
        lines: the texts.
        style: of the text.
    """
    return (hanging(Text("·", "quiet"), Text(line, style), width=1) for line in lines)


def indented(inner: RenderableType) -> Padding:
    """The same, two to the right.

    Args:
        inner: what is moved.
    """
    return Padding(inner, (0, 0, 0, 2))

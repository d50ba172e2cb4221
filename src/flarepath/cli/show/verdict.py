"""The verdict of a period on a terminal: pain and function each by itself, what moved, how surely, what is against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flarepath.cli.show.context import Context
from flarepath.cli.show.gate import due_part, gate_part, title
from flarepath.cli.show.strokes import bullets, hanging, heading
from flarepath.cli.show.words import day, place
from flarepath.exercises import TESTS

CALLS: Final = {
    "helping": ("It looks as if the training helps", "calm"),
    "hurting": ("It looks as if the training hurts", "care"),
    "cannot_tell": ("Cannot tell yet", "strong"),
}
DOMAINS: Final = {"helping": "getting better", "hurting": "getting worse", "cannot_tell": "cannot tell yet"}
MOVED: Final = {"better": "better", "worse": "worse", "same": "the same", "cannot_tell": "cannot tell"}
NAMES: Final = {"pain": "pain", "soreness_after": "soreness after a usual session", "psfs": "PSFS", "peg": "PEG"}

Document = dict[str, Any]


def verdict_page(document: Document, context: Context) -> Iterator[RenderableType]:
    """The gate, then the verdict with everything that led to it.

    Args:
        document: as `verdict --json` gives it, made legible.
        context: what stands beside it.
    """
    yield title("Helping or hurting?", document)
    yield from gate_part(document, context)
    if document["verdict"]:
        yield from _verdict(document)
    yield from due_part(context.due)
    yield from context.problems


def _verdict(document: Document) -> Iterator[RenderableType]:
    words, style = CALLS[document["verdict"]]
    yield Text(f"\n{words}", style)
    trained = f"trained in {document['trained_share']:.0%} of the weeks"
    yield Text(f"{day(document['since'])} to {day(document['at'])}; {trained}", "quiet")
    yield hanging(Text("pain", "quiet"), Text(DOMAINS[document["pain"]]), width=10)
    yield hanging(Text("function", "quiet"), Text(DOMAINS[document["function"]]), width=10)
    if document["because"]:
        yield heading("Why nothing is claimed", "care")
        yield from bullets(document["because"])
    if document["measured"]:
        yield heading("What moved")
        yield _table(document["measured"])
    yield heading("Against it")
    yield Text(document["against"])
    yield heading("What would settle it")
    yield Text(document["settles"])


def _table(rows: list[Document]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(ratio=1)
    for _ in range(3):
        grid.add_column(justify="right")
    grid.add_row(*(Text(words, "quiet") for words in ("", "change", "would matter", "")))
    for row in rows:
        bounds = "" if row["low"] is None else f" ({row['low']:+.1f} to {row['high']:+.1f})"
        moved = Text(MOVED[row["moved"]])
        grid.add_row(Text(_name(row)), f"{row['change']:+.1f}{bounds}", f"{row['matters']:.1f}", moved)
    return grid


def _name(row: Document) -> str:
    if row["what"] in TESTS:
        side = f", {row['side']}" if row["side"] in ("left", "right") else ""
        return f"{TESTS[row['what']].name}{side} ({row['unit']})"
    where = f", {place(row['where'], row['side']).lower()}" if row["where"] else ""
    return f"{NAMES.get(row['what'], row['what'])}{where} (from {row['before']:.1f})"

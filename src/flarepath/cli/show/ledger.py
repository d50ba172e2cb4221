"""The range ledger on a terminal: a bar for each part of each muscle's range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flarepath.body import MUSCLES
from flarepath.cli.show.strokes import bar, bullets, heading

CELLS: Final = 6

SHOWN: Final = ("short", "mid", "long", "days_since_loaded")
"""What a line of the table tells."""

WHOLE: Final = 10
"""From so many sessions or hours on, tenths do not matter."""

NOT_ADVICE: Final = (
    "This adds up your notes, training and long holds alike; a dose is one usual session of an exercise. It gives no "
    "advice about a pain. If a pain is new, strong or getting worse, ask a person first."
)

Document = dict[str, Any]


def ledger_page(
    documents: Sequence[Document], period: str, problems: tuple[RenderableType, ...] = ()
) -> Iterator[RenderableType]:
    """A line for each muscle that was loaded, then what was not loaded for long and what rises too fast.

    Args:
        documents: as `ledger --json` gives them.
        period: the days it is about, in words.
        problems: lines of the diary that need a look.
    """
    yield Text(f"\nLoad by muscle and length, {period}", "strong")
    loaded = [row for row in documents if row_dose(row)]
    if loaded:
        yield _table(joined_sides(loaded, *SHOWN))
    else:
        yield Text("\nNo exercise is written down in that time.")
    eased = (row for row in documents if row["exercises"] and not row_dose(row))
    yield from _named_part("Stretched or massaged, not loaded", eased)
    yield from _held(documents)
    yield from _named_part("Not loaded for three weeks and more", (row for row in documents if row["starved"]))
    warned = joined_sides((row for row in documents if row["warning"]), "warning")
    if warned:
        yield heading("Look at this", "care")
        yield from bullets(f"{muscle_words(row)}. {row['warning']}" for row in warned)
    yield from problems
    yield Text(f"\n{NOT_ADVICE}", "quiet")


def joined_sides(rows: Iterable[Document], *keys: str) -> list[Document]:
    """The rows with left and right in one, as side `both`, where they say the same.

    Args:
        rows: of the ledger, the two sides of a muscle one after the other.
        keys: what must be the same.
    """
    joined: list[Document] = []
    for _, sides in groupby(rows, key=itemgetter("muscle")):
        first, *others = sides
        same = others and all(row[key] == first[key] for row in others for key in keys)
        joined += [{**first, "side": "both"}] if same else [first, *others]
    return joined


def row_dose(row: Document) -> float:
    """How much a row was loaded in all, in usual sessions.

    Args:
        row: of the ledger.
    """
    return float(row["short"] + row["mid"] + row["long"])


def muscle_words(row: Document) -> str:
    """What a row is about.

    Args:
        row: of the ledger.

    Example:
        >>> muscle_words({"muscle": "hamstrings", "side": "left"})
        'Hamstrings, left'
    """
    name = MUSCLES[row["muscle"]].name
    return name if row["side"] == "both" else f"{name}, {row['side']}"


def amount(number: float) -> str:
    """A number of sessions or hours, with a tenth where it is small.

    Args:
        number: the number.

    Example:
        >>> amount(0.5), amount(3.0), amount(13.49)
        ('0.5', '3', '13')
    """
    return f"{number:,.0f}" if number >= WHOLE else f"{number:.1f}".removesuffix(".0")


def _table(rows: Sequence[Document]) -> Table:
    most = max(max(row["short"], row["mid"], row["long"]) for row in rows)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(ratio=1)
    for _ in range(3):
        grid.add_column()
        grid.add_column(justify="right")
    grid.add_column(justify="right")
    names = ("", "short", "", "mid", "", "long", "", "last, days")
    grid.add_row(*(Text(name, "quiet") for name in names))
    for row in rows:
        cells: list[Text] = []
        for zone in ("short", "mid", "long"):
            cells += [bar(row[zone], most=most, cells=CELLS), Text(amount(row[zone]) if row[zone] else "")]
        grid.add_row(Text(muscle_words(row)), *cells, Text(f"{row['days_since_loaded']:.0f}", "quiet"))
    return grid


def _named_part(title: str, rows: Iterable[Document]) -> Iterator[RenderableType]:
    names = [muscle_words(row) for row in joined_sides(rows)]
    if names:
        yield heading(title)
        yield Text("; ".join(names))


def _held(rows: Sequence[Document]) -> Iterator[RenderableType]:
    """The muscles that long holds keep short or long, with the hours, most first."""
    held = [
        (row[f"hours_{zone}"], zone, row)
        for zone in ("short", "long")
        for row in joined_sides(rows, f"hours_{zone}")
        if row[f"hours_{zone}"]
    ]
    if held:
        yield heading("Held still by sitting, sleep and stretches")
    for hours, zone, row in sorted(held, key=itemgetter(0), reverse=True):
        yield Text.assemble(muscle_words(row), (f"  {amount(hours)} h {zone}", "quiet"))

"""The range ledger on a terminal: a bar for each part of each muscle's range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flarepath.body import MUSCLES
from flarepath.cli.show.strokes import bar, bullets, heading

CELLS: Final = 6

NOT_ADVICE: Final = (
    "This adds up your notes, training and long holds alike; a dose is one usual session of an exercise. It gives no "
    "advice about a pain. If a pain is new, strong or getting worse, ask a person first."
)

Document = dict[str, Any]


def ledger_page(
    rows: Sequence[Document], days: int, problems: tuple[RenderableType, ...] = ()
) -> Iterator[RenderableType]:
    """A line for each muscle and side that was loaded, then what was not loaded for long and what rises too fast.

    Args:
        rows: as `ledger --json` gives them.
        days: how long the period is.
        problems: lines of the diary that need a look.
    """
    yield Text(f"\nLoad by muscle and length, the last {days} days", "strong")
    loaded = [row for row in rows if row["short"] + row["mid"] + row["long"]]
    if loaded:
        yield _table(loaded)
    else:
        yield Text("\nNo training is written down in that time.")
    yield from _held(rows)
    starved = [_named(row) for row in rows if row["starved"]]
    if starved:
        yield heading("Not loaded for three weeks and more")
        yield Text(", ".join(starved))
    warnings = dict.fromkeys(f"{_named(row)}: {row['warning']}" for row in rows if row["warning"])
    if warnings:
        yield heading("Look at this", "care")
        yield from bullets(warnings)
    yield from problems
    yield Text(f"\n{NOT_ADVICE}", "quiet")


def _named(row: Document) -> str:
    name = MUSCLES[row["muscle"]].name
    return name if row["side"] == "both" else f"{name}, {row['side']}"


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
            told = f"{row[zone]:.0f}" if row[zone] else ""
            cells += [bar(row[zone], most=most, cells=CELLS), Text(told)]
        grid.add_row(Text(_named(row)), *cells, Text(f"{row['days_since_loaded']:.0f}", "quiet"))
    return grid


def _held(rows: Sequence[Document]) -> Iterator[RenderableType]:
    """The muscles that long holds keep short or long, with the hours."""
    held = {
        (row["muscle"], zone): row[f"hours_{zone}"]
        for row in rows
        for zone in ("short", "long")
        if row[f"hours_{zone}"]
    }
    if held:
        yield heading("Held still")
        for (muscle, zone), hours in sorted(held.items(), key=lambda pair: -pair[1]):
            yield Text.assemble(MUSCLES[muscle].name, (f"  {hours:,.0f} h {zone}", "quiet"))

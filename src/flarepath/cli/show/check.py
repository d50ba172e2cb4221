"""What `doctor` found, on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flarepath.cli.show.paper import legible
from flarepath.cli.show.problems import problems_part
from flarepath.cli.show.strokes import bullets, heading
from flarepath.cli.show.words import day

if TYPE_CHECKING:
    from flarepath.cli.check import DiaryCheck


def tool_page(installed: Mapping[str, str], tables: Mapping[str, int]) -> Iterator[RenderableType]:
    """What is installed and what the tables hold.

    Args:
        installed: versions by name.
        tables: counts by name.
    """
    yield heading("Installed")
    yield pairs(installed)
    yield heading("Tables")
    yield pairs(tables)


def diary_page(check: DiaryCheck, *, where: Callable[[int], str], name: str) -> Iterator[RenderableType]:
    """What a diary holds and what is to mend in it.

    Args:
        check: what was found.
        where: from a line's number to its place in words.
        name: of the diary.
    """
    yield heading(f"Diary {name}")
    yield pairs(_about(check))
    yield heading("Entries")
    yield pairs(dict(sorted(check.kinds.items(), key=lambda pair: -pair[1])))
    if check.unknown:
        yield heading("Exercises the library does not know (they are still followed, under your own name)")
        yield from bullets(_unknown(name, near) for name, near in check.unknown.items())
    if check.odd:
        yield heading("Cannot be right", "care")
        yield from bullets(map(legible, check.odd))
    yield heading("Lines")
    if not check.problems:
        yield Text("Every line could be read.", "calm")
    yield from problems_part(check.problems, where=where, name=name, most=None)


def pairs(rows: Mapping[str, Any]) -> Table:
    """Names with their values, in two columns.

    Args:
        rows: values by name.
    """
    grid = Table.grid(padding=(0, 2))
    for name, value in rows.items():
        grid.add_row(Text(f"  {legible(name)}", "quiet"), Text(legible(str(value))))
    return grid


def _about(check: DiaryCheck) -> dict[str, str]:
    screens = check.screens
    return {
        "from": _day(check.first),
        "to": _day(check.last),
        "time zones": ", ".join(check.zones),
        "safety questions": f"{screens.answered} of {screens.of} ever answered",
        "last answered": f"{_day(screens.newest)}{'' if screens.days_old is None else _age(screens.days_old)}",
    }


def _age(days: int) -> str:
    return f", {days} {'day' if days == 1 else 'days'} before the last entry"


def _day(time: datetime | None) -> str:
    return f"{day(time.isoformat())} {time.year}" if time else "never"


def _unknown(name: str, near: tuple[str, ...]) -> str:
    return legible(f"{name}: perhaps {' or '.join(near)}?" if near else name)

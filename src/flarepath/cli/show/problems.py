"""Lines of a diary that were left out, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from flarepath.cli.show.paper import legible
from flarepath.cli.show.strokes import hanging, heading
from flarepath.diary import Problem

FIRST: Final = 3
LONGEST: Final = 60


def problems_part(
    problems: Sequence[Problem], *, where: Callable[[int], str], name: str, most: int | None = FIRST
) -> Iterator[RenderableType]:
    """How many lines need a look, the first of them, and how to see the rest.

    Args:
        problems: of the diary.
        where: from a line's number to its place in words.
        name: of the diary, for the command that lists them all.
        most: how many to show; None for all.
    """
    if not problems:
        return
    count = len(problems)
    yield heading(f"{count} {'line of the diary needs' if count == 1 else 'lines of the diary need'} a look", "care")
    for problem in problems[:most]:
        yield hanging(Text("·", "quiet"), _told(problem, where), width=1)
    if most is not None and count > most:
        yield Text(f"To see all of them: flarepath doctor {name}", "quiet")


def _told(problem: Problem, where: Callable[[int], str]) -> Text:
    text = legible(problem.text.strip())
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return Text.assemble(f"{where(problem.line)}: {legible(problem.why)}", (f"  {short}", "quiet"))

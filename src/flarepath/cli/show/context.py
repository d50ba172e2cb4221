"""What a page shows beside the document itself."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class Context:
    """The sheet's width and everything that the document leaves out.

    What to do at once, why questions are asked again, what is due soon, facts that nobody told, the open questions, the
    diary's name and its problems.
    """

    width: int
    actions: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    problems: tuple[RenderableType, ...] = ()
    diary: str = "diary.csv"

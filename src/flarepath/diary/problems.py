"""The problems of one reading: the first in words, the rest as a number, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from flarepath.diary.entry import Problem
from flarepath.diary.unreadable import Unreadable, shown

MOST_PROBLEMS: Final = 1_000
"""Further problems are counted, not told one by one."""

FUTURE: Final = "the time lies in the future"
"""Why a row from after `now` is left out."""


@dataclass(slots=True)
class Problems:
    """Collects the problems of one reading."""

    told: list[Problem] = field(default_factory=list)
    more: int = 0
    last: int = 0

    def add(self, line: int, text: str, why: Unreadable | str) -> None:
        """Tell one problem, or count it.

        Args:
            line: its line.
            text: the line as it stands.
            why: the reason; the nearest word is looked for only when it is told.
        """
        if len(self.told) < MOST_PROBLEMS:
            sentence = why.sentence() if isinstance(why, Unreadable) else why
            self.told.append(Problem(line, shown(text), sentence))
        else:
            self.more, self.last = self.more + 1, line

    def add_guess(self, line: int, text: str, *, rows: str) -> None:
        """Tell that a time zone had to be guessed."""
        fact = "2020-01-01T00:00,fact,timezone,,,Europe/London,,"
        self.add(line, text, f"no time zone is known for {rows}: read as UTC; a first row such as {fact} tells it")

    def closing(self) -> Iterator[Problem]:
        """What was counted, as one problem; nothing where all were told."""
        if self.more:
            yield Problem(self.last, "", f"further problems up to this line, not shown one by one: {self.more:,}")

    def all(self) -> tuple[Problem, ...]:
        """Every problem in the order of the lines, and what was counted."""
        return (*sorted(self.told, key=lambda problem: problem.line), *self.closing())

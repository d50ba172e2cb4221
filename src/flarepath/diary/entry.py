"""One dated thing in the diary: felt, done, eaten, slept, measured or answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from flarepath.quantities import Side

FELT = ("pain", "soreness", "tightness")
"""The kinds of entry that say how a region feels, 0-10."""

TRAINED = ("exercise", "stretch", "massage")
"""The kinds of entry that count as training (PRODUCT, "Causes and verdict")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the tidy diary.

    `time` is aware. `value` is a number or None; a value given as a word (yes, short, weak, a country) stands in
    `word`. `detail` keeps the key=value pairs in the order written. `offset_written` says whether the row gave its own
    offset, so that writing gives back what was read. `line` is the row's line in its file, 0 where there is none.
    """

    time: datetime
    kind: str
    what: str = ""
    where: str = ""
    side: Side = ""
    value: float | None = None
    word: str = ""
    unit: str = ""
    detail: tuple[tuple[str, str], ...] = ()
    offset_written: bool = False
    line: int = field(default=0, compare=False)

    def text(self, key: str) -> str:
        """The detail of that key, or an empty string.

        Example:
            >>> from datetime import datetime, UTC
            >>> Entry(datetime(2026, 3, 2, tzinfo=UTC), "pain", detail=(("when", "rest"),)).text("when")
            'rest'
        """
        return next((value for name, value in self.detail if name == key), "")

    def number(self, key: str) -> float | None:
        """The detail of that key as a number, or None where it is missing (reading has checked the form)."""
        found = self.text(key)
        return float(found) if found else None

    @property
    def qualities(self) -> frozenset[str]:
        """The words joined by `+` under `quality` (ache, sharp, numb, ...)."""
        return frozenset(filter(None, self.text("quality").split("+")))


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was left out, and why; it stops nothing."""

    line: int
    text: str
    why: str

"""What a training log of another program says, before it becomes a diary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from flarepath.diary import Problem

Unit = Literal["kg", "lbs", ""]
"""Of a weight; empty where the file does not say."""

UNITS: Final[tuple[Unit, ...]] = ("kg", "lbs")
"""What the person is asked to choose from then."""

SetKind = Literal["", "warm-up", "drop set", "to failure"]


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """One set as it was logged; `time` is when its workout began, on the clock of the person, without a zone.

    `load` is in `unit`; below zero it was taken off the body's weight. `effort` is an RPE (0-10). `note` is what was
    written to the exercise.
    """

    line: int
    time: datetime
    exercise: str
    kind: SetKind = ""
    reps: float | None = None
    load: float | None = None
    unit: Unit = ""
    km: float | None = None
    seconds: float | None = None
    effort: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words written to a whole workout, or to none of its sets."""

    time: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Log:
    """A whole file: its format, how many rows it has, its sets and remarks in the order of time.

    `left_out` counts rows that are no sets, by what they are; `problems` are rows that could not be read.
    """

    format: str
    rows: int
    sets: tuple[LoggedSet, ...]
    remarks: tuple[Remark, ...]
    left_out: Mapping[str, int]
    problems: tuple[Problem, ...]

    @property
    def needs_unit(self) -> bool:
        """Whether a weight stands there without kg or lbs, so that the person must be asked."""
        return any(each.load and not each.unit for each in self.sets)


class UnreadableFile(ValueError):
    """No format that is known, or more than is read; the message is one plain sentence that a page can show."""

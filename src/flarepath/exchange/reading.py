"""A file of another program, read: its format is known by its header, its rows become sets or problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from types import ModuleType
from typing import IO, Final

from flarepath.diary import Problem
from flarepath.exchange import hevy, strong
from flarepath.exchange.cells import Unclear, local_time, month_word, months
from flarepath.exchange.log import Log, LoggedSet, Remark, UnreadableFile
from flarepath.exchange.table import Row, Table

FORMATS: Final = (hevy, strong)

LIMITS: Final = {"reps": (0.0, 1e5), "load": (-2_000.0, 4_000.0), "km": (0.0, 1e4), "seconds": (0.0, 86_400.0)}
"""Least and most that make sense; a set beyond them is a problem."""

MOST_EFFORT: Final = 10.0
LONGEST_NAME: Final = 200
MOST_PROBLEMS: Final = 1_000
"""So many are told; `rows` still counts every row."""


def detect(columns: Iterable[str]) -> ModuleType | None:
    """The format whose columns these are, or None.

    Args:
        columns: names in lower case.

    Example:
        >>> detect(["start_time", "exercise_title", "set_type", "reps"]).NAME
        'Hevy'
    """
    found = set(columns)
    return next((each for each in FORMATS if found >= each.NEEDED), None)


def is_log(file: IO[bytes]) -> bool:
    """Whether a file is one of these formats.

    Args:
        file: an open stream of bytes that can be gone through again.
    """
    try:
        return detect(Table(file).columns) is not None
    except UnreadableFile:
        return False
    finally:
        file.seek(0)


def read(file: IO[bytes], *, now: datetime) -> Log:
    """The log that a file holds.

    Args:
        file: an open stream of bytes that can be gone through again: the names of months are gathered first.
        now: workouts that begin later on this clock are problems; without a zone or with the person's own.

    Raises:
        UnreadableFile: no format that is known, or more than is read.
    """
    form = detect(Table(file).columns)
    if form is None:
        raise UnreadableFile("The first line is not that of a Hevy or Strong export, nor of a diary.")
    named = {month_word(row.text(form.TIME)) for row in Table(file) if isinstance(row, Row)}
    table, reader = Table(file), _Reader(form, months(named - {""}), now)
    for row in table:
        reader.take(row)
    return Log(
        format=form.NAME,
        rows=table.rows,
        sets=tuple(sorted(reader.sets, key=lambda each: each.time)),
        remarks=tuple(sorted(set(reader.remarks), key=lambda each: (each.time, each.text))),
        left_out=dict(reader.left_out),
        problems=tuple(reader.problems),
    )


class _Reader:
    """Takes row after row and keeps what they said."""

    def __init__(self, form: ModuleType, known_months: dict[str, int], now: datetime) -> None:
        self._form, self._months, self._now = form, known_months, now.replace(tzinfo=None)
        self.sets: list[LoggedSet] = []
        self.remarks: list[Remark] = []
        self.left_out: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def take(self, row: Row | Problem) -> None:
        """Read one row.

        Args:
            row: of the file.
        """
        if isinstance(row, Problem):
            self._tell(row)
            return
        try:
            self._read(row)
        except Unclear as why:
            self._tell(Problem(row.line, ",".join(row.cells.values())[:200], str(why)))

    def _read(self, row: Row) -> None:
        time = local_time(row.text(self._form.TIME), self._months)
        found = self._form.read_row(row, time)
        if time > self._now:
            raise Unclear("it lies in the future")
        if isinstance(found, LoggedSet):
            _check(found)
        self._keep(found)
        note = self._form.workout_note(row)
        if note:
            self.remarks.append(Remark(time, note))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)

    def _keep(self, found: LoggedSet | Remark | str) -> None:
        if isinstance(found, LoggedSet):
            self.sets.append(found)
        elif isinstance(found, Remark):
            self.remarks.append(found)
        else:
            self.left_out[found] += 1


def _check(each: LoggedSet) -> None:
    if not each.exercise or len(each.exercise) > LONGEST_NAME:
        raise Unclear("the exercise has no name, or one that is too long")
    for name, (least, most) in LIMITS.items():
        value = getattr(each, name)
        if value is not None and not least <= value <= most:
            raise Unclear(f"{name} of {value:g} makes no sense")
    if each.effort is not None and not 0 <= each.effort <= MOST_EFFORT:
        raise Unclear(f"an RPE of {each.effort:g} makes no sense")
    if not (each.reps or each.seconds or each.km or each.note):
        raise Unclear("no repetition, time or distance stands there")

"""What each row of a diary.csv says, before its place in time is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from flarepath.diary.cells import Said, moment, said
from flarepath.diary.entry import Entry
from flarepath.diary.lines import Lines, numbered
from flarepath.diary.problems import Problems
from flarepath.diary.rows import Row, Rows, rough_cells
from flarepath.diary.spoiled import Spoiled, holds_on, may_hide_danger, questions_in
from flarepath.diary.unreadable import Unreadable
from flarepath.diary.zones import WallClock, zone

SLACK: Final = timedelta(hours=14)
"""How far from UTC a person may live: a row with a guessed zone is from the future only beyond that."""


class Heard(NamedTuple):
    """A row that could be read."""

    line: int
    text: str
    said: Said


@dataclass(frozen=True, slots=True)
class Unheard:
    """A row that was left out: the questions it was an answer to, and its time, plain or aware.

    `grave` says that it may have told of a danger.
    """

    line: int
    questions: tuple[str, ...]
    time: datetime | None
    grave: bool = False


def heard(lines: Lines, problems: Problems) -> Iterator[Heard | Unheard]:
    """What each row says, in the order of the file.

    Args:
        lines: a stream or lines.
        problems: takes the reasons of what could not be read.
    """
    for row in Rows(numbered(lines)):
        if row.fault:
            problems.add(row.line, row.text, row.fault)
        else:
            try:
                yield Heard(row.line, row.text, said(row.cells, comma=row.comma))
                continue
            except Unreadable as refused:
                problems.add(row.line, row.text, refused)
        if not row.remark:
            yield _unheard(row)


def _unheard(row: Row) -> Unheard:
    cells = row.cells or rough_cells(row.text)
    questions = questions_in(row.text, cells)
    grave = bool(questions) or may_hide_danger(cells)
    # What is true of the person holds from then on: a lost fact is as new as the newest answer.
    timed = grave and not holds_on(cells)
    return Unheard(row.line, questions, _first_time(cells) if timed else None, grave)


def _first_time(cells: list[str]) -> datetime | None:
    for cell in cells:
        try:
            return moment(cell)
        except Unreadable:
            continue
    return None


def named_zone(one: Said) -> ZoneInfo | None:
    """The zone that a row is the fact of, or None.

    Args:
        one: what a row says.
    """
    return zone(one.word) if one.what == "timezone" and one.kind == "fact" else None


def entry(line: int, one: Said, clock: WallClock) -> tuple[Entry, bool]:
    """The entry that a row makes, and whether its zone was guessed.

    Args:
        line: the row's line.
        one: what it says.
        clock: reads plain times.
    """
    if one.time.tzinfo is not None:
        clock.passed(one.time)
        return Entry(*one, offset_written=True, line=line), False
    time, guessed = clock.aware(one.time)
    return Entry(time, *one[1:], line=line), guessed


def is_future(time: datetime, now: datetime | None, *, guessed: bool) -> bool:
    """Whether a time lies after `now`; never without one.

    Args:
        time: an aware time.
        now: the present, where it is known.
        guessed: whether the zone was guessed.
    """
    return now is not None and time > now + (SLACK if guessed else timedelta())


def spoiled_by(unheard: Unheard, clock: WallClock, *, now: datetime | None) -> Iterator[Spoiled]:
    """What was lost with a row that could not be read: its answers, else the row itself where it may hide a danger.

    A time in the future is a slip and counts as none.

    Args:
        unheard: the row.
        clock: reads plain times.
        now: the present, where it is known.
    """
    time, guessed = unheard.time, False
    if time is not None and time.tzinfo is None:
        time, guessed = clock.aware(time)
    if time is not None and is_future(time, now, guessed=guessed):
        time = None
    for question in unheard.questions or ("",) * unheard.grave:
        yield Spoiled(question, time, unheard.line)


def spoiled_from_future(late: Entry) -> Iterator[Spoiled]:
    """The answer lost with a row from the future: nobody knows when it was given.

    Args:
        late: the entry that was left out.
    """
    if late.kind == "answer":
        yield Spoiled(late.what, None, late.line)

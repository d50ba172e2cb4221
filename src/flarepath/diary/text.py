"""Reading diary.csv whole: the good lines become entries, every other line a problem with its number and reason."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flarepath.diary.cells import Said
from flarepath.diary.diary import Diary
from flarepath.diary.entry import Entry
from flarepath.diary.heard import Heard, Unheard, entry, heard, is_future, named_zone, spoiled_by, spoiled_from_future
from flarepath.diary.lines import Lines
from flarepath.diary.problems import FUTURE, Problems
from flarepath.diary.spoiled import Spoiled
from flarepath.diary.zones import WallClock, Zones

MOST_ENTRIES: Final = 2_000_000
"""A diary of more entries is not read to its end."""


def read(lines: Lines, *, now: datetime | None = None) -> Diary:
    """The diary that the lines hold, with a problem for every line that could not be read.

    A row that stands there twice is kept once. A plain local time is read in the zone of the newest `timezone` fact at
    or before it, wherever in the file that fact stands; without one as UTC, with one problem for the whole diary.

    Args:
        lines: a stream of bytes (best: letters that are not UTF-8 become problems) or of text, or lines.
        now: rows of later times become problems; without it, none is from the future.

    Raises:
        ValueError: `now` has no zone.

    Example:
        >>> read(["time,kind,where,value", "2026-03-02T08:00Z,pain,knee_frnt,5"]).problems[0].why
        "'knee_frnt' is not a known region; did you mean 'knee_front'?"
    """
    if now is not None and now.tzinfo is None:
        raise ValueError(f"{now.isoformat()} has no zone; `now` is aware")
    problems = Problems()
    rows, unheard = _each_once(lines, problems)
    clock = WallClock(Zones((one.time, there) for one in rows if (there := named_zone(one))))
    entries, spoiled = _in_time(rows, clock, problems, now)
    spoiled += [answer for each in unheard for answer in spoiled_by(each, clock, now=now)]
    return Diary.of_entries(entries, problems=problems.all(), spoiled=sorted(spoiled, key=lambda answer: answer.line))


def _each_once(lines: Lines, problems: Problems) -> tuple[dict[Said, int], list[Unheard]]:
    """What the rows say, each with its first line, and the rows that may have told of a danger."""
    first_lines: dict[Said, int] = {}
    unheard: list[Unheard] = []
    for row in heard(lines, problems):
        if len(first_lines) + len(unheard) >= MOST_ENTRIES:
            problems.add(row.line, "", f"a diary holds at most {MOST_ENTRIES:,} entries; nothing from here on was read")
            break
        if isinstance(row, Heard):
            first = first_lines.setdefault(row.said, row.line)
            if first != row.line:
                problems.add(row.line, row.text, f"the same row stands in line {first} already; it is kept once")
        elif row.grave:
            unheard.append(row)
    return first_lines, unheard


def _in_time(
    rows: dict[Said, int], clock: WallClock, problems: Problems, now: datetime | None
) -> tuple[list[Entry], list[Spoiled]]:
    entries: list[Entry] = []
    spoiled: list[Spoiled] = []
    guesses: list[Entry] = []
    for one, line in rows.items():
        made, guessed = entry(line, one, clock)
        if guessed:
            guesses.append(made)
        if is_future(made.time, now, guessed=guessed):
            problems.add(line, _text(made), FUTURE)
            spoiled += spoiled_from_future(made)
        else:
            entries.append(made)
    if guesses:
        rows_said = f"{len(guesses):,} rows from this one on" if len(guesses) > 1 else "this row"
        problems.add_guess(guesses[0].line, _text(guesses[0]), rows=rows_said)
    return entries, spoiled


def _text(made: Entry) -> str:
    return ",".join((made.time.replace(tzinfo=None).isoformat(timespec="minutes"), made.kind, made.what, made.where))

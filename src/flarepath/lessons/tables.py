"""Workouts to begin with, the three tactics, and short lists to choose from: the tables as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from flarepath.diary import Diary
from flarepath.sources import load_table

NO: Final = frozenset({"", "no", "none"})
"""Words of a fact that say that it does not hold."""


@dataclass(frozen=True, slots=True)
class Exercised:
    """One exercise of a workout: sets of reps or seconds for one side, effort 0-10."""

    exercise: str
    sets: int
    reps: int | None
    seconds: float | None
    effort: float


@dataclass(frozen=True, slots=True)
class Workout:
    """A starter workout at three levels (begin, build, strong)."""

    id: str
    title: str
    for_whom: str
    why: str
    for_muscles: tuple[str, ...]
    levels: tuple[tuple[Exercised, ...], ...]
    because: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Tactic:
    """Massage, stretch or strengthen: when, when not, how, what to expect, and when it is judged.

    `days` and `sessions` are its clock; both must have passed.
    """

    id: str
    title: str
    in_short: str
    when: tuple[str, ...]
    not_when: tuple[str, ...]
    how: tuple[str, ...]
    expect: str
    judge_after: str
    against: str
    days: int
    sessions: int
    because: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list; `facts` holds what else the table says of it (minutes a day, how often, a question...)."""

    id: str
    do: str
    why: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choices:
    """A list to choose from, as far as this person is shown it."""

    id: str
    title: str
    in_short: str
    rows: tuple[Choice, ...]
    facts: Mapping[str, Any]


def _workout(name: str, row: Mapping[str, Any]) -> Workout:
    levels = (tuple(_exercised(each) for each in row[f"level{level}"]) for level in (1, 2, 3))
    return Workout(
        id=name,
        title=row["title"],
        for_whom=row["for_whom"],
        why=row["why"],
        for_muscles=tuple(row["for_muscles"]),
        levels=tuple(levels),
        because=tuple(row["because"]),
        source=row["source"],
    )


def _exercised(row: Mapping[str, Any]) -> Exercised:
    return Exercised(row["exercise"], row["sets"], row.get("reps"), row.get("seconds"), row["effort"])


def _tactic(name: str, row: Mapping[str, Any]) -> Tactic:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Tactic(id=name, **fields)


WORKOUTS: Mapping[str, Workout] = MappingProxyType(
    {name: _workout(name, row) for name, row in load_table(__package__, "workouts.toml")["workout"].items()}
)
"""The six starter workouts by id."""

TACTICS: Mapping[str, Tactic] = MappingProxyType(
    {name: _tactic(name, row) for name, row in load_table(__package__, "tactics.toml")["tactic"].items()}
)
"""The three tactics by id."""

_LISTS: Final = load_table(__package__, "lists.toml")

LISTS: tuple[str, ...] = tuple(_LISTS)
"""The names of the lists."""

WORDS: Final = frozenset({"id", "do", "ask", "question", "why"})


def choices(name: str, diary: Diary, *, urgent: bool = False) -> Choices | None:
    """A list as this person is shown it; None where it is not shown at all.

    Rows and lists are hidden for facts that they name (food for a past eating disorder), and the list on how to choose
    help stays shut while something is urgent (SC25).

    Args:
        name: of the list.
        diary: entries up to the moment.
        urgent: whether the gate stands at days or higher.
    """
    table = _LISTS[name]
    hidden = {key for key, entry in diary.facts().items() if entry.word.lower() not in NO or entry.value}
    if hidden & set(table.get("hidden_for", ())) or (urgent and "off_when" in table):
        return None
    rows = tuple(_choice(row) for row in table["rows"] if not hidden & set(row.get("hidden_for", ())))
    facts = {key: value for key, value in table.items() if key not in ("rows", "title", "in_short")}
    return Choices(name, table["title"], table["in_short"], rows, MappingProxyType(facts))


def _choice(row: Mapping[str, Any]) -> Choice:
    do = next(row[key] for key in ("do", "ask", "question") if key in row)
    facts = {key: value for key, value in row.items() if key not in WORDS}
    return Choice(row["id"], do, row.get("why", ""), MappingProxyType(facts))

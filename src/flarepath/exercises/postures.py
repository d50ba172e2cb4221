"""Hours in one position: sitting, sleeping, long stretches keep muscles at one length, and that counts (R67)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from flarepath.diary import Diary, Entry
from flarepath.exercises.model import Bout
from flarepath.quantities import HOURS_PER_UNIT, Zone, in_hours
from flarepath.sources import load_table

HELD: Final = frozenset({"sitting", "sleep"})
"""Kinds of entry that hold the body in a position for hours."""


@dataclass(frozen=True, slots=True)
class Posture:
    """One position: the words for it, and the muscles it keeps in each zone of their range."""

    id: str
    words: frozenset[str]
    zones: Mapping[str, Zone]
    source: str


def _posture(name: str, row: Mapping[str, object]) -> Posture:
    zones: tuple[Zone, ...] = ("short", "mid", "long")
    kept = {str(muscle): zone for zone in zones for muscle in row[zone]}  # type: ignore[attr-defined]
    return Posture(name, frozenset(row["words"]), MappingProxyType(kept), str(row["source"]))  # type: ignore[call-overload]


POSTURES: Final[Mapping[str, Posture]] = MappingProxyType(
    {name: _posture(name, row) for name, row in load_table(__package__, "postures.toml").items()}
)
"""Every position by its id."""


@dataclass(frozen=True, slots=True)
class Dwelling:
    """Hours in a position."""

    entry: Entry
    posture: Posture
    hours: float


def dwellings(diary: Diary) -> Iterator[Dwelling]:
    """The hours that the diary says were spent in a position; sleep without a position says none.

    Args:
        diary: the entries to look at.
    """
    for entry in diary.of(*HELD):
        posture = _named(entry)
        if posture and entry.value:
            yield Dwelling(entry, posture, in_hours(entry.value, entry.unit))


def stretched_hours(bout: Bout) -> float:
    """How long a stretch was held: its time, else its sets of seconds; nought for all else and where neither is said.

    Args:
        bout: what was logged.
    """
    if bout.kind != "stretch" and not (bout.exercise and bout.exercise.kind == "stretch"):
        return 0.0
    entry, unit = bout.entry, bout.entry.unit or "min"
    if entry.value and unit in HOURS_PER_UNIT:
        return in_hours(entry.value, unit)
    return in_hours((entry.number("sets") or 1.0) * (entry.number("seconds") or 0.0), "s")


def _named(entry: Entry) -> Posture | None:
    word = (entry.text("position") or entry.what).lower().strip()
    if entry.kind == "sleep" and not word:
        return None
    found = (posture for posture in POSTURES.values() if word in posture.words)
    return next(found, POSTURES["sitting"] if entry.kind == "sitting" else None)

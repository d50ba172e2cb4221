"""Hours in one position: sitting, sleeping, arching keep muscles at one length, and that counts as load (R67)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from flarepath.diary import Diary, Entry
from flarepath.quantities import Zone, in_hours
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


def _named(entry: Entry) -> Posture | None:
    word = (entry.text("position") or entry.what).lower().strip()
    if entry.kind == "sleep" and not word:
        return None
    found = (posture for posture in POSTURES.values() if word in posture.words)
    return next(found, POSTURES["sitting"] if entry.kind == "sitting" else None)

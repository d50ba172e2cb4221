"""Entries that were corrected or withdrawn, with everything that stood there before.

A history only grows. Every function gives a new one; what was known at an earlier moment can be asked for ever after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flarepath.diary.diary import Diary
from flarepath.diary.entry import Entry
from flarepath.errors import UnknownId


@dataclass(frozen=True, slots=True)
class Version:
    """What one entry was from a moment on; `entry` is None where it was withdrawn.

    `recorded_at` is when it was written down, which may be long after the entry's own time.
    """

    id: str
    number: int
    entry: Entry | None
    recorded_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """Every version of every entry, in the order they were recorded."""

    versions: tuple[Version, ...] = ()

    def of(self, entry_id: str) -> tuple[Version, ...]:
        """The versions of one entry, oldest first.

        Args:
            entry_id: the entry's id.

        Raises:
            UnknownId: no such entry.
        """
        found = tuple(version for version in self.versions if version.id == entry_id)
        if not found:
            raise UnknownId("entry", entry_id)
        return found


def append(history: History, entry: Entry, *, entry_id: str, recorded_at: datetime) -> History:
    """The history with a new entry, of any time.

    Args:
        history: what was recorded so far.
        entry: the new entry; its own time may be long past.
        entry_id: an id that no other entry has.
        recorded_at: when it is written down.

    Raises:
        ValueError: the id is taken, or `recorded_at` has no zone or lies before what was recorded last.
    """
    if any(version.id == entry_id for version in history.versions):
        raise ValueError(f"the entry id {entry_id!r} is taken; correct that entry instead")
    return _with(history, Version(entry_id, 1, entry, recorded_at))


def correct(history: History, entry_id: str, *, entry: Entry, recorded_at: datetime, reason: str = "") -> History:
    """The history with a new version of an entry; an entry that was withdrawn comes back.

    Args:
        history: what was recorded so far.
        entry_id: the entry's id.
        entry: what it says now.
        recorded_at: when it is written down.
        reason: in the person's own words.

    Raises:
        UnknownId: no such entry.
        ValueError: as for `append`.
    """
    number = history.of(entry_id)[-1].number + 1
    return _with(history, Version(entry_id, number, entry, recorded_at, reason))


def withdraw(history: History, entry_id: str, *, recorded_at: datetime, reason: str = "") -> History:
    """The history in which an entry no longer counts; its versions stay.

    Args:
        history: what was recorded so far.
        entry_id: the entry's id.
        recorded_at: when it is withdrawn.
        reason: in the person's own words.

    Raises:
        UnknownId: no such entry.
        ValueError: it is withdrawn already, or as for `append`.
    """
    newest = history.of(entry_id)[-1]
    if newest.entry is None:
        raise ValueError(f"the entry {entry_id!r} is withdrawn already")
    return _with(history, Version(entry_id, newest.number + 1, None, recorded_at, reason))


def current(history: History, *, known_at: datetime | None = None) -> Diary:
    """The diary of the newest versions.

    Args:
        history: what was recorded.
        known_at: only what was recorded by then; without it, everything.
    """
    newest = {
        version.id: version.entry for version in history.versions if known_at is None or version.recorded_at <= known_at
    }
    return Diary.of_entries(entry for entry in newest.values() if entry)


def _with(history: History, version: Version) -> History:
    if version.recorded_at.tzinfo is None:
        raise ValueError(f"{version.recorded_at.isoformat()} has no zone; `recorded_at` is aware")
    if history.versions and version.recorded_at < history.versions[-1].recorded_at:
        raise ValueError(f"{version.recorded_at.isoformat()} lies before what was recorded last")
    return History((*history.versions, version))

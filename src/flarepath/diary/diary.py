"""The diary: entries in the order of time, and quick ways to ask for some of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from flarepath.diary.entry import Entry, Problem
from flarepath.diary.spoiled import Spoiled
from flarepath.diary.zones import Zones, zone

T = TypeVar("T")

MOST_CUTS: Final = 10
"""For so many lengths of one diary it is remembered what was worked out from them."""

MOST_KEPT: Final = 200
"""So many results for each of them."""


_UNKNOWN: Final = object()


class _Index:
    """Where to find what among all entries; every shorter diary cut from one shares it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        timed = sorted(((_stamp(entry.time), entry) for entry in entries), key=lambda pair: pair[0])
        self.stamps = array("d", (stamp for stamp, _ in timed))
        self.entries = tuple(entry for _, entry in timed)
        self._of_kinds: dict[tuple[str, ...], tuple[array[int], tuple[Entry, ...]]] = {}
        self._kept: dict[int, dict[tuple[Hashable, ...], Any]] = {}

    @cached_property
    def zones(self) -> Zones:
        """The person's zones over time."""
        named = ((entry.time, zone(entry.word)) for entry in self.of_kinds("fact")[1] if entry.what == "timezone")
        return Zones((time, there) for time, there in named if there)

    def of_kinds(self, *kinds: str) -> tuple[array[int], tuple[Entry, ...]]:
        """The entries of these kinds and their places among all; looked up once for every choice of kinds."""
        if kinds not in self._of_kinds:
            wanted = frozenset(kinds)
            places = array("l", (place for place, entry in enumerate(self.entries) if entry.kind in wanted))
            self._of_kinds[kinds] = (places, tuple(self.entries[place] for place in places))
        return self._of_kinds[kinds]

    def chosen(self, start: int, end: int, kinds: tuple[str, ...]) -> tuple[Entry, ...]:
        """The entries of these kinds at the places from `start` to before `end`."""
        places, entries = self.of_kinds(*kinds)
        return entries[bisect_left(places, start) : bisect_left(places, end)]

    def kept(self, length: int) -> dict[tuple[Hashable, ...], Any]:
        """What was worked out from the first `length` entries; the latest few lengths are remembered."""
        if length not in self._kept:
            for old in list(self._kept)[: 1 - MOST_CUTS]:
                self._kept.pop(old, None)
        return self._kept.setdefault(length, {})


def _stamp(time: datetime) -> float:
    if time.tzinfo is None:
        raise ValueError(f"{time.isoformat()} has no zone; a diary's times are aware")
    return time.timestamp()


_EMPTY = _Index(())


@dataclass(frozen=True, slots=True)
class Diary:
    """Entries sorted by instant (those of one instant in the order of the file), and what could not be read.

    `spoiled` are answers to safety questions that could not be read.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    spoiled: tuple[Spoiled, ...] = ()
    _index: _Index = field(default=_EMPTY, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.entries and self._index is _EMPTY:
            object.__setattr__(self, "_index", _Index(self.entries))
            object.__setattr__(self, "entries", self._index.entries)

    @classmethod
    def of_entries(
        cls, entries: Iterable[Entry], *, problems: Iterable[Problem] = (), spoiled: Iterable[Spoiled] = ()
    ) -> Diary:
        """The diary of these entries, in any order.

        Args:
            entries: with aware times.
            problems: lines that were left out.
            spoiled: answers that could not be read.

        Raises:
            ValueError: an entry's time has no zone.
        """
        return cls(tuple(entries), tuple(problems), tuple(spoiled))

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def first(self) -> datetime | None:
        """The time of the oldest entry, None in an empty diary."""
        return self.entries[0].time if self.entries else None

    @property
    def last(self) -> datetime | None:
        """The time of the newest entry, None in an empty diary."""
        return self.entries[-1].time if self.entries else None

    @property
    def stamps(self) -> array[float]:
        """The instant of every entry, in seconds since the epoch."""
        return self._index.stamps[: len(self)]

    def until(self, at: datetime) -> Diary:
        """The diary as far as it goes up to `at`, which counts; lines without a readable time stay.

        Args:
            at: an aware time.
        """
        end = min(len(self), bisect_right(self._index.stamps, _stamp(at)))
        spoiled = tuple(line for line in self.spoiled if line.time is None or line.time <= at)
        return Diary(self._index.entries[:end], self.problems, spoiled, self._index)

    def of(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of these kinds in the order of time."""
        return self._index.chosen(0, len(self), kinds)

    def between(self, start: datetime, end: datetime, *kinds: str) -> tuple[Entry, ...]:
        """The entries from `start` to before `end`, of these kinds or, without any, of all.

        Args:
            start: an aware time; it counts.
            end: an aware time; it does not count.
            kinds: kinds of entry.
        """
        low = min(len(self), bisect_left(self._index.stamps, _stamp(start)))
        high = min(len(self), bisect_left(self._index.stamps, _stamp(end)))
        return self._index.chosen(low, high, kinds) if kinds else self.entries[low:high]

    def fact(self, name: str, *, at: datetime | None = None) -> Entry | None:
        """The newest fact of that name at or before `at`, or of the whole diary.

        Args:
            name: such as `birth_year`.
            at: an aware time.
        """
        return next((entry for entry in reversed(self._facts(at)) if entry.what == name), None)

    def facts(self, at: datetime | None = None) -> Mapping[str, Entry]:
        """The newest fact of every name at or before `at`, or of the whole diary.

        Args:
            at: an aware time.
        """
        return MappingProxyType({entry.what: entry for entry in self._facts(at)})

    def _facts(self, at: datetime | None) -> tuple[Entry, ...]:
        end = len(self) if at is None else min(len(self), bisect_right(self._index.stamps, _stamp(at)))
        return self._index.chosen(0, end, ("fact",))

    def kept(self, make: Callable[..., T], *words: Hashable) -> T:
        """What `make(diary, *words)` says; worked out once, because neither a diary nor what it holds can change.

        Args:
            make: a function that reads nothing but the entries.
            words: what else it needs.
        """
        found = self._index.kept(len(self))
        key = (make, *words)
        # Looked up once, because another thread may let go of everything at any moment.
        known = found.get(key, _UNKNOWN)
        if known is not _UNKNOWN:
            return cast("T", known)
        if len(found) >= MOST_KEPT:
            found.clear()
        made = found[key] = make(self, *words)
        return made

    def zone_at(self, time: datetime) -> tzinfo:
        """The zone of the newest `timezone` fact at or before an aware time; UTC where there is none."""
        return self._zone(time) or UTC

    def local(self, time: datetime) -> datetime:
        """The time on the person's clock; without a `timezone` fact it keeps the offset it has."""
        there = self._zone(time)
        return time.astimezone(there) if there else time

    def _zone(self, time: datetime) -> tzinfo | None:
        # A fact from after the last entry of a shortened diary is not known yet.
        last = self.last
        return self._index.zones.at(min(time, last)) if last else None

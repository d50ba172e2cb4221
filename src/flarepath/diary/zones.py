"""Which clock a plain local time was read from: the person's `timezone` facts, and what daylight saving does.

An entry keeps its wall-clock time with a fixed offset. So entries compare and subtract as instants, on the night of a
clock change as on any other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

_MACHINE_ZONES: Final = ("localtime", "posixrules", "Factory", "posix/", "right/")
"""Names that mean another thing on another machine, or count leap seconds."""

_LONGEST_NAME: Final = 64


def zone(name: str) -> ZoneInfo | None:
    """The zone of that IANA name, or None.

    Args:
        name: such as `Europe/Paris`.

    Example:
        >>> zone("Europe/Paris"), zone("Europe/Pariss")
        (zoneinfo.ZoneInfo(key='Europe/Paris'), None)
    """
    if len(name) > _LONGEST_NAME or not name.isascii() or name.startswith(_MACHINE_ZONES):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such name; no name at all; the name of a folder
        return None


@cache
def zone_names() -> tuple[str, ...]:
    """Every name that `zone` knows, in order."""
    return tuple(sorted(available_timezones()))


@lru_cache(maxsize=1024)
def _fixed(offset: timedelta | None) -> timezone:
    return timezone(offset) if offset else UTC


class Zones:
    """The zones a person lived in, by the `timezone` facts.

    Args:
        facts: the time that each fact was written with (plain or aware) and its zone, in the order of the file.
    """

    def __init__(self, facts: Iterable[tuple[datetime, ZoneInfo]] = ()) -> None:
        dated = sorted(((_instant(time, zone), zone) for time, zone in facts), key=lambda fact: fact[0])
        self._since = [since for since, _ in dated]
        self._zones = [zone for _, zone in dated]
        self._walls, self._wall_zones = _wall_clocks(dated)

    def at(self, time: datetime) -> ZoneInfo | None:
        """The zone of the newest fact at or before an aware time; None before the first."""
        found = bisect_right(self._since, time.astimezone(UTC))
        return self._zones[found - 1] if found else None

    def of_wall_clock(self, time: datetime) -> ZoneInfo | None:
        """The zone of the newest fact that is at or before a plain time, each compared by its own clock."""
        found = bisect_right(self._walls, time)
        return self._wall_zones[found - 1] if found else None


def _instant(time: datetime, zone: tzinfo) -> datetime:
    return (time if time.tzinfo else time.replace(tzinfo=zone)).astimezone(UTC)


def _wall_clocks(dated: list[tuple[datetime, ZoneInfo]]) -> tuple[list[datetime], list[ZoneInfo]]:
    """For each zone from when on a plain time belongs to it; newest facts win, so earlier ones they overtake go."""
    kept: list[tuple[datetime, ZoneInfo]] = []
    for since, there in reversed(dated):
        wall = since.astimezone(there).replace(tzinfo=None)
        if not kept or wall < kept[-1][0]:
            kept.append((wall, there))
    kept.reverse()
    return [wall for wall, _ in kept], [there for _, there in kept]


class WallClock:
    """Turns plain local times into instants, row after row.

    An hour that the clock shows twice is taken the first time, unless the row before shows that it was the second.
    An hour that the clock skips is read with the offset from before the change.

    Args:
        zones: the person's zones.
    """

    def __init__(self, zones: Zones) -> None:
        self._zones = zones
        self._before: datetime | None = None

    def passed(self, time: datetime) -> None:
        """Take note of the aware time of a row that needs no zone."""
        self._before = time

    def aware(self, time: datetime) -> tuple[datetime, bool]:
        """The plain time with its offset, and whether the zone was guessed to be UTC."""
        there = self._zones.of_wall_clock(time)
        found = self._read(time, there) if there else time.replace(tzinfo=UTC)
        self._before = found
        return found, there is None

    def reads_as(self, time: datetime, meant: datetime) -> bool:
        """Whether a plain time would be read as the instant that is meant; if so it counts as read."""
        before = self._before
        if self.aware(time)[0] == meant:
            return True
        self._before = before
        return False

    def _read(self, time: datetime, there: ZoneInfo) -> datetime:
        early, late = there.utcoffset(time), there.utcoffset(time.replace(fold=1))
        found = time.replace(tzinfo=_fixed(early))
        if early != late and self._before is not None and found < self._before:
            again = time.replace(tzinfo=_fixed(late))
            return again if self._before <= again else found
        return found

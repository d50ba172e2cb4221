"""Units and scales: the 0-10 scale of felt things, hours and minutes, days in local time."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

Side = Literal["", "left", "right", "both", "middle"]
"""A side of the body; empty where none was said."""

Zone = Literal["short", "mid", "long"]
"""A third of a muscle's range of length."""

NRS_LEAST: Final = 0.0
"""No pain at all, on the numeric rating scale (NRS)."""

NRS_MOST: Final = 10.0
"""The worst imaginable, on the numeric rating scale (NRS)."""

HOURS_PER_UNIT: Final = {"h": 1.0, "min": 1 / 60, "s": 1 / 3600}
"""What one unit of time is in hours."""


def in_hours(value: float, unit: str) -> float:
    """A duration in hours; a bare number counts as hours already.

    Example:
        >>> in_hours(90, "min")
        1.5
    """
    return value * HOURS_PER_UNIT.get(unit, 1.0)


def hours_between(earlier: datetime, later: datetime) -> float:
    """Elapsed hours between two aware times, across zones and daylight saving.

    Example:
        >>> from zoneinfo import ZoneInfo
        >>> paris = ZoneInfo("Europe/Paris")
        >>> hours_between(datetime(2026, 3, 28, 22, tzinfo=paris), datetime(2026, 3, 29, 22, tzinfo=paris))
        23.0
    """
    # Python subtracts times of one zone by the clock on the wall, so the instants are compared instead.
    return (later.timestamp() - earlier.timestamp()) / 3600


def days_between(earlier: datetime, later: datetime) -> float:
    """Elapsed days of 24 hours between two aware times; travel and daylight saving do not shift it."""
    return hours_between(earlier, later) / 24


def clamp_points(points: float) -> float:
    """The nearest value on the 0-10 scale.

    Example:
        >>> clamp_points(11.2)
        10.0
    """
    return min(NRS_MOST, max(NRS_LEAST, points))

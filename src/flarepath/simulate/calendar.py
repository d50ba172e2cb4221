"""The days of a diary in quarter hours: everything that is simulated happens at a whole one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import ArrayLike, NDArray

from flarepath.simulate.chance import Chance

QUARTERS_A_DAY: Final = 96
QUARTERS_AN_HOUR: Final = 4
QUARTER_SECONDS: Final = 900

ZONE: Final = "Europe/Paris"
"""Where simulated people live; its clock changes twice a year."""

END: Final = date(2025, 1, 1)
"""No diary goes on to this day."""

ENDS: Final = 1000
"""The last day is one of so many before it."""

AFTER: Final = 2
"""Days kept after the last one, so that what is done late in the evening has a place to act."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The local midnights of a diary's days, in quarter hours since the first."""

    first: date
    midnights: tuple[int, ...]

    @property
    def days(self) -> int:
        """How many days the diary has."""
        return len(self.midnights)

    @property
    def quarters(self) -> int:
        """How many quarter hours anything can happen in."""
        return self.midnights[-1] + AFTER * QUARTERS_A_DAY

    def quarter(self, day: int, hour: float) -> int:
        """The quarter hour of a day at that many hours after its midnight."""
        return self.midnights[day] + round(hour * QUARTERS_AN_HOUR)

    def day(self, quarters: ArrayLike) -> NDArray[np.intp]:
        """The day of each quarter hour; what comes after the last midnight belongs to the last day."""
        return np.searchsorted(self.midnights, quarters, side="right") - 1

    def weekday(self, day: int) -> int:
        """0 Monday to 6 Sunday."""
        return (self.first.weekday() + day) % 7

    def moment(self, quarter: int) -> datetime:
        """The aware local time of a quarter hour."""
        return datetime.fromtimestamp(_midnight(self.first) + QUARTER_SECONDS * quarter, ZoneInfo(ZONE))


def calendar(days: int, chance: Chance) -> Calendar:
    """A calendar that begins on a random day.

    Args:
        days: how many.
        chance: the person's.
    """
    first = END - timedelta(days=days + int(chance.of("last day").integers(ENDS)))
    start = _midnight(first)
    midnights = (_midnight(first + timedelta(days=day)) - start for day in range(days))
    return Calendar(first, tuple(int(seconds) // QUARTER_SECONDS for seconds in midnights))


def _midnight(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(ZONE)).timestamp()

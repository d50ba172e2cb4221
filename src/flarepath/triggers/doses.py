"""An exposure and an outcome as arrays: when each dose was taken and how much, when each check-in was and how high."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from flarepath.course import Outcome
from flarepath.triggers.priors import Kind

Floats = NDArray[np.float64]

SESSION_HOURS = 3.0
"""Rows of one exercise at most this far apart are one dose."""

HIGH_VALUE = 1.0
"""A daily value at least this many standard deviations above the usual counts as a dose."""

RAISED_VALUE = 0.5
"""Where none is so high, a daily value so many standard deviations above the usual does."""

TOGETHER_HOURS = 12.0
"""Doses no further apart than this go together."""


@dataclass(frozen=True, slots=True)
class Doses:
    """One exposure: `hours` (D,) since the epoch, `amounts` (D,) in typical doses.

    The amounts of a daily value are distances from the usual of those weeks, in the person's own standard deviations.
    """

    key: str
    kind: Kind
    hours: Floats
    amounts: Floats
    per: str
    sides: frozenset[str] = frozenset()
    is_daily: bool = False

    @property
    def taken(self) -> Floats:
        """When a dose was taken, in hours; of a daily value, when it was high."""
        if not self.is_daily:
            return self.hours
        # Where half of the days are high, the usual is high too and no day stands a whole deviation above it.
        line = HIGH_VALUE if (self.amounts >= HIGH_VALUE).any() else RAISED_VALUE
        return self.hours[self.amounts >= line]


@dataclass(frozen=True, slots=True)
class Series:
    """One outcome: `hours` (T,) since the epoch and `points` (T,).

    What is not rated 0-10 (minutes of stiffness, a function score) is brought to the spread of a usual pain: `unit` is
    what one point stands for, in the outcome's own unit.
    """

    outcome: Outcome
    hours: Floats
    points: Floats
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class Record:
    """A diary's exposures and outcomes; `offset_hours` is the person's clock against UTC at the last entry.

    `food_caution` is why this person tests no food at home, empty where nothing speaks against it. `periods` are the
    hours at which one began.
    """

    exposures: tuple[Doses, ...]
    series: tuple[Series, ...]
    days: int
    offset_hours: float
    food_caution: str = ""
    periods: tuple[float, ...] = ()


def merged(hours: Floats, amounts: Floats) -> tuple[Floats, Floats]:
    """Rows close together added up to one dose, in typical doses again; a dose of nothing is no dose.

    Args:
        hours: (N,) since the epoch, ascending.
        amounts: (N,) in any unit.
    """
    hours, amounts = hours[amounts > 0], amounts[amounts > 0]
    starts = np.flatnonzero(np.diff(hours, prepend=-np.inf) > SESSION_HOURS)
    if len(starts) < len(hours):
        amounts = np.add.reduceat(amounts, starts) if len(starts) else amounts
        hours = hours[starts]
    return hours, amounts / np.median(amounts) if len(amounts) else amounts


def doses_apart(first: Doses, second: Doses) -> int:
    """How many doses of each of two exposures had none of the other within half a day.

    Args:
        first: one exposure.
        second: another.
    """
    return _alone(first.taken, second.taken) + _alone(second.taken, first.taken)


def _alone(hours: Floats, others: Floats) -> int:
    gaps = np.diff(np.searchsorted(others, [hours - TOGETHER_HOURS, hours + TOGETHER_HOURS]), axis=0)
    return int((gaps == 0).sum())

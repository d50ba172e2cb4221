"""What moves pain besides exposures and noise: its level, weekdays, the hour of the day, a slow drift.

They are random effects with small variances, never projected out: a weekly training routine must not lose its effect
to the weekday. An entry at an hour at which the person hardly ever writes was often written because it hurt; such
entries share a level of their own, so that what was done a few hours before each of them is not to blame. A daily value
that is given in the same report as the pain (mood, stress, sleep, steps of the day) goes with that report for other
reasons than causing it, so its value there is nuisance too; only what it says about later check-ins can make it a
trigger.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from flarepath.sources import Numbers
from flarepath.triggers.doses import Doses, Floats

LEVEL_SPREAD = 10.0
"""The level is free: its spread is the whole scale."""

HOURS_OF_DAY = (10.0, 16.0)
"""What divides morning, midday and evening."""

UNUSUAL_SHARE = 0.08
"""A check-in at an hour of the day that fewer of the check-ins are near is one of an unusual hour."""

NEAR_HOURS = 0.75
"""Hours of the day this close are near."""

SAME_REPORT_HOURS = 1.05
"""A daily value given this close to a check-in belongs to the same report."""

REPORTED_SHARE = 0.4
"""A daily value of which this share comes with check-ins is one of the report."""

DAYS_PER_WAVE = 90.0
"""A drift has about one wave in so many days."""

MOST_WAVES = 8
"""Longer diaries get no more waves than this."""


def nuisance(hours: Floats, *, offset_hours: float, numbers: Numbers) -> Floats:
    """The nuisance columns (T, Q), each scaled by its spread, so that every coefficient has variance 1.

    Args:
        hours: (T,) check-in times since the epoch.
        offset_hours: the person's clock against UTC.
        numbers: the part's numbers.
    """
    waves = _waves(hours) * numbers["trend_spread"]
    return np.column_stack([usual(hours, offset_hours=offset_hours, numbers=numbers), waves])


def usual(hours: Floats, *, offset_hours: float, numbers: Numbers) -> Floats:
    """The nuisance columns without the drift (T, Q): level, weekdays, hour of the day, unusual hours.

    Args:
        hours: (T,) check-in times since the epoch.
        offset_hours: the person's clock against UTC.
        numbers: the part's numbers.
    """
    local = hours + offset_hours
    weekday = (np.floor(local / 24).astype(int) + 3) % 7
    part = np.searchsorted(HOURS_OF_DAY, local % 24)
    return np.column_stack(
        [
            np.full(len(hours), LEVEL_SPREAD),
            *(numbers["weekday_spread"] * (weekday == day) for day in range(7)),
            *(numbers["hour_spread"] * (part == third) for third in range(3)),
            numbers["unusual_spread"] * _unusual(local % 24),
        ]
    )


def reports(exposures: Sequence[Doses], hours: Floats, numbers: Numbers) -> Floats:
    """Daily values at the check-ins they were reported with (T, N), scaled by their spread.

    Args:
        exposures: the candidates; only daily values that mostly come with a check-in count.
        hours: (T,) check-in times.
        numbers: the part's numbers.
    """
    found = [_reported(each, hours) for each in exposures if is_reported(each, hours)]
    return numbers["report_spread"] * np.column_stack([np.zeros((len(hours), 0)), *found])


def is_reported(each: Doses, hours: Floats) -> bool:
    """Whether an exposure is a daily value that mostly comes in the same report as the outcome.

    Args:
        each: the exposure.
        hours: (T,) check-in times.
    """
    return each.is_daily and float(_nearest(hours, each.hours)[1].mean()) >= REPORTED_SHARE


def _reported(each: Doses, hours: Floats) -> Floats:
    nearest, together = _nearest(each.hours, hours)
    return np.where(together, each.amounts[nearest], 0.0)


def _nearest(among: Floats, hours: Floats) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """For each of `hours` the place of the nearest of `among`, and whether it belongs to the same report."""
    after = np.clip(np.searchsorted(among, hours), 0, len(among) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(among[after] - hours) < np.abs(among[before] - hours), after, before)
    return nearest, np.abs(among[nearest] - hours) <= SAME_REPORT_HOURS


def _unusual(clock: Floats) -> NDArray[np.bool_]:
    """Whether each hour of the day is one at which the person hardly ever checks in."""
    inside = np.sort(clock)
    around = np.concatenate([inside - 24, inside, inside + 24])
    near = np.diff(np.searchsorted(around, [clock - NEAR_HOURS, clock + NEAR_HOURS]), axis=0)[0]
    return np.asarray(near < UNUSUAL_SHARE * len(clock))


def _waves(hours: Floats) -> Floats:
    """A line and cosines over the diary, higher ones smaller."""
    span = float(hours[-1] - hours[0]) or 1.0
    place = (hours - hours[0]) / span
    count = int(min(MOST_WAVES, max(1, round(span / 24 / DAYS_PER_WAVE))))
    cosines = [np.cos(np.pi * wave * place) / wave for wave in range(1, count + 2)]
    return np.column_stack([2 * place - 1, *cosines])

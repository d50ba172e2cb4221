"""Why no trigger can be named: too little, too steady, only the bad days, or a medicine that changed half-way."""

from __future__ import annotations

import numpy as np

from flarepath.sources import Numbers
from flarepath.triggers.doses import Doses, Record, Series

BAD_POINTS = 2.0
"""A check-in this high is one of a bad day."""

GOOD_SHARE = 0.1
"""With fewer good check-ins than this, on few of the days, only the bad days were written down."""

LOGGED_SHARE = 0.5
"""A diary that has check-ins on fewer of its days may have left out the good ones."""

APART_DAYS = 14.0
"""A medicine's time and the time without it must each last so long to be a change."""

HARDLY_SHARE = 0.1
"""A medicine is hardly taken where fewer of the days than this have it."""


def too_little(series: Series, days: int, numbers: Numbers) -> str:
    """Why an outcome cannot be looked into at all; empty where it can.

    Args:
        series: the outcome.
        days: how long the diary is.
        numbers: the part's numbers.
    """
    need, have = int(numbers["least_checkins"]), len(series.points)
    if have < need:
        return f"{have} check-ins so far; at least {need} are needed."
    if days < numbers["least_days"]:
        return f"The diary spans {days} days so far; at least {int(numbers['least_days'])} are needed."
    if np.ptp(series.points) == 0:
        return f"Every check-in says {series.points[0]:g}; without a change nothing can be compared."
    return ""


def unfair(series: Series, record: Record, numbers: Numbers) -> str:
    """Why what the numbers say would mislead; empty where it would not.

    Args:
        series: the outcome.
        record: the whole diary.
        numbers: the part's numbers.
    """
    if _only_bad_days(series, record.days):
        return (
            "Only the bad days seem to be logged. Log the good days and the usual meals too; then they can be compared."
        )
    changed = next((each for each in record.exposures if _began_or_ended(each, series, numbers)), None)
    if changed:
        name = changed.key.partition(":")[2] or "a medicine"
        return f"Medicine changed half-way ({name.replace('_', ' ')}); before and after cannot be compared fairly."
    return ""


def _only_bad_days(series: Series, days: int) -> bool:
    logged = len(np.unique(np.floor(series.hours / 24)))
    return logged < LOGGED_SHARE * days and float((series.points < BAD_POINTS).mean()) < GOOD_SHARE


def _began_or_ended(each: Doses, series: Series, numbers: Numbers) -> bool:
    """Whether a medicine was taken most days of one long stretch and hardly in the rest."""
    if each.kind.name != "medicine" or len(each.hours) < numbers["medicine_uses"]:
        return False
    first, last = series.hours[0] / 24, series.hours[-1] / 24
    taken = np.unique(np.floor(each.hours / 24))
    start, end = max(first, taken[0]), min(last, taken[-1])
    inside, outside = end - start + 1, (start - first) + (last - end)
    share = len(taken) / max(inside, 1.0)
    return bool(inside >= APART_DAYS and outside >= APART_DAYS and share >= numbers["medicine_days_share"])


def cannot_vary(each: Doses, numbers: Numbers) -> bool:
    """Whether an exposure was done too rarely, or always alike, to be judged.

    Args:
        each: the exposure.
        numbers: the part's numbers.
    """
    return len(each.hours) < numbers["least_doses"] or (each.is_daily and not each.amounts.any())

"""Lag shapes as curves over the hours after a dose, and doses as each shape counts them."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from flarepath.sources import Numbers
from flarepath.triggers.doses import Doses, Floats
from flarepath.triggers.priors import Shape

STEP_HOURS = 0.5
"""The grid on which curves are kept; between its points they are straight."""

DOSE_FORMS = ("plain", "fresh", "large", "run")
"""How a shape counts doses; the rows of `counted_doses`."""


def curve(shape: Shape, hours: Floats) -> Floats:
    """The response to one dose at each of `hours` after it; its peak is 1.

    Args:
        shape: the lag shape.
        hours: (N,) hours after the dose; before it there is none.
    """
    after = np.maximum(hours, 0.0)
    if shape.form == "decay":
        return np.where(hours >= 0, np.exp(-after / shape.hours), 0.0)
    order = shape.sharpness - 1
    share = after / shape.hours
    with np.errstate(divide="ignore"):
        rise = np.where(share > 0, np.exp(order * (np.log(share) + 1 - share)), 0.0)
    return np.where(hours >= 0, rise, 0.0)


def curve_table(shapes: tuple[Shape, ...], *, memory_days: float) -> Floats:
    """All shapes on the grid: (L, K), in steps of STEP_HOURS from 0; it ends at 0.

    Args:
        shapes: the K lag shapes.
        memory_days: what came longer ago counts nothing.
    """
    hours = np.arange(0.0, 24 * memory_days + STEP_HOURS, STEP_HOURS)
    table = np.stack([curve(shape, hours) for shape in shapes], axis=1)
    table[-1] = 0.0
    return table


def counted_doses(doses: Doses, numbers: Numbers) -> Floats:
    """The doses as each form counts them: (4, D) in the order of DOSE_FORMS.

    Args:
        doses: one exposure.
        numbers: the part's numbers.
    """
    counted = np.zeros((len(DOSE_FORMS), len(doses.hours)))
    counted[0] = doses.amounts
    if doses.is_daily:
        return counted
    counted[1] = _fresh(doses.hours, doses.amounts, numbers)
    large = doses.amounts > numbers["large_from"]
    if 2 <= large.sum() <= len(large) - 2:  # noqa: PLR2004 - a contrast needs two of each
        counted[2] = large
    counted[3] = _runs(doses.hours, numbers["run_most"])
    return counted


def _fresh(hours: Floats, amounts: Floats, numbers: Numbers) -> Floats:
    """Doses weakened by the ones before (repeated-bout effect): the n-th counts floor + (1 - floor) / (1 + memory)."""
    strengths: Floats = _fading(hours, amounts, 24 * numbers["repeat_days"])
    floor = numbers["repeat_floor"]
    return amounts * (floor + (1 - floor) / (1 + numbers["repeat_strength"] * strengths))


@njit(cache=True)
def _fading(hours: Floats, amounts: Floats, constant_hours: float) -> Floats:
    """The sum of all earlier doses at each dose, each fading with the time constant."""
    left = np.zeros(len(hours))
    for place in range(1, len(hours)):
        gap = (hours[place] - hours[place - 1]) / constant_hours
        left[place] = (left[place - 1] + min(amounts[place - 1], 2.0)) * np.exp(-gap)
    return left


def _runs(hours: Floats, most: float) -> Floats:
    """The place of each day in its run of days, counted from 0 and once a day; no doses where runs do not vary."""
    day = np.floor(hours / 24)
    place = np.zeros(len(hours))
    for now in range(1, len(hours)):
        gap = day[now] - day[now - 1]
        place[now] = place[now - 1] + 1 if gap == 1 else (place[now - 1] if gap == 0 else 0)
    place[np.diff(day, prepend=-1) == 0] = 0
    counted = np.minimum(place, most - 1)
    starts = int((place == 0).sum())
    return counted if 2 <= int((place == 1).sum()) <= starts - 2 else np.zeros(len(hours))  # noqa: PLR2004 - as above


@njit(cache=True)
def responses(
    checkin_hours: Floats,
    dose_hours: Floats,
    counted: Floats,
    forms: NDArray[np.int64],
    table: Floats,
    out: Floats,
) -> None:
    """Add up the responses to all doses at each check-in: writes `out` (T, K).

    A dose at the very moment of a check-in counts as before it.

    Args:
        checkin_hours: (T,) ascending.
        dose_hours: (D,) ascending.
        counted: (4, D) doses as each form counts them.
        forms: (K,) which form each shape counts.
        table: (L, K) curves.
        out: (T, K), zeros.
    """
    steps, shapes = table.shape
    reach = (steps - 1) * STEP_HOURS
    first = 0
    for row in range(len(checkin_hours)):
        now = checkin_hours[row]
        while first < len(dose_hours) and dose_hours[first] < now - reach:
            first += 1
        for place in range(first, len(dose_hours)):
            lag = (now - dose_hours[place]) / STEP_HOURS
            if lag < 0:
                break
            low = min(int(lag), steps - 2)
            part = lag - low
            for shape in range(shapes):
                dose = counted[forms[shape], place]
                out[row, shape] += dose * (table[low, shape] * (1 - part) + table[low + 1, shape] * part)

"""The four cells (R59) and the ladder of evidence (R60)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numba import njit
from numpy.typing import NDArray

from flarepath.sources import Numbers
from flarepath.triggers.doses import Doses, Floats, Series
from flarepath.triggers.model import Counts, Ladder, LagPoint
from flarepath.triggers.priors import DoseForm

RISE_POINTS = 2.0
"""A rise is at least this far above the person's own baseline (PRODUCT, Words: flare)."""

BASELINE_HOURS = 7 * 24.0
"""The baseline is the median of so long before."""

WINDOW_SHARE = 0.4
"""The window of a response: where its curve is at least this share of its peak."""

FINE = 2_000
"""The curve is read at so many times between its points."""

LEAST_WINDOW_HOURS = 4.0
"""No window is shorter."""

MOST_BETWEEN_HOURS = 26.0
"""Check-ins further apart do not widen a window."""


def window(points: Sequence[LagPoint], series: Series) -> tuple[float, float]:
    """From when to when after a dose the response is felt, in hours; it is wide enough for a check-in.

    Args:
        points: the lag curve.
        series: the outcome.
    """
    fine = np.linspace(points[0].hours, points[-1].hours, FINE)
    felt = np.abs(np.interp(fine, [point.hours for point in points], [point.points for point in points]))
    inside = fine[felt >= WINDOW_SHARE * felt.max()]
    between = float(np.median(np.diff(series.hours)))
    start, end = float(inside[0]), float(inside[-1])
    return start, max(end, start + min(max(between, LEAST_WINDOW_HOURS), MOST_BETWEEN_HOURS))


def counts(
    each: Doses, series: Series, felt: tuple[float, float], *, form: DoseForm = "plain", large_from: float = 1.0
) -> Counts:
    """How often a rise came with a dose and without one.

    Only doses that count are counted: of a trigger by amount the large ones, of one by days in a row those that follow
    another day, of a daily value those one standard deviation high. Doses whose window holds no check-in are not
    counted; a stretch of time without a dose is one day whose window, at the usual hour of the dose, holds check-ins
    and follows no dose.

    Args:
        each: the exposure.
        series: the outcome.
        felt: the window after a dose, in hours.
        form: how its doses count.
        large_from: the amount from which a dose is a large one, in usual doses.
    """
    hours = matching(each, form=form, large_from=large_from)
    low, high = _reaching(hours, series, felt)
    days = np.arange(np.floor(series.hours[0] / 24), np.floor(series.hours[-1] / 24) + 1) * 24
    usual = days + (np.median(each.hours % 24) if len(each.hours) else 12.0)
    near = np.abs(usual[:, None] - hours[None, :]).min(axis=1) if len(hours) else np.full(len(usual), np.inf)
    free = usual[near > max(12.0, (high - low) / 2)]
    exposed = _rises(_once_a_day(hours), series.hours, series.points, low, high)
    others = _rises(free, series.hours, series.points, low, high)
    return Counts(int(exposed.sum()), int((~exposed).sum()), int(others.sum()), int((~others).sum()))


def matching(each: Doses, *, form: DoseForm, large_from: float) -> Floats:
    """When a dose was taken that counts, in hours.

    Args:
        each: the exposure.
        form: how its doses count.
        large_from: the amount from which a dose is a large one, in usual doses.
    """
    if each.is_daily or form in ("plain", "fresh"):
        return each.taken
    if form == "large":
        return each.hours[each.amounts > large_from]
    days = np.floor(each.hours / 24)
    return each.hours[np.isin(days - 1, days)]


def _reaching(hours: Floats, series: Series, felt: tuple[float, float]) -> tuple[float, float]:
    """The window, made so wide that it holds the next check-in where it held none after any dose."""
    low, high = felt
    ends = np.searchsorted(series.hours, hours + high + 1e-6)
    holds = ends > np.searchsorted(series.hours, hours + low)
    return (low, high) if holds.any() or not len(hours) else (0.0, MOST_BETWEEN_HOURS)


def _once_a_day(hours: Floats) -> Floats:
    return hours[np.unique(np.floor(hours / 24), return_index=True)[1]]


@njit(cache=True)
def _rises(moments: Floats, hours: Floats, points: Floats, low: float, high: float) -> NDArray[np.bool_]:
    """For each moment whose window holds a check-in: whether one rose two points above the baseline before it."""
    found, used, usual = np.zeros(len(moments), np.bool_), 0, np.median(points)
    for moment in moments:
        start, end = np.searchsorted(hours, moment + low), np.searchsorted(hours, moment + high + 1e-6)
        if end > start:
            first, before = np.searchsorted(hours, moment - BASELINE_HOURS), np.searchsorted(hours, moment)
            baseline = np.median(points[first:before]) if before > first else usual
            found[used] = points[start:end].max() >= baseline + RISE_POINTS
            used += 1
    return found[:used]


def repeats(cells: Counts, *, lowers: bool) -> tuple[int, int]:
    """How often a dose was followed by what it is said to do, and how often its absence was followed by the contrary.

    Args:
        cells: the four counts.
        lowers: whether the exposure is said to lower the outcome; then times without a rise are the repeats.
    """
    if lowers:
        return cells.exposed_without, cells.unexposed_with
    return cells.exposed_with, cells.unexposed_without


def ladder(cells: Counts, probability: float, numbers: Numbers, *, lowers: bool = False) -> Ladder:
    """How far the evidence goes; no diary alone makes it `supported`.

    Args:
        cells: the four counts.
        probability: of the set.
        numbers: the part's numbers.
        lowers: whether the exposure is said to lower the outcome.
    """
    told, contrary = repeats(cells, lowers=lowers)
    if told >= numbers["likely_doses"] and contrary and probability > numbers["sure"]:
        return "likely"
    return "suspected" if told > 1 else "possible"

"""One simulated person as the arrays that other methods work on: by day with lags, or lag responses at check-ins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from flarepath.course import Outcome
from flarepath.simulate import Person
from flarepath.triggers import Shape, shipped
from flarepath.triggers.curves import DOSE_FORMS, counted_doses, curve_table, responses
from flarepath.triggers.doses import Doses, Series
from flarepath.triggers.record import record

Floats = NDArray[np.float64]

LAGS = 6
"""Daily lags 0 to 5."""

KERNELS = (("decay", 10.0), ("bump", 13.0), ("bump", 30.0), ("bump", 50.0), ("decay", 72.0))
"""The lag responses that the methods with kernels get: the form and its hours."""


@dataclass(frozen=True)
class Frame:
    """One outcome: daily pain (D,), NaN where nothing was logged; daily doses (D, E); the check-ins' own series."""

    outcome: Outcome
    keys: tuple[str, ...]
    truth: Floats
    pain: Floats
    doses: Floats
    series: Series
    exposures: tuple[Doses, ...]

    def lagged(self) -> Floats:
        """Doses of the day and the five days before, (D, E * LAGS), grouped by exposure."""
        days, many = self.doses.shape
        padded = np.vstack([np.zeros((LAGS - 1, many)), self.doses])
        return np.stack([padded[LAGS - 1 - lag : LAGS - 1 - lag + days] for lag in range(LAGS)], axis=2).reshape(
            days, -1
        )

    def kernels(self, count: int = len(KERNELS)) -> Floats:
        """Lag responses at the check-ins, (T, E * count), grouped by exposure."""
        shapes = tuple(
            Shape(f"{form}{hours}", form, hours, 4.0, "plain", {}, "ours") for form, hours in KERNELS[:count]
        )
        table = curve_table(shapes, memory_days=16)
        forms = np.full(len(shapes), DOSE_FORMS.index("plain"))
        blocks = []
        for each in self.exposures:
            block = np.zeros((len(self.series.hours), len(shapes)))
            responses(self.series.hours, each.hours, counted_doses(each, shipped().numbers), forms, table, block)
            blocks.append(block)
        return np.hstack(blocks)


def frames(person: Person) -> list[Frame]:
    """One frame for each outcome of a simulated person."""
    read = record(person.diary, priors=shipped())
    planted = {(each.outcome, each.exposure) for each in person.planted}
    first = min(each.hours[0] for each in (*read.exposures, *read.series)) // 24
    days = int(max(each.hours[-1] for each in (*read.exposures, *read.series)) // 24 - first) + 1
    doses = np.column_stack([_daily(each.hours, each.amounts, first, days) for each in read.exposures])
    keys = tuple(each.key for each in read.exposures)
    return [
        Frame(
            series.outcome,
            keys,
            np.array([(series.outcome, key) in planted for key in keys], float),
            _mean(series, first, days),
            doses,
            series,
            read.exposures,
        )
        for series in read.series
        if series.outcome in person.outcomes
    ]


def _daily(hours: Floats, amounts: Floats, first: float, days: int) -> Floats:
    return np.bincount((hours // 24 - first).astype(int), amounts, days)


def _mean(series: Series, first: float, days: int) -> Floats:
    place = (series.hours // 24 - first).astype(int)
    many = np.bincount(place, minlength=days)
    with np.errstate(invalid="ignore"):
        return np.where(many > 0, np.bincount(place, series.points, days) / np.maximum(many, 1), np.nan)

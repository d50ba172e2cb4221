"""What one typical dose does, when, and how sure that is; how a check-in splits into its parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from flarepath.triggers.design import Design
from flarepath.triggers.doses import Floats
from flarepath.triggers.draws import Draws
from flarepath.triggers.model import Estimate, LagPoint
from flarepath.triggers.refine import at_hours

LOW, HIGH = 0.05, 0.95
"""The ends of a 90 % interval."""

HOURS_SHOWN = (0, 1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36, 42, 48, 60, 72, 84, 96, 120, 144, 168)
"""The hours of a lag curve."""


def estimate(values: Floats) -> Estimate:
    """Mean and 90 % interval of draws.

    Args:
        values: (N,) draws.
    """
    low, high = np.quantile(values, (LOW, HIGH))
    return Estimate(float(values.mean()), float(low), float(high))


def drawn_effects(member: int, design: Design, draws: Draws) -> tuple[NDArray[np.int64], Floats]:
    """The lag shapes and coefficients of one exposure in the draws where it is a trigger, each (n,).

    Args:
        member: the exposure's place.
        design: the candidates.
        draws: their joint draws.
    """
    rows, places = np.nonzero(draws.columns >= 0)
    columns = draws.columns[rows, places]
    own = design.exposure[columns] == member
    return design.shape[columns[own]], draws.coefficients[rows[own], places[own]]


def lag_curve(drawn: Floats) -> tuple[LagPoint, ...]:
    """The response to one typical dose over the hours after it, with its 90 % band.

    Args:
        drawn: (N, L) drawn responses on the grid of hours.
    """
    hours = np.array(HOURS_SHOWN, float)
    shown = at_hours(drawn, hours)
    low, high = np.quantile(shown, (LOW, HIGH), axis=0)
    return tuple(
        LagPoint(float(hour), float(middle), float(least), float(most))
        for hour, middle, least, most in zip(hours, shown.mean(axis=0), low, high, strict=True)
    )


def peak_hours(points: Sequence[LagPoint]) -> float:
    """When the response is largest, in hours after the dose.

    Args:
        points: the lag curve.
    """
    return max(points, key=lambda point: abs(point.points)).hours


def pushes(members: Sequence[int], design: Design, draws: Draws, rows: slice) -> Floats:
    """What a set's members add to check-ins in every draw, (N, rows), in points.

    Args:
        members: places of exposures.
        design: the candidates.
        draws: their joint draws.
        rows: which check-ins.
    """
    counted = (draws.columns >= 0) & np.isin(design.exposure[draws.columns], members)
    values = np.where(counted, draws.coefficients, 0.0)
    return np.asarray(np.einsum("nm,nmt->nt", values, design.columns[rows].T[draws.columns]))

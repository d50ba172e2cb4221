"""All candidates as columns: the response of one outcome's check-ins to every exposure in every lag shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from flarepath.triggers.curves import DOSE_FORMS, counted_doses, curve_table, responses
from flarepath.triggers.doses import Doses, Floats
from flarepath.triggers.priors import Priors, Shape


@dataclass(frozen=True, slots=True)
class Design:
    """The candidates of the outcomes that share check-in times.

    `columns` (T, P) are responses to typical doses with coefficients in points. `exposure` and `shape` (P,) say what a
    column is; those of exposure e stand from `starts[e]` to `starts[e + 1]`. `weights` (P,) share an exposure's prior
    among its columns; they sum to 1.
    """

    exposures: tuple[Doses, ...]
    hours: Floats
    columns: Floats
    exposure: NDArray[np.int64]
    shape: NDArray[np.int64]
    starts: NDArray[np.int64]
    weights: Floats


@dataclass(frozen=True, slots=True)
class Curves:
    """The lag shapes that fit one group of kinds: places in the dictionary, dose forms, curves (L, K), weights."""

    places: NDArray[np.int64]
    forms: NDArray[np.int64]
    table: Floats
    weights: Floats


@cache
def curves_for(group: str, priors: Priors) -> Curves:
    """The lag shapes for one group of kinds.

    Args:
        group: such as `food`.
        priors: what is believed beforehand.
    """
    fitting = [(place, shape) for place, shape in enumerate(priors.shapes) if shape.weights.get(group)]
    shapes: tuple[Shape, ...] = tuple(shape for _, shape in fitting)
    return Curves(
        np.array([place for place, _ in fitting]),
        np.array([DOSE_FORMS.index(shape.dose) for shape in shapes]),
        curve_table(shapes, memory_days=priors.numbers["memory_days"]),
        np.array([shape.weights[group] for shape in shapes]),
    )


def design(exposures: Sequence[Doses], hours: Floats, priors: Priors) -> Design:
    """The candidates at the check-ins of one or more outcomes.

    Args:
        exposures: what was done, E of them.
        hours: (T,) check-in times, ascending.
        priors: what is believed beforehand.
    """
    groups = {each.kind.group for each in exposures}
    curves = {group: curves_for(group, priors) for group in groups}
    width = sum(len(curves[each.kind.group].places) for each in exposures)
    columns = np.zeros((len(hours), width))
    exposure, shape = np.empty(width, np.int64), np.empty(width, np.int64)
    weights, starts, end = np.empty(width), [0], 0
    for place, each in enumerate(exposures):
        fit = curves[each.kind.group]
        block = np.zeros((len(hours), len(fit.places)))
        responses(hours, each.hours, counted_doses(each, priors.numbers), fit.forms, fit.table, block)
        varies = block.any(axis=0)
        start, end = end, end + int(varies.sum())
        columns[:, start:end] = block if varies.all() else block[:, varies]
        exposure[start:end], shape[start:end] = place, fit.places[varies]
        weights[start:end] = fit.weights[varies] / fit.weights[varies].sum() if end > start else 0.0
        starts.append(end)
    return Design(
        tuple(exposures),
        hours,
        np.ascontiguousarray(columns[:, :end]),
        exposure[:end],
        shape[:end],
        np.array(starts),
        weights[:end],
    )

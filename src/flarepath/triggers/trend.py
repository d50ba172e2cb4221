"""How far an outcome has moved over a period: an interrupted series under the noise of check-ins.

The level before the period is one height; from its beginning on a straight line leads to its end. Neighbouring
check-ins share their wandering, so they are not independent, and a mean of before against a mean of after would be far
too sure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from flarepath.quantities import NRS_MOST
from flarepath.sources import Numbers
from flarepath.triggers.doses import Floats
from flarepath.triggers.evidence import noise_fits, whiten
from flarepath.triggers.noise import GRID
from flarepath.triggers.nuisance import usual
from flarepath.triggers.priors import NUMBERS
from flarepath.triggers.record import USUAL_SPREAD

NINETY = 1.645
"""Half a 90 % interval, in standard deviations."""


@dataclass(frozen=True, slots=True)
class Trend:
    """The level at the beginning of a period and the change until its end with its 90 % interval, from N values."""

    before: float
    change: float
    low: float
    high: float
    values: int


def trend(times: list[datetime], points: list[float], *, since: datetime, numbers: Numbers = NUMBERS) -> Trend | None:
    """The change over a period, averaged over every noise of the grid; None with too few values or none that differ.

    Args:
        times: of the values, aware, ascending; those before the period tell the level before it.
        points: the values.
        since: where the period begins.
        numbers: the part's numbers.
    """
    hours = np.array([time.timestamp() / 3600 for time in times])
    values = np.array(points, float)
    start = since.timestamp() / 3600
    if (hours >= start).sum() < numbers["least_checkins"] or not np.ptp(values):
        return None
    begin = max(start, float(hours[0]))
    ramp = np.clip((hours - begin) / max(float(hours[-1]) - begin, 1.0), 0, 1)
    offset = times[-1].utcoffset()
    others = usual(hours, offset_hours=offset.total_seconds() / 3600 if offset else 0.0, numbers=numbers)
    # Brought to the spread of a usual pain about nought, so that the nuisance's spreads fit any unit.
    middle, scale = float(np.median(values)), float(values.std()) / USUAL_SPREAD
    found = _averaged(hours, (values - middle) / scale, ramp, others, temper=numbers["temper"])
    before, change, low, high = (scale * each for each in found)
    return Trend(middle + before, change, low, high, len(values))


def _averaged(
    hours: Floats, values: Floats, ramp: Floats, others: Floats, *, temper: float
) -> tuple[float, float, float, float]:
    """Level before, change, and its 90 % interval, as the mixture over noises."""
    both = np.column_stack([others, NRS_MOST * ramp])
    fits, means, variances = [], [], []
    for noise in GRID:
        fit, variance = noise_fits(noise, hours, values[:, None], both, scale=1.0)
        kept = whiten(noise, hours, ramp[:, None], others, scale=float(variance[0]), temper=temper)
        weight, (scores, _) = float(kept.weights[0]), kept.scores(values[:, None])
        fits.append(float(fit[0]))
        means.append(float(scores[0, 0]) / weight)
        variances.append(float(variance[0]) / weight)
    shares = np.exp(np.array(fits) - max(fits))
    shares /= shares.sum()
    mean = float(shares @ means)
    spread = float(np.sqrt(shares @ (np.array(variances) + (np.array(means) - mean) ** 2)))
    before = float(np.median(values - mean * ramp))
    return before, mean, mean - NINETY * spread, mean + NINETY * spread

"""The noise of check-ins: a slow wandering (Ornstein-Uhlenbeck) plus a report error, at the real times.

Neighbouring check-ins share the wandering part, so they are not independent evidence. Kalman innovations turn them
into independent ones of variance 1 (times the overall scale), in one pass over the check-ins.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numba import njit

from flarepath.triggers.doses import Floats

TIME_CONSTANTS_HOURS = (6.0, 14.0, 30.0, 64.0, 140.0)
"""How long the wandering part remembers."""

REPORT_SHARES = (0.05, 0.15, 0.3, 0.5, 0.75, 0.95)
"""The share of the variance that is report error."""


LEAST_VARIANCE = 0.1
"""No report is more exact than about a third of a point: whole numbers, and what people remember."""


@dataclass(frozen=True, slots=True)
class Noise:
    """One noise: the wandering part's time constant and the report error's share of the variance."""

    constant_hours: float
    report_share: float

    def neighbours(self) -> tuple[Noise, ...]:
        """The noises of the grid next to this one, itself among them."""
        constant = TIME_CONSTANTS_HOURS.index(self.constant_hours)
        share = REPORT_SHARES.index(self.report_share)
        near = product(
            TIME_CONSTANTS_HOURS[max(0, constant - 1) : constant + 2], REPORT_SHARES[max(0, share - 1) : share + 2]
        )
        return tuple(Noise(*each) for each in near)


COARSE = tuple(Noise(constant, share) for constant, share in product(TIME_CONSTANTS_HOURS[::2], REPORT_SHARES[1::2]))
"""A coarse grid that every noise is next to, for a first look."""

GRID = tuple(Noise(constant, share) for constant, share in product(TIME_CONSTANTS_HOURS, REPORT_SHARES))
"""The noises that are compared and averaged over."""


def whitened(noise: Noise, hours: Floats, columns: Floats) -> tuple[Floats, float]:
    """The columns as independent innovations of unit variance, and half the log determinant of their covariance.

    Args:
        noise: the noise's form; its scale is 1.
        hours: (T,) ascending.
        columns: (T, N), one series a column.
    """
    gains, fades, scales = _filter(hours, noise.constant_hours, noise.report_share)
    return _innovations(np.ascontiguousarray(columns), gains, fades, scales), float(-np.log(scales).sum())


@njit(cache=True)
def _filter(hours: Floats, constant: float, share: float) -> tuple[Floats, Floats, Floats]:
    """Kalman gains, fading factors and one over the innovations' standard deviations, each (T,)."""
    count = len(hours)
    gains, fades, scales = np.empty(count), np.empty(count), np.empty(count)
    wander = 1.0 - share
    variance = wander
    for place in range(count):
        fade = np.exp(-(hours[place] - hours[place - 1]) / constant) if place else 0.0
        if place:
            variance = wander + fade * fade * (variance - wander)
        total = variance + share
        gains[place], fades[place], scales[place] = variance / total, fade, 1.0 / np.sqrt(total)
        variance *= share / total
    return gains, fades, scales


@njit(cache=True, fastmath=True)
def _innovations(columns: Floats, gains: Floats, fades: Floats, scales: Floats) -> Floats:
    rows, width = columns.shape
    out = np.empty((rows, width))
    state = np.zeros(width)
    for row in range(rows):
        gain, fade, scale = gains[row], fades[row], scales[row]
        for column in range(width):
            expected = fade * state[column]
            surprise = columns[row, column] - expected
            state[column] = expected + gain * surprise
            out[row, column] = surprise * scale
    return out

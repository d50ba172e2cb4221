"""Pain that cannot fall below zero: what stands behind a 0 is drawn, not filled in.

A 0 on the scale says "half a step or less". Where many check-ins are 0, taking them as exact zeros hides what eases and
shrinks what hurts. So the value behind each 0 is drawn from its distribution given everything else (data augmentation,
Tanner & Wong 1987), anew before every block of the sampler's draws; one filled-in guess would be over-confident.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from flarepath.triggers.doses import Floats
from flarepath.triggers.noise import Noise

FLOOR_POINTS = 0.5
"""What lies below this is reported as 0, on a scale of whole points."""

ROUNDS = 3
"""How often the wandering part and the values behind the zeros are drawn in turn."""


def behind_zeros(
    points: Floats, hours: Floats, mean: Floats, noise: Noise, variance: float, generator: np.random.Generator
) -> Floats:
    """The outcome with every 0 replaced by a draw of what stands behind it, (T,).

    Args:
        points: (T,) the outcome, or an earlier draw of what stands behind it.
        hours: (T,) check-in times.
        mean: (T,) what the model expects without noise.
        noise: its form.
        variance: its variance.
        generator: of chance.
    """
    is_zero = points <= FLOOR_POINTS
    report = np.sqrt(variance * noise.report_share)
    drawn = np.where(is_zero, np.minimum(points, FLOOR_POINTS), points)
    for _ in range(ROUNDS):
        wander = _wander(
            drawn - mean,
            hours,
            noise.constant_hours,
            variance,
            noise.report_share,
            generator.standard_normal(len(hours)),
        )
        middle = (mean + wander)[is_zero]
        drawn[is_zero] = _below(middle, report, generator.random(int(is_zero.sum())))
    return drawn


def _below(middle: Floats, spread: float, chance: Floats) -> Floats:
    """Draws of a normal that lies below the floor."""
    most = ndtr((FLOOR_POINTS - middle) / spread)
    share = np.clip(chance * most, 1e-12, 1.0)
    return np.asarray(np.minimum(middle + spread * ndtri(share), FLOOR_POINTS))


@njit(cache=True)
def _wander(
    rest: Floats, hours: Floats, constant: float, variance: float, share: float, chance: Floats
) -> NDArray[np.float64]:
    """Draw the wandering part given what is left of the check-ins: filter forwards, sample backwards."""
    count = len(hours)
    means, spreads, fades = np.empty(count), np.empty(count), np.empty(count)
    own, report = variance * (1 - share), variance * share
    mean, spread = 0.0, own
    for place in range(count):
        fade = np.exp(-(hours[place] - hours[place - 1]) / constant) if place else 0.0
        if place:
            mean, spread = fade * mean, own + fade * fade * (spread - own)
        gain = spread / (spread + report)
        mean, spread = mean + gain * (rest[place] - mean), spread * (1 - gain)
        means[place], spreads[place], fades[place] = mean, spread, fade
    drawn = np.empty(count)
    drawn[-1] = means[-1] + np.sqrt(spreads[-1]) * chance[-1]
    for place in range(count - 2, -1, -1):
        fade = fades[place + 1]
        expected = fade * fade * spreads[place] + own * (1 - fade * fade)
        gain = fade * spreads[place] / max(expected, 1e-12)
        mean = means[place] + gain * (drawn[place + 1] - fade * means[place])
        drawn[place] = mean + np.sqrt(max(spreads[place] - gain * fade * spreads[place], 0.0)) * chance[place]
    return drawn

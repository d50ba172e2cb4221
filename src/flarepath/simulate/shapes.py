"""How a dose acts over time: shapes drawn from continuous families, each with a peak of exactly 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from flarepath.simulate.calendar import QUARTERS_AN_HOUR

Curve = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """Where the peak of a kind of effect may lie, in hours, and how narrow its shape may be."""

    peak_hours: tuple[float, float]
    delay_share: tuple[float, float]
    gamma: tuple[float, float]
    lognormal: tuple[float, float]
    bump: tuple[float, float]
    ends_hours: float


MECHANISMS: Final = {
    "soreness": Mechanism((24, 72), (0, 0.3), (2, 6), (0.3, 0.6), (0.4, 0.8), 240),
    "mechanical": Mechanism((2, 8), (0, 0.3), (0.7, 1.5), (0.7, 1), (1.2, 2.5), 30),
    "food": Mechanism((2, 40), (0, 0.4), (0.8, 2.5), (0.5, 0.9), (0.6, 1.6), 110),
    "slow": Mechanism((6, 36), (0, 0.2), (1, 3), (0.5, 0.9), (0.5, 1.5), 336),
    "daily": Mechanism((3, 20), (0, 0.2), (1, 3), (0.4, 0.8), (0.5, 1.2), 96),
    "relief": Mechanism((2, 12), (0, 0.2), (0.7, 2), (0.7, 1), (1, 2.5), 60),
}
"""Kinds of effect (all `ours`): the families never match a grid of kernels, whatever that grid is."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One lag curve: `values` at every quarter hour after the dose, 1 at the peak."""

    mechanism: str
    family: str
    peak_hours: float
    values: Curve

    @property
    def name(self) -> str:
        """The mechanism and the family."""
        return f"{self.mechanism} {self.family}"


def shape(mechanism: str, draw: Generator) -> Shape:
    """A random shape of that mechanism.

    Args:
        mechanism: a key of MECHANISMS.
        draw: where chance comes from.
    """
    drawn = MECHANISMS[mechanism]
    low, high = np.log(drawn.peak_hours)
    # The peak lies on a whole quarter hour, so that its height is exactly 1 where it is looked up.
    peak = max(1, round(float(np.exp(draw.uniform(low, high))) * QUARTERS_AN_HOUR)) / QUARTERS_AN_HOUR
    delay = peak * draw.uniform(*drawn.delay_share)
    family = str(draw.choice(list(_FAMILIES)))
    width = float(draw.uniform(*getattr(drawn, family)))
    hours = np.arange(0, drawn.ends_hours, 1 / QUARTERS_AN_HOUR)
    after = np.maximum(hours - delay, 1e-9) / (peak - delay)  # 1 at the peak
    values = np.where(hours > delay, _FAMILIES[family](after, width) * _fades(hours), 0.0)
    return Shape(mechanism, family, peak, values / values.max())


def _fades(hours: Curve) -> Curve:
    """1, and over the last tenth down to 0, so that no effect ends with a step."""
    return np.asarray(np.minimum(1.0, (hours[-1] - hours) / (0.1 * hours[-1])))


def _gamma(after: Curve, narrow: float) -> Curve:
    return np.asarray(np.exp(narrow * (np.log(after) + 1 - after)))


def _lognormal(after: Curve, width: float) -> Curve:
    return np.asarray(np.exp(-((np.log(after) / width) ** 2) / 2))


def _bump(after: Curve, width: float) -> Curve:
    """Two halves of a bell, the rise a third and the fall `width` of the way to the peak."""
    return np.asarray(np.exp(-(((after - 1) / np.where(after < 1, 1 / 3, width)) ** 2) / 2))


_FAMILIES: Final[dict[str, Callable[[Curve, float], Curve]]] = {
    "gamma": _gamma,
    "lognormal": _lognormal,
    "bump": _bump,
}

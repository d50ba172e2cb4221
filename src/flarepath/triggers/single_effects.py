"""The instant answer: a sum of single effects (SuSiE), each of at most one exposure in one lag shape.

Each effect has a null mass, a fixed mixture of effect sizes with a likely sign, and a prior by kind and lag shape; the
variances of the sizes are never fitted. Source: Wang et al. 2020 (susie).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p

import numpy as np
from numba import njit
from numpy.typing import NDArray

from flarepath.triggers.doses import Floats
from flarepath.triggers.noise import LEAST_VARIANCE

EFFECTS = 6
"""No outcome is given more than this many triggers at once."""

ROUNDS = 12
"""The most rounds over all effects."""

LEAST_ALPHA = 1e-3
"""A column less likely than this adds nothing to what is fitted."""


SETTLED = 2e-3
"""Rounds end when no probability moves by more."""


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What is believed of P columns: `odds` (P,), and S effect sizes each: `means`, `spreads`, `shares` (P, S)."""

    odds: Floats
    means: Floats
    spreads: Floats
    shares: Floats

    @property
    def sizes(self) -> tuple[Floats, Floats, Floats]:
        """Means, spreads and shares of the effect sizes."""
        return self.means, self.spreads, self.shares

    def of(self, columns: NDArray[np.intp]) -> Beliefs:
        """The beliefs of some of the columns.

        Args:
            columns: their places (C,).
        """
        return Beliefs(self.odds[columns], self.means[columns], self.spreads[columns], self.shares[columns])


@njit(cache=True, fastmath=True)
def log_factor(score: float, weight: float, mean: float, spread: float) -> float:
    """The log Bayes factor of one column with a normal effect size against no effect.

    Args:
        score: the column's remaining X'y over the noise's variance.
        weight: its remaining X'X over the noise's variance.
        mean: the size's mean, in points.
        spread: the size's standard deviation, in points.
    """
    variance = spread * spread
    pull = score + mean / variance
    gained = pull * pull / (weight + 1.0 / variance) - mean * mean / variance
    return 0.5 * (gained - log1p(variance * weight))


@njit(cache=True, fastmath=True)
def factors(scores: Floats, weights: Floats, means: Floats, spreads: Floats, shares: Floats) -> Floats:
    """The Bayes factor of every column by itself (P,).

    Args:
        scores: (P,) X'y over the noise's variance.
        weights: (P,) X'X over the noise's variance.
        means: (P, S) of effect sizes.
        spreads: (P, S) of effect sizes.
        shares: (P, S) of effect sizes.
    """
    found = np.zeros(len(scores))
    for column in range(len(scores)):
        for each in range(means.shape[1]):
            power = log_factor(scores[column], weights[column], means[column, each], spreads[column, each])
            found[column] += shares[column, each] * np.exp(min(power, 600.0))
    return found


@njit(cache=True, fastmath=True)
def single_effects(  # noqa: PLR0913, PLR0917 - compiled code takes plain arrays
    gram: Floats,
    scores: Floats,
    squares: float,
    checkins: float,
    odds: Floats,
    means: Floats,
    spreads: Floats,
    shares: Floats,
    variance: float,
) -> tuple[Floats, Floats, float]:
    """Fit one outcome.

    Args:
        gram: (P, P) X'X.
        scores: (P,) X'y.
        squares: y'y.
        checkins: how many check-ins, times the power of the likelihood.
        odds: (P,) prior odds.
        means: (P, S) of effect sizes.
        spreads: (P, S) of effect sizes.
        shares: (P, S) of effect sizes.
        variance: a first guess of the noise's variance.

    Returns:
        Probabilities (EFFECTS, P) of each column being that effect, its mean size (EFFECTS, P), the noise's variance.
    """
    count, sizes = means.shape
    alpha, size = np.zeros((EFFECTS, count)), np.zeros((EFFECTS, count))
    power = np.zeros(count)
    fitted = np.zeros(count)
    gone = np.zeros((EFFECTS, count))
    # The first effect is there if at least one trigger is, the second if at least two are: effects that were all alike
    # would split one signal among them.
    expected = max(odds.sum(), 1e-9)
    at_least, term = np.zeros(EFFECTS), np.exp(-expected)
    below = term
    for effect in range(EFFECTS):
        at_least[effect] = max(1.0 - below, 1e-9)
        term *= expected / (effect + 1)
        below += term
    for _ in range(ROUNDS):
        moved = 0.0
        for effect in range(EFFECTS):
            share = at_least[effect] / expected
            total = 1.0 - at_least[effect]
            for column in range(count):
                power[column] = 0.0
                weight = gram[column, column] / variance
                score = (scores[column] - fitted[column] + gone[effect, column]) / variance
                if score * score < 0.5 * weight:
                    continue
                likely, middle = 0.0, 0.0
                for each in range(sizes):
                    mean, spread = means[column, each], spreads[column, each]
                    factor = shares[column, each] * np.exp(min(log_factor(score, weight, mean, spread), 600.0))
                    precision = weight + 1.0 / (spread * spread)
                    likely += factor
                    middle += factor * (score + mean / (spread * spread)) / precision
                power[column] = share * odds[column] * likely
                size[effect, column] = middle / likely if likely > 0 else 0.0
                total += power[column]
            fitted -= gone[effect]
            gone[effect] = 0.0
            for column in range(count):
                now = power[column] / total
                moved = max(moved, abs(now - alpha[effect, column]))
                alpha[effect, column] = now
                if now > LEAST_ALPHA:
                    gone[effect] += now * size[effect, column] * gram[column]
            fitted += gone[effect]
        variance = _variance(gram, scores, squares, checkins, alpha, size)
        if moved < SETTLED:
            break
    return alpha, size, variance


@njit(cache=True, fastmath=True)
def _variance(gram, scores, squares, checkins, alpha, size):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """The noise's variance given the effects, their uncertainty included."""
    parts = alpha * size
    mean, rest = parts.sum(axis=0), squares
    rest += mean @ gram @ mean - 2 * mean @ scores
    for effect in range(len(alpha)):
        rest -= parts[effect] @ gram @ parts[effect]
        for column in range(len(scores)):
            rest += parts[effect, column] * size[effect, column] * gram[column, column]
    return max(rest / checkins, LEAST_VARIANCE)

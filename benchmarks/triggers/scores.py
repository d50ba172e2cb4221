"""Scores of trigger finding over many people: pure functions on arrays of probabilities or scores and the truth."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

Floats = NDArray[np.float64]

BINS = (0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 1.0 + 1e-9)
"""The bins of METHOD's reliability table."""


def average_precision(scores: Floats, truth: Floats) -> float:
    """The mean, over true cells, of the precision at their rank; ties count against the method.

    Example:
        >>> average_precision(np.array([3.0, 2.0, 1.0]), np.array([1.0, 0.0, 1.0])).__round__(3)
        0.833
    """
    order = np.lexsort((truth, -scores))
    hits = truth[order]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits > 0].mean())


def calibration_error(probabilities: Floats, truth: Floats) -> float:
    """The mean distance of probability and observed share over BINS, weighted by how many cells a bin holds.

    Example:
        >>> calibration_error(np.array([0.3, 0.3]), np.array([0.0, 1.0])).__round__(2)
        0.2
    """
    place = np.digitize(probabilities, BINS)
    gaps = [abs(probabilities[place == each].sum() - truth[place == each].sum()) for each in np.unique(place)]
    return float(sum(gaps) / len(truth))


def log_loss(probabilities: Floats, truth: Floats) -> float:
    """The mean surprise per cell, times 1000; probabilities are kept a millionth from 0 and 1.

    Example:
        >>> log_loss(np.array([0.5]), np.array([1.0])).__round__(1)
        693.1
    """
    kept = np.clip(probabilities, 1e-6, 1 - 1e-6)
    return float(-1000 * np.mean(truth * np.log(kept) + (1 - truth) * np.log1p(-kept)))


def reliability(probabilities: Floats, truth: Floats) -> list[tuple[float, float, int]]:
    """For each bin that holds any cell: mean probability, observed share, number of cells."""
    place = np.digitize(probabilities, BINS)
    return [
        (float(probabilities[place == each].mean()), float(truth[place == each].mean()), int((place == each).sum()))
        for each in np.unique(place)
    ]


def upper_bound(hits: int, of: int) -> float:
    """The exact one-sided 95 % upper bound of a share (Clopper-Pearson).

    Example:
        >>> upper_bound(0, 59).__round__(3)
        0.05
    """
    return 1.0 if hits >= of else float(beta.ppf(0.95, hits + 1, of - hits))


def bootstrap(people: NDArray[np.int64], statistic: object, *, draws: int = 400, seed: int = 0) -> tuple[float, float]:
    """The 95 % interval of a statistic when people are drawn anew; `statistic` takes places of cells."""
    rng, names = np.random.default_rng(seed), np.unique(people)
    cells = {name: np.flatnonzero(people == name) for name in names}
    drawn = [
        statistic(np.concatenate([cells[name] for name in rng.choice(names, len(names))]))  # type: ignore[operator]
        for _ in range(draws)
    ]
    return float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))

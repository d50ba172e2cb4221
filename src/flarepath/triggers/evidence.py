"""Check-ins and candidates under one noise: whitened, with the nuisance averaged out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular
from scipy.linalg.blas import dsyrk

from flarepath.triggers.doses import Floats
from flarepath.triggers.noise import LEAST_VARIANCE, Noise, whitened


@dataclass(frozen=True, slots=True)
class Whitened:
    """Candidates (T, P) as independent rows of unit variance, and how much of each the nuisance can take, (Q, P).

    `others` (T, Q) is the whitened nuisance, `lower` (Q, Q) the Cholesky factor that averages it out. All sums are
    multiplied by `temper`, the power of the likelihood.
    """

    noise: Noise
    hours: Floats
    columns: Floats
    shared: Floats
    others: Floats
    lower: Floats
    logdet: float
    temper: float = 1.0

    @property
    def weights(self) -> Floats:
        """X'X of every candidate by itself (P,)."""
        own, shared = np.einsum("tp,tp->p", self.columns, self.columns), np.einsum("qp,qp->p", self.shared, self.shared)
        return np.asarray(self.temper * (own - shared))

    def gram(self, chosen: NDArray[np.intp]) -> Floats:
        """X'X of the chosen candidates (C, C).

        Args:
            chosen: their places (C,).
        """
        shared = self.shared[:, chosen]
        return self.temper * (crossed(self.columns[:, chosen]) - shared.T @ shared)

    def scores(self, points: Floats) -> tuple[Floats, Floats]:
        """X'y of every candidate (P, R), and y'y (R,).

        Args:
            points: (T, R) outcomes.
        """
        outcomes, _ = whitened(self.noise, self.hours, points)
        taken = solve_triangular(self.lower, self.others.T @ outcomes, lower=True)
        scores, squares = self.columns.T @ outcomes - self.shared.T @ taken, (outcomes**2).sum(axis=0)
        return self.temper * scores, self.temper * (squares - (taken**2).sum(axis=0))

    def drawn_nuisance(self, points: Floats, variance: float, generator: np.random.Generator) -> Floats:
        """A draw of the nuisance's coefficients (Q,) given one outcome without its triggers.

        Args:
            points: (T,) the outcome.
            variance: the noise's variance.
            generator: of chance.
        """
        rest, _ = whitened(self.noise, self.hours, points[:, None])
        half = solve_triangular(self.lower, self.others.T @ rest[:, 0], lower=True)
        half += np.sqrt(variance) * generator.standard_normal(len(half))
        return np.asarray(solve_triangular(self.lower, half, lower=True, trans="T"))


def whiten(
    noise: Noise, hours: Floats, columns: Floats, others: Floats, *, scale: float, temper: float = 1.0
) -> Whitened:
    """The candidates under one noise.

    Args:
        noise: the noise's form.
        hours: (T,) check-in times.
        columns: (T, P) candidates.
        others: (T, Q) nuisance columns, whose coefficients have variance 1.
        scale: the noise's variance, which the nuisance is weighed against.
        temper: the power of the likelihood.
    """
    kept, logdet = whitened(noise, hours, columns)
    nuisance, _ = whitened(noise, hours, others)
    lower = np.asarray(np.linalg.cholesky(nuisance.T @ nuisance + scale * np.eye(nuisance.shape[1])), float)
    shared = solve_triangular(lower, nuisance.T @ kept, lower=True)
    whole = logdet + float(np.log(np.diag(lower)).sum()) - 0.5 * len(lower) * float(np.log(scale))
    return Whitened(noise, hours, kept, shared, nuisance, lower, temper * whole, temper)


def crossed(columns: Floats) -> Floats:
    """X'X, at half the work of a plain product.

    Args:
        columns: (T, P).
    """
    if not columns.shape[1]:
        return np.zeros((0, 0))
    upper = dsyrk(1.0, np.ascontiguousarray(columns).T)
    return np.asarray(np.triu(upper) + np.triu(upper, 1).T)


def noise_fits(noise: Noise, hours: Floats, points: Floats, others: Floats, *, scale: float) -> tuple[Floats, Floats]:
    """How well one noise fits outcomes without triggers: log likelihood and variance, each (R,).

    Args:
        noise: the noise's form.
        hours: (T,) check-in times.
        points: (T, R) outcomes.
        others: (T, Q) nuisance columns.
        scale: a first guess of the noise's variance.
    """
    both, logdet = whitened(noise, hours, np.hstack([points, others]))
    outcomes, others = both[:, : points.shape[1]], both[:, points.shape[1] :]
    lower = np.linalg.cholesky(others.T @ others + scale * np.eye(others.shape[1]))
    taken = solve_triangular(lower, others.T @ outcomes, lower=True)
    variances = np.maximum(((outcomes**2).sum(axis=0) - (taken**2).sum(axis=0)) / len(hours), LEAST_VARIANCE)
    whole = logdet + np.log(np.diag(lower)).sum() - 0.5 * len(lower) * np.log(scale)
    return -0.5 * len(hours) * np.log(variances) - whole, variances

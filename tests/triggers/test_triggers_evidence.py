"""Whitened candidates with the nuisance averaged out, against dense matrices."""

import numpy as np
import pytest

from flarepath.triggers.evidence import crossed, noise_fits, whiten
from flarepath.triggers.noise import LEAST_VARIANCE, Noise

HOURS = np.cumsum([0, 7, 0, 24, 11, 3, 48, 24, 24, 0.5, 30, 24])
NOISE, SCALE, TEMPER = Noise(14.0, 0.15), 1.7, 0.88
RNG = np.random.default_rng(0)
X, Y, Z = (RNG.normal(size=(len(HOURS), width)) for width in (4, 2, 3))


@pytest.fixture
def exact():
    """One over the covariance of noise and nuisance, in units of the scale."""
    apart = np.abs(np.subtract.outer(HOURS, HOURS))
    noise = (1 - NOISE.report_share) * np.exp(-apart / NOISE.constant_hours) + NOISE.report_share * np.eye(len(HOURS))
    return np.linalg.inv(noise + Z @ Z.T / SCALE)


@pytest.fixture
def found():
    return whiten(NOISE, HOURS, X, Z, scale=SCALE, temper=TEMPER)


def test_the_gram_of_some_candidates_is_that_of_the_dense_covariance(found, exact):
    chosen = np.array([3, 1])
    assert found.gram(chosen) == pytest.approx(TEMPER * X[:, chosen].T @ exact @ X[:, chosen])
    assert found.weights == pytest.approx(TEMPER * np.diag(X.T @ exact @ X))


def test_scores_and_squares_are_those_of_the_dense_covariance(found, exact):
    scores, squares = found.scores(Y)
    assert scores == pytest.approx(TEMPER * X.T @ exact @ Y)
    assert squares == pytest.approx(TEMPER * np.diag(Y.T @ exact @ Y))


def test_the_log_determinant_is_that_of_the_dense_covariance(found, exact):
    assert found.logdet == pytest.approx(-0.5 * TEMPER * np.linalg.slogdet(exact)[1])


def test_the_best_variance_is_the_mean_of_the_squares(exact):
    _, variances = noise_fits(NOISE, HOURS, Y, Z, scale=SCALE)
    assert variances == pytest.approx(np.diag(Y.T @ exact @ Y) / len(HOURS))


def test_no_noise_is_thought_more_exact_than_reports_are():
    assert noise_fits(NOISE, HOURS, 1e-6 * Y, Z, scale=SCALE)[1] == pytest.approx([LEAST_VARIANCE] * 2)


def test_the_noise_that_made_the_check_ins_fits_them_best():
    rng, hours = np.random.default_rng(1), 12.0 * np.arange(600)
    slow = 0.9 * np.exp(-np.abs(np.subtract.outer(hours, hours)) / 140) + 0.1 * np.eye(600)
    points = np.linalg.cholesky(slow) @ rng.normal(size=(600, 1))
    likely, unlikely = (
        noise_fits(noise, hours, points, np.ones((600, 1)), scale=1.0)[0][0]
        for noise in (Noise(140.0, 0.15), Noise(6.0, 0.15))
    )
    assert likely > unlikely + 20


def test_the_nuisance_is_drawn_from_its_own_posterior(found):
    rng, apart = np.random.default_rng(2), np.abs(np.subtract.outer(HOURS, HOURS))
    noise = (1 - NOISE.report_share) * np.exp(-apart / NOISE.constant_hours) + NOISE.report_share * np.eye(len(HOURS))
    precision = Z.T @ np.linalg.solve(noise, Z) / SCALE + np.eye(3)
    mean = np.linalg.solve(precision, Z.T @ np.linalg.solve(noise, Y[:, 0])) / SCALE
    draws = np.array([found.drawn_nuisance(Y[:, 0], SCALE, rng) for _ in range(8000)])
    assert draws.mean(axis=0) == pytest.approx(mean, abs=0.05)
    assert np.cov(draws.T) == pytest.approx(np.linalg.inv(precision), abs=0.05)


@pytest.mark.parametrize("width", [0, 1, 5])
def test_a_crossed_product_is_the_plain_one(width):
    columns = np.random.default_rng(3).normal(size=(9, width))
    assert crossed(columns) == pytest.approx(columns.T @ columns)

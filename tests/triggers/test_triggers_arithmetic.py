"""The arithmetic behind an answer, against independent computations."""

from itertools import product

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import multivariate_normal, norm

from flarepath.triggers.curves import DOSE_FORMS, STEP_HOURS, counted_doses, curve, curve_table, responses
from flarepath.triggers.doses import Doses
from flarepath.triggers.evidence import noise_fits, whiten
from flarepath.triggers.floor import FLOOR_POINTS, behind_zeros
from flarepath.triggers.noise import COARSE, GRID, Noise, whitened
from flarepath.triggers.priors import shipped
from flarepath.triggers.sampler import Model, chain, sample
from flarepath.triggers.single_effects import log_factor, single_effects

HOURS = np.cumsum([0, 12, 12, 9.5, 30, 0.0, 3, 50, 12, 12])
WANDER = Noise(30.0, 0.3)


def covariance(noise, hours):
    """The dense covariance of the check-ins."""
    apart = np.abs(np.subtract.outer(hours, hours))
    wander = (1 - noise.report_share) * np.exp(-apart / noise.constant_hours)
    return wander + noise.report_share * np.eye(len(hours))


@pytest.mark.parametrize("noise", [WANDER, Noise(6.0, 0.95), Noise(140.0, 0.05)], ids=str)
def test_whitening_is_that_of_the_dense_covariance(noise):
    columns = np.random.default_rng(0).normal(size=(len(HOURS), 3))
    dense = covariance(noise, HOURS)
    white, logdet = whitened(noise, HOURS, columns)
    assert white.T @ white == pytest.approx(columns.T @ np.linalg.solve(dense, columns))
    assert 2 * logdet == pytest.approx(np.linalg.slogdet(dense)[1])


def test_a_noise_fits_as_the_normal_density_says():
    points, others = np.random.default_rng(1).normal(size=(len(HOURS), 1)), np.ones((len(HOURS), 1))
    fits, variances = noise_fits(WANDER, HOURS, points, others, scale=1.0)
    dense = covariance(WANDER, HOURS) + np.ones((len(HOURS), len(HOURS)))
    half = 0.5 * len(HOURS)
    exact = multivariate_normal(cov=variances[0] * dense).logpdf(points[:, 0])
    assert fits[0] == pytest.approx(exact + half * (1 + np.log(2 * np.pi)))


def test_the_nuisance_is_averaged_out_and_not_projected_out():
    rng = np.random.default_rng(2)
    column, others = rng.normal(size=(len(HOURS), 1)), rng.normal(size=(len(HOURS), 2))
    dense = covariance(WANDER, HOURS) + others @ others.T / 0.7
    found = whiten(WANDER, HOURS, column, others, scale=0.7)
    assert found.weights[0] == pytest.approx(column[:, 0] @ np.linalg.solve(dense, column[:, 0]))


def test_every_noise_is_a_neighbour_of_a_coarse_one():
    assert set(GRID) == {near for noise in COARSE for near in noise.neighbours()}


@pytest.mark.parametrize(("score", "weight"), [(0.0, 0.0), (3.0, 2.0), (-4.0, 5.0), (20.0, 10.0)])
def test_a_bayes_factor_is_the_integral_over_the_effect(score, weight):
    def density(effect):
        return np.exp(score * effect - 0.5 * weight * effect**2) * norm(1.2, 0.8).pdf(effect)

    assert np.exp(log_factor(score, weight, 1.2, 0.8)) == pytest.approx(quad(density, -8, 10)[0], rel=1e-6)


@pytest.mark.parametrize("shape", shipped().shapes, ids=lambda shape: shape.name)
def test_a_lag_shape_peaks_at_one_and_ends(shape):
    hours = np.arange(0, 400, 0.05)
    drawn = curve(shape, hours)
    assert drawn.max() == pytest.approx(1.0, abs=1e-4)
    assert hours[drawn.argmax()] == pytest.approx(shape.hours if shape.form == "bump" else 0.0, abs=0.06)


def test_responses_are_the_sum_over_doses():
    shapes = shipped().shapes[:4]
    table, forms = curve_table(shapes, memory_days=16), np.array([DOSE_FORMS.index(s.dose) for s in shapes])
    doses = Doses("food:x", shipped().kinds["food"], HOURS[::2] - 1.25, np.array([1.0, 2, 1, 0.5, 1]), "dose")
    counted, out = counted_doses(doses, shipped().numbers), np.zeros((len(HOURS), 4))
    responses(HOURS, doses.hours, counted, forms, table, out)
    lags = HOURS[:, None] - doses.hours
    grid = STEP_HOURS * np.arange(len(table))
    for place, form in enumerate(forms):
        curves = np.where(lags >= 0, np.interp(lags, grid, table[:, place]), 0.0)
        assert out[:, place] == pytest.approx(curves @ counted[form])


def test_repetition_weakens_fresh_doses_and_rest_brings_them_back():
    hours = 24.0 * np.array([0, 7, 14, 21, 300])
    doses = Doses("exercise:x", shipped().kinds["exercise"], hours, np.ones(5), "dose")
    fresh = counted_doses(doses, shipped().numbers)[1]
    assert fresh[0] == 1.0
    assert (np.diff(fresh[:4]) < 0).all()
    assert fresh[4] > 0.95


def orthogonal():
    """Three candidates that do not touch each other, with their beliefs."""
    gram, scores = np.diag([8.0, 6.0, 9.0]), np.array([9.0, 1.0, -2.0])
    return gram, scores, np.full(3, 0.05), np.full((3, 1), 1.2), np.full((3, 1), 0.8), np.ones((3, 1))


def test_single_effects_on_separate_candidates_are_those_of_the_closed_form():
    gram, scores, odds, means, spreads, shares = orthogonal()
    alpha, _, variance = single_effects(gram, scores, 40.0, 30.0, odds, means, spreads, shares, 1.0)
    factor = np.exp(log_factor(scores[0] / variance, gram[0, 0] / variance, 1.2, 0.8))
    assert alpha[0, 0] == pytest.approx(odds[0] * factor / (1 + odds[0] * factor), abs=0.1)
    assert alpha[:, 1:].max() < 0.2


def model(gram, scores, *, squares=60.0, checkins=400.0):
    """Three exposures of two columns each, one size of effect, one noise."""
    owner = np.array([0, 0, 1, 1, 2, 2])
    starts, ones = np.array([0, 2, 4, 6]), np.ones((6, 1))
    return Model(
        gram[None],
        scores[None],
        np.array([squares]),
        np.zeros(1),
        checkins,
        starts,
        owner,
        np.full(6, 0.05),
        1.2 * ones,
        0.8 * ones,
        ones,
        np.ones(3, bool),
    )


def enumerated(made, variance):
    """The probability of each exposure by going through all 27 models."""
    weights = {}
    for states in product(range(3), repeat=3):
        on = [2 * exposure + state - 1 for exposure, state in enumerate(states) if state]
        precision = made.grams[0][np.ix_(on, on)] / variance + np.eye(len(on)) / 0.64
        pull = made.scores[0][on] / variance + 1.2 / 0.64
        log = 0.5 * pull @ np.linalg.solve(precision, pull) - 0.5 * np.linalg.slogdet(0.64 * precision)[1]
        weights[states] = np.exp(log - 0.5 * len(on) * 1.44 / 0.64) * 0.05 ** len(on)
    total = sum(weights.values())
    return [sum(w for states, w in weights.items() if states[place]) / total for place in range(3)]


def test_the_sampler_gives_the_probabilities_of_all_models():
    x = np.random.default_rng(4).normal(size=(20, 6))
    x[:, 2] = 0.9 * x[:, 0] + 0.3 * x[:, 2]
    made = model(x.T @ x, x.T @ (1.0 * x[:, 0] + np.random.default_rng(5).normal(size=20)))
    made = made._replace(squares=np.array([20.0 * 4000]), checkins=80_000.0)  # holds the variance at 1
    state = chain(1.0)
    rng = np.random.default_rng(6)
    sample(made, state, 500, rng)
    found, *_ = sample(made, state, 30_000, rng)
    assert found == pytest.approx(enumerated(made, 1.0), abs=0.02)


def test_two_candidates_that_are_the_same_share_the_probability():
    x = np.random.default_rng(7).normal(size=(60, 6))
    x[:, 2:4] = x[:, 0:2]
    made = model(x.T @ x, x.T @ (1.5 * x[:, 0] + 0.5 * np.random.default_rng(8).normal(size=60)), squares=150.0)
    found, *_ = sample(made._replace(checkins=60.0), chain(1.0), 20_000, np.random.default_rng(9))
    assert found[0] == pytest.approx(found[1], abs=0.06)
    assert found[0] + found[1] > 0.95


def test_what_stands_behind_zeros_lies_below_half_a_point_and_nothing_else_changes():
    points = np.array([0, 3, 0, 0, 2, 2, 0, 1, 0, 4.0])
    drawn = behind_zeros(points, HOURS, np.full(10, 0.4), WANDER, 1.0, np.random.default_rng(10))
    assert (drawn[points == 0] <= FLOOR_POINTS).all()
    assert (drawn[points > 0] == points[points > 0]).all()


def test_zeros_of_white_noise_are_drawn_from_the_normal_below_the_floor():
    hours, rng = np.arange(0.0, 200_000, 1000), np.random.default_rng(11)
    drawn = [behind_zeros(np.zeros(200), hours, np.zeros(200), Noise(6.0, 0.95), 1.0, rng) for _ in range(60)]
    exact = -norm.pdf(0.5) / norm.cdf(0.5)
    assert np.mean(drawn[10:]) == pytest.approx(exact, abs=0.03)

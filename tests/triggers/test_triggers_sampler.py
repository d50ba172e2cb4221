"""Draws of triggers, effects and noise, against full enumeration and known posteriors."""

from itertools import product

import numpy as np
import pytest
from scipy.special import logsumexp
from scipy.stats import gamma

from flarepath.triggers.noise import LEAST_VARIANCE
from flarepath.triggers.sampler import MOST_ACTIVE, RARELY, Model, chain, sample

MEAN, SPREAD, ODDS = 1.0, 0.7, 0.1


def model_of(grams, scores, squares, *, checkins, columns=2, fits=(0.0,)):
    """Exposures of `columns` columns each and one size of effect, under one noise or more."""
    many = np.shape(scores)[1]
    one = np.ones((many, 1))
    starts = np.arange(0, many + 1, columns)
    beliefs = (np.full(many, ODDS), MEAN * one, SPREAD * one, one)
    owner = np.repeat(np.arange(many // columns), columns)
    felt = (np.array(grams), np.array(scores), np.array(squares, float), np.array(fits))
    return Model(*felt, float(checkins), starts, owner, *beliefs, np.ones(many // columns, bool))


def regression(seed=0, *, rows=40, effect=0.5, columns=6):
    """A design, its outcome and the model of both."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(rows, columns))
    x[:, 3] = 0.9 * x[:, 1] + 0.4 * x[:, 3]
    y = effect * x[:, 1] + rng.normal(size=rows)
    return model_of([x.T @ x], [x.T @ y], [y @ y], checkins=rows)


def drawn(model, *, sweeps=20_000, seed=1):
    state, rng = chain(1.0), np.random.default_rng(seed)
    sample(model, state, 500, rng)
    return sample(model, state, sweeps, rng)


def log_weight(model, on, variance):
    """Log prior times marginal likelihood of one model at one variance, coefficients averaged out."""
    here = model.grams[0][np.ix_(on, on)] / variance + np.eye(len(on)) / SPREAD**2
    pull = model.scores[0][on] / variance + MEAN / SPREAD**2
    fit = 0.5 * pull @ np.linalg.solve(here, pull) - 0.5 * np.linalg.slogdet(SPREAD**2 * here)[1]
    prior = len(on) * (np.log(ODDS) - 0.5 * (MEAN / SPREAD) ** 2)
    return prior + fit - 0.5 * model.squares[0] / variance - 0.5 * model.checkins * np.log(variance)


def enumerated(model):
    """Exposures' probabilities: all models, and the variance (flat in its logarithm) on a fine grid."""
    variances = np.geomspace(LEAST_VARIANCE, 20, 160)
    states = list(product(range(3), repeat=3))
    models = [[2 * place + state - 1 for place, state in enumerate(each) if state] for each in states]
    logs = np.array([logsumexp([log_weight(model, on, variance) for variance in variances]) for on in models])
    shares = np.exp(logs - logsumexp(logs))
    return [shares[[each[place] > 0 for each in states]].sum() for place in range(3)]


@pytest.mark.parametrize("seed", [0, 2])
def test_probabilities_are_those_of_every_model_with_the_variance_unknown(seed):
    model = regression(seed)
    assert drawn(model)[0] == pytest.approx(enumerated(model), abs=0.02)


def test_the_share_of_draws_is_the_probability():
    model = regression()
    found, columns, _ = drawn(model)
    active = [(columns // 2 == place)[columns >= 0].sum() / len(columns) for place in range(3)]
    assert active == pytest.approx(found, abs=0.02)


def test_the_coefficient_of_a_sure_trigger_has_its_normal_posterior():
    x = np.random.default_rng(3).normal(size=(300, 1))
    y = 2.0 * x[:, 0]
    squares = 300.0 * 5000  # holds the variance: the chain's scale is then known
    model = model_of([x.T @ x], [x.T @ y], [squares], checkins=300.0 * 5000, columns=1)
    _, columns, coefficients = drawn(model, sweeps=8000)
    precision = x[:, 0] @ x[:, 0] + SPREAD**-2
    assert (columns[:, 0] == 0).all()
    assert coefficients[:, 0].mean() == pytest.approx((x[:, 0] @ y + MEAN / SPREAD**2) / precision, abs=0.01)
    assert coefficients[:, 0].std() == pytest.approx(precision**-0.5, rel=0.05)


def test_the_variance_is_drawn_from_its_gamma():
    model = model_of([np.zeros((1, 1))], [[0.0]], [50.0], checkins=40.0, columns=1)
    state, rng = chain(1.0), np.random.default_rng(4)
    draws = [sample(model._replace(odds=np.zeros(1)), state, RARELY, rng) and state.variance[0] for _ in range(4000)]
    exact = 25.0 / gamma(20).rvs(40_000, random_state=np.random.default_rng(5))
    assert np.quantile(draws, [0.1, 0.5, 0.9]) == pytest.approx(np.quantile(exact, [0.1, 0.5, 0.9]), rel=0.04)


def test_noises_are_visited_as_often_as_they_are_likely():
    zeros = np.zeros((2, 1, 1))
    fits = np.log([0.3, 0.7])
    model = model_of(zeros, zeros[:, 0], [50.0, 50.0], checkins=50.0, columns=1, fits=fits)
    state, rng = chain(1.0), np.random.default_rng(6)
    visits = [sample(model, state, RARELY, rng) and state.noise[0] for _ in range(6000)]
    assert np.mean(visits) == pytest.approx(0.7, abs=0.03)


def test_the_better_fitting_noise_is_found():
    zeros = np.zeros((2, 1, 1))
    model = model_of(zeros, zeros[:, 0], [300.0, 100.0], checkins=100.0, columns=1, fits=(0.0, 0.0))
    state = chain(1.0)
    sample(model, state, 200, np.random.default_rng(7))
    assert state.noise[0] == 1


def test_the_same_seed_draws_the_same_and_another_does_not():
    first, again, other = (drawn(regression(), sweeps=300, seed=seed) for seed in (8, 8, 9))
    assert all(np.array_equal(one, two) for one, two in zip(first, again, strict=True))
    assert not np.array_equal(first[2], other[2])


def test_a_chain_holds_one_column_of_an_exposure_at_most():
    model, state = regression(), chain(1.0)
    sample(model, state, 200, np.random.default_rng(10))
    held = state.held[0]
    assert list(state.columns[:held] >= 0) == [True] * held
    assert len(set(model.owner[state.columns[:held]])) == held


def test_near_twins_share_the_probability_and_are_not_drawn_together():
    rng = np.random.default_rng(11)
    x = rng.normal(size=(150, 6))
    x[:, 2:4] = x[:, :2] + 1e-3 * rng.normal(size=(150, 2))
    y = 1.2 * x[:, 0] + rng.normal(size=150)
    found, columns, _ = drawn(model_of([x.T @ x], [x.T @ y], [y @ y], checkins=150))
    assert found[:2] == pytest.approx([0.5, 0.5], abs=0.12)
    both = (columns // 2 == 0).any(axis=1) & (columns // 2 == 1).any(axis=1)
    assert both.mean() < 0.1


def test_no_draw_holds_more_triggers_than_the_most():
    x = np.random.default_rng(12).normal(size=(400, 30))
    y = 1.5 * x.sum(axis=1)
    found, columns, _ = drawn(model_of([x.T @ x], [x.T @ y], [y @ y], checkins=400, columns=1), sweeps=100)
    assert columns.shape == (100, MOST_ACTIVE)
    assert (columns >= 0).sum(axis=1).max() == MOST_ACTIVE
    assert np.isfinite(found).all()


def test_a_candidate_that_explains_nothing_keeps_its_prior():
    model = model_of([np.zeros((1, 1))], [[0.0]], [50.0], checkins=50.0, columns=1)
    assert drawn(model)[0] == pytest.approx([ODDS / (1 + ODDS)], abs=0.01)

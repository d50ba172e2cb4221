"""The instant answer, where it has a closed form."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from flarepath.triggers.noise import LEAST_VARIANCE
from flarepath.triggers.single_effects import EFFECTS, Beliefs, factors, log_factor, single_effects

MEANS, SPREADS = np.array([[1.2, -0.6]]), np.array([[0.8, 0.3]])
SHARES = np.array([[0.7, 0.3]])


def fit(gram, scores, *, odds=0.05, squares=200.0, checkins=200.0):
    """Single effects of columns with like beliefs."""
    many = len(scores)
    beliefs = (np.full(many, odds), *(np.repeat(each, many, axis=0) for each in (MEANS, SPREADS, SHARES)))
    return single_effects(gram, np.array(scores, float), squares, checkins, *beliefs, 1.0)


@pytest.mark.parametrize("mean", [-2.0, 0.0, 0.6])
@pytest.mark.parametrize("spread", [0.1, 0.8, 3.0])
def test_a_bayes_factor_is_the_integral_for_every_size(mean, spread):
    def density(effect):
        return np.exp(1.5 * effect - 2.0 * effect**2) * norm(mean, spread).pdf(effect)

    ends = (mean - 12 * spread, mean + 12 * spread)
    whole = quad(density, *ends, points=[mean, 0.375], limit=200)[0]
    assert np.exp(log_factor(1.5, 4.0, mean, spread)) == pytest.approx(whole, rel=1e-5)


def test_no_data_says_nothing():
    assert log_factor(0.0, 0.0, 1.2, 0.8) == pytest.approx(0.0, abs=1e-12)


def test_the_factor_of_a_column_is_the_mixture_over_sizes():
    found = factors(np.array([4.0]), np.array([5.0]), MEANS, SPREADS, SHARES)
    apart = [np.exp(log_factor(4.0, 5.0, MEANS[0, size], SPREADS[0, size])) for size in range(2)]
    assert found[0] == pytest.approx(0.7 * apart[0] + 0.3 * apart[1])


def test_overwhelming_evidence_stays_finite():
    assert np.isfinite(factors(np.array([1e6]), np.array([1e3]), MEANS, SPREADS, SHARES)).all()
    alpha, size, variance = fit(np.eye(2) * 1e3, [1e6, 0.0], squares=1e9)
    assert np.isfinite([alpha.sum(), size.sum(), variance]).all()


def test_one_strong_candidate_among_separate_ones_has_the_closed_form():
    gram, scores, odds = np.diag([30.0, 25.0, 20.0]), [36.0, 0.5, -1.0], 0.02
    alpha, size, variance = fit(gram, scores, odds=odds)
    weight, score = 30.0 / variance, 36.0 / variance
    parts = [SHARES[0, s] * np.exp(log_factor(score, weight, MEANS[0, s], SPREADS[0, s])) for s in range(2)]
    there = 1 - np.exp(-3 * odds)
    power = there / 3 * sum(parts)  # the first effect is there as often as any trigger is, and is each alike
    assert alpha[0, 0] == pytest.approx(power / (1 - there + power), abs=0.01)
    middles = [(score + MEANS[0, s] / SPREADS[0, s] ** 2) / (weight + SPREADS[0, s] ** -2) for s in range(2)]
    assert size[0, 0] == pytest.approx(np.average(middles, weights=parts), rel=0.01)


def test_two_candidates_that_are_the_same_share_one_effect():
    alpha, *_ = fit(np.full((2, 2), 40.0), [50.0, 50.0])
    assert alpha[0] == pytest.approx([alpha[0, 0]] * 2)
    assert alpha[0].sum() > 0.9
    assert 1 - np.prod(1 - alpha, axis=0) == pytest.approx([0.5, 0.5], abs=0.1)


def test_no_effect_is_more_than_one_candidate():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(80, 9))
    alpha, *_ = fit(x.T @ x, x.T @ (x[:, 0] + x[:, 4] + rng.normal(size=80)))
    assert alpha.shape == (EFFECTS, 9)
    assert (alpha >= 0).all()
    assert (alpha.sum(axis=1) <= 1 + 1e-9).all()


def test_the_variance_is_that_of_what_is_left_and_never_below_the_least():
    rng = np.random.default_rng(1)
    x, noise = rng.normal(size=(2000, 3)), 0.8 * rng.normal(size=2000)
    y = 1.5 * x[:, 1] + noise
    assert fit(x.T @ x, x.T @ y, squares=y @ y, checkins=2000.0)[2] == pytest.approx(noise.var(), rel=0.02)
    assert fit(x.T @ x, x.T @ (1.2 * x[:, 1]), squares=float(1.44 * x[:, 1] @ x[:, 1]))[2] == LEAST_VARIANCE


def test_beliefs_of_some_columns_keep_their_order():
    every = Beliefs(np.arange(4.0), *(np.arange(8.0).reshape(4, 2) + shift for shift in (0, 10, 20)))
    some = every.of(np.array([3, 0]))
    assert list(some.odds) == [3, 0]
    assert [list(each[0]) for each in some.sizes] == [[6, 7], [16, 17], [26, 27]]

"""The scores themselves, on cells small enough to be worked out by hand."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import binom

PATH = Path(__file__).parents[2] / "benchmarks" / "triggers" / "scores.py"


@pytest.fixture(scope="module")
def scores():
    """The scores that the benchmark and the truth tests report."""
    spec = importlib.util.spec_from_file_location("scores_by_hand", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cells(*values):
    return np.array(values, float)


def test_average_precision_is_one_where_every_true_cell_comes_first(scores):
    assert scores.average_precision(cells(0.9, 0.8, 0.2, 0.1), cells(1, 1, 0, 0)) == 1


def test_average_precision_is_the_mean_precision_at_the_true_ranks(scores):
    found = scores.average_precision(cells(0.9, 0.8, 0.7, 0.1), cells(0, 1, 0, 1))
    assert found == pytest.approx((1 / 2 + 2 / 4) / 2)


def test_average_precision_counts_ties_against_the_method(scores):
    assert scores.average_precision(cells(0.5, 0.5, 0.5), cells(1, 0, 0)) == pytest.approx(1 / 3)


def test_average_precision_of_random_scores_is_the_base_rate(scores):
    rng = np.random.default_rng(0)
    assert scores.average_precision(rng.random(40_000), (rng.random(40_000) < 0.03) * 1.0) == pytest.approx(
        0.03, abs=5e-3
    )


def test_calibration_error_weighs_each_bin_by_its_cells(scores):
    probabilities, truth = cells(0.02, 0.04, 0.6, 0.98), cells(0, 0, 0, 1)
    assert scores.calibration_error(probabilities, truth) == pytest.approx((0.06 + 0.6 + 0.02) / 4)


def test_calibration_error_is_none_where_what_was_said_comes_true(scores):
    assert scores.calibration_error(cells(0.5, 0.5, 0.0, 1.0), cells(1, 0, 0, 1)) == 0


def test_calibration_error_sees_certainty_that_is_wrong(scores):
    assert scores.calibration_error(cells(1.0, 1.0), cells(0, 1)) == 0.5


def test_log_loss_of_a_coin_is_log_two(scores):
    assert scores.log_loss(cells(0.5, 0.5), cells(0, 1)) == pytest.approx(1000 * np.log(2))


def test_log_loss_of_a_wrong_certainty_is_large_and_finite(scores):
    assert scores.log_loss(cells(1.0), cells(0)) == pytest.approx(1000 * np.log(1e6), rel=1e-3)


def test_reliability_gives_said_and_seen_for_each_bin(scores):
    bins = scores.reliability(cells(0.3, 0.4, 0.95), cells(0, 1, 1))
    assert [row[2] for row in bins] == [2, 1]
    assert bins[0][:2] == pytest.approx((0.35, 0.5))


@pytest.mark.parametrize(("hits", "of"), [(0, 100), (3, 100), (4, 200), (17, 40)])
def test_the_upper_bound_leaves_one_chance_in_twenty_of_so_few_hits(scores, hits, of):
    assert binom.cdf(hits, of, scores.upper_bound(hits, of)) == pytest.approx(0.05)


def test_the_upper_bound_of_every_time_is_one(scores):
    assert scores.upper_bound(7, 7) == 1


def test_the_bootstrap_draws_people_and_not_cells(scores):
    """Ten people with a thousand equal cells each are as uncertain as ten cells."""
    who, share = np.repeat(np.arange(10), 1000), np.repeat(np.arange(10) % 2, 1000)
    low, high = scores.bootstrap(who, lambda drawn: share[drawn].mean())
    assert low <= 0.3
    assert high >= 0.7

"""The noise of check-ins: neighbours on the grid, and innovations at the real times."""

import numpy as np
import pytest

from flarepath.triggers.noise import GRID, REPORT_SHARES, TIME_CONSTANTS_HOURS, Noise, whitened

HOURS = np.array([0.0, 4, 4, 4, 11.5, 60, 61, 300])


def dense(noise):
    """The covariance of HOURS, written down whole."""
    apart = np.abs(HOURS[:, None] - HOURS)
    return (1 - noise.report_share) * np.exp(-apart / noise.constant_hours) + noise.report_share * np.eye(len(HOURS))


def cholesky_whitened(noise, columns):
    """The same innovations by a Cholesky factor of the whole covariance."""
    return np.linalg.solve(np.linalg.cholesky(dense(noise)), columns)


@pytest.mark.parametrize("noise", GRID[::4], ids=str)
def test_innovations_are_those_of_a_cholesky_factor_at_repeated_instants_too(noise):
    columns = np.random.default_rng(1).normal(size=(len(HOURS), 4))
    assert whitened(noise, HOURS, columns)[0] == pytest.approx(cholesky_whitened(noise, columns))


def test_simulated_noise_comes_out_independent_with_variance_one():
    noise, rng = Noise(30.0, 0.3), np.random.default_rng(2)
    draws = np.linalg.cholesky(dense(noise)) @ rng.normal(size=(len(HOURS), 40_000))
    white, _ = whitened(noise, HOURS, draws)
    assert np.cov(white) == pytest.approx(np.eye(len(HOURS)), abs=0.03)


def test_the_wrong_noise_leaves_neighbours_alike():
    rng = np.random.default_rng(3)
    draws = np.linalg.cholesky(dense(Noise(140.0, 0.05))) @ rng.normal(size=(len(HOURS), 20_000))
    white, _ = whitened(Noise(6.0, 0.95), HOURS, draws)
    assert np.cov(white)[1, 2] > 0.5


def test_a_single_check_in_is_as_it_is():
    white, logdet = whitened(Noise(6.0, 0.5), np.array([7.0]), np.array([[2.0]]))
    assert (white[0, 0], logdet) == pytest.approx((2.0, 0.0))


def test_a_shift_of_the_clock_changes_nothing():
    columns = np.random.default_rng(4).normal(size=(len(HOURS), 2))
    for before, after in zip(
        whitened(GRID[7], HOURS, columns), whitened(GRID[7], HOURS + 490_000.0, columns), strict=True
    ):
        assert after == pytest.approx(before)


def test_a_noise_of_the_middle_has_nine_neighbours_and_one_of_the_corner_four():
    middle = Noise(TIME_CONSTANTS_HOURS[2], REPORT_SHARES[2])
    corner = Noise(TIME_CONSTANTS_HOURS[0], REPORT_SHARES[-1])
    assert len(set(middle.neighbours())) == 9
    assert len(set(corner.neighbours())) == 4
    assert middle in middle.neighbours()
    assert set(middle.neighbours()) <= set(GRID)

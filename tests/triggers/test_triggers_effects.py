"""What one dose does, in points, and how a check-in splits."""

import numpy as np
import pytest

from flarepath.triggers.curves import STEP_HOURS
from flarepath.triggers.draws import Draws
from flarepath.triggers.effects import HOURS_SHOWN, drawn_effects, estimate, lag_curve, peak_hours, pushes
from flarepath.triggers.model import LagPoint

HOURS = 24.0 * np.arange(30) + 20
GRID = np.arange(0, 16 * 24 + STEP_HOURS, STEP_HOURS)


@pytest.fixture
def two(doses, candidates):
    """Butter and bread on random days."""
    rng = np.random.default_rng(0)
    return candidates([doses(f"food:{name}", HOURS[rng.random(30) < 0.5] - 8) for name in ("butter", "bread")], HOURS)


@pytest.fixture
def draws(two):
    """Three draws: butter twice, in one of them with bread, and nothing."""
    bread = int(two.starts[1])
    columns = np.array([[2, -1], [0, bread + 1], [-1, -1]])
    return Draws(np.zeros(2), columns, np.array([[1.5, 9.0], [2.0, -1.0], [9.0, 9.0]]), np.zeros(30))


def test_an_estimate_holds_nine_tenths_of_the_draws():
    found = estimate(np.random.default_rng(1).normal(3, 2, 200_000))
    assert (found.mean, found.low, found.high) == pytest.approx((3, 3 - 1.645 * 2, 3 + 1.645 * 2), abs=0.03)


def test_the_effects_of_an_exposure_are_those_of_its_own_draws(two, draws):
    shapes, coefficients = drawn_effects(0, two, draws)
    assert sorted(zip(shapes, coefficients, strict=True)) == sorted([(two.shape[2], 1.5), (two.shape[0], 2.0)])
    assert list(drawn_effects(1, two, draws)[1]) == [-1.0]


def test_the_push_of_a_set_is_its_columns_times_their_coefficients(two, draws):
    rows = slice(5, 9)
    bread = two.columns[rows, two.starts[1] + 1]
    found = pushes([0], two, draws, rows)
    assert found == pytest.approx(np.array([1.5 * two.columns[rows, 2], 2.0 * two.columns[rows, 0], np.zeros(4)]))
    assert pushes([0, 1], two, draws, rows)[1] == pytest.approx(2.0 * two.columns[rows, 0] - bread)


def test_a_lag_curve_is_the_mean_of_the_draws_at_the_hours_shown():
    sizes = np.linspace(1, 3, 41)
    points = lag_curve(sizes[:, None] * np.exp(-GRID / 24))
    assert [point.hours for point in points] == [float(hour) for hour in HOURS_SHOWN]
    for point in points:
        fade = np.exp(-point.hours / 24)
        assert (point.points, point.low, point.high) == pytest.approx((2 * fade, 1.1 * fade, 2.9 * fade))


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_the_peak_is_where_the_response_is_largest_whichever_way(sign):
    points = [LagPoint(float(hour), sign * size, 0, 0) for hour, size in ((0, 0.2), (12, 1.4), (24, 1.0))]
    assert peak_hours(points) == 12.0

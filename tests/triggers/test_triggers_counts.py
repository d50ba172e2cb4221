"""The four cells and the ladder, counted by hand."""

import numpy as np
import pytest

from flarepath.triggers.counts import counts, ladder, repeats, window
from flarepath.triggers.model import Counts, LagPoint

EVENINGS = 24.0 * np.arange(20) + 20


def cells(counted):
    """with, without; and the same of days without a dose."""
    return (counted.exposed_with, counted.exposed_without, counted.unexposed_with, counted.unexposed_without)


@pytest.fixture
def noon(doses):
    """Butter at noon of these days."""
    return lambda *days: doses("food:butter", 24.0 * np.array(days) + 12)


@pytest.fixture
def evenings(series):
    """Twenty evenings of 2 points, and 5 on these days."""
    return lambda *days: series(EVENINGS, [5.0 if day in days else 2.0 for day in range(20)])


def test_each_dose_and_each_day_without_one_is_one_count(noon, evenings):
    found = counts(noon(8, 10, 12), evenings(8, 10, 15), (4.0, 12.0))
    assert cells(found) == (2, 1, 1, 16)


def test_a_rise_outside_the_window_is_no_rise(noon, evenings):
    assert cells(counts(noon(8, 10), evenings(9, 11), (4.0, 12.0)))[:2] == (0, 2)
    assert cells(counts(noon(8, 10), evenings(9, 11), (4.0, 36.0)))[:2] == (2, 0)


@pytest.mark.parametrize(("points", "rises"), [(3.9, 0), (4.0, 1)])
def test_a_rise_is_two_points_or_more_above_the_week_before(noon, series, points, rises):
    felt = series(EVENINGS, [points if day == 12 else 2.0 for day in range(20)])
    assert counts(noon(12), felt, (4.0, 12.0)).exposed_with == rises


def test_the_baseline_is_of_the_week_before_and_not_of_the_whole_diary(noon, series):
    felt = series(EVENINGS, [6.0 if 5 <= day <= 13 else 1.0 for day in range(20)])
    assert counts(noon(13), felt, (4.0, 12.0)).exposed_with == 0
    assert counts(noon(6), felt, (4.0, 12.0)).exposed_with == 1


def test_the_first_dose_is_held_against_the_usual_of_the_diary(noon, evenings):
    assert counts(noon(0), evenings(0), (4.0, 12.0)).exposed_with == 1


def test_doses_without_a_check_in_in_their_window_are_not_counted(noon, evenings):
    assert cells(counts(noon(8, 100), evenings(8), (4.0, 12.0)))[:2] == (1, 0)


def test_two_doses_of_one_day_count_once(doses, evenings):
    twice = doses("food:butter", [24 * 8 + 9, 24 * 8 + 13])
    assert cells(counts(twice, evenings(8), (4.0, 12.0)))[:2] == (1, 0)


def test_a_long_window_keeps_days_near_a_dose_out_of_the_days_without(noon, evenings):
    short, long = (counts(noon(10), evenings(), (4.0, end)) for end in (12.0, 76.0))
    assert (short.unexposed_without, long.unexposed_without) == (19, 17)


def test_a_day_of_a_daily_value_well_above_the_usual_is_a_dose(doses, evenings):
    amounts = [1.0 if day in (8, 14) else 0.4 for day in range(20)]
    stress = doses("stress", 24.0 * np.arange(20) + 12, amounts, is_daily=True)
    assert cells(counts(stress, evenings(8), (4.0, 12.0))) == (1, 1, 0, 18)


def test_without_any_dose_every_day_is_one_without(doses, evenings):
    never = doses("stress", EVENINGS - 8, np.zeros(20), is_daily=True)
    assert cells(counts(never, evenings(3), (4.0, 12.0))) == (0, 0, 1, 19)


def curve(*points):
    return [LagPoint(float(hour), value, value, value) for hour, value in points]


def test_the_window_is_where_the_curve_is_near_its_peak(series):
    points = curve((0, 0.1), (12, 0.5), (24, 1.0), (36, 0.5), (48, 0.3))
    assert window(points, series(EVENINGS, np.zeros(20))) == pytest.approx((9.0, 42.0), abs=0.05)


def test_a_window_is_wide_enough_for_a_check_in_a_day(series):
    points = curve((0, 0.0), (2, 1.0), (4, 0.1))
    assert window(points, series(EVENINGS, np.zeros(20))) == pytest.approx((0.8, 24.8), abs=0.05)
    assert window(points, series(EVENINGS / 20, np.zeros(20))) == pytest.approx((0.8, 4.8), abs=0.05)


def test_an_effect_that_lowers_has_its_window_too(series):
    low = curve((0, 0.0), (24, -1.0), (48, -0.2))
    assert window(low, series(EVENINGS, np.zeros(20))) == pytest.approx((9.6, 42.0), abs=0.05)


@pytest.mark.parametrize(
    ("exposed_with", "contrary", "probability", "rung"),
    [
        (1, 9, 0.99, "possible"),
        (2, 9, 0.99, "suspected"),
        (3, 9, 0.99, "likely"),
        (3, 9, 0.9, "suspected"),
        (3, 0, 0.99, "suspected"),
        (50, 50, 1.0, "likely"),
    ],
)
def test_the_ladder_needs_repeats_their_contrary_and_a_high_probability(
    numbers, exposed_with, contrary, probability, rung
):
    assert ladder(Counts(exposed_with, 0, 0, contrary), probability, numbers) == rung


def test_what_lowers_pain_repeats_where_no_rise_follows(numbers):
    found = Counts(0, 3, 1, 0)
    assert repeats(found, lowers=True) == (3, 1)
    assert repeats(found, lowers=False) == (0, 0)
    assert ladder(found, 0.95, numbers, lowers=True) == "likely"

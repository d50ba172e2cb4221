"""How far an outcome moved over a period, under the noise of check-ins."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from flarepath.triggers import trend

START = datetime(2026, 1, 1, tzinfo=UTC)
SINCE = START + timedelta(days=28)


def wandering(seed, *, change, days=112, constant=30.0):
    """Evening numbers that wander (Ornstein-Uhlenbeck) and are rounded; from day 28 on they move by `change`."""
    rng = np.random.default_rng(seed)
    hours = 24.0 * np.arange(days) + 20 + rng.normal(0, 0.5, days)
    wander = np.zeros(days)
    for day in range(days):
        fade = np.exp(-(hours[day] - hours[day - 1]) / constant) if day else 0.0
        wander[day] = fade * wander[day - 1] + np.sqrt(1 - fade**2) * 1.2 * rng.normal()
    ramp = np.clip((hours - 28 * 24) / (24.0 * (days - 28)), 0, 1)
    points = np.clip(np.round(5 + wander + 0.5 * rng.normal(size=days) + change * ramp), 0, 10)
    return [START + timedelta(hours=float(hour)) for hour in hours], points.tolist()


def moved(seed, change, **how):
    times, points = wandering(seed, change=change, **how)
    return trend(times, points, since=SINCE)


@pytest.mark.parametrize("change", [0.0, -2.0])
def test_nine_of_ten_intervals_hold_the_change(change):
    held = sum(found.low <= change <= found.high for found in (moved(seed, change) for seed in range(60)))
    assert 48 <= held <= 60


def test_twin_intervals_of_half_the_width_hold_it_far_less_often():
    found = [moved(seed, 0.0) for seed in range(60)]
    assert sum(abs(each.change) <= (each.high - each.low) / 4 for each in found) < 46


def test_a_mean_of_before_against_after_would_be_too_sure():
    """Independent numbers would give half the width: the wandering is what makes the difference."""
    times, points = wandering(1, change=0.0, constant=100.0)
    found = trend(times, points, since=SINCE)
    naive = 2 * 1.645 * np.std(points) * np.sqrt(3 / 84)
    assert found.high - found.low > 1.4 * naive


def test_a_large_fall_is_seen_and_its_level_before():
    found = moved(3, -3.0)
    assert found.high < 0
    assert found.before == pytest.approx(5, abs=1.2)


def test_too_few_values_and_values_that_never_change_say_nothing():
    times, points = wandering(1, change=0.0)
    assert trend(times[-5:], points[-5:], since=START) is None
    assert trend(times, [3.0] * len(times), since=SINCE) is None


def test_without_anything_before_the_period_the_line_begins_with_the_first_value():
    times, points = wandering(2, change=-3.0, days=70)
    assert trend(times, points, since=START - timedelta(days=9)).change < 0


def test_another_unit_gives_the_same_answer_in_that_unit():
    times, points = wandering(4, change=-2.0)
    one, ten = trend(times, points, since=SINCE), trend(times, [10 * point for point in points], since=SINCE)
    assert ten.change == pytest.approx(10 * one.change, rel=0.2)

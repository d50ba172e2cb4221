"""What moves pain besides exposures: level, weekday, hour, drift, and what stands in the same report."""

from datetime import UTC, datetime

import numpy as np
import pytest

from flarepath.triggers.nuisance import MOST_WAVES, is_reported, nuisance, reports

EPOCH_HOURS = datetime(2026, 1, 5, tzinfo=UTC).timestamp() / 3600  # a Monday
DAYS = EPOCH_HOURS + 24.0 * np.arange(28)


def test_the_weekday_is_the_persons_own(numbers):
    found = nuisance(DAYS + 22, offset_hours=3.0, numbers=numbers)[:, 1:8]
    assert list(found[:3].argmax(axis=1)) == [1, 2, 3]  # Tuesday to Thursday on the clock of the person
    assert found.sum(axis=1) == pytest.approx(np.full(28, numbers["weekday_spread"]))


@pytest.mark.parametrize(("hour", "part"), [(7, 0), (12, 1), (21, 2), (5, 0), (9.99, 0), (16.01, 2)])
def test_a_check_in_is_of_the_morning_of_midday_or_of_the_evening(numbers, hour, part):
    found = nuisance(DAYS + hour - 2, offset_hours=2.0, numbers=numbers)[:, 8:11]
    assert (found.argmax(axis=1) == part).all()


def test_the_level_is_free_and_everything_else_is_small(numbers):
    spread = nuisance(DAYS, offset_hours=0.0, numbers=numbers)
    assert (spread[:, 0] == 10).all()
    assert np.abs(spread[:, 1:]).max() <= numbers["trend_spread"]


@pytest.mark.parametrize(("days", "columns"), [(20, 3), (180, 4), (365, 6), (5000, MOST_WAVES + 2)])
def test_a_longer_diary_may_drift_more_often(numbers, days, columns):
    hours = 24.0 * np.arange(days)
    assert nuisance(hours, offset_hours=0.0, numbers=numbers).shape[1] - 12 == columns


def test_entries_at_an_hour_the_person_hardly_writes_at_share_a_level(numbers):
    odd = DAYS[[3, 17]] + 15.4
    hours = np.sort(np.concatenate([DAYS + 20 + 0.3 * np.sin(np.arange(28)), odd]))
    found = nuisance(hours, offset_hours=0.0, numbers=numbers)[:, 11]
    assert set(hours[found > 0]) == set(odd)
    assert found.max() == numbers["unusual_spread"]


def test_check_ins_at_one_instant_have_a_finite_nuisance(numbers):
    assert np.isfinite(nuisance(np.full(12, 5.0), offset_hours=0.0, numbers=numbers)).all()


def test_a_report_is_the_nearest_value_within_the_hour(doses, numbers):
    mood = doses("mood", [0, 23.5, 24.5, 50], [1.0, 2.0, 3.0, 4.0], is_daily=True)
    found = reports([mood], np.array([0.5, 24.2, 26.0, 49.0, 51.5]), numbers)
    assert found[:, 0] / numbers["report_spread"] == pytest.approx([1.0, 3.0, 0.0, 4.0, 0.0])


def test_a_thing_done_and_a_value_of_another_time_are_no_report(doses, numbers):
    hours = 24.0 * np.arange(10)
    exposures = [doses("food:butter", hours), doses("sleep", hours + 6, is_daily=True)]
    assert reports(exposures, hours, numbers).shape == (10, 0)


@pytest.mark.parametrize(("together", "expected"), [(3, False), (4, True)])
def test_four_values_of_ten_beside_check_ins_make_a_report(doses, together, expected):
    hours = 24.0 * np.arange(10)
    away = np.where(np.arange(10) < together, 0.5, 8.0)
    assert is_reported(doses("stress", hours + away, is_daily=True), hours) is expected

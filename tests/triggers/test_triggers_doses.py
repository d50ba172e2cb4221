"""How rows become doses: units, sessions, sides, daily values, components, the person's own clock."""

from datetime import UTC, datetime

import numpy as np
import pytest

from flarepath.triggers.priors import shipped
from flarepath.triggers.record import record

MONDAY_HOURS = datetime(2026, 1, 5, tzinfo=UTC).timestamp() / 3600


@pytest.fixture
def exposures(recorded):
    """The exposures of these rows, by key."""
    return lambda rows: {each.key: each for each in recorded(rows).exposures}


def test_hours_are_counted_from_the_epoch_in_time_order(exposures, meal):
    found = exposures([meal(9), meal(2), meal(5)])["food:butter"]
    assert list(found.hours) == [MONDAY_HOURS + 24 * day + 12.5 for day in (2, 5, 9)]


def test_every_unit_is_held_against_its_own_median(exposures, row):
    grams = [row(day, "food", "butter", amount, unit="g") for day, amount in enumerate((10.0, 20.0, 40.0))]
    spoons = [row(day + 10, "food", "butter", amount, unit="spoon") for day, amount in enumerate((1.0, 1.0, 3.0))]
    assert list(exposures(grams + spoons)["food:butter"].amounts) == [0.5, 1.0, 2.0, 1.0, 1.0, 3.0]


def test_a_name_in_other_letters_is_the_same_exposure(exposures, meal):
    assert set(exposures([meal(0, "Butter "), meal(3, "butter")])) == {"food:butter"}


def test_a_food_without_an_amount_is_one_portion(exposures, row):
    rows = [row(day, "food", "rice") for day in range(3)]
    assert list(exposures(rows)["food:rice"].amounts) == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(("apart", "many"), [(2.9, 1), (3.1, 2)])
def test_portions_up_to_three_hours_apart_are_one_dose(exposures, meal, apart, many):
    found = exposures([meal(0, hour=8), meal(0, hour=8 + apart)])["food:butter"]
    assert len(found.hours) == many
    assert found.hours[0] == MONDAY_HOURS + 8


def test_a_dose_of_several_rows_is_their_sum_in_usual_doses(exposures, meal):
    alone = [meal(day) for day in range(5)]
    found = exposures([*alone, *(meal(9, hour=hour) for hour in (12, 13, 14))])["food:butter"]
    assert list(found.amounts) == [1, 1, 1, 1, 1, 3]


def test_the_sides_of_an_exercise_are_remembered(exposures, row):
    rows = [row(day, "exercise", "lunge", side=side) for day, side in enumerate(("left", "left", "both"))]
    assert exposures(rows)["exercise:lunge"].sides == {"left", "both"}


def test_load_and_effort_make_a_larger_dose(exposures, row):
    loads = [(("sets", "3"), ("reps", "8"), ("load_kg", load)) for load in ("20", "20", "40")]
    efforts = [(("sets", "3"), ("reps", "8"), ("effort", effort)) for effort in ("5", "5", "10")]
    for details in (loads, efforts):
        found = exposures([row(day, "exercise", "row", detail=cells) for day, cells in enumerate(details)])
        assert list(found["exercise:row"].amounts) == pytest.approx([1, 1, 2])


def test_times_of_a_daily_value_are_read_in_hours(exposures, row):
    rows = [row(day, "sitting", value=60.0 * (6 + day % 2), unit="min") for day in range(20)]
    found = exposures(rows)["sitting"]
    assert found.is_daily
    assert found.per == "0.5 h more than usual"


def test_a_rating_given_twice_a_day_is_averaged_and_an_amount_added_up(exposures, row):
    steady = [row(day, kind, value=4.0, hour=20) for day in range(30) for kind in ("stress", "screen")]
    twice = [row(30, kind, value=4.0, hour=hour) for hour in (9, 20) for kind in ("stress", "screen")]
    found = exposures([*steady, *twice, row(31, "stress", value=6.0)])
    assert found["stress"].amounts[30] == 0
    assert found["screen"].amounts[30] > 1


def test_a_daily_value_counts_at_the_days_last_entry(exposures, row):
    rows = [row(day, "screen", value=2.0, hour=hour, unit="h") for day in range(9) for hour in (8, 21)]
    assert list(exposures(rows)["screen"].hours % 24) == [21.0] * 9


def test_half_of_the_days_make_a_daily_value(exposures, row):
    assert exposures([row(day, "walk", value=30.0) for day in range(0, 41, 2)])["walk"].is_daily
    assert not exposures([row(day, "walk", value=30.0) for day in range(0, 43, 3)])["walk"].is_daily


def test_a_slow_change_of_habit_is_the_new_usual(exposures, row):
    rows = [row(day, "steps", value=5000.0 if day < 200 else 9000.0) for day in range(400)]
    amounts = exposures(rows)["steps"].amounts
    assert not amounts[:190].any()
    assert not amounts[210:].any()


def test_how_well_the_person_slept_is_apart_from_how_long(exposures, row):
    rows = [row(day, "sleep", value=8.0, unit="h", detail=[("quality", str(3 + day % 3))]) for day in range(30)]
    found = exposures(rows)
    assert not found["sleep"].amounts.any()
    exact = (np.arange(30) % 3 - 1) / np.std(np.arange(30) % 3)
    assert found["sleep:quality"].amounts == pytest.approx(exact)


def test_sleep_without_quality_has_no_quality(exposures, row):
    assert set(exposures([row(day, "sleep", value=7.0 + day % 2, unit="h") for day in range(9)])) == {"sleep"}


def test_a_component_is_done_whenever_one_of_its_foods_is(exposures, row):
    milk = [row(day, "food", "milk", 1.0, detail=[("contains", "Whey")]) for day in (0, 4)]
    shake = [row(day, "food", "shake", 1.0, detail=[("contains", "whey+sugar")]) for day in (2, 6)]
    found = exposures(milk + shake)
    assert list((found["component:whey"].hours - MONDAY_HOURS) // 24) == [0, 2, 4, 6]
    assert found["component:whey"].kind.name == "component"
    assert "component:sugar" not in found


def test_what_is_felt_told_or_answered_is_no_exposure(exposures, row, meal):
    told = [row(1, kind, "x", where="wrist") for kind in ("pain", "soreness", "note", "event", "answer")]
    assert set(exposures([*told, meal(2)])) == {"food:butter"}


def test_the_clock_is_that_of_the_last_entry(make_diary):
    summer = make_diary("""
        2026-01-05T12:00,food,butter,,,1,portion,
        2026-07-05T12:00,food,butter,,,1,portion,
    """)
    assert record(summer, priors=shipped()).offset_hours == 2.0

"""How a diary becomes doses and series."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry
from flarepath.triggers.priors import shipped
from flarepath.triggers.record import exposure_key, record

START = datetime(2026, 1, 5, 12, tzinfo=UTC)


def row(day, kind, what="", value=None, hour=0.0, **more):
    return Entry(START + timedelta(days=day, hours=hour), kind, what, value=value, **more)


def doses(*rows):
    """Every exposure of these rows, by key."""
    return {each.key: each for each in record(Diary.of_entries(rows), priors=shipped()).exposures}


def test_an_exercise_has_the_librarys_id_and_an_unknown_one_its_own_name():
    assert exposure_key("exercise", "Romanian Deadlift") == "exercise:romanian_deadlift"
    assert exposure_key("exercise", " Team Training ") == "exercise:team training"
    assert exposure_key("sleep", "") == "sleep"


def test_doses_are_counted_in_the_persons_own_usual_one():
    sets = [row(day, "exercise", "row", detail=(("sets", number), ("reps", "10"))) for day, number in enumerate("3363")]
    assert list(doses(*sets)["exercise:row"].amounts) == [1, 1, 2, 1]


def test_sets_written_one_by_one_are_one_dose():
    sets = [
        row(day, "exercise", "row", hour=part / 10, detail=(("reps", "10"),)) for day in (0, 2) for part in range(3)
    ]
    assert list(doses(*sets)["exercise:row"].amounts) == [1, 1]


def test_nothing_done_is_no_dose():
    days = [row(day, "exercise", "drill", float(30 * (day % 2)), unit="min") for day in range(6)]
    assert len(doses(*days)["exercise:drill"].hours) == 3


def test_a_value_of_every_day_counts_by_its_distance_from_the_usual():
    nights = [row(day, "sleep", value=8.0 if day % 5 else 5.0, unit="h") for day in range(30)]
    found = doses(*nights)["sleep"]
    assert found.is_daily
    assert found.amounts[1] == 0
    assert found.amounts[0] == pytest.approx(-2.5, abs=0.01)
    assert found.per == "1.2 h more than usual"


def test_a_walk_now_and_then_is_a_thing_done():
    found = doses(*(row(day, "walk", value=30.0, unit="min") for day in range(0, 40, 4)))["walk"]
    assert not found.is_daily
    assert list(found.amounts) == [1] * 10


def test_what_two_foods_hold_is_a_candidate_and_what_one_holds_is_not():
    milk, shake = (("contains", "whey+casein"),), (("contains", "whey"),)
    rows = [row(day, "food", "milk", 1.0, detail=milk) for day in range(0, 9, 3)]
    rows += [row(day, "food", "shake", 1.0, detail=shake) for day in range(1, 9, 3)]
    assert {"component:whey"} == {key for key in doses(*rows) if key.startswith("component")}


def test_entries_within_an_hour_count_as_their_highest():
    rows = [row(0, "pain", value=value, hour=hour, where="wrist") for hour, value in ((0, 2.0), (0.9, 5.0), (2, 1.0))]
    assert list(record(Diary.of_entries(rows), priors=shipped()).series[0].points) == [5.0, 1.0]


def test_a_pain_of_both_sides_counts_for_each():
    sides = ("left", "both", "right")
    rows = [row(day, "pain", value=float(day), where="knee_front", side=side) for day, side in enumerate(sides)]
    series = {each.outcome.side: list(each.points) for each in record(Diary.of_entries(rows), priors=shipped()).series}
    assert series["left"] == [0.0, 1.0]
    assert series["right"] == [1.0, 2.0]

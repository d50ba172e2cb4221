"""Lists as a person is shown them."""

from datetime import UTC, datetime

import pytest

from flarepath.diary import Diary, Entry
from flarepath.lessons import LISTS, TACTICS, WORKOUTS, choices


def facts(**words):
    time = datetime(2026, 3, 2, tzinfo=UTC)
    return Diary.of_entries(Entry(time, "fact", name, word=word) for name, word in words.items())


def test_six_workouts_at_three_levels_and_three_tactics():
    assert [len(workout.levels) for workout in WORKOUTS.values()] == [3] * 6
    assert set(TACTICS) == {"massage", "stretch", "strengthen"}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_shown_to_somebody_who_is_well(name):
    assert choices(name, Diary()).rows


def test_food_is_hidden_after_an_eating_disorder():
    assert choices("food_gaps", facts(eating_disorder="yes")) is None
    assert "meal" not in {row.id for row in choices("pet_list", facts(eating_disorder="yes")).rows}


def test_a_no_hides_nothing():
    assert choices("food_gaps", facts(eating_disorder="no")) is not None


def test_the_list_on_choosing_help_is_off_when_something_is_urgent():
    assert choices("choosing_help", Diary(), urgent=True) is None

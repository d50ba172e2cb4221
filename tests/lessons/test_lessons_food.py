"""A food writes a lesson, unless a next time would harm: a lesson is there to be tested."""

from datetime import date, timedelta

import pytest

from flarepath.course import Outcome
from flarepath.lessons import learned, to_read
from flarepath.triggers import find


@pytest.fixture
def taught(make_diary):
    """The foods that wrote a lesson, after eight weeks with peanuts every fifth day and a belly at 6 that evening."""

    def of(*more, what="peanuts"):
        rows = list(more)
        for day in range(56):
            at = date(2026, 1, 5) + timedelta(days=day)
            rows.append(f"{at}T20:00,pain,,abdomen,,{6 if day % 5 == 0 else 1},nrs,")
            rows.append(f"{at}T12:00,food,{what if day % 5 == 0 else 'rice'},,,1,portion,")
        diary = make_diary("\n".join(rows))
        belly = Outcome("pain", "abdomen", "")
        triggers = find(diary, quick=True, only=belly).outcomes[0].triggers
        found = learned(diary, at=diary.last, triggers={belly: triggers})
        return {each.what for each in found if each.kind == "food"}, {each.id for each in to_read(diary)}

    return of


def test_a_food_that_the_diary_points_to_writes_a_lesson(taught):
    written, offered = taught()
    assert "peanuts" in written
    assert "food" in offered


@pytest.mark.parametrize("told", ["answer,e18,,,yes,,", "fact,eating_disorder,,,past,,", "fact,pregnancy,,,20,weeks,"])
def test_where_no_food_is_tested_at_home_none_is_written_or_offered(taught, told):
    written, offered = taught(f"2026-01-02T08:00,{told}")
    assert written == set()
    assert "food" not in offered


def test_a_medicine_written_down_as_food_writes_none(taught):
    assert taught(what="ibuprofen")[0] <= {"rice"}

"""What there is to learn obeys the gate, and hands out only what this person may be handed."""

from pathlib import Path

import pytest

from flarepath.diary import read
from flarepath.exercises import EXERCISES
from flarepath.plan import allowed
from flarepath.why import came, judge, learn

CASE = Path(__file__).parents[1] / "cases" / "safety" / "65-crisis-and-a-guess.csv"


@pytest.fixture
def diary():
    """The case without its crisis, with other last rows and another year of birth."""

    def of(*more, born="1985"):
        rows = CASE.read_text(encoding="utf-8").splitlines()
        calm = [row.replace(",1985,", f",{born},") for row in rows if ",e14,,,yes" not in row and ",note," not in row]
        return read("\n".join([*calm, *more]).splitlines(keepends=True))

    return of


CALM = ("2026-02-13T08:00,mood,,,,5,nrs,",)
SHUT = [
    (("2026-02-13T08:00,answer,e14,,,unsure,,",), "1985"),
    (("2026-02-13T08:00,answer,s16,,,unsure,,",), "1985"),
    (("2026-02-13T08:00,answer,e1,,,yes,,",), "1985"),
    (CALM, "2012"),
]


@pytest.mark.parametrize(("rows", "born"), SHUT)
def test_nothing_is_forecast_judged_or_taught_behind_a_card(diary, rows, born):
    shut = diary(*rows, born=born)
    found = learn(shut)
    assert came(shut, at=shut.last) == ()
    assert judge(shut).verdict is None
    assert (found.to_read, found.learned, found.scored, found.lists, found.workouts) == ((), (), (), (), ())


def test_without_a_card_all_of_it_is_there(diary):
    calm = diary(*CALM)
    found = learn(calm)
    assert came(calm, at=calm.last)
    assert judge(calm).verdict
    assert all((found.to_read, found.learned, found.lists, found.workouts))


def test_with_open_questions_there_is_reading_and_no_prediction_nor_movement(diary):
    opened = diary("2026-02-13T08:00,note,,,,,,text=I can't feel my legs")
    found = learn(opened)
    assert found.to_read
    assert (found.learned, found.workouts) == ((), ())


@pytest.mark.parametrize("fact", ["osteoporosis", "pregnancy", "aneurysm"])
def test_a_workout_holds_only_what_this_person_may_be_handed(diary, fact):
    known = diary(f"2026-02-13T08:00,fact,{fact},,,yes,,")
    found = learn(known)
    may = allowed(found.gate, known, at=known.last)
    given = [each for workout in found.workouts for level in workout.levels for each in level]
    assert all(may.permits(each.exercise) for each in given)
    tops = [(each.effort, may.ceiling(each.exercise).effort) for each in given]
    assert all(top is None or effort <= top for effort, top in tops)
    assert any(not may.permits(name) for name in EXERCISES)

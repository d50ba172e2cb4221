"""How near an exposure is to what hurts."""

import pytest

from flarepath.course import Outcome
from flarepath.triggers.anatomy import muscles_of, muscles_worked, nearness

KNEE = Outcome("pain", "knee_front", "left")
WRIST = Outcome("pain", "wrist", "left")


@pytest.fixture
def near(doses, numbers):
    """Which of the part's numbers the nearness is, or 1."""

    def of(key, outcome, sides=("",)):
        found = nearness(doses(key, [0.0], sides=sides), outcome, numbers)
        names = ("near_factor", "far_factor", "other_side_factor")
        return next((name for name in names if found == numbers[name]), found)

    return of


def test_an_exercise_of_the_thigh_is_near_the_knee_and_far_from_the_wrist(near):
    assert near("exercise:lunge", KNEE) == "near_factor"
    assert near("exercise:lunge", WRIST) == "far_factor"


@pytest.mark.parametrize("key", ["food:butter", "stress", "sleep", "medicine:ibuprofen", "screen"])
def test_what_has_no_place_in_the_body_is_neither_near_nor_far(near, key):
    assert near(key, KNEE) == 1.0


@pytest.mark.parametrize("region", ["", "whole_body"])
def test_what_is_felt_everywhere_is_near_nothing(near, region):
    assert near("exercise:lunge", Outcome("pain", region, "")) == 1.0


def test_an_exercise_nobody_knows_is_neither_near_nor_far(near):
    assert near("exercise:team training", KNEE) == 1.0


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (("right",), "other_side_factor"),
        (("left",), "near_factor"),
        (("left", "right"), "near_factor"),
        (("both",), "near_factor"),
        (("",), "near_factor"),
    ],
)
def test_only_what_never_loaded_this_side_is_unlikely(near, sides, expected):
    assert near("exercise:lunge", KNEE, sides) == expected


def test_a_pain_without_a_side_has_no_other_side(near):
    assert near("exercise:lunge", Outcome("pain", "knee_front", ""), ("right",)) == "near_factor"


def test_an_exercise_works_its_main_and_helping_muscles_only():
    worked = muscles_worked("exercise:lunge")
    assert {"vasti", "gluteus_maximus"} <= worked
    assert "forearm_flexors" not in worked


def test_a_stretch_of_a_named_muscle_works_that_muscle():
    assert "hamstrings" in muscles_worked("stretch:hamstrings")


def test_the_muscles_of_a_place_are_those_felt_there():
    assert "forearm_flexors" in muscles_of("wrist")
    assert "hamstrings" not in muscles_of("wrist")

"""A muscle loaded in one zone of its length, whichever exercise does it."""

import numpy as np
import pytest

from flarepath.diary import Diary
from flarepath.triggers import find, shipped
from flarepath.triggers.mechanisms import mechanisms

HINGES = ("single_leg_hinge", "romanian_deadlift")


def keys(exposures):
    return {each.key for each in mechanisms(exposures, shipped())}


def test_two_exercises_that_load_a_muscle_alike_are_one_mechanism(doses):
    days = 24.0 * np.arange(0, 90, 3)
    found = keys([doses(f"exercise:{name}", days + 24 * at) for at, name in enumerate(HINGES)])
    assert "mechanism:hamstrings:long" in found


def test_one_exercise_is_no_mechanism(doses):
    assert not keys([doses("exercise:single_leg_hinge", 24.0 * np.arange(0, 90, 3))])


def test_exercises_of_the_same_sessions_are_no_mechanism(doses):
    days = 24.0 * np.arange(0, 90, 3)
    assert not keys([doses(f"exercise:{name}", days) for name in HINGES])


@pytest.fixture
def hinging(row, pain):
    """Two hinges in turn, each with two points of soreness on the next evening; push-ups do nothing."""
    rng, rows = np.random.default_rng(3), []
    for day in range(120):
        done = [HINGES[day // 3 % 2]] * (day % 3 == 0) + ["push_up"] * int(rng.random() < 0.3)
        rows += [row(day, "exercise", name, hour=18) for name in done]
        points = np.clip(round(2 + rng.normal(0, 0.6) + 2 * (day % 3 == 1)), 0, 10)
        rows.append(pain(day, points, where="thigh_back"))
    return rows


def test_the_answer_can_be_the_mechanism_and_not_the_exercise(hinging):
    found = find(Diary.of_entries(hinging)).outcomes[0]
    hinged = [key for key in found.probabilities if "hinge" in key or "deadlift" in key]
    assert found.probabilities["mechanism:hamstrings:long"] > max(found.probabilities[key] for key in hinged)
    assert found.probabilities["exercise:push_up"] < 0.1

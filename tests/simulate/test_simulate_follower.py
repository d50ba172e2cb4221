"""The made-up person who trains as told: the truth a plan is compared on."""

import pytest

from flarepath.simulate.follower import BESIDE, Follower, Planned


def train(person, exercise, *, days, sets=3, every=7):
    """The same dose of one exercise every so many days."""
    for day in range(0, days, every):
        list(person.train(day, [Planned(exercise, sets, reps=12)]))


def sorest(person, muscle, day):
    """The height of the soreness in the five days after a day."""
    return max(person.soreness(muscle, day + after, hour) for after in range(6) for hour in (0, 8, 16))


def test_the_same_seed_is_the_same_person():
    one, other = Follower(7), Follower(7)
    assert [list(one.morning(day)) for day in range(5)] == [list(other.morning(day)) for day in range(5)]


def test_soreness_comes_the_next_day_and_is_gone_after_five():
    person = Follower(1)
    train(person, "glute_bridge", days=1)
    course = [person.soreness("gluteus_maximus", day, hour) for day, hour in [(0, 20), (1, 8), (2, 6), (4, 0), (6, 0)]]
    assert course[0] == 0
    assert course[2] > course[1] > 0
    assert course[2] > course[3] > 0
    assert course[4] == 0


def test_the_second_time_leaves_less():
    person, heights = Follower(1), []
    for day in (0, 7):
        list(person.train(day, [Planned("glute_bridge", 1, reps=8)]))
        heights.append(sorest(person, "gluteus_maximus", day))
    assert 0 < heights[1] <= 0.5 * heights[0]


def test_training_a_sore_muscle_again_makes_it_sorer():
    rested, sore = Follower(1), Follower(1)
    train(rested, "glute_bridge", days=8, every=7)
    train(sore, "glute_bridge", days=8, every=2)
    assert max(sorest(sore, "gluteus_maximus", day) for day in (2, 4)) > sorest(rested, "gluteus_maximus", 7)


def test_the_short_muscle_worked_short_irritates_beside_and_worked_long_does_not():
    short, long = Follower(2), Follower(2)
    train(short, "banded_march", days=1)
    train(long, "edge_leg_lift", days=1)
    assert short.pain(BESIDE, 1) > long.pain(BESIDE, 1) + 1
    assert long.pain(BESIDE, 1) == pytest.approx(Follower(2).pain(BESIDE, 1))


def test_nobody_gets_used_to_it():
    person, calm = Follower(2), Follower(2)
    train(person, "banded_march", days=60)
    assert person.pain(BESIDE, 57) > calm.pain(BESIDE, 57) + 1


def test_half_of_the_people_test_themselves():
    told = [bool(list(Follower(seed).tests())) for seed in range(60)]
    assert 15 < sum(told) < 45

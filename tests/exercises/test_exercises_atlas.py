"""The shipped muscle lengths against what anatomy books say, without the model they were computed with."""

import tomllib
from pathlib import Path

import pytest

from flarepath.exercises import EXERCISES, is_posed, reaches, standing

ORDERINGS = Path(__file__).parents[2] / "tools" / "atlas" / "orderings.toml"

POSED = sorted(filter(is_posed, EXERCISES))

PROMISED = """
single_leg_hinge romanian_deadlift back_squat goblet_squat split_squat rear_foot_elevated_split_squat lunge step_up
cossack_squat glute_bridge single_leg_glute_bridge prone_leg_curl nordic_curl banded_march toes_to_bar clamshell
side_lying_leg_raise band_walk copenhagen_plank calf_raise calf_raise_off_step bent_knee_calf_raise
standing_calf_stretch half_kneeling_hip_flexor_stretch couch_stretch pigeon_pose front_split hamstring_stretch_supine
adductor_rock_back bird_dog side_plank plank dead_bug prone_cobra cat_cow
"""


def reach(exercise, muscle):
    return next(each for each in reaches(exercise) if each.muscle == muscle)


@pytest.mark.parametrize("words", tomllib.loads(ORDERINGS.read_text(encoding="utf-8"))["orderings"])
def test_what_the_textbooks_say_of_two_exercises_holds(words):
    muscle, end, more, _, less = words.split()
    assert getattr(reach(more, muscle), end) > getattr(reach(less, muscle), end)


def test_twin_the_other_way_round_it_does_not_hold():
    assert not reach("glute_bridge", "hamstrings").high > reach("romanian_deadlift", "hamstrings").high


def test_at_least_sixty_exercises_are_posed():
    assert len(POSED) >= 60


@pytest.mark.parametrize("exercise", PROMISED.split())
def test_what_can_be_posed_of_the_promised_exercises_is(exercise):
    assert is_posed(exercise)


@pytest.mark.parametrize("exercise", POSED)
def test_every_modelled_muscle_is_told_once(exercise):
    for other_side in (False, True):
        assert [each.muscle for each in reaches(exercise, other_side=other_side)] == list(standing())


@pytest.mark.parametrize("exercise", POSED)
def test_lengths_are_per_cents_in_order(exercise):
    for each in (*reaches(exercise), *reaches(exercise, other_side=True)):
        assert 0 <= each.low <= each.at_load <= each.high <= 100


@pytest.mark.parametrize("exercise", [name for name in POSED if EXERCISES[name].kind == "stretch"])
def test_a_stretch_takes_its_muscle_beyond_its_length_in_standing(exercise):
    sides = (*reaches(exercise), *reaches(exercise, other_side=True))
    for muscle in set(EXERCISES[exercise].mains) & set(standing()):
        assert max(each.high for each in sides if each.muscle == muscle) > standing()[muscle]


def test_an_exercise_of_the_arms_is_not_posed():
    assert not is_posed("face_pull")
    assert reaches("face_pull") == ()


@pytest.mark.parametrize(
    ("muscle", "low", "high"),
    [("vasti", 0, 5), ("iliopsoas", 75, 92), ("hamstrings", 45, 58), ("gastrocnemius", 70, 82), ("soleus", 55, 66)],
)
def test_standing_is_where_the_model_was_measured_before(muscle, low, high):
    """Lengths of the same model in upright standing, from the design study of the atlas."""
    assert low <= standing()[muscle] <= high

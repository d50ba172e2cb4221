"""What people type finds its exercise, and nothing is guessed."""

import pytest

from flarepath.exercises import EXERCISES, TESTS, resolve, resolve_test, suggest
from flarepath.exercises.names import NameIndex

TYPED = {
    "RDL": "romanian_deadlift",
    "rdls": "romanian_deadlift",
    "Bulgarian split squat": "rear_foot_elevated_split_squat",
    "Bulgarians": "rear_foot_elevated_split_squat",
    "clams": "clamshell",
    "Clamshell (L)": "clamshell",
    "pigeon": "pigeon_pose",
    "hanging leg raise toes to bar": "toes_to_bar",
    "T2B": "toes_to_bar",
    "single-leg RDL, each side": "single_leg_hinge",
    "Step Ups": "step_up",
    "pushups": "push_up",
    "Push-Ups": "push_up",
    "Dumbbell lunges": "lunge",
    "left leg curl": "prone_leg_curl",
    "side plank right side": "side_plank",
    "FARMER'S WALK": "carry",
    "foam rolling quads": "quad_roll",
    "hip flexor stretch": "half_kneeling_hip_flexor_stretch",
    "mountain biking": "cycling",
    "walking tour": "hiking",
}


@pytest.mark.parametrize(("typed", "meant"), TYPED.items())
def test_a_name_as_people_type_it_is_found(typed, meant):
    assert resolve(typed) == meant


@pytest.mark.parametrize(
    "typed", ["clamshel", "sqat", "cobra", "press", "splits", "L-sit", "bicycle", "", "band", "zumba"]
)
def test_a_slip_or_a_word_for_two_things_is_never_guessed(typed):
    assert resolve(typed) is None


@pytest.mark.parametrize(("typed", "meant"), [("clamshel", "clamshell"), ("romanian deadlit", "romanian_deadlift")])
def test_a_slip_is_offered_instead(typed, meant):
    assert suggest(typed)[0] == meant


def test_a_word_for_two_things_offers_both():
    assert set(suggest("cobra")) == {"prone_press_up", "prone_cobra"}


def test_nonsense_offers_nothing():
    assert suggest("qqqqxx") == ()


def test_dropping_a_tool_never_changes_what_was_meant():
    assert resolve("band walk") == "band_walk"
    assert resolve("dumbbell kickback") is None


@pytest.mark.parametrize("each", EXERCISES.values(), ids=lambda each: each.id)
def test_every_name_and_alias_leads_home(each):
    assert {resolve(name) for name in (each.id, each.name, *each.aliases)} == {each.id}


@pytest.mark.parametrize("each", TESTS.values(), ids=lambda each: each.id)
def test_every_test_answers_to_its_names(each):
    assert {resolve_test(name) for name in (each.id, each.name, *each.aliases)} == {each.id}


def test_a_name_claimed_twice_belongs_to_none():
    index = NameIndex({"a": ["swing"], "b": ["swings"]})
    assert index.find("swing") is None
    assert index.near("swing") == ("a", "b")
    assert index.claimed_twice == {"swing"}


def test_a_name_claimed_once_is_found():
    assert NameIndex({"a": ["swing"], "b": ["hop"]}).find("Swings") == "a"

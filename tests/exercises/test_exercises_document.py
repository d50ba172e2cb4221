"""Exercises as documents: every muscle once, the library's word first, the model's lengths beside it."""

import json

import pytest

from flarepath.exercises import EXERCISES, exercise, exercise_document, reaches, standing
from flarepath.exercises.document import list_document

KEYS = {
    "id", "name", "aliases", "pattern", "equipment", "sides", "muscles", "cues", "felt_where", "stop_signs", "easier",
    "harder", "pictures", "sources",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_every_exercise_becomes_a_whole_document(name):
    document = exercise_document(EXERCISES[name])
    assert set(document) >= KEYS
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    muscles = [row["muscle"] for row in document["muscles"]]
    assert len(muscles) == len(set(muscles))


@pytest.mark.parametrize("name", sorted(filter(reaches, EXERCISES)))
def test_a_posed_exercise_tells_every_modelled_muscle(name):
    rows = {row["muscle"]: row for row in exercise_document(EXERCISES[name])["muscles"]}
    assert {muscle for muscle, row in rows.items() if row["modelled"]} == set(standing())
    assert all(row["range_low"] <= row["range_high"] for row in rows.values() if row["modelled"])


def test_the_library_says_the_role_and_the_model_the_lengths():
    rows = {row["muscle"]: row for row in exercise_document(exercise("romanian_deadlift"))["muscles"]}
    assert (rows["hamstrings"]["role"], rows["hamstrings"]["zone"]) == ("main", "long")
    assert rows["hamstrings"]["range_high"] > 80 > rows["hamstrings"]["standing"]
    assert rows["latissimus_dorsi"]["modelled"] is False
    assert rows["latissimus_dorsi"]["range_low"] is None


def test_the_model_alone_never_calls_a_muscle_main():
    for each in EXERCISES.values():
        named = set(each.mains)
        mains = {row["muscle"] for row in exercise_document(each)["muscles"] if row["role"] == "main"}
        assert mains == named


def test_every_exercise_has_a_picture():
    assert not [name for name in EXERCISES if not exercise_document(EXERCISES[name])["pictures"]]


def test_the_list_is_short_and_whole():
    assert {each["id"] for each in list_document(EXERCISES.values())} == set(EXERCISES)


def test_in_a_split_the_hamstrings_are_those_of_the_front_leg():
    rows = {row["muscle"]: row for row in exercise_document(exercise("front_split"))["muscles"]}
    assert rows["hamstrings"]["other_side"]
    assert rows["hamstrings"]["range_high"] > 80
    assert "other_side" not in rows["iliopsoas"]

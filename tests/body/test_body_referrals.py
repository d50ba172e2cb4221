import pytest

from flarepath.body import REGIONS, referral_notes
from flarepath.body.referrals import REFERRALS
from flarepath.errors import UnknownId


def said(place, side=""):
    return " ".join(referral_notes(place, side))


@pytest.mark.parametrize(
    ("place", "side", "word"),
    [
        ("jaw", "left", "heart"),
        ("shoulder_front", "left", "heart"),
        ("chest", "right", "heart"),
        ("shoulder_top", "right", "gallbladder"),
        ("shoulder_top", "left", "pregnant"),
        ("lower_back", "left", "kidney"),
        ("groin", "both", "kidney"),
        ("mid_back", "middle", "blood vessel"),
        ("mid_back", "", "pancreas"),
        ("sacroiliac", "", "pelvis"),
        ("knee_inner", "right", "hip"),
    ],
)
def test_a_pain_may_come_from_elsewhere(place, side, word):
    assert word in said(place, side)


def test_the_other_side_is_not_frightened():
    assert "heart" not in said("shoulder_front", "right")
    assert "gallbladder" not in said("shoulder_top", "left")


@pytest.mark.parametrize("side", ["", "both", "middle"])
def test_without_a_clear_side_both_sides_are_told(side):
    assert "heart" in said("shoulder_top", side)
    assert "gallbladder" in said("shoulder_top", side)


def test_the_most_urgent_comes_first_and_the_clue_last():
    notes = referral_notes("shoulder_top", "left")
    assert "emergency number" in notes[0]
    assert notes[-1].startswith("A hint")


def test_the_clue_never_stands_alone():
    assert referral_notes("shoulder_back", "right") == ()


def test_the_clue_never_clears():
    assert "does not rule it out" in said("abdomen")


@pytest.mark.parametrize("place", ["calf", "elbow_tip", "whole_body"])
def test_where_the_map_has_nothing_it_says_nothing(place):
    assert referral_notes(place, "") == ()


def test_every_note_is_about_regions_that_exist():
    assert {place for each in REFERRALS for place in each.regions} <= set(REGIONS)


def test_every_note_says_what_to_do():
    steps = ("now", "today", "doctor", "looked at")
    assert [each.note for each in REFERRALS if not each.clue and not any(step in each.note for step in steps)] == []


def test_an_unknown_place_is_refused():
    with pytest.raises(UnknownId):
        referral_notes("tail", "left")

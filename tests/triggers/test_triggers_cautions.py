"""Medicines are never tried without, foods are never tested at home where that may harm, and relief is not praised."""

import pytest

from flarepath.triggers import find, food_caution, is_caution, is_left_alone, is_never_a_help
from flarepath.triggers.cautions import caution

LEFT_ALONE = "do not stop or change it; show this to whoever gave it"


def days(kind, what, *, every, high=6, low=1):
    """Eight weeks: the thing at eight in the evening of every nth day, and the thigh the next morning."""
    rows = []
    for day in range(56):
        date = f"2026-0{1 + day // 28}-{1 + day % 28:02}"
        rows.append(f"{date}T07:00,pain,,thigh_front,,{high if day % every == 1 else low},nrs,")
        if day % every == 0:
            rows.append(f"{date}T20:00,{kind},{what},,,1,,")
    return "\n".join(rows)


@pytest.fixture
def found(make_diary):
    """What the instant answer says of the only outcome."""
    return lambda rows: find(make_diary(rows), quick=True).outcomes[0]


@pytest.mark.parametrize(
    ("kind", "what"),
    [("medicine", "methotrexate"), ("supplement", "fish_oil"), ("care", "needling"), ("food", "ibuprofen gel")],
)
def test_what_somebody_gave_is_never_tried_without(found, kind, what):
    (trigger,) = found(days(kind, what, every=5)).triggers
    assert trigger.needs == LEFT_ALONE


def test_a_plain_food_may_be_tried_without(found):
    (trigger,) = found(days("food", "butter", every=5)).triggers
    assert not is_caution(trigger.needs)


@pytest.mark.parametrize("reply", ["yes", "unsure"])
def test_after_an_allergic_danger_sign_no_food_is_tested_also_once_it_was_seen(found, reply):
    sign = f"2026-01-20T21:00,answer,e18,,,{reply},,\n2026-01-21T10:00,event,seen_by_professional,,,,,\n"
    (trigger,) = found(f"{sign}2026-02-20T08:00,answer,e18,,,no,,\n{days('food', 'butter', every=5)}").triggers
    assert "allergy clinic" in trigger.needs
    assert "more" not in trigger.needs


def test_without_such_a_sign_the_answer_no_forbids_nothing(make_diary):
    assert food_caution(make_diary("2026-01-20T21:00,answer,e18,,,no,,")) == ""


@pytest.mark.parametrize(
    "told",
    [
        "fact,eating_disorder,,,past,,",
        "fact,pregnancy,,,20,weeks,",
        "fact,underweight,,,yes,,",
        "fact,diabetes,,,yes,,",
        "fact,insulin,,,yes,,",
        "medicine,insulin glargine,,,10,,",
    ],
)
def test_these_facts_leave_food_to_somebody_who_knows(make_diary, told):
    assert "dietitian" in food_caution(make_diary(f"2026-01-20T21:00,{told}"))


@pytest.mark.parametrize("word", ["no", "never", "unknown"])
def test_a_fact_denied_is_none(make_diary, word):
    assert food_caution(make_diary(f"2026-01-20T21:00,fact,eating_disorder,,,{word},,")) == ""


def test_a_set_that_holds_a_medicine_is_left_alone_whole():
    assert caution(("food:butter", "medicine:apixaban"), "") == LEFT_ALONE
    assert caution(("exercise:row", "food:butter"), "") == ""


@pytest.mark.parametrize(("kind", "what"), [("medicine", "oxycodone"), ("food", "red wine"), ("food", "Bier")])
def test_what_may_numb_is_scored_and_never_named_as_what_lowers_a_pain(found, kind, what):
    said = found(days(kind, what, every=5, high=1, low=6))
    assert said.triggers == ()
    assert "does not judge" in said.abstains
    assert what.split()[0].lower() not in said.abstains.lower()
    assert max(said.probabilities.values()) > 0.9
    assert all(not share.exposures for shares in said.shares for share in shares)


def test_what_is_no_medicine_may_be_named_as_lowering_it(found):
    (trigger,) = found(days("massage", "quads", every=5, high=1, low=6)).triggers
    assert trigger.effect.mean < 0


@pytest.mark.parametrize("what", ["ginger tea", "oats", "wheat", "sweet potato", "peanut butter"])
def test_food_is_food(what):
    assert not is_left_alone("food", what)
    assert not is_never_a_help("food", what)

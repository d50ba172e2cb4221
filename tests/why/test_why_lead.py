"""A trigger that is named leads: the first sentence, the first order, the week, and nothing innocent is blamed."""

import re
from functools import cache
from pathlib import Path

import pytest

from flarepath.diary import read
from flarepath.why import document, explain, weekly

CASES = Path(__file__).parents[1] / "cases" / "answers"

LED = {
    "02-omelette-over-99": ("omelette", "15 of 16", "leave omelette out"),
    "03-sitting-over-99": ("sitting", "12 of 23", "every 30 to 45 minutes"),
    "04-cake-in-runs": ("cake", "10 of 10", "no two days running"),
    "22-bread-by-amount-cells": ("bread", "7 of 8", "usual amount or less"),
    "16-deadlift-form-two": ("romanian deadlift", "12 of 12", "romanian deadlift"),
}
"""By case: what leads, its counts of the doses that count, and what is asked."""


def lines(name):
    return (CASES / f"{name}.csv").read_text(encoding="utf-8").splitlines()


@cache
def answer(name):
    return document(explain(read(lines(name))))


@pytest.mark.parametrize("name", LED)
def test_the_first_sentence_names_it_with_its_counts(name):
    names, counted, _ = LED[name]
    assert names in answer(name)["say"]
    assert counted in answer(name)["say"]


@pytest.mark.parametrize("name", LED)
def test_the_first_order_acts_on_it(name):
    assert LED[name][2] in answer(name)["advice"][0]["do"]
    assert answer(name)["verdict"] != "no_cause_found"


@pytest.mark.parametrize("name", ["02-omelette-over-99", "03-sitting-over-99", "04-cake-in-runs"])
def test_nothing_that_was_done_as_usual_is_blamed_beside_it(name):
    exercises = {row.split(",")[2] for row in lines(name) if ",exercise," in row}
    told = " ".join(advice["do"] for advice in answer(name)["advice"]) + " ".join(answer(name)["avoid"])
    assert not [one for one in exercises if one.replace("_", " ") in told]


@pytest.mark.parametrize("name", LED)
def test_no_sentence_of_the_advice_says_it_again(name):
    sentences = [one for advice in answer(name)["advice"] for one in re.split(r"(?<=[.!?])\s", advice["do"])]
    assert len(sentences) == len(set(sentences))
    assert not any(one in answer(name)["say"] for one in sentences)


def test_what_leads_is_done_by_half_in_the_week_or_not_at_all():
    week = weekly(read(lines("16-deadlift-form-two"))).training.week
    usual = 3 * 10 * 50
    planned = [item for session in week.sessions for item in session.items if item.id == "romanian_deadlift"]
    assert all(item.dose.sets * (item.dose.reps or 0) * (item.dose.load_kg or 0) <= usual / 2 for item in planned)


def test_one_exercise_gets_one_order():
    told = [advice["do"] for advice in answer("20-running-paused-and-done")["advice"]]
    assert sum("running" in one for one in told) == 1


def test_the_twin_without_the_omelettes_is_led_by_nothing():
    rows = [one for one in lines("02-omelette-over-99") if ",food,omelette," not in one]
    told = document(explain(read(rows)))
    assert "ties" not in told["say"]


def test_after_a_danger_sign_of_an_allergy_no_food_is_tried_at_home():
    rows = [
        *lines("02-omelette-over-99"),
        "2026-08-01T12:00,answer,e18,,,yes,,",
        "2026-08-02T12:00,event,seen_by_professional,,,,,",
    ]
    told = document(explain(read(rows)))
    assert "allergy clinic" in told["advice"][0]["do"]
    assert "leave omelette out" not in str(told["advice"])

"""Table D1: each row with the twin that it must not take."""

import pytest

from flarepath.plan import adjust
from flarepath.plan.adjust import ADJUSTMENTS, facts_of

WELL = {"form": 5, "good_form": True, "poor_form": False, "target_felt": True, "fine": True, "wrong_length": ""}
SORE = {**WELL, "sore_next_day": True, "range_down": True}
REPEATS = {**WELL, "flares_with_it": 2, "repeat_flares": 2}
TRIED = {**WELL, "tried_form": True, "tried_swap": True}


def chosen(clearance, facts):
    found = adjust(clearance, facts)
    return found and (found.rule, ADJUSTMENTS[found.rule])


@pytest.mark.parametrize(
    ("facts", "row"),
    [
        (SORE, ("sore_and_well_done", "ease")),
        ({**SORE, "form": 3, "good_form": False, "poor_form": True}, ("poor_form", "better_form")),
        ({**SORE, "target_felt": False}, ("another_muscle_felt", "better_form")),
        ({**WELL, "wrong_length": "vasti"}, ("wrong_length", "other_muscle")),
        (REPEATS, ("repeats", "same_muscle")),
        (TRIED, ("tried_both", "other_muscle")),
        (WELL, None),
        ({}, None),
    ],
    ids=str,
)
def test_the_first_row_that_fits_is_chosen(cleared, facts, row):
    assert chosen(cleared(), facts) == row


@pytest.mark.parametrize(
    ("facts", "change"),
    [
        (SORE, {"range_down": None}),
        (SORE, {"range_down": False}),
        (SORE, {"sore_next_day": False}),
        (SORE, {"fine": False}),
        (SORE, {"good_form": None}),
        (REPEATS, {"flares_with_it": 1}),
        (REPEATS, {"good_form": None}),
        (TRIED, {"tried_swap": False}),
        (TRIED, {"tried_form": False}),
    ],
    ids=str,
)
def test_a_row_that_lacks_one_fact_is_passed_over(cleared, facts, change):
    assert chosen(cleared(), {**facts, **change}) is None


def test_a_standing_safety_answer_comes_before_every_row(cleared):
    assert chosen(cleared("days"), SORE) == ("gate_hit", "refer")


def test_soreness_of_a_well_done_exercise_comes_before_a_repeat(cleared):
    assert chosen(cleared(), {**SORE, **REPEATS})[0] == "sore_and_well_done"


def test_poor_form_comes_before_a_wrong_length(cleared):
    assert chosen(cleared(), {**WELL, "form": 2, "poor_form": True, "wrong_length": "vasti"})[0] == "poor_form"


HINGE = """
2026-02-24T07:30,soreness,,thigh_back,both,0,nrs,
2026-03-02T18:00,exercise,single_leg_hinge,,both,,,sets=3; reps=10; form={form}; felt={felt}; felt_muscle={muscle}
2026-03-03T07:30,soreness,,thigh_back,both,5,nrs,quality=sore; when=motion
2026-03-03T07:32,test,active_knee_extension,hamstrings,both,-20,deg,change=own
"""


def test_the_log_fills_the_facts(setting):
    facts = facts_of(setting(HINGE.format(form=4, felt="fine", muscle="hamstrings")))
    assert {facts[name] for name in ("good_form", "target_felt", "fine", "sore_next_day", "range_down")} == {True}


def test_a_pinch_and_another_muscle_are_facts_too(setting):
    facts = facts_of(setting(HINGE.format(form=4, felt="fine+pinch", muscle="calf")))
    assert (facts["fine"], facts["target_felt"]) == (False, False)


def test_nothing_is_known_of_a_day_without_training(setting):
    assert facts_of(setting("2026-03-03T07:30,pain,,wrist,left,5,nrs,")) == {}


CURLS = """
2026-01-04T08:00,pain,,elbow_inner,right,0,nrs,
2026-01-05T18:00,exercise,{first},,both,,,sets=3; reps=8; form=5; effort=6
2026-01-06T08:00,pain,,elbow_inner,right,4,nrs,
2026-01-08T08:00,pain,,elbow_inner,right,0,nrs,
2026-01-19T08:00,pain,,elbow_inner,right,0,nrs,
2026-01-19T18:00,exercise,biceps_curl,,both,,,sets=3; reps=8; form=5; effort=6
2026-01-20T08:00,pain,,elbow_inner,right,5,nrs,
"""


def test_the_same_exercise_before_two_flare_ups_is_counted(setting):
    assert facts_of(setting(CURLS.format(first="biceps_curl")))["flares_with_it"] == 2


def test_another_exercise_of_the_same_muscle_before_the_earlier_one_is_a_swap_that_was_tried(setting):
    facts = facts_of(setting(CURLS.format(first="incline_curl")))
    assert (facts["flares_with_it"], facts["tried_form"], facts["tried_swap"]) == (1, True, True)

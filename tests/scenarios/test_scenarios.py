"""SC1-SC30 with their twins, and a pair of cases for every cause, run through the whole answer."""

import json

import pytest

from flarepath.diary import read
from flarepath.why import document, explain

CALM = {
    "at": "2026-03-03T08:00:00+00:00",
    "gate": {"level": "clear", "findings": []},
    "flare": {"confirmed": False, "peak_points": 4.0},
    "say": "This looks most like soreness, and it can also be something else.",
    "meaning": ["did_right"],
    "causes": [
        {"cause": "sore_muscle", "probability": 0.7, "for": ["New."], "against": ["Sharp."]},
        {"cause": "stress", "probability": 0.3, "for": [], "against": ["Slept well."]},
    ],
    "verdict": "looks_most_like",
    "advice": [{"adjustment": "ease", "review_on": "2026-03-06", "because": ["R41"]}],
    "avoid": ["Hard work for the calf."],
    **dict.fromkeys(("points", "triggers", "forecast", "similar"), ()),
    **dict.fromkeys(("next_test", "refer")),
}


def test_the_answer_is_what_the_scenario_asks(case, complaints):
    answer = explain(read(case.rows), at=case.at, region=case.region, side=case.side)
    found = document(answer)
    assert complaints(found, answer.exit_code, case.expect) == [], json.dumps(found, indent=1, ensure_ascii=False)


def test_the_diary_of_a_scenario_reads_without_a_problem(case):
    assert read(case.rows).problems == ()


def test_a_fitting_answer_draws_no_complaint(complaints):
    expect = {"top": "sore_muscle", "advice_has": ["ease"], "flare": {"peak_points": 4.0}, "review_within_days": 3}
    assert complaints(CALM, 0, expect) == []


@pytest.mark.parametrize(
    "expect",
    [
        {"level": "days"},
        {"top": ["stress", "systemic"]},
        {"cause_above": [["stress", "sore_muscle"]]},
        {"probability_at_most": {"sore_muscle": 0.6}},
        {"meaning_lacks": ["did_right"]},
        {"advice_lacks": ["ease"]},
        {"avoid_matches": ["stretch"]},
        {"says": ["chocolate"]},
        {"never_says": ["Sore(ness)?"]},
        {"has": ["refer"]},
        {"lacks": ["meaning"]},
        {"flare": {"confirmed": True}},
        {"exit": 3},
    ],
    ids=lambda expect: next(iter(expect)),
)
def test_an_unfitting_answer_draws_one_complaint(complaints, expect):
    assert len(complaints(CALM, 0, expect)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"gate": {"level": "unanswered", "findings": []}},
        {"say": "You are safe."},
        {"say": ""},
        {"advice": []},
        {"causes": [{"cause": "stress", "probability": 1.0, "for": ["No sleep."], "against": []}]},
        {"causes": [{"cause": "stress", "probability": 0.5, "for": [], "against": ["Slept well."]}]},
    ],
    ids=str,
)
def test_an_answer_that_breaks_a_law_is_complained_about(complaints, change):
    assert complaints(CALM | change, 0, {"exit": 0})

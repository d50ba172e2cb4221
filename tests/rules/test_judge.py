"""The engine: facts in, findings with reasons out."""

import pytest

from flarepath.rules import Answer, Rule, first_match, judge

FEVER = Rule("fever", ("temperature_c",), lambda f: f["temperature_c"] >= 38, "{temperature_c} °C", "ours")
COUGH = Rule("cough", ("coughs",), lambda f: f["coughs"] > 3, "{coughs} coughs", "ours")


def test_a_rule_that_holds_says_why():
    assert judge([FEVER], {"temperature_c": 38.5})[0].because == "38.5 °C"


def test_a_rule_that_does_not_hold_answers_no():
    assert judge([FEVER], {"temperature_c": 36.6})[0].answer is Answer.NO


@pytest.mark.parametrize("facts", [{}, {"temperature_c": None}])
def test_a_missing_fact_is_unknown_and_is_named(facts):
    found = judge([FEVER], facts)[0]
    assert (found.answer, found.missing) == (Answer.UNKNOWN, ("temperature_c",))


def test_a_broken_rule_is_loud():
    with pytest.raises(TypeError):
        judge([FEVER], {"temperature_c": "warm"})


def test_no_rule_is_skipped():
    assert [f.rule for f in judge([FEVER, COUGH], {"coughs": 9})] == ["fever", "cough"]


def test_the_first_rule_that_holds_wins():
    assert first_match([FEVER, COUGH], {"temperature_c": 39, "coughs": 9}).rule == "fever"


def test_a_rule_without_its_fact_is_passed_over():
    assert first_match([FEVER, COUGH], {"coughs": 9}).rule == "cough"


def test_nothing_that_holds_is_none():
    assert first_match([FEVER], {"temperature_c": 36}) is None

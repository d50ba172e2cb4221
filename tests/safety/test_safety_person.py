"""Facts that lift an answer by one tier, for how long, and for which question never."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flarepath.safety import FACTS
from flarepath.sources import all_sources

RAISES = {
    *("birth_year", "implant", "surgery", "immobility", "cancer", "osteoporosis", "fracture", "steroids"),
    *("anticoagulant", "immune", "diabetes", "dialysis", "injecting", "aneurysm", "pregnancy", "postpartum"),
    *("underweight", "insulin", "bleeding_disorder", "sickle_cell", "caesarean"),
}
HOUR = timedelta(hours=1)


def level(ask, question, *facts, word="yes"):
    return ask.gate([*ask.everything(but=[question]), ask.answer(question, word), *facts]).level


def test_the_facts_that_raise_are_those_of_the_evidence():
    assert {fact.name for fact in FACTS.values() if fact.raises} == RAISES
    assert all(fact.source in all_sources() and fact.text.endswith("?") for fact in FACTS.values())


@pytest.mark.parametrize("name", sorted(RAISES - {"birth_year"}))
def test_a_raising_fact_lifts_a_yes_by_one_tier(ask, name):
    assert level(ask, "d16", ask.fact(name)) == "same_day"
    assert level(ask, "d16", ask.fact(name, "no")) == "days"


@pytest.mark.parametrize(("question", "lifted"), [("s1", "emergency"), ("d1", "same_day"), ("n3", "days")])
def test_each_tier_is_lifted_to_the_next(ask, question, lifted):
    assert level(ask, question, ask.fact("diabetes")) == lifted


def test_an_emergency_stays_one(ask):
    assert level(ask, "e4", ask.fact("diabetes")) == "emergency"


@pytest.mark.parametrize(("born", "expected"), [(1955, "same_day"), (1956, "days"), (2007, "days"), (2008, "same_day")])
def test_age_above_70_or_below_18_lifts(ask, born, expected):
    assert level(ask, "d16", ask.fact("birth_year", born)) == expected


@pytest.mark.parametrize(("word", "expected"), [("unsure", "emergency"), ("no", "clear")])
def test_a_raising_fact_lifts_an_unsure_and_never_a_no(ask, word, expected):
    assert level(ask, "e4", ask.fact("cancer"), word=word) == expected


def test_an_unsure_for_the_next_visit_asks_for_nothing_even_raised(ask):
    assert level(ask, "n3", ask.fact("cancer"), word="unsure") == "clear"


@pytest.mark.parametrize(
    ("question", "fact", "expected"),
    [
        ("s2", "implant", "same_day"),
        ("s9", "cancer", "same_day"),
        ("s11", "osteoporosis", "same_day"),
        ("s11", "steroids", "same_day"),
        ("s15", "surgery", "same_day"),
        ("d12", "implant", "days"),
    ],
)
def test_a_fact_never_lifts_a_question_that_names_it(ask, question, fact, expected):
    assert level(ask, question, ask.fact(fact)) == expected
    assert level(ask, question, ask.fact(fact), ask.fact("dialysis")) != expected


def test_age_never_lifts_the_question_on_a_fracture_in_age(ask):
    assert level(ask, "s11", ask.fact("birth_year", 1940)) == "same_day"


def test_two_raising_facts_lift_once(ask):
    assert level(ask, "d16", ask.fact("diabetes"), ask.fact("cancer")) == "same_day"


@pytest.mark.parametrize(
    ("name", "weeks"), [("surgery", 12), ("immobility", 12), ("postpartum", 6), ("pregnancy", 48), ("caesarean", 12)]
)
def test_a_passing_fact_counts_for_its_weeks(ask, name, weeks):
    start = ask.MONDAY - ask.days(7 * weeks)
    assert level(ask, "d16", ask.fact(name, at=start)) == "same_day"
    assert level(ask, "d16", ask.fact(name, at=start - HOUR)) == "days"


@pytest.mark.parametrize(("told", "expected"), [("2025-12-20", "same_day"), ("2025-10-01", "days"), ("2019", "days")])
def test_the_date_that_was_told_counts_before_the_rows_own(ask, told, expected):
    assert level(ask, "d16", ask.fact("surgery", told)) == expected


def test_a_date_in_the_future_counts_from_the_rows_own_time(ask):
    assert level(ask, "d16", ask.fact("surgery", "2031-01-01", at=ask.MONDAY - ask.days(85))) == "days"


@pytest.mark.parametrize(("days", "expected"), [(84, "same_day"), (85, "days")])
def test_an_operation_in_the_diary_counts_like_the_fact(ask, days, expected):
    assert level(ask, "d16", ask.event("surgery", at=ask.MONDAY - ask.days(days))) == expected


def test_the_newest_word_on_a_fact_counts(ask):
    earlier = ask.fact("steroids", at=ask.MONDAY - ask.days(9))
    assert level(ask, "d16", earlier, ask.fact("steroids", "no")) == "days"


def test_a_knee_without_metal_takes_no_hip_back(ask):
    hip = ask.fact("implant", "2019", where="hip_front", side="right", at=ask.MONDAY - ask.days(9))
    assert level(ask, "d16", hip, ask.fact("implant", "no", where="knee_front", side="right")) == "same_day"


def test_a_missing_fact_is_listed_and_blocks_nothing(ask):
    found = ask.gate([*ask.everything(), ask.fact("cancer", "no"), ask.fact("immune", "unsure")])
    assert found.level == "clear"
    assert set(FACTS) - set(found.unknown_facts) == {"cancer"}


@pytest.mark.parametrize("born", ["0", "1850", "2040", "long ago"])
def test_a_year_of_birth_that_cannot_be_is_unknown(ask, born):
    found = ask.gate([*ask.everything(), ask.fact("birth_year", born)])
    assert "birth_year" in found.unknown_facts
    assert not found.minor


def born(ask, year, at=None, **detail):
    told = ask.fact("birth_year", year, at=at or ask.MONDAY)
    return replace(told, detail=tuple((key, str(value)) for key, value in detail.items()))


@pytest.mark.parametrize(("zone", "minor"), [("Asia/Tokyo", False), ("America/Lima", True)])
def test_the_day_of_the_persons_own_place_counts(ask, zone, minor):
    new_year = ask.MONDAY.replace(year=2025, month=12, day=31, hour=23)
    entries = [born(ask, 2008, new_year, month=1, day=1), ask.fact("timezone", zone, at=new_year)]
    assert ask.gate(entries, at=new_year).minor is minor


def test_a_fact_from_the_future_does_not_exist(ask):
    assert level(ask, "d16", ask.fact("cancer", at=ask.MONDAY + HOUR)) == "days"


# ---- age by the day ----
@pytest.mark.parametrize(
    ("year", "detail", "minor"),
    [
        (2009, {}, True),
        (2008, {}, True),
        (2007, {}, False),
        (2008, {"month": 2}, False),
        (2008, {"month": 3}, True),
        (2008, {"month": 4}, True),
        (2008, {"month": 3, "day": 2}, False),
        (2008, {"month": 3, "day": 3}, True),
        (2008, {"month": 13}, True),
        (2008, {"day": 1}, True),
    ],
)
def test_who_may_be_below_18_is_a_minor_until_the_day_is_known(ask, year, detail, minor):
    assert ask.gate([*ask.everything(), born(ask, year, **detail)]).minor is minor


def test_with_a_year_alone_a_person_is_an_adult_when_the_year_is_over(ask):
    told = born(ask, 2008, ask.MONDAY.replace(month=1, day=5))
    assert ask.gate([told], at=ask.MONDAY.replace(month=12, day=30)).minor
    assert not ask.gate([told], at=ask.MONDAY.replace(month=12, day=31)).minor


@pytest.mark.parametrize(("question", "year"), [("e12", 1976), ("d3", 1976), ("d5", 1966), ("d6", 1986)])
def test_a_question_from_an_age_is_asked_from_the_first_day_that_may_be_it(ask, question, year):
    assert ask.finding(ask.gate([born(ask, year)]), question).answer == "missing"
    assert ask.finding(ask.gate([born(ask, year, month=12)]), question).answer == "not_applicable"


def test_the_question_for_a_child_stays_until_18_is_certain(ask):
    assert ask.finding(ask.gate([born(ask, 2008)]), "e15").answer == "missing"
    assert ask.finding(ask.gate([born(ask, 2008, month=1)]), "e15").answer == "not_applicable"


# ---- what may have changed ----
@pytest.mark.parametrize(("fact", "question"), [("pregnancy", "e13"), ("surgery", "s15"), ("cancer", "s9")])
def test_a_no_to_what_can_change_runs_out_like_an_answer(ask, fact, question):
    def answer(days):
        told = ask.fact(fact, "no", at=ask.MONDAY - ask.days(days))
        return ask.finding(ask.gate([told]), question).answer

    assert (answer(28), answer(29)) == ("not_applicable", "missing")


def test_a_no_to_what_stays_does_not_run_out(ask):
    told = ask.fact("sickle_cell", "no", at=ask.MONDAY - ask.days(400))
    assert ask.finding(ask.gate([told]), "e23").answer == "not_applicable"

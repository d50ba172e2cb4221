"""Every question: where it fires, where unsure fires, where it is missing."""

import pytest

from flarepath.body import REGIONS
from flarepath.safety import FACTS, QUESTIONS, SHORT_SCREEN
from flarepath.sources import all_sources

# Written out by hand from EVIDENCE section 1, so that a slip in the table fails: id, level of yes, level of unsure.
EXPECTED = [
    ("e1", "emergency", "same_day"),
    ("e2", "emergency", "same_day"),
    ("e3", "emergency", "same_day"),
    ("e4", "emergency", "same_day"),
    ("e5", "emergency", "same_day"),
    ("e6", "emergency", "same_day"),
    ("e7", "emergency", "same_day"),
    ("e8", "emergency", "same_day"),
    ("e9", "emergency", "same_day"),
    ("e10", "emergency", "same_day"),
    ("e11", "emergency", "same_day"),
    ("e12", "emergency", "same_day"),
    ("e13", "emergency", "same_day"),
    ("e14", "emergency", "same_day"),
    ("e15", "emergency", "same_day"),
    ("e16", "emergency", "same_day"),
    ("e17", "emergency", "same_day"),
    ("e18", "emergency", "same_day"),
    ("e19", "emergency", "same_day"),
    ("e20", "emergency", "same_day"),
    ("e21", "emergency", "same_day"),
    ("e22", "emergency", "same_day"),
    ("e23", "emergency", "same_day"),
    ("s1", "same_day", "days"),
    ("s2", "same_day", "days"),
    ("s3", "same_day", "days"),
    ("s4", "same_day", "days"),
    ("s5", "same_day", "days"),
    ("s6", "same_day", "days"),
    ("s7", "same_day", "days"),
    ("s8", "same_day", "days"),
    ("s9", "same_day", "days"),
    ("s10", "same_day", "days"),
    ("s11", "same_day", "days"),
    ("s12", "same_day", "days"),
    ("s13", "same_day", "days"),
    ("s14", "same_day", "days"),
    ("s15", "same_day", "days"),
    ("s16", "same_day", "days"),
    ("s17", "same_day", "days"),
    ("s18", "same_day", "days"),
    ("s19", "same_day", "days"),
    ("s20", "same_day", "days"),
    ("s21", "same_day", "days"),
    ("s22", "same_day", "days"),
    ("s23", "same_day", "days"),
    ("s24", "same_day", "days"),
    ("s25", "same_day", "days"),
    ("s26", "same_day", "days"),
    ("d1", "days", "next_visit"),
    ("d2", "days", "next_visit"),
    ("d3", "days", "next_visit"),
    ("d4", "days", "next_visit"),
    ("d5", "days", "next_visit"),
    ("d6", "days", "next_visit"),
    ("d7", "days", "next_visit"),
    ("d8", "days", "next_visit"),
    ("d9", "days", "next_visit"),
    ("d10", "days", "next_visit"),
    ("d11", "days", "next_visit"),
    ("d12", "days", "next_visit"),
    ("d13", "days", "next_visit"),
    ("d14", "days", "next_visit"),
    ("d15", "days", "next_visit"),
    ("d16", "days", "next_visit"),
    ("d17", "days", "next_visit"),
    ("d18", "days", "next_visit"),
    ("d19", "days", "next_visit"),
    ("d20", "days", "next_visit"),
    ("d21", "days", "next_visit"),
    ("d22", "days", "next_visit"),
    ("d23", "days", "next_visit"),
    ("d24", "days", "next_visit"),
    ("n1", "next_visit", "clear"),
    ("n2", "next_visit", "clear"),
    ("n3", "next_visit", "clear"),
    ("n4", "next_visit", "clear"),
    ("n5", "next_visit", "clear"),
    ("n6", "next_visit", "clear"),
    ("n7", "next_visit", "clear"),
    ("n8", "next_visit", "clear"),
]
IDS = [row[0] for row in EXPECTED]


@pytest.mark.parametrize(("name", "yes", "_unsure"), EXPECTED, ids=IDS)
def test_a_yes_fires_at_its_level(ask, name, yes, _unsure):
    found = ask.gate([*ask.everything(but=[name]), ask.answer(name, "yes")])
    assert (found.level, ask.finding(found, name).tier) == (yes, yes)


@pytest.mark.parametrize(("name", "_yes", "unsure"), EXPECTED, ids=IDS)
def test_an_unsure_fires_one_tier_lower(ask, name, _yes, unsure):
    found = ask.gate([*ask.everything(but=[name]), ask.answer(name, "unsure")])
    assert (found.level, ask.finding(found, name).answer) == (unsure, "unsure")


@pytest.mark.parametrize("name", [name for name in IDS if not name.startswith("n")])
def test_a_missing_answer_is_never_a_no(ask, name):
    found = ask.gate(ask.everything(but=[name]))
    assert (found.level, found.missing, ask.finding(found, name).answer) == ("unanswered", (name,), "missing")


@pytest.mark.parametrize("name", [name for name in IDS if name.startswith("n")])
def test_a_question_for_the_next_visit_never_blocks(ask, name):
    found = ask.gate(ask.everything())
    assert (found.level, ask.finding(found, name).blocks) == ("clear", False)


def test_the_table_holds_every_question_and_no_other():
    assert list(QUESTIONS) == IDS


def test_the_short_screen_is_the_ten_starred_questions():
    assert SHORT_SCREEN == ("e1", "e2", "e3", "e4", "e7", "e8", "e14", "s1", "s4", "s5")


@pytest.mark.parametrize("one", QUESTIONS.values(), ids=IDS)
def test_a_question_is_one_that_yes_or_no_answers(one):
    assert one.text.endswith("?")
    assert one.gloss
    assert one.suspected
    assert one.do
    assert one.version >= 1


SECOND_EDITION = {
    *(f"e{n}" for n in range(19, 24)),
    *(f"s{n}" for n in range(18, 27)),
    *(f"d{n}" for n in range(18, 25)),
}


def test_the_newer_questions_are_a_second_edition():
    assert {one.id for one in QUESTIONS.values() if one.edition == 2} == SECOND_EDITION
    assert {one.edition for one in QUESTIONS.values()} == {1, 2}


@pytest.mark.parametrize("one", QUESTIONS.values(), ids=IDS)
def test_a_question_stands_on_a_page_and_on_a_source(one):
    pages = {region.area for region in REGIONS.values()} | {"general", "mind", "pregnancy"}
    assert one.area in pages
    assert one.source in all_sources()


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("s2", {"implant"}),
        ("s9", {"cancer"}),
        ("s11", {"birth_year", "osteoporosis", "steroids"}),
        ("s15", {"surgery"}),
        ("s20", {"bleeding_disorder", "anticoagulant"}),
        ("s23", {"pregnancy", "postpartum", "hypertension"}),
        ("d12", {"implant"}),
        ("e16", {"implant"}),
        ("s1", set()),
    ],
)
def test_a_question_knows_the_facts_that_it_names(name, names):
    assert QUESTIONS[name].names == names
    assert names <= set(FACTS)


REMOVED = [
    ("e12", "birth_year", 1977, 1976),
    ("s7", "birth_year", 1977, 1976),
    ("d3", "birth_year", 1977, 1976),
    ("d5", "birth_year", 1967, 1966),
    ("d6", "birth_year", 1987, 1986),
    ("e15", "birth_year", 2007, 2008),
    ("e13", "sex", "male", "female"),
    ("n7", "sex", "male", "female"),
    ("e16", "implant", "no", "yes"),
    ("s2", "implant", "none", "2019"),
    ("d12", "implant", "no", "2007"),
    ("e13", "pregnancy", "no", "yes"),
    ("s15", "surgery", "no", "yes"),
    ("s9", "cancer", "no", "2009"),
    ("e23", "sickle_cell", "no", "yes"),
    ("d18", "sex", "male", "female"),
    ("d22", "cancer", "no", "yes"),
]


@pytest.mark.parametrize(("name", "fact", "removes", "_keeps"), REMOVED)
def test_a_fact_removes_what_cannot_be(ask, name, fact, removes, _keeps):
    found = ask.gate([*ask.everything(but=[name]), ask.fact(fact, removes)])
    assert (ask.finding(found, name).answer, found.missing) == ("not_applicable", ())


@pytest.mark.parametrize(("name", "fact", "_removes", "keeps"), REMOVED)
def test_the_twin_keeps_the_question(ask, name, fact, _removes, keeps):
    found = ask.gate([*ask.everything(but=[name]), ask.fact(fact, keeps)])
    assert ask.finding(found, name).answer == "missing"


@pytest.mark.parametrize("name", dict.fromkeys(row[0] for row in REMOVED))
def test_a_missing_fact_removes_nothing(ask, name):
    assert ask.finding(ask.gate([]), name).answer == "missing"


def test_a_yes_counts_even_where_a_fact_removes_the_question(ask):
    entries = [*ask.everything(), ask.fact("implant", "no"), ask.answer("s2", "yes")]
    assert ask.gate(entries).level == "same_day"


@pytest.mark.parametrize("name", ["s20", "s23"])
def test_a_question_for_one_of_two_facts_goes_with_both_denied(ask, name):
    first, second, *_ = sorted(QUESTIONS[name].names - {"hypertension"})
    one_no = [*ask.everything(but=[name]), ask.fact(first, "no")]
    assert ask.gate(one_no).missing == (name,)
    assert ask.gate([*one_no, ask.fact(second, "no")]).missing == ()
    assert ask.gate([*one_no, ask.fact(second, "yes")]).missing == (name,)


def test_a_pregnancy_that_was_told_keeps_its_question_for_every_sex(ask):
    entries = [*ask.everything(but=["e13"]), ask.fact("sex", "male"), ask.fact("pregnancy")]
    assert ask.gate(entries).missing == ("e13",)

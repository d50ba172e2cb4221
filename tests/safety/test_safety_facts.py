"""The facts: lines of a checklist, and values that are checked when they are told."""

from pathlib import Path

import pytest

from flarepath.diary import Diary, read
from flarepath.safety import COUNTRY_NAMES, FACTS, PAGES, country_code, fact_told, help_numbers, screen
from flarepath.safety.person import person
from flarepath.sources import all_sources

MOST_WORDS = 14
ADDED = {
    *("hypermobility", "hypertension", "heart_disease", "glaucoma", "epilepsy", "hernia", "disc_or_stenosis"),
    *("pelvic_floor", "post_exertional", "insulin", "bleeding_disorder", "sickle_cell", "caesarean", "vertigo"),
}


def known(ask, *entries):
    return person(Diary.of_entries(entries), at=ask.MONDAY)


def test_every_fact_is_a_short_line_under_a_heading():
    assert set(FACTS) >= ADDED
    assert all(0 < len(fact.line.split()) <= MOST_WORDS for fact in FACTS.values())
    assert {fact.group for fact in FACTS.values()} == set(PAGES["facts"].group_ids)
    assert all(fact.source in all_sources() for fact in FACTS.values())


def test_every_fact_that_is_a_yes_has_a_name_for_the_summary():
    nameless = {fact.name for fact in FACTS.values() if fact.value == "yes" and not fact.reason}
    assert nameless == {"eating_disorder"}


@pytest.mark.parametrize("name", sorted(ADDED))
def test_a_new_fact_is_known_once_told(ask, name):
    assert known(ask, fact_told(name, "yes", at=ask.MONDAY)).facts[name] is True
    assert known(ask, fact_told(name, "no", at=ask.MONDAY)).facts[name] is False
    assert name not in known(ask, fact_told(name, "unsure", at=ask.MONDAY)).facts


@pytest.mark.parametrize("word", ["2027", "1899", "0", "-5", "last century", "", "20", "99999999999", "²"])
def test_a_year_of_birth_that_cannot_be_is_refused_with_a_sentence(ask, word):
    with pytest.raises(ValueError, match="The year of birth must lie between 1900 and 2026"):
        fact_told("birth_year", word, at=ask.MONDAY)


@pytest.mark.parametrize("word", ["2026", "1900", " 1984 "])
def test_the_twin_year_is_kept(ask, word):
    assert fact_told("birth_year", word, at=ask.MONDAY).value == float(word)


def test_a_month_of_birth_is_kept_beside_the_year(ask):
    assert fact_told("birth_year", "2008", at=ask.MONDAY, month=2).detail == (("month", "2"),)
    assert not known(ask, fact_told("birth_year", "2008", at=ask.MONDAY, month=2)).minor
    with pytest.raises(ValueError, match="1 to 12"):
        fact_told("birth_year", "2008", at=ask.MONDAY, month=13)


@pytest.mark.parametrize(
    ("word", "code"), [("uk", "GB"), ("GB", "GB"), ("Portugal", "PT"), ("pt", "PT"), ("other", "other")]
)
def test_a_country_is_kept_by_its_code(ask, word, code):
    assert fact_told("country", word, at=ask.MONDAY).word == code


@pytest.mark.parametrize("word", ["Atlantis", "", "XX", "=1+1"])
def test_a_country_that_is_not_on_the_list_is_refused(ask, word):
    with pytest.raises(ValueError, match="take one from the list"):
        fact_told("country", word, at=ask.MONDAY)


def test_every_country_of_the_list_has_numbers_and_leads_back_to_itself():
    assert len(COUNTRY_NAMES) > 30
    assert all(country_code(code) == code and country_code(name) == code for code, name in COUNTRY_NAMES.items())
    assert [code for code in COUNTRY_NAMES if help_numbers(code).country == "unknown"] == ["other"]


@pytest.mark.parametrize(("name", "word"), [("sex", "man"), ("cancer", "perhaps"), ("implant", "")])
def test_a_word_that_says_nothing_is_refused(ask, name, word):
    with pytest.raises(ValueError, match="is none of"):
        fact_told(name, word, at=ask.MONDAY)


def test_an_unknown_fact_is_refused_with_the_nearest(ask):
    with pytest.raises(ValueError, match="did you mean 'diabetes'"):
        fact_told("diabets", "yes", at=ask.MONDAY)


def test_a_value_that_cannot_be_is_named_to_be_mended_and_counts_as_never_told(ask):
    who = known(ask, ask.fact("birth_year", 2027), ask.fact("country", "Atlantis"), ask.fact("sex", "female"))
    assert who.to_mend == ("birth_year", "country")
    assert "birth_year" in who.unknown
    assert known(ask, ask.fact("birth_year", 1984), ask.fact("country", "GB")).to_mend == ()


# ---- what the diary reads ----
HEAD = "time,kind,what,where,side,value,unit,detail\n"


def of(row):
    return read((HEAD + row + "\n").splitlines(keepends=True))


def test_a_year_of_birth_after_its_own_row_is_a_problem_and_no_fact():
    diary = of("2026-01-05T07:00,fact,birth_year,,,2027,,")
    assert diary.of("fact") == ()
    assert "the year of birth 2027 lies after 2026" in diary.problems[0].why


def test_the_twin_year_is_read_with_its_month():
    assert dict(of("2026-01-05T07:00,fact,birth_year,,,2008,,month=2").of("fact")[0].detail) == {"month": "2"}


@pytest.mark.parametrize("detail", ["month=13", "month=0", "day=32", "month=May"])
def test_a_month_that_cannot_be_is_a_problem(detail):
    assert of(f"2026-01-05T07:00,fact,birth_year,,,2008,,{detail}").problems


def full(born):
    """A person who answered everything on 5 January 2026; asked on 13 January, when the back flares up."""
    return Path(__file__).with_name("born.csv").read_text(encoding="utf-8").replace("BORN", born)


@pytest.mark.parametrize(("born", "level", "minor"), [("2008", "days", True), ("2007", "clear", False)])
def test_who_is_17_or_18_is_a_minor_until_the_month_is_known(ask, born, level, minor):
    gate = screen(read(full(born).splitlines(keepends=True)), at=ask.MONDAY.replace(month=1, day=13))
    assert (gate.level, gate.minor) == (level, minor)


def test_who_was_born_in_a_year_to_come_is_asked_again_and_never_an_adult(ask):
    diary = read(full("2027").splitlines(keepends=True))
    gate = screen(diary, at=ask.MONDAY.replace(month=1, day=13))
    assert "birth_year" in gate.unknown_facts
    assert any("ine 3" in sentence for sentence in (*gate.due, *gate.repairs))
    assert [problem.line for problem in diary.problems] == [3]

"""What the person is told: calm, never more than is known, never a disease, always somewhere to go."""

import re
import tomllib
from datetime import timedelta
from importlib.resources import files

import pytest

from flarepath.body import REGIONS
from flarepath.safety import COUNTRIES, QUESTIONS, help_numbers
from flarepath.safety.wording import CARDS
from flarepath.sources import all_sources

BANNED = re.compile(
    r"\b(zero chance|wouldn't matter|quackery|just|only in your head|torn|broken|degenerating|cure|fixed|safe"
    r"|all clear|diagnose|streak)\b",
    re.IGNORECASE,
)
DISEASES = re.compile(
    r"cauda|aort|aneurysm|embol|thrombo|infarct|angina|stroke|arteritis|sepsis|septic|cancer|tumour|myeloma|gout"
    r"|rhabdo|rupture|arthritis|lyme|necrosis|discitis|pregnan|depression|shingles",
    re.IGNORECASE,
)
TABLES = ("questions", "facts", "countries", "cards", "words", "numbers", "implants", "news", "signs")


def yes(ask, name, *more):
    return ask.gate([*ask.everything(but=[name]), ask.answer(name, "yes", where="knee_front", side="left"), *more])


def test_clear_says_what_it_may_and_nothing_more(ask):
    assert ask.gate([*ask.everything(), ask.fact("country", "GB")]).say == (
        "Nothing in your answers of 2 March matches the warning list. If that changes, answer the questions again; "
        "if it is urgent, call 999."
    )


@pytest.mark.parametrize("level", ["e4", "s1", "d1", "n1"])
def test_a_warning_never_says_that_nothing_matches(ask, level):
    assert "Nothing in your answers" not in yes(ask, level).say


@pytest.mark.parametrize(
    ("name", "to"),
    [("e4", "999"), ("s1", "NHS 111 or your GP's same-day line"), ("d1", "your GP, within 7 days")],
)
def test_a_referral_goes_to_the_countrys_own_help(ask, name, to):
    found = yes(ask, name, ask.fact("country", "gb"))
    assert found.referral.to == to
    assert found.referral.urgency == found.level


@pytest.mark.parametrize("name", [one.id for one in QUESTIONS.values() if one.blocks])
def test_every_warning_is_referred_and_says_what_to_do(ask, name):
    found = yes(ask, name)
    assert found.referral is not None
    assert QUESTIONS[name].do in ask.finding(found, name).do
    assert QUESTIONS[name].text in found.referral.summary


@pytest.mark.parametrize("name", [one.id for one in QUESTIONS.values() if one.tier in ("emergency", "same_day")])
def test_the_phone_shows_what_to_do_and_no_disease(ask, name):
    found = yes(ask, name)
    shown = " ".join((found.say, found.referral.to, found.referral.summary.replace(QUESTIONS[name].text, "")))
    assert not DISEASES.search(shown)


def test_a_next_visit_is_not_referred(ask):
    assert yes(ask, "n3").referral is None


def test_the_summary_holds_what_a_professional_asks_first(ask):
    summary = yes(ask, "s1", ask.felt(6), ask.fact("diabetes")).referral.summary
    for part in ("yes, 2 March 2026, 08:00", "left", "diabetes", "Latest pain: 6 of 10"):
        assert part in summary


def test_what_to_do_follows_the_tier_that_facts_have_raised(ask):
    found = yes(ask, "d16", ask.fact("cancer"), ask.fact("country", "US"))
    assert ask.finding(found, "d16").do.startswith("Be seen today: your doctor's same-day line")


def test_the_number_of_open_questions_is_told(ask):
    overdue = ask.everything(at=ask.MONDAY - ask.days(40))
    assert "1 open question first" in ask.gate([*overdue, *ask.everything(but=["d1"])]).say
    assert f"{len(ask.everything())} open questions" in ask.gate(overdue).say


def test_a_standing_answer_is_told_beside_the_open_questions(ask):
    found = ask.gate([*ask.everything(but=["d1", "d2"]), ask.answer("d1", "yes")])
    assert (found.level, found.referral.urgency) == ("unanswered", "days")
    assert "within 7 days" in found.say


# ---- the night card ----
@pytest.mark.parametrize("region", ["lower_back", "knee_front", "neck_back", "wrist", "heel", "groin", "abdomen"])
def test_at_night_the_card_has_a_position_a_breath_a_move_and_the_morning(ask, region):
    found = ask.gate([*ask.short(), ask.felt(5, where=region)], region=region)
    card = CARDS[REGIONS[region].area]
    assert found.level == "unanswered"
    for part in (card["position"], card["move"], CARDS["every"]["breath"], "Morning check at 08:00"):
        assert part in found.say


@pytest.mark.parametrize(("points", "moves"), [(7.9, True), (8, False)])
def test_nothing_is_moved_from_8_of_10_on(ask, points, moves):
    found = ask.gate([*ask.short(), ask.felt(points, where="lower_back", side="")], region="lower_back")
    assert (CARDS["back"]["move"] in found.say, CARDS["every"]["still"] in found.say) == (moves, not moves)


@pytest.mark.parametrize("more", ["unsure", "doubt", "overdue", "starred", "implant"])
def test_the_night_card_is_kept_back(ask, more):
    entries = {
        "unsure": [*ask.short(but=["s1"]), ask.answer("s1", "unsure")],
        "doubt": [*ask.short(), ask.answer("d4", "unsure")],
        "overdue": [*ask.everything(at=ask.MONDAY - ask.days(40)), *ask.short()],
        "starred": ask.short(but=["s1"]),
        "implant": [*ask.short(), ask.fact("implant", where="groin"), ask.felt(4, where="groin")],
    }[more]
    found = ask.gate(entries, region="groin")
    assert found.level == "unanswered"
    assert "Morning check" not in found.say


def test_every_area_of_the_body_has_a_card():
    assert {region.area for region in REGIONS.values()} <= set(CARDS)


# ---- crisis ----
@pytest.mark.parametrize(
    ("name", "word", "level"),
    [
        ("e14", "yes", "emergency"),
        ("e14", "unsure", "same_day"),
        ("s16", "yes", "same_day"),
        ("s16", "unsure", "days"),
    ],
)
def test_a_crisis_answer_brings_a_line_to_call_and_nothing_else(ask, name, word, level):
    found = ask.gate([*ask.everything(but=[name]), ask.answer(name, word), ask.fact("country", "CA")])
    assert (found.level, found.crisis) == (level, True)
    assert "988" in found.say
    assert "988" in found.referral.to
    assert "988" in ask.finding(found, name).do
    assert "train" not in found.say


def test_a_crisis_beside_another_emergency_names_both(ask):
    found = ask.gate([*ask.everything(), ask.answer("s16", "yes"), ask.answer("e1", "yes"), ask.fact("country", "NZ")])
    assert "Call 111 now" in found.say
    assert "1737" in found.say
    assert found.referral.to.startswith("111; 1737")


def test_nothing_nudges_for_72_hours_after_a_crisis_answer(ask):
    entries = [*ask.everything(), ask.answer("e14", "yes"), ask.event("seen_by_professional")]
    until = ask.MONDAY + timedelta(hours=72)
    assert ask.gate(entries, at=until - timedelta(minutes=1)).quiet_until == until
    assert ask.gate(entries, at=until).quiet_until is None
    assert ask.gate(ask.everything()).quiet_until is None


# ---- minors ----
@pytest.mark.parametrize(("born", "minor"), [(2009, True), (2008, True), (2007, False)])
def test_below_18_the_answer_is_the_parent_card(ask, born, minor):
    found = ask.gate([*ask.everything(), ask.fact("birth_year", born)])
    assert found.minor is minor
    assert (found.level, "parent or carer" in found.say) == (("days", True) if minor else ("clear", False))
    assert (found.referral is not None) is minor


@pytest.mark.parametrize(("name", "say"), [("e15", "call your local emergency number"), ("s17", "call your local")])
def test_an_urgent_answer_of_a_minor_says_both(ask, name, say):
    found = yes(ask, name, ask.fact("birth_year", 2013))
    assert say in found.say
    assert "parent" in found.say
    assert "parent" in found.referral.to


def test_a_minor_who_was_never_asked_gets_the_parent_card_too(ask):
    found = ask.gate([ask.fact("birth_year", 2013)])
    assert (found.level, found.referral.urgency) == ("unanswered", "days")
    assert "parent or carer" in found.say


# ---- countries ----
@pytest.mark.parametrize(
    ("country", "emergency", "crisis"),
    [
        ("US", "911", "988"),
        ("CA", "911", "988"),
        ("GB", "999", "116 123"),
        ("UK", "999", "116 123"),
        ("ie", "112", "116 123"),
        ("Germany", "112", "0800 111 0 111"),
        ("FR", "15", "3114"),
        ("ES", "112", "024"),
        ("IT", "112", "02 2327 2327"),
        ("NL", "112", "113"),
        ("AU", "000", "13 11 14"),
        ("NZ", "111", "1737"),
        ("PT", "112", "116 123"),
        ("", "112 or 911", "116 123"),
        ("Atlantis", "112 or 911", "988"),
    ],
)
def test_a_country_has_its_own_numbers(country, emergency, crisis):
    numbers = help_numbers(country)
    assert emergency in numbers.emergency
    assert crisis in numbers.crisis


def test_every_country_has_every_number_and_a_source():
    assert all(all(row.words.values()) and row.source in all_sources() for row in COUNTRIES.values())


# ---- all words ----
@pytest.mark.parametrize("table", TABLES)
def test_no_banned_word_stands_in_any_table(table):
    text = files("flarepath.safety").joinpath(f"{table}.toml").read_text(encoding="utf-8")
    assert not BANNED.findall(text)


@pytest.mark.parametrize("table", [one for one in TABLES if one != "words"])
def test_every_row_names_a_source_that_exists(table):
    rows = tomllib.loads(files("flarepath.safety").joinpath(f"{table}.toml").read_text(encoding="utf-8"))
    groups = [row for row in rows.values() if "source" not in row]
    single = [row for row in rows.values() if "source" in row]
    assert {row["source"] for row in (*single, *(row for group in groups for row in group.values()))} <= set(
        all_sources()
    )

"""Every row states what it asks, every rule names what exists, and the matrix of the docs is what the tables say."""

import importlib.util
from pathlib import Path

import pytest

from flarepath.errors import UnknownId
from flarepath.exercises import EXERCISES, RULES, TESTS, TRAITS
from flarepath.exercises.not_with import PASSIVE, WORDS, rule_of, traits_named
from flarepath.exercises.sparing import TABLE
from flarepath.exercises.traits import traits_of
from flarepath.plan.holding import check
from flarepath.safety import FACTS
from flarepath.safety.wording import CARDS
from flarepath.sources import all_sources, load_table

ROOT = Path(__file__).parents[2]
ROWS = {
    **load_table("flarepath.exercises", "library.toml")["exercise"],
    **load_table("flarepath.exercises", "tests.toml"),
}
AREAS = [area for area in CARDS if area != "every"]
NIGHT_EVENTS = {"pop", "twang", "trauma", "surgery"}


@pytest.mark.parametrize("name", sorted(ROWS))
def test_every_exercise_stretch_massage_and_test_states_its_traits(name):
    assert set(ROWS[name]["traits"]) <= TRAITS.keys()


def test_a_row_without_traits_is_refused():
    with pytest.raises(ValueError, match="does not state its traits"):
        traits_of({"name": "Somersault"})


def test_an_unknown_trait_names_the_nearest():
    with pytest.raises(UnknownId, match="did you mean 'supine'"):
        traits_of({"traits": ["supina"]})


@pytest.mark.parametrize("area", AREAS)
def test_every_card_states_its_traits_and_what_they_exclude(area):
    """A card may leave out more than the rules ask for its traits, never less."""
    card = CARDS[area]
    for part in ("position", "move"):
        facts = {
            name
            for rule in RULES.values()
            if rule.subject == "fact"
            and rule.never & set(card[f"{part}_traits"])
            and not rule.near
            and rule.hours is None
            for name in rule.names
        }
        assert facts <= set(card[f"{part}_not_with"]), (area, part)
        assert set(card[f"{part}_traits"]) <= TRAITS.keys()
        assert set(card[f"{part}_not_with"]) <= FACTS.keys() | NIGHT_EVENTS


def test_each_position_that_is_out_for_somebody_has_another():
    assert all("position_instead" in CARDS[area] for area in AREAS if CARDS[area]["position_not_with"])


def test_every_fact_that_can_be_told_with_yes_was_looked_at():
    told = {name for rule in RULES.values() if rule.subject == "fact" for name in rule.names}
    assert told == {name for name, fact in FACTS.items() if fact.value == "yes"}


def test_every_trait_is_out_for_somebody_or_hard_on_a_place_or_harmless():
    used = TABLE["trait"].keys() | frozenset().union(*(rule.never for rule in RULES.values()))
    assert TRAITS.keys() - used == {"cardio_easy", "other_side_rests"}


def test_every_trait_is_asked_by_something():
    asked = [*(each.traits for each in EXERCISES.values()), *(each.traits for each in TESTS.values())]
    assert TRAITS.keys() == frozenset().union(*asked)


@pytest.mark.parametrize("row", [*RULES.values(), *TRAITS.values()], ids=lambda row: row.id)
def test_every_rule_and_trait_names_its_source(row):
    assert row.source in all_sources()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_that_leaves_something_out_says_why_in_few_words(rule):
    assert rule.says.endswith(".")
    assert len(rule.says.split()) <= 30


@pytest.mark.parametrize(
    ("row", "nearest"),
    [
        ({"fact": "osteoporosis", "never": ["impakt"], "says": "", "source": "ours"}, "impact"),
        ({"fact": "osteoporosis", "nevr": [], "says": "", "source": "ours"}, "never"),
        ({"fact": "implant", "near": "hipp", "never": [], "says": "", "source": "ours"}, "hip"),
    ],
)
def test_a_slip_in_a_rule_names_the_nearest(row, nearest):
    with pytest.raises(UnknownId, match=nearest):
        rule_of("mine", row)


def test_a_rule_has_one_subject():
    with pytest.raises(ValueError, match="2 subjects"):
        rule_of("mine", {"fact": "cancer", "event": "pop", "never": [], "says": "", "source": "ours"})


@pytest.mark.parametrize(
    ("subject", "name", "nearest"),
    [("fact", "pregnansy", "pregnancy"), ("event", "traumma", "trauma"), ("quality", "elektric", "electric")],
)
def test_a_rule_about_what_nobody_knows_is_refused(subject, name, nearest):
    rule = rule_of("mine", {subject: name, "never": [], "says": "", "source": "ours"})
    with pytest.raises(UnknownId, match=f"did you mean '{nearest}'"):
        check([rule])


def test_words_and_muscles_say_what_a_name_of_ones_own_asks():
    assert "impact" in traits_named("Box jumps 50 cm")
    assert "calf_massage" in traits_named("calf rub", kind="massage", muscles=["gastrocnemius"])
    assert traits_named("circles") == frozenset()


def test_every_word_is_reachable():
    assert all(traits_named(word.rstrip("*")) >= traits for word, traits in WORDS.items())
    assert PASSIVE["stretch"]["any"] == {"joint_end_range"}


def test_the_matrix_in_the_docs_is_up_to_date():
    spec = importlib.util.spec_from_file_location("not_with_page", ROOT / "tools" / "not_with_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()

"""The small lists: few rows, small steps, no blame, and shut where they could do harm."""

import re
from itertools import pairwise

import pytest

from flarepath.body import REGIONS
from flarepath.exercises import EXERCISES
from flarepath.sources import all_sources, load_table

LISTS = load_table("flarepath.lessons", "lists.toml")
ROWS = [(name, row) for name, each in LISTS.items() for row in each["rows"]]
EACH_ROW = pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}-{row['id']}" for name, row in ROWS])
EACH_LIST = pytest.mark.parametrize("name", LISTS)
KEYS = {
    "pet_list": {"id", "do", "why"},
    "stress_ladder": {"id", "do", "why", "minutes_a_day"},
    "food_gaps": {"id", "question", "say"},
    "choosing_help": {"id", "question", "why"},
    "maintenance": {"id", "do", "why", "how_often"},
    "small_steps": {"id", "places", "do", "minutes"},
}
MAY = {"source", "sources", "hidden_for", "exercise"}
BANNED = (
    r"\b(zero chance|wouldn't matter|quackery|just|only in your head|torn|broken|degenerating|cure|fixed|safe|all clear"
    r"|diagnose)\b"
)
BLAME = r"\b(you should have|should have|must not miss|lazy|failed|streaks?|in a row|guilty|your fault|at last)\b"
DOSE = r"\b\d[\d,.]* ?(iu|mg|ug|µg|g|grams?|drops|tablets?|kcal|calories)\b"
REMOVAL = r"\b(cut out|give up|avoid|eliminate|fast(ing)?|skip)\b"


def texts(value):
    """Every sentence that a person reads, of a list or a row."""
    if isinstance(value, str):
        return [value] if " " in value else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in texts(each)]


def saying(pattern, value):
    return [each for each in texts(value) if re.search(pattern, each, re.IGNORECASE)]


def syllables(word):
    """The vowel groups of a word, one at least."""
    return max(1, len(re.findall(r"[aeiouy]+", word.lower())))


def grade(value):
    """The school grade that a list needs (Flesch and Kincaid)."""
    parts = [each for text in texts(value) for each in re.split(r"(?<=[.?!:])\s+", text)]
    words = [word for part in parts for word in re.findall(r"[A-Za-z']+", part)]
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def unsourced(row):
    """Whether a row names no source, or one that does not exist."""
    named = [*row.get("sources", []), *([row["source"]] if "source" in row else [])]
    return not named or not set(named) <= set(all_sources())


def falls(numbers):
    """The numbers that are smaller than the one before."""
    return [high for low, high in pairwise(numbers) if high < low]


def test_there_are_the_six_lists():
    assert list(LISTS) == list(KEYS)


@EACH_LIST
def test_a_list_says_what_it_is_and_why(name):
    assert LISTS[name]["title"]
    assert LISTS[name]["in_short"].endswith(".")
    assert LISTS[name]["because"]


@EACH_ROW
def test_a_row_says_everything(name, row):
    assert KEYS[name] <= set(row) <= KEYS[name] | MAY


@EACH_LIST
def test_no_two_rows_of_a_list_have_one_name(name):
    names = [row["id"] for row in LISTS[name]["rows"]]
    assert len(set(names)) == len(names)


@EACH_ROW
def test_a_row_has_a_source_that_exists(name, row):
    assert not unsourced(row), name


@pytest.mark.parametrize("row", [{}, {"source": "nobody"}, {"sources": ["ours", "nobody"]}])
def test_a_row_without_a_source_is_seen(row):
    assert unsourced(row)


def test_the_pet_list_is_a_walk_a_meal_and_rest():
    assert [row["id"] for row in LISTS["pet_list"]["rows"]] == ["walk", "meal", "rest"]
    assert LISTS["pet_list"]["ticks_a_day"] == 3


def test_the_stress_ladder_has_eight_to_ten_steps_from_the_smallest():
    steps = [row["minutes_a_day"] for row in LISTS["stress_ladder"]["rows"]]
    assert 8 <= len(steps) <= 10
    assert steps[0] == 1
    assert falls(steps) == []


def test_a_ladder_that_begins_with_the_long_step_is_seen():
    assert falls([10, 1, 5]) == [1]


def test_the_stress_ladder_says_how_small_the_link_is():
    assert "small" in LISTS["stress_ladder"]["against"]


def test_the_food_questions_are_the_three_and_a_yes_is_a_gap():
    rows = LISTS["food_gaps"]["rows"]
    assert [row["id"] for row in rows] == ["daylight", "same_meal", "missing_groups"]
    assert all(row["question"].endswith("?") for row in rows)
    assert LISTS["food_gaps"]["gap_when"] == "yes"


def test_food_names_no_dose_and_takes_nothing_away():
    assert saying(DOSE, LISTS["food_gaps"]) == []
    assert saying(REMOVAL, LISTS["food_gaps"]) == []


def test_a_dose_and_a_food_that_goes_are_seen():
    row = {"say": "Take 1000 IU a day.", "why": "Then cut out bread."}
    assert saying(DOSE, row) == ["Take 1000 IU a day."]
    assert saying(REMOVAL, row) == ["Then cut out bread."]


def test_wheat_stays_until_the_coeliac_test():
    assert any("Before you stop eating wheat, be tested" in each for each in texts(LISTS["food_gaps"]))


@pytest.mark.parametrize("helper", ["doctor", "registered dietitian"])
def test_food_points_to_a_doctor_or_a_dietitian(helper):
    assert any(helper in each for each in texts(LISTS["food_gaps"]))


def test_food_is_hidden_after_an_eating_disorder():
    assert LISTS["food_gaps"]["hidden_for"] == ["eating_disorder"]
    hidden = {row["id"] for _, row in ROWS if row.get("hidden_for") == ["eating_disorder"]}
    assert hidden == {"meal", "food"}


def test_the_questions_before_a_treatment_are_the_eight():
    names = "cost exclusivity lifelong invasive alternatives evidence second_opinion wait"
    assert [row["id"] for row in LISTS["choosing_help"]["rows"]] == names.split()
    assert all(row["question"].endswith("?") for row in LISTS["choosing_help"]["rows"])


def test_the_questions_are_off_when_something_is_urgent():
    assert "off when something is urgent" in LISTS["choosing_help"]["off_when"]


def test_no_list_talks_anyone_out_of_an_operation_or_a_medicine():
    pattern = r"\b(cancel|refuse|stop taking|come off)\b"
    assert saying(pattern, LISTS) == []
    assert saying(pattern, {"do": "Cancel the operation."})


def test_maintenance_is_seven_things_and_three_a_day():
    names = [row["id"] for row in LISTS["maintenance"]["rows"]]
    assert names == ["move", "load", "lengthen", "food", "sleep", "breaks", "daylight"]
    assert LISTS["maintenance"]["shown_a_day"] == 3


def test_there_are_eight_small_steps_of_less_than_five_minutes():
    minutes = [row["minutes"] for row in LISTS["small_steps"]["rows"]]
    assert len(minutes) == 8
    assert all(0 < each < 5 for each in minutes)


def test_a_small_step_is_for_places_that_exist_or_for_all():
    rows = LISTS["small_steps"]["rows"]
    assert all(set(row["places"]) <= set(REGIONS) for row in rows)
    assert any(not row["places"] for row in rows)


def test_no_place_has_two_small_steps():
    places = [place for row in LISTS["small_steps"]["rows"] for place in row["places"]]
    assert len(set(places)) == len(places)


def test_a_small_step_with_an_exercise_names_one_that_makes_nobody_very_sore():
    named = [EXERCISES[row["exercise"]] for row in LISTS["small_steps"]["rows"] if "exercise" in row]
    assert named
    assert all(not each.strains for each in named)


def test_small_steps_say_when_to_stop_and_when_not_to_begin():
    assert "warning list" in LISTS["small_steps"]["stop"]
    assert "ill" in LISTS["small_steps"]["off_when"]


@EACH_LIST
def test_a_list_blames_nobody_and_counts_no_days(name):
    assert saying(BLAME, LISTS[name]) == []


def test_a_scolding_sentence_is_seen():
    assert saying(BLAME, {"do": "You should have slept."}) == ["You should have slept."]


@EACH_LIST
def test_a_list_says_no_word_that_frightens_or_promises(name):
    assert saying(BANNED, LISTS[name]) == []


def test_a_promise_is_seen():
    assert saying(BANNED, {"do": "A cure for all."}) == ["A cure for all."]


@EACH_LIST
def test_a_list_reads_at_about_eleven_years(name):
    assert grade(LISTS[name]) <= 6


def test_a_hard_list_is_seen():
    assert grade({"do": "Incorporate periodic cardiovascular rehabilitation opportunities."}) > 12

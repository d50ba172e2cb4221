"""The three tactics: measured states decide, warning signs come first, and the evidence against stands beside."""

import re

import pytest

from flarepath.sources import all_sources, load_table

TACTICS = load_table("flarepath.lessons", "tactics.toml")["tactic"]
EACH = pytest.mark.parametrize("name", TACTICS)
KEYS = "title in_short when not_when how expect judge_after days sessions against because sources"
STATES = ("tests short", "tests weak", "tests long", "sore from training", "fair month")
GATE = {
    "swollen calf": r"calf or leg that is swollen, warm or red",
    "hot joint": r"hot, red or swollen joint",
    "implant": r"new joint or metal",
    "dark urine": r"^Dark urine",
}
BANNED = (
    r"\b(zero chance|wouldn't matter|quackery|just|only in your head|torn|broken|degenerating|cure|fixed|safe|all clear"
    r"|diagnose)\b"
)
AMOUNTS = {"massage": ("Two minutes", "5 of 10"), "stretch": ("30 seconds", "ten minutes a week", "4 of 10")}


def sentences(row):
    """Every sentence of a tactic."""
    parts = [inner for value in row.values() if isinstance(value, list) for inner in value]
    texts = [value for value in row.values() if isinstance(value, str)] + [each for each in parts if " " in each]
    return [each.strip() for text in texts for each in re.split(r"(?<=[.?!])\s+", text) if each.strip()]


def syllables(word):
    """The vowel groups of a word, one at least."""
    return max(1, len(re.findall(r"[aeiouy]+", word.lower())))


def grade(texts):
    """The school grade that these sentences need (Flesch and Kincaid)."""
    words = [word for text in texts for word in re.findall(r"[A-Za-z']+", text)]
    return 0.39 * len(words) / len(texts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def banned(texts):
    return [each for each in texts if re.search(BANNED, each, re.IGNORECASE)]


def unmeasured(row):
    """The reasons to begin that name no measured state (D2)."""
    return [each for each in row["when"] if not any(state in each for state in STATES)]


def missing_gates(row):
    """The warning signs that the list of when not leaves out."""
    return [name for name, words in GATE.items() if not any(re.search(words, each) for each in row["not_when"])]


def without_help(row):
    """The warning signs without word of who looks at them, and when."""
    told = re.compile(r"seen today|doctor the same day|emergency care now")
    signs = [each for each in row["not_when"] if any(re.search(words, each) for words in GATE.values())]
    return [each for each in signs if not told.search(each)]


def test_there_are_the_three_that_the_article_names():
    assert list(TACTICS) == ["massage", "stretch", "strengthen"]


@EACH
def test_a_tactic_says_everything(name):
    assert list(TACTICS[name]) == KEYS.split()
    assert all(TACTICS[name].values())


@EACH
def test_a_tactic_names_sources_that_exist(name):
    assert set(TACTICS[name]["sources"]) <= set(all_sources())
    assert {"D2", "R125"} <= set(TACTICS[name]["because"])


@EACH
def test_a_measured_state_and_no_feeling_of_tightness_is_the_reason_to_begin(name):
    assert unmeasured(TACTICS[name]) == []


def test_tightness_alone_is_no_reason():
    assert unmeasured({"when": ["It feels tight.", "The muscle tests short."]}) == ["It feels tight."]


@EACH
def test_an_untested_muscle_gets_two_tests_first(name):
    assert any("Nobody has tested" in each and "test" in each.split(":")[1] for each in TACTICS[name]["not_when"])


@pytest.mark.parametrize("name", ["massage", "stretch"])
def test_a_long_muscle_is_neither_pressed_nor_stretched(name):
    assert any(each.startswith("The muscle tests long") for each in TACTICS[name]["not_when"])


def test_a_short_muscle_is_not_loaded_short_and_a_long_one_at_both_ends():
    strengthen = TACTICS["strengthen"]
    assert any("tests short" in each and "short position" in each for each in strengthen["not_when"])
    assert any("tests long and weak" in each and "both ends" in each for each in strengthen["when"])


@EACH
def test_no_tactic_touches_a_place_of_the_warning_list(name):
    assert missing_gates(TACTICS[name]) == []
    assert without_help(TACTICS[name]) == []


@EACH
def test_the_warning_list_comes_before_every_tactic(name):
    assert "warning list" in TACTICS[name]["not_when"][0]


def test_a_forgotten_calf_is_seen():
    row = {"not_when": ["A hot, red or swollen joint: rest.", "A new joint or metal: see a doctor the same day."]}
    assert missing_gates(row) == ["swollen calf", "dark urine"]
    assert without_help(row) == ["A hot, red or swollen joint: rest."]


@pytest.mark.parametrize("name", ["massage", "stretch"])
def test_the_front_of_the_neck_is_left_alone(name):
    assert any("front of the neck" in each for each in TACTICS[name]["not_when"])


@pytest.mark.parametrize(("name", "amount"), [(name, each) for name, many in AMOUNTS.items() for each in many])
def test_how_names_the_amount(name, amount):
    assert any(amount in each for each in TACTICS[name]["how"])


def test_strength_begins_with_one_set_and_grows_slowly():
    how = " ".join(TACTICS["strengthen"]["how"])
    for amount in ("1 set of 8", "1 set of 5", "2 sets of 5 to 8", "one set a week", "settled by the next morning"):
        assert amount in how


@EACH
def test_a_tactic_is_judged_after_28_days_and_8_sessions(name):
    row = TACTICS[name]
    assert (row["days"], row["sessions"]) == (28, 8)
    assert "28 days and 8 sessions" in row["judge_after"]


@EACH
def test_the_evidence_against_has_a_number(name):
    assert re.search(r"\d|one fifth|ten", TACTICS[name]["against"])


@EACH
def test_a_tactic_reads_at_about_eleven_years(name):
    assert grade(sentences(TACTICS[name])) <= 6


def test_a_hard_sentence_is_seen():
    assert grade(["Resistance training substantially ameliorates musculoskeletal symptomatology."]) > 12


@EACH
def test_a_tactic_says_no_word_that_frightens_or_promises(name):
    assert banned(sentences(TACTICS[name])) == []


def test_a_frightening_word_is_seen():
    assert banned(["It is just sore.", "Adjust the load."]) == ["It is just sore."]

"""What is shown: short lines in plain words, on few pages; and a slip in the tables stops the program."""

import re
import tomllib
from importlib.resources import files

import pytest

from flarepath.body import REGIONS
from flarepath.diary import Diary
from flarepath.safety import CRISIS, FACTS, PAGES, QUESTIONS, answered, asked_pages
from flarepath.safety.facts import fact_of
from flarepath.safety.person import person
from flarepath.safety.questions import question

WORD = re.compile(r"[\w'%.-]*\w[\w'%.-]*")
VOWELS = re.compile(r"[aeiouy]+")
MOST_WORDS, MOST_MORE = 14, 17
FIRST_PAGES = ("danger", "mind")
NAMES_OF_ILLNESS = re.compile(
    r"\b(ischaemi|thrombo|embol|sepsis|stenosis|myelopath|arteritis|claudication|neuropath|syndrome|malaise|fracture"
    r"|osteoporo|vertebra|tendinopath|paraesthesia|dysphagia|nausea|dyspnoea|haem)",
    re.IGNORECASE,
)


def count(text):
    return len(WORD.findall(text))


# ---- a formula for the reading age ----
def syllables(word):
    """The syllables of an English word, by its vowels; silent endings do not count."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    number = len(VOWELS.findall(letters)) + len(re.findall(r"(?:[bcdfghlnrstv]i(?:a|o(?!n|u)))", letters))
    silent = re.search(r"[^aeiouy]e$", letters) and not re.search(r"[^aeiouyl]le$", letters)
    silent = silent or re.search(r"[^aeioudt]ed$", letters) or re.search(r"[^aeiouysxzcglh]es$", letters)
    number -= bool(silent) + len(re.findall(r"[^aeiou]e(?=(?:ment|less|ness|ful|ly)\b)", letters))
    return max(number, 1)


def reading_age(sentences):
    """Five years above the Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return grade + 5


SYLLABLES = {
    1: "pain chest bruise shape locked ache spine eyes worse ones changed sore noise through",
    2: "pressure squeezing tightness belly muscle tendon urine little people movement headache swollen careless",
    3: "vomiting operate numberless another however",
    4: "circulation operation immunity medication",
    5: "antibiotic",
}


@pytest.mark.parametrize("number", SYLLABLES)
def test_syllables_are_counted_as_they_are_spoken(number):
    assert {word for word in SYLLABLES[number].split() if syllables(word) != number} == set()


def test_the_formula_tells_a_picture_book_from_a_paper():
    easy = ["The cat sat on the mat.", "My knee is hot and big."]
    hard = ["Neurological deterioration necessitates immediate multidisciplinary evaluation of the extremities."]
    assert reading_age(easy) < 7
    assert reading_age(hard) > 20


def test_the_formula_is_the_published_one():
    assert reading_age(["The knee is hot."]) == pytest.approx(0.39 * 4 + 11.8 * 1 - 15.59 + 5)


# ---- lines ----
@pytest.mark.parametrize("name", QUESTIONS)
def test_each_line_is_short(name):
    lines = QUESTIONS[name].lines
    assert lines
    assert [line for line in lines if count(line.text) > MOST_WORDS or count(line.more) > MOST_MORE] == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_line_names_no_illness_and_asks_nothing(name):
    shown = [text for line in QUESTIONS[name].lines for text in (line.text, line.more)]
    assert [text for text in shown if NAMES_OF_ILLNESS.search(text) or text.endswith((".", "?"))] == []


def test_no_two_lines_say_the_same():
    texts = [line.text for one in QUESTIONS.values() for line in one.lines]
    assert len(set(texts)) == len(texts)


# Wordings that let a frightened person off: what they feel had a reason, so they tap nothing.
LET_OFF = re.compile(r"explain|without meaning|clear reason|clear cause|a new lump|because of the pain", re.IGNORECASE)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_wording_lets_a_frightened_person_off(name):
    shown = [QUESTIONS[name].text, *(f"{line.text} {line.more}" for line in QUESTIONS[name].lines)]
    assert [text for text in shown if LET_OFF.search(text)] == []


def test_the_twin_shows_that_such_a_wording_is_seen():
    assert LET_OFF.search("sharp chest pain that no strain explains")


def test_the_lines_that_were_tapped_are_kept_with_the_answer(ask):
    entry = answered(QUESTIONS["s16"], "yes", at=ask.MONDAY, lines=["better", "on"])
    assert dict(entry.detail) == {"version": "2", "lines": "better+on"}
    with pytest.raises(ValueError, match="did you mean 'better'"):
        answered(QUESTIONS["s16"], "yes", at=ask.MONDAY, lines=["beter"])


# ---- pages ----
def test_the_pages_stand_in_their_order():
    assert list(PAGES) == [
        *("danger", "mind", "facts", "follow_up", "head", "chest", "back", "joints_now", "joints_weeks", "rest"),
        "child",
    ]


def test_the_first_two_pages_are_the_short_screen():
    on = {name for name, one in QUESTIONS.items() if one.page in FIRST_PAGES}
    assert on == {name for name, one in QUESTIONS.items() if one.starred} | CRISIS


def test_not_wanting_to_live_is_asked_alone_and_no_button_denies_it():
    assert {name for name, one in QUESTIONS.items() if one.page == "mind"} == CRISIS
    assert [page.id for page in PAGES.values() if not page.none] == ["mind"]


def test_each_heading_has_lines_under_it():
    used = {(one.page, one.group) for one in QUESTIONS.values()} | {("facts", fact.group) for fact in FACTS.values()}
    assert {(page.id, group.id) for page in PAGES.values() for group in page.groups} == used


def told_nothing_to_report(ask, born=1991, sex="female"):
    """A person who said no to every fact of the checklist."""
    facts = [ask.fact(name, "no") for name in FACTS if FACTS[name].value == "yes"]
    return [*facts, ask.fact("birth_year", born), ask.fact("sex", sex)]


def pages_of(ask, entries):
    return asked_pages(person(Diary.of_entries(entries), at=ask.MONDAY).facts)


def words_of(page, sections):
    shown = [page.title, page.lead, page.none, *(section.title for section in sections)]
    shown += [
        text for part in sections for one in part.questions for line in one.lines for text in (line.text, line.more)
    ]
    return sum(map(count, shown)) + (sum(count(fact.line) for fact in FACTS.values()) if page.kind == "facts" else 0)


def test_the_first_screen_is_two_pages_of_at_most_250_words(ask):
    shown = [(page, sections) for page, sections in pages_of(ask, []) if page.id in FIRST_PAGES]
    assert len(shown) == 2
    assert sum(words_of(*each) for each in shown) <= 250


@pytest.mark.parametrize("sex", ["female", "male"])
def test_the_health_check_is_short_for_a_person_with_nothing_to_report(ask, sex):
    check = [each for each in pages_of(ask, told_nothing_to_report(ask, sex=sex)) if each[0].id not in FIRST_PAGES]
    assert len(check) <= 8
    # One tap a page.
    assert len(check) <= 9
    assert sum(words_of(*each) for each in check) <= 1000


def test_the_twin_who_told_much_reads_more(ask):
    much = [
        ask.fact(name, "yes") for name in ("implant", "surgery", "pregnancy", "cancer", "sickle_cell", "anticoagulant")
    ]
    shown = {
        page.id: words_of(page, sections) for page, sections in pages_of(ask, [*much, ask.fact("birth_year", 1950)])
    }
    assert sum(words for name, words in shown.items() if name not in FIRST_PAGES) > 1000


def test_what_follows_is_asked_where_a_fact_asks_for_it(ask):
    nothing = [page.id for page, _ in pages_of(ask, told_nothing_to_report(ask))]
    metal = [*told_nothing_to_report(ask), ask.fact("implant", "2019")]
    pages = {page.id: sections for page, sections in pages_of(ask, metal)}
    assert "follow_up" not in nothing
    assert [[one.id for one in section.questions] for section in pages["follow_up"]] == [["e16", "s2", "d12"]]


def test_a_child_gets_the_parents_page(ask):
    assert "child" in [page.id for page, _ in pages_of(ask, [ask.fact("birth_year", 2012)])]
    assert "child" not in [page.id for page, _ in pages_of(ask, told_nothing_to_report(ask))]


@pytest.mark.parametrize("name", PAGES)
def test_each_page_reads_at_eleven(name):
    page = PAGES[name]
    lines = [line for one in QUESTIONS.values() if one.page == name for line in one.lines]
    shown = [page.title, page.lead, *(text for line in lines for text in (line.text, line.more))]
    shown += [fact.line for fact in FACTS.values()] if page.kind == "facts" else []
    assert reading_age([text for text in shown if text]) <= 11


# ---- what opens a question, and what it locks ----
URGENT = [one for one in QUESTIONS.values() if one.tier in ("emergency", "same_day")]


def test_strong_pain_anywhere_opens_some_urgent_question():
    assert {area for one in URGENT for area in one.opened_by_pain_in} >= {each.area for each in REGIONS.values()}


def test_every_urgent_question_is_opened_by_pain_or_is_not_about_pain():
    assert {one.id for one in URGENT if not one.opened_by_pain_in} == {*CRISIS, "e18", "s26"}


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("d9", "neck_back"),
        ("d9", "shoulder_top"),
        ("s11", "lower_back"),
        ("s10", "groin"),
        ("s4", "calf"),
        ("d10", "shin"),
    ],
)
def test_what_an_instruction_forbids_is_locked(name, region):
    assert region in QUESTIONS[name].locks


# ---- slips in the tables ----
ROW = tomllib.loads(files("flarepath.safety").joinpath("questions.toml").read_text(encoding="utf-8"))["s4"]
FACT = tomllib.loads(files("flarepath.safety").joinpath("facts.toml").read_text(encoding="utf-8"))["surgery"]


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ({"tier": "same_dai"}, "questions.toml, s4, tier: 'same_dai' is not known; did you mean 'same_day'"),
        ({"page": "dangr"}, "s4, page: 'dangr' is not known; did you mean 'danger'"),
        ({"group": "later"}, "s4, group: 'later' is not known"),
        ({"opened_by_pain_in": ["knee_legs"]}, "opened_by_pain_in: 'knee_legs' is not known; did you mean 'knee_leg'"),
        ({"locks": ["calff"]}, "locks: 'calff' is not known; did you mean 'calf'"),
        ({"names": ["sugery"]}, "names: 'sugery' is not known; did you mean 'surgery'"),
        ({"needs_facts": ["implants"]}, "needs_facts: 'implants' is not known; did you mean 'implant'"),
        ({"stared": True}, "s4, key: 'stared' is not known; did you mean 'starred'"),
        ({"lines": []}, "s4, lines: each needs an id of its own"),
        ({"lines": [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]}, "s4, lines: each needs an id"),
        ({"lines": [{"id": "a", "txt": "x"}]}, "s4, lines, key: 'txt' is not known; did you mean 'text'"),
    ],
)
def test_a_slip_in_the_questions_stops_the_program(slip, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        question("s4", ROW | slip)


def test_a_key_that_is_missing_stops_the_program():
    with pytest.raises(ValueError, match=r"questions\.toml, s4: gloss is missing"):
        question("s4", {key: value for key, value in ROW.items() if key != "gloss"})


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ({"group": "bone"}, "facts.toml, surgery, group: 'bone' is not known; did you mean 'bones'"),
        ({"value": "yeer"}, "surgery, value: 'yeer' is not known; did you mean 'year'"),
        ({"week": 12}, "surgery, key: 'week' is not known; did you mean 'weeks'"),
    ],
)
def test_a_slip_in_the_facts_stops_the_program(slip, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        fact_of("surgery", FACT | slip)

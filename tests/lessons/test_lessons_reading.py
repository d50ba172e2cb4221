"""The lessons to read: length, reading age, both halves of every reassurance, and which comes next."""

import re
from datetime import UTC, datetime

import pytest

from flarepath.diary import Diary, Entry
from flarepath.errors import UnknownId
from flarepath.flares import cause_table
from flarepath.lessons import LESSONS, lesson, read, to_read
from flarepath.sources import all_sources

MOST_GRADE = 6.0
"""About eleven years of age."""

CALMING = re.compile(
    r"\b(usually|rarely|often nothing|uncommon|mostly harmless|no harm|nothing is harmed)\b", re.IGNORECASE
)


def sentences(text):
    return [each for each in re.split(r"(?<=[.!?])\s+", text) if each]


def syllables(word):
    """A rough count: groups of vowels, less a silent e."""
    found = len(re.findall(r"[aeiouy]+", word.lower()))
    return max(1, found - (word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and found > 1))


def grade(text):
    """The Flesch-Kincaid grade."""
    words = re.findall(r"[A-Za-z']+", text)
    return 0.39 * len(words) / len(sentences(text)) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def halves_missing(each):
    """Calming sentences of a lesson that stand in a paragraph without a listed other half."""
    paired = [paragraph for paragraph in each.paragraphs if any(but in paragraph for _, but in each.reassures)]
    return [
        sentence
        for paragraph in each.paragraphs
        if paragraph not in paired
        for sentence in sentences(paragraph)
        if CALMING.search(sentence) and "pain" in sentence.lower() and "damage" in sentence.lower()
    ]


def test_there_are_nineteen():
    assert len(LESSONS) == 19


@pytest.mark.parametrize("each", LESSONS.values(), ids=lambda each: each.id)
def test_a_lesson_is_short_and_easy_to_read(each):
    assert 300 <= each.words <= 500
    assert grade(" ".join(each.paragraphs)) <= MOST_GRADE
    assert len(each.title) <= 60
    assert len(each.in_short.split()) <= 25


@pytest.mark.parametrize("each", LESSONS.values(), ids=lambda each: each.id)
def test_every_reassurance_has_its_other_half_in_the_same_paragraph(each):
    assert each.reassures
    for says, but in each.reassures:
        assert any(says in paragraph and but in paragraph for paragraph in each.paragraphs)
    assert halves_missing(each) == []


@pytest.mark.parametrize("each", LESSONS.values(), ids=lambda each: each.id)
def test_a_lesson_names_its_sources_and_causes(each):
    assert each.sources
    assert set(each.sources) <= set(all_sources())
    assert set(each.for_causes) <= set(cause_table().texts)
    assert each.try_this
    assert each.guess.endswith("?")


def test_hard_words_are_seen():
    assert grade("Physiotherapeutic rehabilitation necessitates multidisciplinary communication.") > MOST_GRADE
    assert grade("The cat sat on the mat. It was warm.") < MOST_GRADE


def test_everybody_begins_with_the_first_hour():
    assert [each.id for each in to_read(Diary())][:3] == ["first_hour", "pain_and_damage", "when_to_see_someone"]


def test_then_comes_what_fits_the_likeliest_cause():
    after = to_read(Diary(), causes=("stress",))[3]
    assert "stress" in after.for_causes


def test_what_was_read_is_not_offered_again():
    noted = Entry(datetime(2026, 3, 2, tzinfo=UTC), "note", "lesson_read", word="first_hour")
    diary = Diary.of_entries([noted])
    assert read(diary) == {"first_hour"}
    assert "first_hour" not in {each.id for each in to_read(diary)}


def test_an_unknown_lesson_names_the_nearest():
    with pytest.raises(UnknownId, match="soreness"):
        lesson("sorenes")


def test_food_is_not_offered_after_an_eating_disorder():
    fact = Entry(datetime(2026, 3, 2, tzinfo=UTC), "fact", "eating_disorder", word="yes")
    assert not {"food", "food_gaps"} & {each.id for each in to_read(Diary.of_entries([fact]))}

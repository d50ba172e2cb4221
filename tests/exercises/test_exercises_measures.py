"""What the home tests found: rows of the diary, their words and numbers."""

from datetime import UTC, datetime

import pytest

from flarepath.diary import Diary, Entry
from flarepath.exercises import measures, misread

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
ADA = [("sex", "female", None), ("birth_year", "", 1991)]
BO = [("sex", "male", None), ("birth_year", "", 1961)]


def result(what, value=None, unit="", *, where="", side="", word="", **detail):
    texts = tuple(detail.items())
    return Entry(MONDAY, "test", what, where=where, side=side, value=value, word=word, unit=unit, detail=texts)


def measured(entry, facts=()):
    rows = [Entry(MONDAY, "fact", what, value=number, word=word) for what, word, number in facts]
    return measures(Diary.of_entries([*rows, entry]))


def says(what, value, facts=(), unit=""):
    (found,) = measured(result(what, value, unit), facts)
    return found.says


@pytest.mark.parametrize(("facts", "label"), [(ADA, "short"), (BO, ""), ((), "")])
def test_the_facts_of_the_diary_choose_the_norm(facts, label):
    assert says("active_knee_extension", 24, facts) == label


@pytest.mark.parametrize(("facts", "label"), [(ADA, "short"), (BO, ""), ((), "short")])
def test_the_age_is_that_of_the_year_of_the_test(facts, label):
    assert says("knee_to_wall", 5, facts) == label


def test_the_chest_distance_never_labels_even_as_a_word():
    assert measured(result("pec_minor_distance", word="short"))[0].says == ""


def test_a_number_measured_another_way_is_not_judged():
    assert says("active_knee_extension", 160) == ""
    assert says("knee_to_wall", 12, unit="deg") == ""


def test_millimetres_are_judged_as_centimetres():
    (found,) = measured(result("knee_to_wall", 85, "mm"))
    assert (found.says, found.value, found.unit) == ("short", 8.5, "cm")


def test_more_is_always_more_range_whatever_the_test_counts():
    values = [measured(result("active_knee_extension", number))[0].value for number in (10, 30)]
    assert values == [-10, -30]
    assert measured(result("beighton", 6))[0].value == 6


def test_a_word_says_the_length_of_every_muscle_it_names():
    found = measured(result("length", word="short", where="hip flexors", side="both"))
    assert [(m.muscle, m.about, m.says) for m in found] == [
        ("iliopsoas", "length", "short"),
        ("rectus_femoris", "length", "short"),
    ]


def test_a_word_says_the_strength_of_a_muscle():
    (found,) = measured(result("strength", word="Weak", where="hamstrings", side="left"))
    assert (found.about, found.muscle, found.says, found.side) == ("strength", "hamstrings", "weak", "left")


@pytest.mark.parametrize("word", ["tight", "weak", ""])
def test_a_word_that_is_no_length_says_nothing(word):
    assert measured(result("length", word=word, where="hamstrings"))[0].says == ""


def test_passed_and_failed_are_words_for_a_test():
    assert measured(result("knee_to_wall", word="fail"))[0].says == "short"
    assert measured(result("trendelenburg", word="fail"))[0].says == "weak"
    assert measured(result("trendelenburg", word="pass"))[0].says == "normal"


@pytest.mark.parametrize(
    ("slug", "word"), [("arms_overhead", "fail"), ("hip_flexor_hold", "fail"), ("heel_rise", "pass")]
)
def test_a_word_says_no_more_than_a_number_could(slug, word):
    assert measured(result(slug, word=word))[0].says == ""


@pytest.mark.parametrize(("pelvis", "label"), [("free", ""), ("loose", ""), ("still", "short")])
@pytest.mark.parametrize(("slug", "value"), [("modified_thomas", 20), ("thomas_knee", 40)])
def test_a_thomas_test_with_a_free_pelvis_is_kept_and_says_nothing(slug, value, pelvis, label):
    (found,) = measured(result(slug, value, "deg", pelvis=pelvis))
    assert (found.says, abs(found.value)) == (label, value)


@pytest.mark.parametrize(
    ("slug", "value", "unit", "count"),
    [
        ("active_knee_extension", 160, "deg", 1),
        ("knee_to_wall", 12, "deg", 1),
        ("beighton", 10, "", 1),
        ("knee_to_wall", 95, "mm", 0),
        ("moon jump", 4000, "cm", 0),
    ],
)
def test_a_number_that_cannot_be_is_a_problem(slug, value, unit, count):
    assert len(misread(Diary.of_entries([result(slug, value, unit)]))) == count


def test_a_problem_says_what_the_number_can_be():
    (problem,) = misread(Diary.of_entries([result("active_knee_extension", 160, "deg")]))
    assert (problem.text, problem.why) == (
        "active_knee_extension 160 deg",
        "Active knee extension, hip and knee at 90 is from 0 to 90 deg",
    )


def test_a_change_against_the_own_usual_is_never_a_problem():
    assert misread(Diary.of_entries([result("active_knee_extension", -20, "deg", change="own")])) == ()


def test_a_change_against_the_own_usual_carries_no_label():
    (found,) = measured(result("active_knee_extension", -20, "deg", side="left", change="own"))
    assert (found.muscle, found.value, found.is_change, found.says) == ("hamstrings", -20, True, "")


def test_the_same_number_without_the_mark_is_judged():
    (found,) = measured(result("active_knee_extension", 40, "deg", side="left"))
    assert (found.is_change, found.says) == (False, "short")


def test_an_unknown_test_is_kept_and_says_nothing():
    (found,) = measured(result("Moon Jump", 4, "cm", where="knee_front"))
    assert (found.test, found.about, found.region, found.value, found.says) == (
        "moon jump",
        "other",
        "knee_front",
        4,
        "",
    )


def test_a_test_as_people_name_it_is_found():
    assert measured(result("Thomas test", 5))[0].test == "modified_thomas"

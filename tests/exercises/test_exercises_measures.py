"""What the home tests found, each cut-off at its edge."""

from datetime import UTC, datetime

import pytest

from flarepath.body import MUSCLES
from flarepath.diary import Diary, Entry
from flarepath.errors import UnknownId
from flarepath.exercises import TESTS, home_test, measures
from flarepath.sources import source

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
ADA = [("sex", "female", None), ("birth_year", "", 1991)]
BO = [("sex", "male", None), ("birth_year", "", 1961)]

EVIDENCE = """
modified_thomas thomas_knee ely active_knee_extension hip_internal_rotation hip_external_rotation hip_extension
hip_flexion knee_flexion_range knee_to_wall gastrocnemius_lunge heel_rise single_leg_bridge glute_bridge_hold
trendelenburg single_leg_balance side_plank_hold front_plank_hold sorensen chair_stand lateral_step_down
adductor_squeeze hip_flexor_hold arms_overhead back_scratch pec_minor_distance wall_angel deep_neck_flexor_hold
craniocervical_nod neck_rotation navicular_drop beighton straight_leg_raise knee_extension_range
"""


def result(what, value=None, unit="", *, where="", side="", word="", **detail):
    texts = tuple(detail.items())
    return Entry(MONDAY, "test", what, where=where, side=side, value=value, word=word, unit=unit, detail=texts)


def measured(entry, facts=()):
    rows = [Entry(MONDAY, "fact", what, value=number, word=word) for what, word, number in facts]
    return measures(Diary.of_entries([*rows, entry]))


def says(what, value, facts=(), unit=""):
    (found,) = measured(result(what, value, unit), facts)
    return found.says


@pytest.mark.parametrize("slug", EVIDENCE.split())
def test_every_test_of_the_table_exists(slug):
    assert home_test(slug).id == slug


@pytest.mark.parametrize("each", TESTS.values(), ids=lambda each: each.id)
def test_a_test_is_whole(each):
    assert each.muscle == "" or each.muscle in MUSCLES
    assert each.about in {"length", "strength", "other"}
    assert each.more in {"higher", "lower"}
    assert each.least < each.most
    assert each.error > 0
    assert each.norm
    assert each.protocol
    assert each.stop_rule
    assert all(source(key) for key in (each.source, *(row.source for row in each.cutoffs)))


@pytest.mark.parametrize("each", TESTS.values(), ids=lambda each: each.id)
def test_only_length_and_strength_tests_carry_labels(each):
    allowed = {"length": {"short", "long", ""}, "strength": {"weak", "strong", ""}, "other": set()}
    assert {row.says for row in each.cutoffs} <= allowed[each.about]


@pytest.mark.parametrize(
    ("slug", "value", "label"),
    [
        ("modified_thomas", 0, "normal"),
        ("modified_thomas", 0.5, "short"),
        ("modified_thomas", -10, "normal"),
        ("thomas_knee", 66, "short"),
        ("thomas_knee", 67, ""),
        ("thomas_knee", 80, "normal"),
        ("ely", 10, "normal"),
        ("ely", 10.5, "short"),
        ("knee_to_wall", 8.9, "short"),
        ("knee_to_wall", 9, ""),
        ("knee_to_wall", 10, "normal"),
        ("gastrocnemius_lunge", 29, "short"),
        ("gastrocnemius_lunge", 30, "normal"),
        ("single_leg_bridge", 19, "weak"),
        ("single_leg_bridge", 20, "normal"),
        ("single_leg_bridge", 30, "normal"),
        ("single_leg_bridge", 31, "strong"),
        ("glute_bridge_hold", 19, "weak"),
        ("glute_bridge_hold", 20, "normal"),
        ("trendelenburg", 29, "weak"),
        ("trendelenburg", 30, "normal"),
        ("sorensen", 57, "weak"),
        ("sorensen", 58, "normal"),
        ("hip_flexor_hold", 14, "weak"),
        ("hip_flexor_hold", 15, "normal"),
        ("craniocervical_nod", 22, "weak"),
        ("craniocervical_nod", 24, "normal"),
        ("big_toe_extension", 49, "short"),
        ("big_toe_extension", 60, "normal"),
        ("arms_overhead", 169, ""),
        ("arms_overhead", 170, "normal"),
    ],
)
def test_a_cut_off_holds_at_its_edge(slug, value, label):
    assert says(slug, value) == label


@pytest.mark.parametrize(
    ("facts", "value", "label"),
    [
        (BO, 33, ""),
        (BO, 34, "short"),
        (ADA, 23, ""),
        (ADA, 24, "short"),
        (BO, 20, "normal"),
        ((), 24, ""),
        ((), 34, "short"),
    ],
)
def test_the_hamstrings_are_short_by_the_norm_of_the_own_sex(facts, value, label):
    assert says("active_knee_extension", value, facts) == label


@pytest.mark.parametrize(
    ("facts", "value", "label"),
    [(ADA, 27, "weak"), (ADA, 28, "normal"), (BO, 8, "weak"), (BO, 9, "normal"), ((), 10, ""), ((), 1, "weak")],
)
def test_the_side_plank_is_judged_by_sex_and_decade(facts, value, label):
    assert says("side_plank_hold", value, facts) == label


@pytest.mark.parametrize(("facts", "value", "label"), [(BO, 11, "weak"), (BO, 12, "normal"), (ADA, 5, "")])
def test_the_chair_stand_has_a_norm_from_sixty_only(facts, value, label):
    assert says("chair_stand", value, facts) == label


@pytest.mark.parametrize(("facts", "label"), [(ADA, "short"), (BO, ""), ((), "short")])
def test_the_ankle_norm_ends_at_sixty(facts, label):
    assert says("knee_to_wall", 5, facts) == label


@pytest.mark.parametrize("slug", ["pec_minor_distance", "wall_angel", "beighton", "hip_internal_rotation", "heel_rise"])
@pytest.mark.parametrize("value", [0, 1, 5, 9])
def test_a_test_without_a_sourced_cut_off_never_labels(slug, value):
    assert says(slug, value) == ""


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
    assert measured(result("arms_overhead", word="fail"))[0].says == "short"
    assert measured(result("trendelenburg", word="fail"))[0].says == "weak"
    assert measured(result("trendelenburg", word="pass"))[0].says == "normal"


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


def test_an_unknown_slug_names_the_nearest():
    with pytest.raises(UnknownId, match="beighton"):
        home_test("beightn")

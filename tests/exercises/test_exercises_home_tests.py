"""The home tests, row by row of EVIDENCE 4: each is whole, and each cut-off holds at its edge for whom it is meant."""

import re

import pytest

from flarepath.body import MUSCLES
from flarepath.errors import UnknownId
from flarepath.exercises import EXERCISES, LABEL_MEANS, TESTS, home_test, resolve_test
from flarepath.sources import source

EVIDENCE = [
    ["modified_thomas"],
    ["thomas_knee"],
    ["ely"],
    ["active_knee_extension"],
    ["hip_internal_rotation", "hip_external_rotation"],
    ["hip_extension", "hip_flexion", "knee_flexion_range"],
    ["knee_to_wall"],
    ["gastrocnemius_lunge"],
    ["heel_rise"],
    ["single_leg_bridge"],
    ["glute_bridge_hold"],
    ["trendelenburg"],
    ["single_leg_balance"],
    ["side_plank_hold"],
    ["front_plank_hold"],
    ["sorensen", "prone_lift_hold"],
    ["chair_stand"],
    ["lateral_step_down"],
    ["adductor_squeeze"],
    ["hip_flexor_hold"],
    ["arms_overhead"],
    ["back_scratch"],
    ["pec_minor_distance"],
    ["wall_angel"],
    ["deep_neck_flexor_hold"],
    ["craniocervical_nod"],
    ["neck_rotation"],
    ["navicular_drop", "big_toe_extension"],
    ["beighton"],
]
LABELS = {"length": {"short", "long", ""}, "strength": {"weak", "strong", ""}, "other": set()}
WITHOUT_NORM = """hip_internal_rotation hip_external_rotation hip_extension hip_flexion knee_flexion_range heel_rise
single_leg_balance front_plank_hold prone_lift_hold lateral_step_down adductor_squeeze hip_flexor_hold back_scratch
pec_minor_distance wall_angel neck_rotation navicular_drop beighton straight_leg_raise knee_extension_range
joint_position_repeat"""

every_test = pytest.mark.parametrize("each", TESTS.values(), ids=lambda each: each.id)


def test_all_29_rows_of_the_evidence_are_there():
    assert len(EVIDENCE) == 29
    assert {slug for row in EVIDENCE for slug in row} <= set(TESTS)


@every_test
def test_a_test_tells_how_with_what_and_when_to_stop(each):
    numbers = [line.partition(". ")[0] for line in each.protocol.splitlines()]
    assert numbers == [str(place) for place in range(1, len(numbers) + 1)]
    assert each.equipment
    assert re.search(r"[Ss]top|Do not force", each.stop_rule)


@every_test
def test_a_test_tells_its_norm_who_was_measured_and_its_error(each):
    assert each.norm
    assert not each.norm.endswith(".")
    assert each.population.endswith(".")
    assert each.error > 0
    assert source(each.source)
    assert source(each.error_source)


@every_test
def test_a_test_is_about_a_muscle_of_the_body_within_bounds(each):
    assert each.muscle == "" or each.muscle in MUSCLES
    assert each.more in {"higher", "lower"}
    assert each.least < each.most
    assert (each.zone is not None) == (each.about == "strength")


@every_test
def test_only_length_and_strength_tests_carry_labels(each):
    assert {row.says for row in each.cutoffs} <= LABELS[each.about]
    assert all(source(row.source) for row in each.cutoffs)


@pytest.mark.parametrize("slug", WITHOUT_NORM.split())
def test_a_test_without_a_norm_never_labels(slug):
    each = home_test(slug)
    assert {each.says(value) for value in (each.least, 0, 1, 5, 9, each.most)} == {""}


def test_every_other_test_can_label():
    labelling = {each.id for each in TESTS.values() if any(row.says for row in each.cutoffs) or each.can_say("normal")}
    assert labelling == set(TESTS) - set(WITHOUT_NORM.split())


@pytest.mark.parametrize(
    ("slug", "value", "label"),
    [
        ("modified_thomas", 0.5, "short"),
        ("modified_thomas", 0, ""),
        ("modified_thomas", -9, ""),
        ("modified_thomas", -10, "normal"),
        ("thomas_knee", 66, "short"),
        ("thomas_knee", 67, ""),
        ("thomas_knee", 80, "normal"),
        ("ely", 10, "normal"),
        ("ely", 10.5, "short"),
        ("knee_to_wall", 8, "short"),
        ("knee_to_wall", 9, ""),
        ("knee_to_wall", 10, "normal"),
        ("gastrocnemius_lunge", 29, "short"),
        ("gastrocnemius_lunge", 30, "normal"),
        ("heel_rise", 5, ""),
        ("heel_rise", 24, ""),
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
        ("hip_flexor_hold", 3, ""),
        ("craniocervical_nod", 22, "weak"),
        ("craniocervical_nod", 24, ""),
        ("craniocervical_nod", 26, "normal"),
        ("big_toe_extension", 49, "short"),
        ("big_toe_extension", 50, ""),
        ("big_toe_extension", 60, "normal"),
        ("arms_overhead", 169, ""),
        ("arms_overhead", 170, "normal"),
    ],
)
def test_a_cut_off_holds_at_its_edge(slug, value, label):
    assert home_test(slug).says(value, sex="female", age=30) == label


@pytest.mark.parametrize(
    ("sex", "value", "label"),
    [
        ("female", 24, "short"),
        ("male", 24, ""),
        ("female", 23, ""),
        ("male", 33, ""),
        ("male", 34, "short"),
        ("male", 20, "normal"),
        (None, 24, ""),
        (None, 34, "short"),
    ],
)
def test_the_hamstrings_are_short_by_the_norm_of_the_own_sex(sex, value, label):
    assert home_test("active_knee_extension").says(value, sex=sex, age=20) == label


@pytest.mark.parametrize(
    ("sex", "age", "mean"),
    [
        *(("male", age, mean) for age, mean in zip(range(20, 80, 10), (39, 34, 29, 25, 21, 14), strict=True)),
        *(("female", age, mean) for age, mean in zip(range(20, 80, 10), (47, 40, 33, 29, 24, 18), strict=True)),
    ],
)
def test_the_side_plank_is_weak_more_than_12_s_below_the_mean_of_the_decade(sex, age, mean):
    plank = home_test("side_plank_hold")
    assert [plank.says(mean - below, sex=sex, age=age + 5) for below in (12.5, 12, 0)] == ["weak", "normal", "normal"]


@pytest.mark.parametrize(("sex", "age"), [("male", 19), ("female", 80)])
def test_the_side_plank_has_no_norm_outside_the_ages_measured(sex, age):
    assert home_test("side_plank_hold").says(1, sex=sex, age=age) == ""


@pytest.mark.parametrize(
    ("sex", "limits"), [("male", (14, 12, 12, 11, 10, 8, 7)), ("female", (12, 11, 10, 10, 9, 8, 4))]
)
def test_the_chair_stand_follows_its_table_from_60_to_94(sex, limits):
    stand = home_test("chair_stand")
    for age, limit in zip(range(60, 95, 5), limits, strict=True):
        assert {stand.says(limit - 1, sex=sex, age=year) for year in (age, age + 4)} == {"weak"}
        assert {stand.says(limit, sex=sex, age=year) for year in (age, age + 4)} == {"normal"}


def test_a_woman_of_68_who_stands_ten_times_is_below_average_and_one_of_38_is_not_judged():
    assert [home_test("chair_stand").says(10, sex="female", age=age) for age in (68, 38)] == ["weak", ""]


@pytest.mark.parametrize(("sex", "limit"), [("male", 18.9), ("female", 15.4)])
def test_the_neck_is_weak_more_than_one_spread_below_the_mean(sex, limit):
    hold = home_test("deep_neck_flexor_hold")
    assert (hold.says(limit - 0.1, sex=sex), hold.says(limit, sex=sex)) == ("weak", "normal")


@pytest.mark.parametrize(("age", "label"), [(59, "short"), (60, ""), (None, "short")])
def test_the_ankle_norm_ends_at_sixty(age, label):
    assert home_test("knee_to_wall").says(8, age=age) == label


def test_a_number_that_cannot_be_has_no_label():
    assert home_test("active_knee_extension").says(95, sex="male") == ""


@pytest.mark.parametrize(
    ("slug", "change"), [("modified_thomas", 5.5), ("heel_rise", 6.1), ("deep_neck_flexor_hold", 27.7)]
)
def test_two_results_differ_beyond_their_error_from_2_8_errors_on(slug, change):
    assert home_test(slug).least_change == pytest.approx(change, abs=0.1)


def test_the_steps_begin_with_rest_and_warm_up_and_end_with_what_to_keep():
    first, *own, last = home_test("side_plank_hold").steps
    assert (first, last) == (
        "Come rested: no hard work on this muscle in the 72 hours before. Warm up for 3 minutes.",
        "Do it twice, with a good rest between, and take the mean. Next time at the same time of day.",
    )
    assert own[0].startswith("Lie on one side")


def test_endurance_takes_the_mean_and_range_the_best():
    assert (home_test("sorensen").keep, home_test("ely").keep, home_test("single_leg_balance").tries) == (
        "mean",
        "best",
        3,
    )


def test_a_label_says_nothing_of_the_cause():
    assert "not the cause of a pain" in LABEL_MEANS


@pytest.mark.parametrize(
    ("slug", "exercise"),
    [
        ("heel_rise", "calf_raise"),
        ("single_leg_bridge", "hamstring_bridge"),
        ("glute_bridge_hold", "single_leg_glute_bridge"),
        ("hip_flexor_hold", "seated_knee_lift_hold"),
        ("side_plank_hold", "side_plank"),
        ("front_plank_hold", "plank"),
        ("prone_lift_hold", "prone_cobra"),
        ("chair_stand", "chair_squat"),
        ("craniocervical_nod", "chin_nod"),
    ],
)
def test_a_strength_test_speaks_of_the_part_that_its_exercise_loads(slug, exercise):
    each = home_test(slug)
    assert each.zone in {work.zone for work in EXERCISES[exercise].work if work.muscle == each.muscle}


def test_only_the_bridge_of_the_hamstrings_has_a_side_share_of_its_own():
    assert {each.id: each.side_share for each in TESTS.values() if each.side_share} == {"single_leg_bridge": 0.24}


def test_a_prone_lift_is_not_judged_by_the_limit_of_the_back_extensor_hold():
    assert resolve_test("prone lift hold") == "prone_lift_hold"
    assert home_test("prone_lift_hold").says(20) == ""


def test_an_unknown_slug_names_the_nearest():
    with pytest.raises(UnknownId, match="beighton"):
        home_test("beightn")

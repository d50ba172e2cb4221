"""What the tests say of one muscle on one side at one moment."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flarepath import exercises
from flarepath.diary import Diary, Entry
from flarepath.exercises import bouts, is_rested, measures, muscle_state, side_difference, weaker_side

MONDAY = datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Berlin"))
SUNDAY = MONDAY + timedelta(days=6)


def found(what, word="", *, day=0.0, side="left", where="hamstrings", value=None, **detail):
    time = MONDAY + timedelta(days=day)
    return Entry(time, "test", what, where=where, side=side, value=value, word=word, detail=tuple(detail.items()))


def state(*entries, side="left", at=SUNDAY):
    return muscle_state(measures(Diary.of_entries(entries)), "hamstrings", side, at=at)


def test_nobody_tested_means_unknown():
    assert (state().length, state().strength) == ("unknown", "unknown")


def test_one_test_is_a_hint():
    seen = state(found("length", "short"))
    assert (seen.length, seen.length_concordant, seen.strength) == ("short", False, "unknown")


def test_two_tests_on_two_days_that_agree_are_concordant():
    assert state(found("length", "short"), found("active_knee_extension", value=40, day=2)).length_concordant


def test_two_tests_on_one_day_are_not():
    assert not state(found("length", "short"), found("active_knee_extension", value=40, day=0.3)).length_concordant


def test_the_local_day_counts():
    late = MONDAY.replace(hour=23, minute=30)
    evening, night = (
        Entry(t, "test", "length", where="hamstrings", word="short") for t in (late, late + timedelta(hours=1))
    )
    assert state(evening, night).length_concordant


def test_two_tests_that_disagree_are_not_concordant_and_the_newest_stands():
    seen = state(found("length", "short"), found("length", "normal", day=2))
    assert (seen.length, seen.length_concordant) == ("normal", False)


def test_what_was_found_later_does_not_exist_yet():
    assert state(found("length", "short", day=3), at=MONDAY).length == "unknown"


def test_the_other_side_says_nothing_here():
    assert state(found("length", "short", side="right")).length == "unknown"


@pytest.mark.parametrize("side", ["both", "middle", ""])
def test_both_sides_or_none_count_for_each(side):
    assert state(found("length", "short", side=side)).length == "short"


def test_a_drop_against_the_own_usual_never_makes_a_short_muscle():
    seen = state(found("active_knee_extension", value=-25, change="own"))
    assert seen.length == "unknown"
    assert seen.measures[0].value == -25


def test_length_and_strength_are_told_apart():
    seen = state(found("length", "long"), found("single_leg_bridge", value=8))
    assert (seen.length, seen.strength) == ("long", "weak")


def test_a_muscle_is_tested_once_it_carries_a_label():
    seen = measures(
        Diary.of_entries([found("length", "short"), found("heel_rise", value=20), found("beighton", value=6)])
    )
    assert exercises.tested_muscles(seen, at=SUNDAY) == ("hamstrings",)


def trained(day, name="single_leg_hinge", side="left", **detail):
    texts = tuple((key, str(value)) for key, value in detail.items())
    return Entry(MONDAY + timedelta(days=day), "exercise", name, side=side, detail=texts)


def state_with_training(*entries):
    diary = Diary.of_entries(entries)
    return muscle_state(measures(diary), "hamstrings", "left", at=SUNDAY, bouts=bouts(diary))


@pytest.mark.parametrize(("hours", "sure"), [(71, False), (73, True), (-1, True)])
def test_a_test_within_72_hours_of_hard_work_does_not_count(hours, sure):
    work = trained(4 - hours / 24, effort=8)
    seen = state_with_training(found("length", "short"), work, found("length", "short", day=4))
    assert (seen.length, seen.length_concordant) == ("short", sure)


def test_after_hard_work_the_rested_test_stands():
    seen = state_with_training(found("length", "normal"), trained(2, effort=9), found("length", "short", day=3))
    assert (seen.length, seen.length_concordant) == ("normal", False)


def test_a_test_after_hard_work_is_a_hint_while_there_is_no_other():
    seen = state_with_training(trained(-1, effort=9), found("length", "short"), found("length", "short", day=1))
    assert (seen.length, seen.length_concordant) == ("short", False)


@pytest.mark.parametrize(
    ("work", "rested"),
    [
        (trained(-1, effort=7), False),
        (trained(-1, effort=6.5), False),
        (trained(-1, effort=3), True),
        (trained(-1, side="right", effort=9), True),
        (trained(-1, "bench_press", effort=9), True),
        (trained(-1), False),
    ],
)
def test_hard_is_a_high_effort_or_new_and_not_easy_on_that_muscle_and_side(work, rested):
    diary = Diary.of_entries([work, found("length", "short")])
    assert is_rested(measures(diary)[0], bouts(diary)) is rested


@pytest.mark.parametrize(("reps", "rested"), [(10, True), (13, False)])
def test_a_usual_session_is_not_hard_and_30_percent_more_is(reps, rested):
    usual = [trained(day, reps=10, sets=3, effort=5) for day in range(-20, -4, 3)]
    diary = Diary.of_entries([*usual, trained(-1, reps=reps, sets=3, effort=5), found("length", "short")])
    assert is_rested(measures(diary)[0], bouts(diary)) is rested


def sides(test, left, right, *, days=0.0):
    return measures(Diary.of_entries([found(test, value=left), found(test, value=right, side="right", day=days)]))


@pytest.mark.parametrize(
    ("test", "left", "right", "counts"),
    [
        ("heel_rise", 30, 25, False),
        ("heel_rise", 40, 33, False),
        ("heel_rise", 50, 41, False),
        ("heel_rise", 50, 39, True),
        ("single_leg_bridge", 60, 47, False),
        ("single_leg_bridge", 60, 45, True),
        ("glute_bridge_hold", 40, 30, False),
        ("glute_bridge_hold", 40, 29, True),
        ("knee_to_wall", 12, 10, False),
        ("knee_to_wall", 12, 9.5, True),
        ("ely", 8, 10, False),
        ("ely", 8, 10.5, True),
        ("neck_rotation", 70, 60, False),
        ("neck_rotation", 70, 59, True),
        ("modified_thomas", 0, 5, False),
        ("modified_thomas", 0, 6, True),
    ],
)
def test_sides_differ_only_beyond_the_noise_of_test_and_health(test, left, right, counts):
    assert side_difference(sides(test, left, right), test, at=SUNDAY).exceeds_noise is counts


def test_ten_percent_in_strength_proves_nothing():
    found_ = side_difference(sides("front_plank_hold", 200, 180), "front_plank_hold", at=SUNDAY)
    assert (found_.difference, found_.noise, found_.exceeds_noise) == (20, pytest.approx(42), False)


def test_a_difference_is_told_as_written_with_the_side_that_has_less():
    seen = side_difference(sides("active_knee_extension", 10, 40), "active_knee_extension", at=SUNDAY)
    assert (seen.left, seen.right, seen.unit, seen.weaker) == (10, 40, "deg", "right")


@pytest.mark.parametrize(("days", "is_compared"), [(3, True), (7, True), (8, False)])
def test_sides_tested_more_than_a_week_apart_are_not_compared(days, is_compared):
    seen = sides("heel_rise", 30, 10, days=days)
    assert (side_difference(seen, "heel_rise", at=SUNDAY + timedelta(days=9)) is not None) is is_compared


@pytest.mark.parametrize(("test", "value"), [("active_knee_extension", 160), ("moon jump", 3)])
def test_a_number_that_cannot_be_and_an_unknown_test_compare_with_nothing(test, value):
    assert side_difference(sides(test, value, 10), test, at=SUNDAY) is None


def test_a_side_with_a_free_pelvis_is_not_compared():
    rows = [found("modified_thomas", value=-5), found("modified_thomas", value=20, side="right", pelvis="free")]
    assert side_difference(measures(Diary.of_entries(rows)), "modified_thomas", at=SUNDAY) is None


def test_a_side_tested_after_hard_work_is_not_compared():
    diary = Diary.of_entries(
        [trained(-1, "calf_raise", effort=9), *(found("heel_rise", value=9, side=each) for each in ("left", "right"))]
    )
    assert side_difference(measures(diary), "heel_rise", at=SUNDAY, bouts=bouts(diary)) is None
    assert side_difference(measures(diary), "heel_rise", at=SUNDAY) is not None


@pytest.mark.parametrize(
    ("left", "right", "weaker"), [(20, 40, "left"), (16, 20, ""), (32, 40, ""), (40, 20, "right"), (0, 0, "")]
)
def test_a_side_is_weaker_only_where_the_difference_is_beyond_noise(left, right, weaker):
    assert weaker_side(sides("heel_rise", left, right), "heel_rise", at=SUNDAY) == weaker


def test_a_range_has_no_weaker_side():
    assert weaker_side(sides("knee_to_wall", 5, 12), "knee_to_wall", at=SUNDAY) == ""


def test_one_side_alone_is_compared_with_nothing():
    seen = measures(Diary.of_entries([found("heel_rise", value=4)]))
    assert weaker_side(seen, "heel_rise", at=SUNDAY) == ""

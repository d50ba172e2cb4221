"""What the tests say of one muscle on one side at one moment."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flarepath import exercises
from flarepath.diary import Diary, Entry
from flarepath.exercises import measures, muscle_state, weaker_side

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


@pytest.mark.parametrize(("left", "right", "weaker"), [(16, 20, "left"), (17, 20, ""), (20, 16, "right"), (0, 0, "")])
def test_a_side_below_85_percent_of_the_other_is_weaker(left, right, weaker):
    seen = measures(Diary.of_entries([found("heel_rise", value=left), found("heel_rise", value=right, side="right")]))
    assert weaker_side(seen, "heel_rise", at=SUNDAY) == weaker


def test_one_side_alone_is_compared_with_nothing():
    seen = measures(Diary.of_entries([found("heel_rise", value=4)]))
    assert weaker_side(seen, "heel_rise", at=SUNDAY) == ""

"""The range ledger: doses by muscle, side and zone, long holds, depth, and the warning under a rising load."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry
from flarepath.exercises import ledger_document, range_ledger

START = datetime(2026, 1, 5, 18, tzinfo=UTC)


def row(day, kind, what="", *, value=None, unit="", side="", **detail):
    cells = tuple((name, str(each)) for name, each in detail.items())
    return Entry(START + timedelta(days=day), kind, what, value=value, unit=unit, side=side, detail=cells)


def ledger(*rows, days=28, at=None):
    diary = Diary.of_entries(list(rows))
    at = at or diary.last
    return {(each.muscle, each.side): each for each in range_ledger(diary, since=at - timedelta(days=days), at=at)}


def test_usual_sessions_add_up_in_the_zone_they_load():
    found = ledger(*(row(day, "exercise", "romanian_deadlift", sets=3, reps=8) for day in (0, 7, 14)))
    hamstrings = found["hamstrings", "left"]
    assert hamstrings.doses == {"short": 0.0, "mid": 0.0, "long": 3.0}
    assert hamstrings.exercises == ("romanian_deadlift",)


def test_a_muscle_that_helps_counts_half():
    found = ledger(row(0, "exercise", "romanian_deadlift", sets=3, reps=8))
    assert found["adductors", "left"].doses["long"] == pytest.approx(0.5)


def test_twice_the_usual_session_is_two():
    rows = [row(day, "exercise", "glute_bridge", sets=3, reps=10) for day in (0, 2, 4)]
    found = ledger(*rows, row(6, "exercise", "glute_bridge", sets=6, reps=10))
    assert found["gluteus_maximus", "left"].doses["short"] == pytest.approx(5)


def test_one_leg_is_told_apart_from_the_other():
    found = ledger(row(0, "exercise", "single_leg_hinge", side="left"), row(1, "exercise", "romanian_deadlift"))
    assert found["hamstrings", "left"].doses["long"] == pytest.approx(2)
    assert found["hamstrings", "right"].doses["long"] == pytest.approx(1)


def test_both_sides_are_listed_and_what_was_done_on_both_counts_for_each():
    found = ledger(row(0, "exercise", "back_squat", depth="full"))
    assert found["vasti", "left"].doses == found["vasti", "right"].doses == {"short": 0.0, "mid": 0.0, "long": 1.0}


def test_a_stretch_is_listed_and_loads_nothing():
    hamstrings = ledger(row(0, "stretch", "hamstrings", value=3, unit="min"))["hamstrings", "left"]
    assert sum(hamstrings.doses.values()) == 0
    assert hamstrings.exercises == ("hamstrings",)
    assert hamstrings.days_since_loaded is None


@pytest.mark.parametrize(
    "held",
    [
        row(0, "stretch", "pigeon_pose", value=30, unit="min", side="left"),
        row(0, "exercise", "pigeon_pose", side="left", sets=3, seconds=600),
    ],
)
def test_a_long_stretch_adds_hours_at_long_length_on_its_side(held):
    found = ledger(held)
    assert found["gluteus_maximus", "left"].hours == {"short": 0.0, "mid": 0.0, "long": 0.5}
    assert found["gluteus_maximus", "right"].hours["long"] == 0


def test_a_massage_is_no_hold():
    assert ledger(row(0, "massage", "calves", value=10, unit="min"))["soleus", "left"].hours["mid"] == 0


def test_what_lies_before_the_period_is_not_added_up_but_remembered():
    found = ledger(row(0, "exercise", "nordic_curl"), row(40, "exercise", "push_up"))
    hamstrings = found["hamstrings", "left"]
    assert sum(hamstrings.doses.values()) == 0
    assert hamstrings.days_since_loaded == pytest.approx(40)
    assert hamstrings.is_starved


def test_hours_of_sitting_keep_the_hip_flexors_short_and_the_buttocks_long():
    found = ledger(row(0, "sitting", value=6, unit="h"), row(1, "sitting", "driving", value=90, unit="min"))
    assert found["iliopsoas", "left"].hours["short"] == pytest.approx(7.5)
    assert found["gluteus_maximus", "left"].hours["long"] == pytest.approx(7.5)


def test_sleep_counts_in_the_position_that_was_said_and_else_nowhere():
    found = ledger(row(0, "sleep", value=7, unit="h", position="stomach"), row(1, "sleep", value=8, unit="h"))
    assert found["soleus", "left"].hours == {"short": 7.0, "mid": 0.0, "long": 0.0}


def squats(loads, *, depth):
    for week, load in enumerate(loads):
        for day in (0, 3):
            yield row(7 * week + day, "exercise", "back_squat", sets=5, reps=5, load_kg=load, depth=depth)


def test_weeks_of_half_squats_under_a_rising_load_are_warned_of_in_the_fifth_week():
    warned = [
        bool(ledger(*squats([60, 62, 65, 68, 70][:weeks], depth="half"))["vasti", "left"].warning) for weeks in (3, 5)
    ]
    assert warned == [False, True]


@pytest.mark.parametrize(("loads", "depth"), [([60, 62, 65, 68, 70], "full"), ([60, 60, 60, 60, 60], "half")])
def test_twin_deep_squats_or_a_steady_load_give_no_warning(loads, depth):
    assert ledger(*squats(loads, depth=depth))["vasti", "left"].warning == ""


def test_a_pause_of_two_weeks_does_not_hide_the_rise_but_a_warning_grows_old():
    weeks = list(squats([60, 62, 65, 68], depth="half"))
    late = {pause: row(21 + 7 * pause, "note") for pause in (2, 8)}
    warned = [bool(ledger(*weeks, note)["vasti", "left"].warning) for note in late.values()]
    assert warned == [True, False]


def test_another_heavier_exercise_is_no_rising_weight():
    goblet = [row(7 * week, "exercise", "goblet_squat", load_kg=16, depth="half") for week in (0, 1)]
    back = [row(7 * week, "exercise", "back_squat", load_kg=60, depth="half") for week in (2, 3)]
    assert ledger(*goblet, *back)["vasti", "left"].warning == ""


def test_one_deep_set_among_many_does_not_clear_a_week():
    deep = [row(7 * week + 1, "exercise", "back_squat", sets=1, load_kg=60, depth="full") for week in range(5)]
    assert ledger(*squats([60, 62, 65, 68, 70], depth="half"), *deep)["vasti", "left"].warning


def test_the_share_of_partial_sets_is_told_where_depth_was_logged():
    rows = [*squats([60] * 3, depth="half"), row(30, "exercise", "back_squat", sets=10, reps=5, depth="full")]
    assert ledger(*rows, days=60)["vasti", "left"].partial_share == pytest.approx(0.75)


def test_the_document_holds_every_key_of_the_contract():
    diary = Diary.of_entries([row(0, "exercise", "back_squat", depth="half", load_kg=60)])
    found = ledger_document(range_ledger(diary, since=START - timedelta(days=1), at=START))
    needed = {"muscle", "side", "short", "mid", "long", "days_since_loaded", "exercises"}
    assert all(needed <= set(each) for each in found)


def test_an_exercise_nobody_knows_counts_for_the_muscle_that_was_felt():
    found = ledger(row(0, "exercise", "zercher walk", felt_muscle="glutes", zone="long"))
    assert found["gluteus_maximus", "left"].doses["long"] == pytest.approx(1)

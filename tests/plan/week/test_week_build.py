"""The week itself: one new thing a session, time, tools, strained days, muscles that are not ready."""

from itertools import pairwise

import pytest

from flarepath.exercises import EXERCISES
from flarepath.plan.week import changes, condition, week
from flarepath.safety import Clearance

WEAK = "\n".join(
    f"2026-01-{day:02}T09:00,test,{what},{muscle},both,{label},,"
    for day in (2, 4)
    for muscle in ("gluteus_medius_minimus", "hamstrings")
    for what, label in (("strength", "weak"), ("length", "normal"))
)
CALM = "\n".join(f"2026-01-{day:02}T08:00,pain,,hip_side,both,1,nrs," for day in range(5, 26))


def new_items(found):
    return [[item for item in session.items if item.is_new] for session in found.sessions]


def test_at_most_one_new_exercise_a_session(planned_week):
    found = planned_week(f"{WEAK}\n{CALM}", days=4, equipment=frozenset({"band", "dumbbell"}))
    assert [len(items) for items in new_items(found)].count(1) >= 2
    assert max(len(items) for items in new_items(found)) == 1


def test_what_tests_weak_comes_first(planned_week):
    found = planned_week(f"{WEAK}\n{CALM}", days=3)
    (first, *_), *_ = new_items(found)
    assert {"gluteus_medius_minimus", "hamstrings"} & set(EXERCISES[first.id].mains)


def test_two_new_things_within_three_days_are_never_felt_in_one_place(planned_week):
    found = planned_week(f"{WEAK}\n{CALM}", days=7)
    begun = [(session.day, item) for session in found.sessions for item in session.items if item.is_new]
    for (day, one), (later, other) in pairwise(begun):
        if (later - day).days <= 3:
            assert not set(one.forecast.places) & set(other.forecast.places)


def test_each_new_thing_says_why_how_it_feels_what_to_expect_and_what_stops_it(planned_week):
    for items in new_items(planned_week(f"{WEAK}\n{CALM}", days=3)):
        assert all(item.why and item.feel and item.stops and item.forecast.words for item in items)


def test_a_session_fits_into_its_minutes(planned_week, sessions):
    many = "\n".join(
        sessions(name, [0, 0, 0], where=where)
        for name, where in [
            ("glute_bridge", "buttock"),
            ("row", "upper_back"),
            ("push_up", "chest"),
            ("plank", "abdomen"),
        ]
    )
    found = planned_week(many, days=2, minutes=8)
    assert all(session.minutes <= 8 for session in found.sessions)
    assert found.left_for_later


def test_nothing_needs_a_tool_that_is_not_there(planned_week):
    found = planned_week(f"{WEAK}\n{CALM}", days=5, equipment=frozenset())
    at_home = {"chair", "wall", "mat", "floor", "bed", "table", "towel", "step", "door", "pillow"}
    tools = {tool for items in new_items(found) for item in items for tool in EXERCISES[item.id].equipment}
    assert tools <= at_home


@pytest.mark.parametrize("sign", ["stress,,,,9,nrs,", "sleep,,,,4.5,h,"])
def test_on_a_strained_day_nothing_is_new_and_the_session_is_shorter(planned_week, sessions, sign):
    rows = sessions("glute_bridge", [0, 0, 0], where="buttock") + f"\n2026-01-26T09:00,{sign}"
    calm, strained = planned_week(rows.rsplit("\n", 1)[0], days=3), planned_week(rows, days=3)
    first = strained.sessions[0]
    assert strained.strained
    assert (calm.strained, first.kind) == ("", "short")
    assert not any(item.is_new for item in first.items)
    assert first.minutes <= 0.6 * strained.frame.minutes


def test_a_fragile_muscle_gets_neither_hard_nor_new_work(planned_week):
    rows = """
    2026-03-01T08:00,soreness,,thigh_back,both,0,nrs,
    2026-03-02T18:00,exercise,single_leg_hinge,,both,,,sets=3; reps=10; form=4; felt=fine; effort=6
    2026-03-03T07:30,soreness,,thigh_back,both,5,nrs,quality=sore
    """
    found = planned_week(rows, days=5)
    hinge = next(step for step in found.steps if step.name == "single_leg_hinge")
    assert {state.state for state in found.conditions if state.muscle == "hamstrings"} == {"fragile"}
    assert (hinge.waits, hinge.after.sets) == ("when the back of the thigh is at 2 of 10 or less", 1)
    assert not any(item.id == "single_leg_hinge" for session in found.sessions for item in session.items)
    assert not any("hamstrings" in EXERCISES[item.id].mains for items in new_items(found) for item in items)


def test_once_past_its_peak_it_is_repairing_and_then_ready(log_of):
    rows = """
    2026-03-01T08:00,soreness,,thigh_back,both,0,nrs,
    2026-03-02T18:00,exercise,single_leg_hinge,,both,,,sets=3; reps=10; effort=6
    2026-03-03T07:30,soreness,,thigh_back,both,6,nrs,
    2026-03-05T07:30,soreness,,thigh_back,both,{now},nrs,
    """
    states = [condition(log_of(rows.format(now=now)), "hamstrings", "left").state for now in (4, 1)]
    assert states == ["repairing", "ready"]


def test_lost_range_keeps_a_muscle_fragile_without_soreness(log_of):
    rows = """
    2026-03-01T08:00,soreness,,thigh_back,left,0,nrs,
    2026-03-02T18:00,exercise,single_leg_hinge,,left,,,sets=3; reps=10; effort=6
    2026-03-03T07:30,test,active_knee_extension,,left,{lost},deg,change=own
    2026-03-03T07:31,soreness,,thigh_back,left,0,nrs,
    """
    states = [condition(log_of(rows.format(lost=lost)), "hamstrings", "left").state for lost in (-20, -3)]
    assert states == ["fragile", "ready"]


def test_at_level_days_nothing_new_is_begun(planned_week):
    locked = Clearance("days", (), frozenset({"hip_side"}))
    found = planned_week(f"{WEAK}\n{CALM}", days=3, clearance=locked)
    assert not any(items for items in new_items(found))


def test_in_a_flare_up_nothing_new_is_begun_and_something_changes(setting, sessions):
    rows = sessions("glute_bridge", [0, 0, 0], where="buttock") + "\n2026-01-26T20:00,pain,,neck_back,,6,nrs,"
    moment = setting(rows)
    found = week(moment)
    assert moment.explanation.flare is not None
    assert not any(items for items in new_items(found))
    assert [change.id for change in changes(moment, found)] == ["whole:neck_back"]


def test_an_empty_diary_begins_with_one_easy_exercise_a_session(planned_week):
    found = planned_week("2026-01-05T08:00,pain,,wrist,left,0,nrs,", days=3)
    assert [len(items) for items in new_items(found)] == [1, 1, 1]
    assert all(EXERCISES[item.id].first.sets == 1 for items in new_items(found) for item in items)


def test_the_facts_of_the_person_set_the_frame(planned_week):
    facts = "2026-01-01T08:00,fact,training_days,,,4,,\n2026-01-01T08:00,fact,training_minutes,,,25,,\n"
    found = planned_week(facts + "2026-01-01T08:00,fact,equipment,,,band,,\n" + CALM)
    assert (found.frame.days, found.frame.minutes, found.frame.equipment) == (4, 25, frozenset({"band"}))


def test_after_four_calm_weeks_nothing_has_to_grow(planned_week, sessions):
    full = "sets=3; reps=12; effort=5"
    rows = sessions("glute_bridge", [0] * 6, where="buttock", dose=full)
    rows += "\n" + sessions("push_up", [0] * 6, where="chest", kind="pain", dose=full)
    found = planned_week(rows)
    assert found.upkeep
    assert {step.rule for step in found.steps} == {"upkeep"}
    assert len(found.sessions) <= 2


def test_short_muscles_are_stretched_and_loaded_long_in_the_same_week(planned_week):
    short = "\n".join(
        f"2026-01-0{day}T09:00,test,{what},rectus_femoris,both,{label},,"
        for day in (2, 4)
        for what, label in (("length", "short"), ("strength", "strong"))
    )
    found = planned_week(f"{short}\n{CALM}", days=3)
    kinds = {EXERCISES[item.id].kind for items in new_items(found) for item in items}
    wanted = [(each.mode, each.zone) for each in found.queue if each.muscle == "rectus_femoris"]
    assert {("stretch", None), ("strengthen", "long")} <= set(wanted)
    assert {"stretch", "exercise"} <= kinds


def test_a_long_weak_muscle_is_never_stretched(planned_week):
    long = "\n".join(
        f"2026-01-0{day}T09:00,test,{what},iliopsoas,both,{label},,"
        for day in (2, 4)
        for what, label in (("length", "long"), ("strength", "weak"))
    )
    found = planned_week(f"{long}\n{CALM}", days=5)
    assert all(wanted.mode == "strengthen" for wanted in found.queue if wanted.muscle == "iliopsoas")
    assert not any(
        EXERCISES[item.id].kind != "exercise" and "iliopsoas" in EXERCISES[item.id].mains
        for items in new_items(found)
        for item in items
    )

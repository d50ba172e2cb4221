"""The traffic light at its edges, two reds in a row, and the test of light sessions."""

import pytest

from flarepath.plan import traffic_light
from flarepath.plan.light import light_record, light_session, pause, response


@pytest.mark.parametrize(
    ("peak", "baseline", "hours", "colour"),
    [
        (3, 0, 24, "green"),
        (3.1, 0, 24, "amber"),
        (3, 0, 24.1, "amber"),
        (5, 4, 24, "green"),
        (5.1, 4, 24, "amber"),
        (5, 0, 72, "amber"),
        (5, 0, 72.1, "red"),
        (5.1, 0, 24, "red"),
        (6, 4, 48, "amber"),
        (6.1, 4, 24, "red"),
        (2, 1, None, "red"),
    ],
)
def test_the_light_of_a_muscle(peak, baseline, hours, colour):
    assert traffic_light(peak, baseline, back_within_hours=hours) == colour


@pytest.mark.parametrize("tissue", ["joint", "tendon", "nerve"])
def test_joints_tendons_and_nerves_get_a_day(tissue):
    assert traffic_light(3, 1, back_within_hours=24, tissue=tissue) == "green"
    assert traffic_light(4, 1, back_within_hours=24, tissue=tissue) == "amber"
    assert traffic_light(3, 1, back_within_hours=24.1, tissue=tissue) == "red"


@pytest.mark.parametrize("sign", ["night_waking", "limp", "tingling"])
def test_one_sign_makes_it_red(sign):
    assert traffic_light(1, 1, back_within_hours=1) == "green"
    assert traffic_light(1, 1, back_within_hours=1, **{sign: True}) == "red"


def test_each_colour_has_a_response():
    assert len({response(light) for light in ("green", "amber", "red")}) == 3


PULLS = """
2026-02-20T08:00,pain,,elbow_inner,right,1,nrs,
2026-02-23T18:00,exercise,pull_up,,both,,,sets=3; reps=5; effort=8
2026-02-24T08:00,pain,,elbow_inner,right,{first},nrs,
2026-02-24T17:00,pain,,elbow_inner,right,1,nrs,
2026-03-02T18:00,exercise,pull_up,,both,,,sets=3; reps=5; effort=8
2026-03-03T08:00,pain,,elbow_inner,right,6,nrs,
"""


def test_two_reds_in_a_row_pause_an_exercise_for_a_week(setting):
    paused = pause(setting(PULLS.format(first=6)))
    assert paused.adjustment == "leave_out"
    assert (paused.review_on - setting(PULLS.format(first=6)).at).days == 7


def test_an_amber_before_a_red_pauses_nothing(setting):
    assert pause(setting(PULLS.format(first=4))) is None


def tries(change, *, count=4):
    usual = [f"2026-02-{day}T08:00,pain,,lower_back,middle,1,nrs," for day in range(20, 29)]
    rows = ["2026-03-01T08:00,pain,,lower_back,middle,4,nrs,"]
    for day in range(1, count + 1):
        rows.append(f"2026-03-0{day}T17:00,pain,,lower_back,middle,4,nrs,")
        rows.append(f"2026-03-0{day}T18:00,exercise,cat_cow,,both,,,sets=1; reps=10; effort=2")
        rows.append(f"2026-03-0{day + 1}T08:00,pain,,lower_back,middle,{4 + change},nrs,")
    return "\n".join(usual + rows)


@pytest.mark.parametrize(("change", "decision"), [(0.5, "drop"), (0.4, "adapt"), (-0.4, "adapt"), (-0.5, "keep")])
def test_four_tries_decide_about_light_sessions(setting, change, decision):
    assert light_record(setting(tries(change))).decision == decision


def test_three_tries_decide_nothing(setting):
    assert light_record(setting(tries(1, count=3))).decision == "untried"


def test_a_dropped_light_session_is_replaced(setting):
    found = light_session(setting(tries(1)))
    assert (found.adjustment, found.exercises) == ("recover", ())


def test_a_kept_one_is_named(setting):
    assert light_session(setting(tries(-1))).exercises[0] == "cat_cow"


def test_a_light_session_stays_out_of_a_locked_place(setting, cleared):
    known = setting(tries(-1), clearance=cleared(locked={"mid_back"}))
    assert light_session(known).exercises == ()

"""The avoid list names what the log holds, and nothing else."""

import pytest

SORE = """
2026-02-20T08:00,soreness,,calf,both,0,nrs,
2026-03-02T18:00,exercise,calf_raise_off_step,,both,,,sets=4; reps=15; effort=7; form=4; felt=fine
2026-03-03T08:00,soreness,,calf,both,5,nrs,quality=sore; when=press+motion
2026-03-03T08:01,test,gastrocnemius_lunge,gastrocnemius,both,-12,deg,change=own
"""


def test_a_sore_muscle_gets_no_hard_work(planned):
    assert "New or hard work for the upper calf muscles" in planned(SORE).avoid


def test_a_calm_one_gets_no_such_sentence(planned):
    calm = SORE.replace(",5,nrs,quality=sore; when=press+motion", ",1,nrs,")
    assert "while sore" not in planned(calm).avoid


LONG = """
2026-01-05T08:00,tightness,,neck_back,left,5,nrs,
2026-01-12T08:00,tightness,,neck_back,left,5,nrs,
2026-02-02T08:00,tightness,,neck_back,left,5,nrs,
2026-02-07T10:00,test,length,levator_scapulae,left,{length},,
2026-02-20T10:00,test,length,levator_scapulae,left,{length},,
2026-02-20T10:01,test,strength,levator_scapulae,left,{strength},,
2026-02-21T19:00,stretch,nose_to_armpit_stretch,,left,5,min,before=5; after=3
2026-02-28T08:00,tightness,,neck_back,left,5,nrs,
"""


def test_a_long_weak_muscle_is_not_stretched_by_name(planned):
    assert "nose to armpit" in planned(LONG.format(length="long", strength="weak")).avoid


@pytest.mark.parametrize(("length", "strength"), [("short", "weak"), ("long", "strong")])
def test_any_other_state_leaves_the_stretch_alone(planned, length, strength):
    assert "nose to armpit" not in planned(LONG.format(length=length, strength=strength)).avoid


def test_tight_alone_is_no_reason_to_stretch(planned):
    untested = "\n".join(line for line in LONG.splitlines() if ",test," not in line)
    assert "because it feels tight" in planned(untested).avoid


NIGHTS = """
2026-02-20T08:00,pain,,jaw,both,1,nrs,
2026-03-02T07:00,sleep,,,,{hours},h,
2026-03-02T20:00,pain,,jaw,both,5,nrs,
"""


def test_nothing_new_after_a_short_night(planned):
    assert "New exercises" in planned(NIGHTS.format(hours=4)).avoid
    assert "New exercises" not in planned(NIGHTS.format(hours=7.5)).avoid


def test_a_locked_place_is_named_without_advice_on_it(planned, cleared):
    found = planned(NIGHTS.format(hours=7.5), clearance=cleared("days", locked={"jaw"}))
    assert found.avoid == "Training, pressing, rolling or pulling on the jaw until a professional has seen it."


def test_a_knee_that_gives_way_bends_deep_under_no_load(planned, cleared):
    rows = NIGHTS.format(hours=7.5).replace("jaw", "knee_front")
    assert "Deep knee bends" in planned(rows, clearance=cleared("next_visit", yes=["n3"])).avoid
    assert "Deep knee bends" not in planned(rows, clearance=cleared("next_visit", yes=["n4"])).avoid


def test_depth_that_pinched_is_not_pushed(planned):
    squat = "2026-02-25T18:00,exercise,back_squat,,both,,,sets=3; reps=8; depth=full; felt={felt}\n"
    rows = squat + NIGHTS.format(hours=7.5)
    assert "Going deep in back squat" in planned(rows.format(felt="pinch")).avoid
    assert "Going deep" not in planned(rows.format(felt="fine")).avoid

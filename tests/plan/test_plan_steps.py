"""Single actions, each with the log that calls for it and one that does not."""

import pytest

FOLD = """
2026-01-02T07:30,tightness,,thigh_back,left,4,nrs,quality=stiff
{levels}
{stretches}
{last}T08:00,tightness,,thigh_back,left,{now},nrs,quality=stiff
"""


def folds(*, count=8, last="2026-04-06", now=4):
    """Stretches every fourth day from 8 March on, and a level every other day."""
    days = [f"2026-03-{day:02}" for day in range(8, 32)] + [f"2026-04-{day:02}" for day in range(1, 7)]
    done = [f"{day}T18:00,stretch,hamstring_stretch_supine,,left,5,min," for day in days[::3][:count]]
    levels = [f"2026-{m}-{d:02}T07:30,tightness,,thigh_back,left,4,nrs," for m in ("01", "02") for d in range(2, 29, 2)]
    levels += [f"{day}T07:30,tightness,,thigh_back,left,{4 if day < '2026-03-20' else now},nrs," for day in days]
    kept = [row for row in levels if row < last]
    return FOLD.format(levels="\n".join(kept), stretches="\n".join(r for r in done if r < last), last=last, now=now)


def test_before_28_days_a_tactic_is_kept(planned):
    found = planned(folds(last="2026-04-03"))
    assert "Keep the stretching" in found.text
    assert "strengthen" not in found.adjustments


def test_after_28_days_and_8_sessions_without_a_change_it_is_switched(planned):
    found = planned(folds())
    assert "strengthen" in found.adjustments
    assert "strength instead of stretching" in found.text


def test_with_7_sessions_it_was_no_fair_trial(planned):
    assert "no fair trial yet" in planned(folds(count=7)).text


def test_what_helps_is_kept(planned):
    found = planned(folds(now=2.5))
    assert "your own numbers went down" in found.text
    assert "strengthen" not in found.adjustments


def test_a_medicine_begun_meanwhile_means_nobody_can_say(planned):
    pills = "".join(f"2026-03-{day}T08:00,medicine,ibuprofen,,,1,tablet,\n" for day in (20, 21, 22))
    assert "nobody can say yet" in planned(pills + folds(now=2.5)).text


CURLS = """
2026-01-04T08:00,pain,,upper_arm_front,right,0,nrs,
{earlier}
2026-01-08T08:00,pain,,upper_arm_front,right,0,nrs,
2026-01-26T08:00,pain,,upper_arm_front,right,0,nrs,
2026-01-26T18:00,exercise,biceps_curl,,both,,,sets=3; reps=8; form=5; effort=6
2026-01-27T08:00,pain,,upper_arm_front,right,5,nrs,quality=ache; when=motion
"""

EARLIER = """2026-01-05T18:00,exercise,{0},,both,,,sets=3; reps=8; form=5; effort=6
2026-01-06T08:00,pain,,upper_arm_front,right,5,nrs,quality=ache; when=motion"""


def test_a_repeat_with_good_form_gets_another_exercise_for_the_muscle(planned):
    found = planned(CURLS.format(earlier=EARLIER.format("biceps_curl")))
    assert found.explanation.verdict == "looks_most_like"
    assert "same_muscle" in found.adjustments
    assert "biceps_curl" not in found.exercises


def test_a_first_time_does_not(planned):
    assert "same_muscle" not in planned(CURLS.format(earlier="")).adjustments


def test_when_form_and_another_exercise_were_tried_the_neighbours_come(planned):
    assert "other_muscle" in planned(CURLS.format(earlier=EARLIER.format("incline_curl"))).adjustments


NIGHTS = """
2026-02-{0}T07:00,sleep,,,,7.5,h,
2026-02-{0}T20:00,pain,,lower_back,both,1,nrs,
"""

RISEN = "".join(NIGHTS.format(day) for day in range(16, 24)) + "".join(
    f"2026-02-{day}T07:00,sleep,,,,{{0}},h,\n2026-02-{day}T20:00,pain,,lower_back,both,5,nrs,\n"
    for day in range(24, 27)
)


def test_short_nights_after_the_pain_may_run_both_ways(planned):
    assert "both ways" in planned(RISEN.format(5)).text
    assert "both ways" not in planned(RISEN.format(7)).text


QUARTER = (
    "".join(
        f"2025-12-{day:02}T09:00,pain,,lower_back,middle,4,nrs,\n"
        f"2026-01-{day:02}T09:00,pain,,lower_back,middle,4,nrs,\n2026-02-{day:02}T09:00,pain,,lower_back,middle,{{0}},nrs,\n"
        for day in range(1, 29, 2)
    )
    + "2026-03-02T09:00,pain,,lower_back,middle,{0},nrs,\n"
)


def test_what_is_missing_for_a_fair_trial_is_said(planned):
    assert "0 of 12 weeks" in planned(QUARTER.format(4)).text


def test_three_months_that_helped_go_on(planned):
    found = planned(QUARTER.format(2))
    assert "better than three months ago" in found.text
    assert "fair trial" not in found.text


TIRED = "".join(
    f"2026-02-{day:02}T12:00,food,noodles,,,1,portion,\n2026-02-{day:02}T19:00,energy,,,,{{0}},nrs,\n"
    f"2026-02-{day:02}T19:30,pain,,calf,both,3,nrs,quality=ache\n"
    for day in range(1, 29)
)


def test_the_same_meal_every_day_of_a_tired_person_is_worth_a_question(planned):
    assert "nearly always noodles" in planned(TIRED.format(3)).text
    assert "noodles" not in planned(TIRED.format(7)).text


JAW = """
2026-02-20T08:00,pain,,jaw,both,1,nrs,
2026-03-01T20:00,stress,,,,9,nrs,
2026-03-02T07:00,sleep,,,,4,h,
2026-03-02T20:00,pain,,head,both,4,nrs,
2026-03-02T20:00,pain,,upper_back,both,4,nrs,
2026-03-02T20:00,pain,,jaw,both,5,nrs,
"""


@pytest.mark.parametrize(("locked", "walks"), [((), True), (("heel",), False)])
def test_a_locked_heel_takes_the_walk_out(planned, cleared, locked, walks):
    found = planned("2026-02-20T08:00,note,begun,,,,,\n" + JAW, region="jaw", clearance=cleared(locked=locked))
    assert "recover" in found.adjustments
    assert ("walking" in found.exercises) is walks

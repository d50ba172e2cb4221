"""What each verdict leads to: something for now, something for tomorrow, and never against the gate."""

import pytest

from flarepath.plan import plan
from flarepath.safety import EVERYWHERE, NotCleared

HINGE = """
2026-02-26T07:30,soreness,,sit_bone,both,0,nrs,
2026-02-26T18:00,exercise,push_up,,both,,,sets=3; reps=12; effort=6; form=4; felt=fine
2026-03-02T18:00,exercise,single_leg_hinge,,both,,,sets=3; reps=10; effort=6; form={form}; felt=fine
2026-03-03T07:30,soreness,,sit_bone,both,6,nrs,quality=sore; when=motion+press
2026-03-03T07:32,test,active_knee_extension,hamstrings,both,-20,deg,change=own
"""

SORE = HINGE.format(form=4)


def test_a_sore_muscle_is_eased_moved_lightly_and_trained_again_with_one_set(planned):
    found = planned(SORE)
    assert found.adjustments == ["ease", "light_session", "ease"]
    assert "1 set" in found.advice[-1].do


def test_poor_form_is_named_before_another_exercise(planned):
    assert "better_form" in planned(HINGE.format(form=2)).adjustments


def test_there_is_one_action_for_now_and_one_for_tomorrow(planned):
    assert {"now", "tomorrow"} <= {each.when for each in planned(SORE).advice}


def test_every_action_has_a_day_to_look_again_after_the_moment(planned):
    found = planned(SORE)
    assert all(each.review_on > found.explanation.at for each in found.advice)


def test_at_level_days_there_is_a_visit_and_known_work_elsewhere(planned, cleared):
    found = planned(SORE, clearance=cleared("days", locked={"sit_bone"}))
    assert found.adjustments == ["refer", "other_muscle"]
    assert found.exercises == {"push_up"}
    assert (found.next_test, found.refer.urgency) == (None, "days")


def test_a_lock_of_the_place_closes_it_at_any_level(planned, cleared):
    assert planned(SORE, clearance=cleared(locked={"sit_bone"})).adjustments[0] == "refer"


def test_a_lock_of_everything_leaves_no_exercise(planned, cleared):
    assert not planned(SORE, clearance=cleared("days", locked={EVERYWHERE})).exercises


@pytest.mark.parametrize("level", ["unanswered", "same_day", "emergency"])
def test_nothing_is_advised_while_the_gate_is_shut(setting, cleared, level):
    known = setting(SORE)
    with pytest.raises(NotCleared):
        plan(cleared(level), known.explanation, diary=known.diary)


def test_something_for_the_next_visit_is_said_with_a_summary(planned, cleared):
    found = planned(SORE, clearance=cleared("next_visit", yes=["n3"]))
    assert "refer" in found.adjustments
    assert found.refer.urgency == "next_visit"
    assert "N3 yes" in found.refer.summary


def test_a_clear_gate_and_a_sore_muscle_need_no_visit(planned):
    assert planned(SORE).refer is None


NOTHING = """
2026-02-01T20:00,pain,,mid_back,middle,1,nrs,
2026-03-02T20:00,pain,,mid_back,middle,1,nrs,
2026-03-05T20:00,pain,,mid_back,middle,4,nrs,
"""


def test_little_data_gives_ease_a_number_tomorrow_and_one_thing_to_log(planned):
    found = planned(NOTHING)
    assert found.explanation.verdict == "not_enough_yet"
    assert found.adjustments[0] == "ease"
    assert found.next_test.kind == "log"


STRESS = """
2026-02-09T07:00,sleep,,,,7.5,h,
2026-02-09T18:00,exercise,row,,both,,,sets=3; reps=10; effort=6; form=4
2026-02-16T18:00,exercise,row,,both,,,sets=3; reps=10; effort=6; form=4
2026-02-20T20:00,pain,,jaw,both,1,nrs,
2026-02-20T20:00,pain,,head,both,1,nrs,
2026-02-20T20:00,pain,,upper_back,both,1,nrs,
2026-03-03T20:10,stress,,,,2,nrs,
2026-03-03T20:15,screen,,,,14,h,
2026-03-04T07:00,sleep,,,,4.2,h,
2026-03-04T20:00,pain,,head,both,4,nrs,quality=ache
2026-03-04T20:00,pain,,upper_back,both,4,nrs,quality=ache
2026-03-04T20:00,pain,,jaw,both,5,nrs,quality=ache
"""


def test_a_strained_time_gets_rest_and_nothing_new(planned):
    found = planned(STRESS, region="jaw")
    assert found.explanation.causes[0].cause == "stress"
    assert found.adjustments == ["recover", "ease"]
    assert found.exercises <= {"walking", "row"}


def test_the_own_rating_stands_beside_the_log(planned):
    assert "rated your stress 2 of 10; your diary shows 14 screen hours" in planned(STRESS, region="jaw").text


TIRED = """
2026-02-20T20:00,pain,,{0},both,1,nrs,
2026-03-03T20:00,pain,,{0},both,5,nrs,quality=ache
2026-03-04T20:00,pain,,{0},both,5,nrs,quality=ache
"""

TIRED_OUT = (
    "2026-02-20T20:05,energy,,,,7,nrs,\n2026-03-03T20:05,energy,,,,2,nrs,\n2026-03-04T20:05,energy,,,,2,nrs,\n"
    + "".join(TIRED.format(place) for place in ("hand", "toes", "ankle_front", "wrist"))
)


def test_tired_and_aching_everywhere_goes_to_a_doctor_with_the_work_up(planned):
    found = planned(TIRED_OUT, region="wrist")
    assert "refer" in found.adjustments
    assert "ferritin" in found.refer.summary


def test_after_a_vaccination_a_week_is_waited(planned):
    found = planned("2026-03-03T10:00,event,vaccination,,,,,\n" + TIRED_OUT, region="wrist")
    assert ("refer" in found.adjustments, found.refer) == (False, None)
    assert "vaccination" in found.text


STARVED = """
2025-12-01T18:00,exercise,glute_bridge,,both,,,sets=3; reps=12; effort=6; form=4; felt=fine
2026-01-19T18:00,exercise,glute_bridge,,both,,,sets=3; reps=12; effort=6; form=4; felt=fine
2026-02-20T18:00,pain,,buttock,both,0,nrs,
2026-02-28T18:00,pain,,buttock,both,3,nrs,quality=ache
"""


def test_an_under_used_muscle_gets_one_small_dose(planned):
    found = planned(STARVED)
    assert found.advice[0].exercises == ("glute_bridge",)
    assert "1 set" in found.advice[0].do


ELBOW = """
2026-02-20T20:00,pain,,elbow_outer,right,0,nrs,
2026-03-03T18:00,exercise,wrist_extension_eccentric,,right,,,sets=4; reps=15; effort=8; felt=uncomfortable; after=4
2026-03-03T18:20,pain,,elbow_outer,right,5,nrs,quality=sharp; when=motion
"""


def test_a_tendon_gets_a_day_then_another_angle_before_the_load(planned):
    found = planned(ELBOW)
    assert found.explanation.causes[0].cause == "joint_tendon_nerve"
    assert "another range or angle" in found.text
    assert (found.advice[0].review_on - found.explanation.at).days == 1


RUN = """
2026-02-10T07:00,exercise,running,,both,,,seconds=1500; effort=5
2026-02-20T07:00,pain,,achilles,left,0,nrs,
2026-03-01T07:00,exercise,running,,both,,,seconds=3600; effort=7
2026-03-01T07:50,pain,,achilles,left,5,nrs,quality=sharp; when=motion
"""


def test_a_runner_changes_the_ground_before_the_amount(planned):
    assert "another ground, slope or shoe" in planned(RUN).text


def test_no_dose_is_ever_raised(planned):
    diaries = (SORE, ELBOW, STARVED, STRESS, TIRED_OUT)
    said = " ".join(planned(rows).text for rows in diaries)
    assert not {"increase", "heavier", "harder", "add weight"} & set(said.lower().split())


def test_a_strong_fear_is_answered_with_its_other_half(planned):
    afraid = SORE + "2026-03-03T07:40,fear,,,,9,nrs,\n2026-03-03T07:41,soreness,,sit_bone,both,6,nrs,\n"
    assert "often nothing is harmed, sometimes something is" in planned(afraid).text
    assert "fear" not in planned(afraid.replace(",9,nrs", ",3,nrs")).text


def test_no_meal_for_a_day_is_named_for_a_belly_pain_only(planned):
    meals = "".join(f"2026-02-{20 + n // 2}T{8 + 6 * (n % 2):02}:00,food,rice,,,1,portion,\n" for n in range(14))
    pain = "2026-02-20T12:30,pain,,{0},middle,0,nrs,\n2026-02-27T20:00,pain,,{0},middle,4,nrs,\n"
    assert "no meal for 30 hours" in planned(meals + pain.format("abdomen")).text
    assert "no meal" not in planned(meals + pain.format("chest")).text


def test_a_new_medicine_means_no_claim(planned):
    pills = "".join(f"2026-03-0{n}T08:00,medicine,ibuprofen,,,1,tablet,\n" for n in (3, 4, 5))
    assert "ibuprofen since 3 March" in planned(pills + NOTHING).text


def test_an_offer_of_treatment_gets_questions(planned):
    assert "second opinion" in planned("2026-03-05T15:00,care,treatment offer,,,,,\n" + NOTHING).text


FOOD = "".join(
    f"2026-01-{day:02}T12:00,food,{food},,,1,portion,\n2026-01-{day:02}T14:00,pain,,whole_body,,{points},nrs,\n"
    for day, food, points in ((day, *(("butter", 5) if day % 3 == 0 else ("rice", 1))) for day in range(1, 31))
)


def test_a_food_gets_one_planned_test_with_coeliac_disease_first(planned):
    found = planned(FOOD)
    assert "coeliac" in found.text
    assert found.next_test.days == 38


def test_with_a_past_eating_disorder_the_food_goes_to_a_dietitian(planned):
    found = planned("2026-01-01T08:00,fact,eating_disorder,,,yes,,\n" + FOOD)
    assert "dietitian before you change what you eat" in found.text
    assert found.next_test.days != 38


HIDING = (
    "".join(
        f"2026-01-{day:02}T08:00,pain,,lower_back,middle,{6 if 20 <= day < 24 else 2},nrs,\n"
        f"2026-01-{day:02}T21:00,steps,,,,{8000 if day < 20 else 2500},count,\n"
        for day in range(1, 32)
    )
    + "2026-02-01T08:00,pain,,lower_back,middle,2,nrs,\n"
)


def test_hiding_gets_the_smallest_step_and_silence_when_ill(planned):
    assert "smallest next step" in planned(HIDING).text
    assert "smallest" not in planned("2026-01-28T08:00,event,illness,,,,,\n" + HIDING).text

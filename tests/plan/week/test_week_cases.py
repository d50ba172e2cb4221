"""Made-up people whose week must not hold what could hurt them, as if their safety answers let everything through."""

from pathlib import Path

import pytest

from flarepath.course import first_place
from flarepath.diary import read
from flarepath.flares import explain
from flarepath.plan import plan
from flarepath.plan.setting import Setting
from flarepath.plan.week import changes, week
from flarepath.safety import Clearance
from flarepath.triggers import find

CASES = Path(__file__).parents[2] / "cases" / "safety"


@pytest.fixture
def case():
    """The setting of a case by the start of its name, with nothing locked but what is named."""

    def of(name, *, locked=()):
        (path,) = CASES.glob(f"{name}-*.csv")
        with path.open(encoding="utf-8") as stream:
            diary = read(stream)
        outcome = first_place(diary, at=diary.last)
        attributed = find(diary, quick=True, only=outcome).outcomes[0]
        clearance = Clearance("clear", (), frozenset(locked))
        return Setting(clearance, explain(diary, outcome, at=diary.last, attributed=attributed), diary)

    return of


def held(found):
    """The ids of everything in the sessions of a week."""
    return {item.id for session in found.sessions for item in session.items}


def step(found, name):
    return next(step for step in found.steps if step.name == name)


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("02", {"back_squat", "chair_squat"}),
        ("03", {"back_squat", "split_squat", "leg_extension", "jumping", "thomas_knee"}),
        ("04", {"hip_airplane", "ninety_ninety_rear_lift"}),
        ("05", {"bench_press", "push_up"}),
        ("06", {"back_squat"}),
        ("07", {"push_up"}),
        ("08", {"push_up", "wrist_extension_eccentric"}),
        ("09", {"calf_raise", "running", "gastrocnemius_lunge"}),
        ("11", {"front_split", "active_knee_extension", "single_leg_bridge"}),
        ("13", {"frog_stretch"}),
        ("16", {"sorensen", "back_extension"}),
        ("40", {"back_squat", "chair_stand"}),
        (
            "41",
            {"good_morning", "roll_down", "standing_forward_fold", "hamstring_stretch_supine", "active_knee_extension"},
        ),
        ("42", {"calf_raise", "gastrocnemius_lunge", "heel_rise"}),
        ("43", {"chair_squat", "chair_stand"}),
        ("61", {"lateral_raise"}),
        ("10", {"back_squat", "leg_extension", "chair_stand"}),
        ("14", {"overhead_press", "row"}),
        ("19", {"sit_up", "roll_down", "spinal_twist", "jumping", "kettlebell_swing", "standing_forward_fold"}),
        ("20", {"dead_bug", "sit_up", "prone_cobra", "deadlift", "jumping"}),
        ("21", {"sit_up", "plank", "toes_to_bar", "jumping"}),
        ("22", {"plank", "wall_sit", "deadlift"}),
        ("23", {"glute_bridge", "dead_bug", "bird_dog"}),
        ("70", {"romanian_deadlift", "sorensen"}),
        ("71", {"split_squat", "wall_sit", "glute_bridge_hold"}),
        ("72", {"cossack_squat", "copenhagen_plank"}),
    ],
)
def test_the_week_does_not_hold_what_a_hot_place_or_the_answer_leaves_out(case, name, out):
    assert not held(week(case(name))) & out


@pytest.mark.parametrize(
    ("name", "exercise", "level"),
    [
        ("02", "back_squat", "front of the knee is at 2"),
        ("04", "hip_airplane", "deep part of the hip is at 2"),
        ("05", "bench_press", "front of the shoulder is at 2"),
        ("07", "push_up", "chest is at 2"),
        ("70", "romanian_deadlift", "lower back is at 2"),
        ("71", "wall_sit", "front of the knee is at 2"),
    ],
)
def test_the_change_names_the_level_and_half_of_the_dose(case, name, exercise, level):
    setting = case(name)
    found = week(setting)
    change = next(change for change in changes(setting, found) if change.exercise == exercise)
    assert f"when the {level} of 10 or less" in change.after
    assert step(found, exercise).after.sets == 1


def test_where_all_that_is_known_is_out_something_easy_begins(case):
    found = held(week(case("20")))
    assert found
    assert not held(week(case("10")))


def test_a_locked_knee_gets_no_chair_stand(case):
    assert "chair_stand" not in held(week(case("15", locked={"knee_front"})))


@pytest.mark.parametrize("name", ["44", "60"])
def test_falling_energy_and_a_stiff_morning_raise_nothing(case, name):
    found = week(case(name))
    assert not any(step.rule == "raise" for step in found.steps)
    assert not any(item.is_new or item.move == "test" for session in found.sessions for item in session.items)


@pytest.mark.parametrize(("name", "exercise"), [("55", "back_squat"), ("56", "back_squat")])
def test_at_effort_9_and_10_the_dose_stays(case, name, exercise):
    found = step(week(case(name)), exercise)
    assert (found.rule, found.after) == ("effort", found.before)


def test_of_five_exercises_one_grows_by_a_rep(case):
    grown = [step for step in week(case("57")).steps if step.rule == "raise"]
    assert [(each.name, each.after.sets, each.after.reps) for each in grown] == [("back_squat", 2, 9)]


def test_nine_of_ten_for_weeks_is_a_visit_with_a_time(case):
    setting = case("06")
    found = plan(setting.clearance, setting.explanation, diary=setting.diary)
    assert found.refer.urgency == "days"
    assert "within 7 days" in found.advice[0].do


def test_a_pain_is_told_as_a_pain(case):
    found = week(case("64"))
    said = " ".join([*(state.because for state in found.conditions), *(step.reason for step in found.steps)])
    assert "sore at" not in said
    assert "hurts at" in said

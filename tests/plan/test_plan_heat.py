"""How much a place hurts, what an exercise works, and when a home test may be done."""

import pytest

from flarepath.exercises import EXERCISES, TESTS
from flarepath.plan.handed import may_hand
from flarepath.plan.heat import Heat
from flarepath.plan.home_tests import closed, rested_on, waits
from flarepath.plan.reach import ALL, reached
from flarepath.plan.reach import tested as places_tested


@pytest.fixture
def heat(make_diary):
    """How hot the places of these rows are at the last one."""

    def of(rows):
        diary = make_diary(rows)
        return Heat(diary, diary.last)

    return of


@pytest.mark.parametrize(
    ("told", "is_hot"),
    [
        ("pain,,knee_front,left,6,nrs,", True),
        ("pain,,knee_front,left,5.9,nrs,", False),
        ("soreness,,knee_front,left,6,nrs,", True),
        ("tightness,,knee_front,left,8,nrs,quality=stiff", False),
        ("tightness,,knee_front,left,4,nrs,quality=jam", True),
        ("pain,,knee_front,left,4,nrs,quality=sharp", True),
        ("pain,,knee_front,left,3.9,nrs,quality=sharp", False),
        ("pain,,knee_front,left,4,nrs,quality=ache", False),
    ],
)
def test_six_is_hot_and_so_is_four_that_catches(heat, told, is_hot):
    assert ("knee_front" in heat(f"2026-03-05T08:00,{told}").hot) is is_hot


def test_the_other_side_or_another_feeling_ends_nothing(heat):
    rows = "2026-03-01T08:00,pain,,knee_front,left,8,nrs,\n2026-03-05T08:00,{},,knee_front,{},0,nrs,"
    told = [
        heat(rows.format(kind, side)).hot for kind, side in (("pain", "right"), ("soreness", "left"), ("pain", "left"))
    ]
    assert ["knee_front" in each for each in told] == [True, True, False]


@pytest.mark.parametrize(("side", "days"), [("both", 20), ("", 3)])
def test_one_side_does_not_answer_for_two_and_for_none_only_after_two_days(heat, side, days):
    rows = f"2026-03-01T08:00,pain,,knee_front,{side},8,nrs,\n2026-03-{{:02}}T09:00,pain,,knee_front,left,0,nrs,"
    assert "knee_front" in heat(rows.format(2)).hot
    assert ("knee_front" in heat(rows.format(1 + days)).hot) is (side == "both")


def test_days_alone_end_nothing(heat):
    hot = heat("2026-03-01T08:00,pain,,knee_front,left,8,nrs,\n2026-03-25T08:00,sleep,,,,8,h,")
    assert hot.wait({"knee_front"}).level == 3


def test_a_usual_of_four_is_where_it_comes_back_and_a_usual_of_eight_is_not(heat):
    def level(usual):
        rows = [f"2026-03-0{day}T08:00,pain,,knee_front,left,{usual},nrs," for day in range(1, 8)]
        return heat("\n".join([*rows, "2026-03-08T08:00,pain,,knee_front,left,9,nrs,"])).wait({"knee_front"}).level

    assert [level(usual) for usual in (1, 4, 8)] == [3, 4, 3]


@pytest.mark.parametrize(
    ("place", "works", "spares"),
    [
        ("knee_front", ("back_squat", "glute_bridge", "running", "kneeling_sit_back"), ("bench_press", "curl_up")),
        ("wrist", ("push_up", "wrist_curl", "deadlift", "bird_dog"), ("chair_squat", "leg_extension")),
        ("lower_back", ("deadlift", "good_morning", "sit_up", "back_squat"), ("calf_raise", "wall_slide")),
        ("shoulder_front", ("overhead_press", "row", "plank"), ("leg_extension", "calf_raise")),
        ("achilles", ("calf_raise", "jumping", "back_squat", "walking"), ("row", "leg_extension")),
        ("hand", ("row", "lat_pulldown", "face_pull", "pallof_press", "goblet_squat"), ("chair_squat", "curl_up")),
        ("elbow_inner", ("lat_pulldown", "romanian_deadlift", "row"), ("chair_squat", "calf_raise")),
        ("head", ("sprinting", "jumping", "deadlift"), ("chair_squat", "calf_raise")),
        ("shin", ("stair_climbing", "walking", "jumping"), ("row", "curl_up")),
        ("toes", ("plank", "push_up"), ("row", "leg_extension")),
        ("sacroiliac", ("step_down", "single_leg_stand"), ("wall_slide", "wrist_curl")),
    ],
)
def test_what_works_a_place_and_what_spares_it(place, works, spares):
    assert all(place in reached(EXERCISES[name]) for name in works)
    assert not any(place in reached(EXERCISES[name]) for name in spares)


def test_what_nobody_knows_may_work_everything(setting):
    known = setting("2026-03-01T08:00,exercise,my own move,,both,,,sets=3\n2026-03-02T08:00,pain,,wrist,left,1,nrs,")
    assert reached(known.bouts[0]) == ALL


def test_every_home_test_says_what_it_works():
    assert not [test.id for test in TESTS.values() if not places_tested(test) and test.id != "joint_position_repeat"]


CALM = "2026-03-01T08:00,pain,,thigh_front,left,1,nrs,\n"


@pytest.mark.parametrize(
    ("rows", "is_closed"),
    [
        ("", False),
        ("2026-03-04T08:00,event,pop,knee_front,left,,,\n", True),
        ("2026-02-20T08:00,event,pop,knee_front,left,,,\n", True),
        ("2026-02-20T08:00,event,pop,knee_front,left,,,\n2026-02-21T08:00,answer,s5,,,no,,\n", False),
        ("2026-03-04T08:00,event,twang,knee_front,left,,,\n2026-03-04T09:00,answer,s5,,,no,,\n", True),
        ("2026-02-01T08:00,event,surgery,knee_front,left,,,\n2026-02-02T09:00,answer,s5,,,no,,\n", True),
        ("2026-02-20T08:00,event,pop,shoulder_front,left,,,\n", False),
        ("2026-03-04T08:00,pain,,thigh_front,left,1,nrs,quality=numb\n", True),
    ],
)
def test_a_test_is_closed_after_what_happened_there(setting, rows, is_closed):
    known = setting(f"{CALM}{rows}2026-03-05T08:00,pain,,thigh_front,right,1,nrs,")
    assert closed(TESTS["chair_stand"], known) is is_closed


@pytest.mark.parametrize(("points", "is_waiting"), [(3, False), (3.5, True), (7, True)])
def test_a_test_waits_for_a_place_above_three(setting, points, is_waiting):
    assert (
        waits(TESTS["chair_stand"], setting(f"{CALM}2026-03-05T08:00,pain,,thigh_front,left,{points},nrs,"))
        is is_waiting
    )


@pytest.mark.parametrize(
    ("done", "is_free"),
    [("back_squat,,both,,,effort=7", False), ("back_squat,,both,,,effort=2", True), ("row,,both,,,effort=7", True)],
)
def test_a_test_comes_three_days_after_hard_work(setting, done, is_free):
    known = setting(f"{CALM}2026-03-04T18:00,exercise,{done}\n2026-03-05T08:00,pain,,thigh_front,left,1,nrs,")
    assert (rested_on(TESTS["chair_stand"], known) is None) is is_free


def test_nothing_is_named_that_works_a_hot_place(setting):
    known = setting(f"{CALM}2026-03-05T08:00,pain,,thigh_front,left,7,nrs,")
    assert [may_hand(EXERCISES[name], known) for name in ("chair_squat", "row")] == [False, True]


def test_what_is_asked_next_tries_nothing_out_while_a_place_is_hot(planned):
    rows = "\n".join(f"2026-03-0{day}T08:00,pain,,hip_front,left,2,nrs,quality=pinch" for day in range(1, 5))
    calm, hot = (planned(f"{rows}\n2026-03-05T08:00,pain,,hip_front,left,{now},nrs,") for now in (5, 7))
    assert hot.next_test.kind == "log"
    assert "nothing is changed" in hot.next_test.question
    assert calm.next_test.question != hot.next_test.question


def test_a_hot_place_is_left_alone_and_gets_no_light_session(planned):
    rows = "2026-03-01T18:00,exercise,glute_bridge,,both,,,sets=3; reps=10; effort=7\n"
    found = planned(f"{rows}2026-03-02T08:00,soreness,,buttock,both,7,nrs,")
    light = next(each for each in found.advice if each.adjustment == "light_session")
    assert (light.name, light.exercises) == ("light_wait", ())

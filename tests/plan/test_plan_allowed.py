"""The one filter: by facts with their place and date, events, qualities, answers, locks and levels."""

from datetime import timedelta

import pytest

from flarepath.exercises import EXERCISES, TESTS, Wish, bouts, none_because, swaps
from flarepath.plan.allowed import allowed
from flarepath.safety import Clearance, SafetyFinding, night_steps, speaking_against

CLEAR = Clearance("clear", (), frozenset())
NOW = "2026-03-05T20:00"


@pytest.fixture
def may(make_diary):
    """The filter for a diary of these rows, on the evening of 5 March."""

    def of(rows, gate=CLEAR):
        diary = make_diary(f"{rows}\n{NOW},stress,,,,3,nrs,")
        return allowed(gate, diary, at=diary.last)

    return of


def fact(name, value="yes", *, where="", side="", day="2026-03-01"):
    return f"{day}T08:00,fact,{name},{where},{side},{value},,"


def hurts(where, points, *, side="", quality="", when="2026-03-05T18:00", kind="pain"):
    return f"{when},{kind},,{where},{side},{points},nrs,{f'quality={quality}' if quality else ''}"


def said_yes(name, region="", side=""):
    return Clearance("next_visit", (SafetyFinding(name, "yes", "", "", "ours", region=region, side=side),), frozenset())


# --- what happened somewhere


@pytest.mark.parametrize("name", ["adductor_rock_back", "calf_roll", "spinal_twist", "jumping"])
def test_after_a_pop_nobody_said_where_nothing_goes_to_its_end_or_is_pressed(may, name):
    assert not may("2026-03-05T08:00,event,pop,,,,,").permits(name)
    assert may("2026-03-01T08:00,event,pop,,,,,").permits(name)


# --- what the person is


@pytest.mark.parametrize("name", ["sit_up", "roll_down", "spinal_twist", "jumping", "kettlebell_swing"])
def test_brittle_bones_are_neither_rounded_twisted_nor_jolted(may, name):
    assert not may(fact("osteoporosis")).permits(EXERCISES[name])


@pytest.mark.parametrize("name", ["squat", "hip_hinge", "row", "walking", "side_lying_leg_raise"])
def test_brittle_bones_keep_strength_with_a_long_back(may, name):
    assert may(fact("osteoporosis")).permits(EXERCISES[name])


def test_without_the_fact_everything_is_permitted(may):
    assert all(may("").permits(each) for each in EXERCISES.values())
    assert all(may("").permits_test(each) for each in TESTS.values())


@pytest.mark.parametrize("name", ["dead_bug", "sit_up", "prone_cobra", "deadlift", "jumping", "glute_bridge", "plank"])
def test_a_pregnant_person_lies_neither_long_on_the_back_nor_face_down_and_lifts_nothing_heavy(may, name):
    assert not may(fact("pregnancy")).permits(name)


@pytest.mark.parametrize(
    ("told", "permitted"),
    [
        ("yes", False),
        ("2026-02-10", True),
        ("2025-10-01", False),
        ("2026-09-20", True),
        ("2026-05-01", False),
        ("unsure", False),
    ],
)
def test_lying_on_the_back_is_out_from_week_sixteen_or_where_nobody_knows_the_week(may, told, permitted):
    """A date to come is when the child is due; a date gone by is when it began."""
    assert may(fact("pregnancy", told)).permits("glute_bridge") is permitted


def test_a_week_of_pregnancy_may_be_told_as_a_number(may):
    assert may("2026-03-01T08:00,fact,pregnancy,,,12,weeks,").permits("glute_bridge")
    assert not may("2026-03-01T08:00,fact,pregnancy,,,20,weeks,").permits("glute_bridge")


def test_after_the_birth_the_pregnancy_is_over_and_its_own_weeks_begin(may):
    told = f"{fact('pregnancy', day='2025-12-01')}\n{fact('postpartum', '2026-02-20')}"
    assert may(told).permits("glute_bridge")
    assert not may(told).permits("sit_up")
    late = f"{fact('pregnancy', day='2025-07-01')}\n{fact('postpartum', '2026-01-01', day='2026-01-02')}"
    assert may(late).permits("sit_up")


@pytest.mark.parametrize("name", ["toes_to_bar", "sit_up", "plank", "jumping"])
def test_after_a_birth_and_an_operation_the_belly_takes_no_pressure(may, name):
    told = f"{fact('postpartum', '2026-02-20')}\n{fact('surgery', '2026-02-20')}"
    assert not may(told).permits(name)


@pytest.mark.parametrize("name", ["plank", "wall_sit", "deadlift"])
def test_an_aneurysm_leaves_out_long_hard_holds_and_heavy_lifts(may, name):
    assert not may(fact("aneurysm")).permits(name)


def test_what_is_left_with_an_aneurysm_has_a_ceiling(may):
    most = may(fact("aneurysm")).ceiling("split_squat")
    assert (most.effort, most.hold_seconds, most.may_raise) == (5, 20, True)
    assert [reason.rule for reason in most.reasons] == ["aneurysm"]


def test_the_lowest_of_several_ceilings_counts(may):
    most = may(f"{fact('hypertension')}\n{fact('pregnancy')}\n{fact('post_exertional')}").ceiling("wall_push_up")
    assert (most.effort, most.hold_seconds, most.may_raise) == (3, 15, False)


def test_a_stretch_has_no_ceiling(may):
    assert may(fact("aneurysm")).ceiling("standing_calf_stretch").hold_seconds is None


def test_an_implant_speaks_for_its_own_place(may):
    knee, hip = may(fact("implant", where="knee_front")), may(fact("implant", where="hip_deep"))
    assert (knee.permits("bird_dog"), hip.permits("bird_dog")) == (False, True)
    assert (knee.permits("hip_hike"), hip.permits("hip_hike")) == (True, False)
    assert knee.ceiling("row").effort is None
    assert knee.ceiling("squat").effort == 7


def test_an_implant_without_a_place_may_be_anywhere(may):
    assert not may(fact("implant")).permits("bird_dog")
    assert not may(fact("implant")).permits("hip_hike")


def test_a_new_hip_is_not_bent_past_a_right_angle_in_its_first_weeks(may):
    assert not may(fact("implant", "2026-02-01", where="hip_deep")).permits("step_up")
    assert may(fact("implant", "2020", where="hip_deep")).permits("step_up")


def test_a_fact_that_is_taken_back_excludes_nothing(may):
    told = f"{fact('glaucoma')}\n{fact('glaucoma', 'no', day='2026-03-03')}"
    assert may(told).permits("downward_dog")
    assert not may(fact("glaucoma")).permits("downward_dog")


def test_what_works_one_side_alone_may_be_done_on_the_other(may):
    told = may(fact("implant", where="shoulder_front", side="right"))
    assert told.permits("doorway_chest_stretch", side="left")
    assert not told.permits("doorway_chest_stretch", side="right")
    assert not told.permits("doorway_chest_stretch")
    assert not told.permits("dip", side="left")


# --- what happened


@pytest.mark.parametrize("event", ["pop", "twang", "trauma"])
def test_for_three_days_after_an_injury_its_place_is_left_alone(may, event):
    fresh = may(f"2026-03-03T08:00,event,{event},achilles,left,,,")
    assert not any(fresh.permits(name) for name in ("calf_raise", "running", "standing_calf_stretch"))
    assert not fresh.permits_test("heel_rise")
    assert fresh.permits("row")
    assert may(f"2026-03-01T08:00,event,{event},achilles,left,,,").permits("calf_raise")


def test_an_injury_without_a_place_stops_what_goes_to_its_end(may):
    told = may("2026-03-04T08:00,event,twang,,,,,")
    assert not told.permits("front_split")
    assert told.permits("row")


def test_an_operated_place_rests_until_a_professional_says_go(may):
    operated = "2026-02-20T08:00,event,surgery,knee_front,left,,,"
    seen = "2026-03-01T08:00,event,seen_by_professional,knee_front,left,,,said={}"
    assert not may(operated).permits("squat")
    assert not may(f"{operated}\n{seen.format('wait')}").permits("squat")
    assert may(f"{operated}\n{seen.format('go_on')}").permits("squat")


def test_an_illness_rests_what_raises_the_pulse(may):
    assert not may("2026-03-04T08:00,event,illness,,,,,").permits("cycling")
    assert may("2026-02-20T08:00,event,illness,,,,,").permits("cycling")


# --- what is felt


@pytest.mark.parametrize(
    ("points", "quality", "permitted"),
    [
        (6, "", False),
        (8, "ache", False),
        (4, "pinch", False),
        (4, "sharp", False),
        (5, "ache", True),
        (3, "sharp", True),
    ],
)
def test_a_place_that_hurts_too_much_is_neither_worked_nor_bent(may, points, quality, permitted):
    assert may(hurts("knee_front", points, quality=quality)).permits("squat") is permitted


def test_why_not_names_the_level_and_what_ends_it(may):
    assert "knee is at 7 of 10" in may(hurts("knee_front", 7, side="left")).reason("squat")
    assert may(hurts("knee_front", 7, side="left")).closed("squat") == ""


@pytest.mark.parametrize("quality", ["numb", "electric", "burn"])
def test_a_line_that_is_no_muscle_is_not_pulled(may, quality):
    told = may(hurts("calf", 2, quality=quality))
    assert not told.permits("hamstring_stretch_supine")
    assert told.permits("couch_stretch")
    assert may(hurts("calf", 2, quality="ache")).permits("hamstring_stretch_supine")


def test_the_newest_word_on_a_place_counts(may):
    older = hurts("calf", 4, quality="numb", when="2026-03-04T08:00")
    assert may(f"{older}\n{hurts('calf', 1, quality='sore')}").permits("hamstring_stretch_supine")


# --- what was answered


@pytest.mark.parametrize(
    "name", ["neck_head_lift", "shrug", "ear_to_shoulder_stretch", "overhead_press", "neck_back_ball"]
)
def test_signs_of_the_cord_take_all_load_and_stretch_from_the_neck(may, name):
    assert not may("", said_yes("d9")).permits(name)


def test_a_shoulder_that_slips_out_is_kept_from_where_it_slips(may):
    told = may("", said_yes("n3", "shoulder_front", "right"))
    assert not told.permits("doorway_chest_stretch", side="right")
    assert not told.permits("dumbbell_fly")
    assert told.permits("back_squat")
    assert not may("", said_yes("n3", "knee_front")).permits("goblet_squat")


def test_a_locked_place_is_neither_worked_nor_tested(may):
    told = may("", Clearance("days", (), frozenset({"knee_front"})))
    assert not told.permits_test("chair_stand")
    assert not told.permits_test("glute_bridge_hold")
    assert not told.permits("squat")
    assert told.permits_test("deep_neck_flexor_hold")


# --- home tests


@pytest.mark.parametrize("test", ["sorensen", "prone_lift_hold", "front_plank_hold", "modified_thomas"])
def test_a_test_is_not_for_somebody_whom_its_stop_rule_names(may, test):
    assert not may(fact("pregnancy")).permits_test(test)


def test_a_test_waits_for_a_calm_place_and_a_rested_muscle(may):
    assert "is at 4 of 10" in may(hurts("lower_back", 4)).test_reason("sorensen")
    assert may(hurts("lower_back", 3)).permits_test("sorensen")
    hard = "2026-03-04T18:00,exercise,back_extension,,both,,,sets=3; reps=8; effort=8"
    assert "72 hours" in may(hard).test_reason("sorensen")
    assert may(hard).closed_test("sorensen") == ""


def test_a_numb_place_is_not_tested_at_home(may):
    assert may(hurts("calf", 1, quality="numb")).closed_test("heel_rise")


# --- what the library does not know


def test_a_name_of_ones_own_is_read_by_its_words(may):
    assert not may(fact("pelvic_floor")).permits("burpees with clap")
    assert may("").permits("burpees with clap")


def test_a_massage_that_names_a_muscle_presses_deep(may):
    told = may(f"{fact('anticoagulant')}\n2026-03-04T18:00,massage,gastrocnemius,,left,5,min,")
    assert not told.permits(bouts(told.diary)[-1])


def test_what_nobody_knows_is_asked_and_not_raised(may):
    most = may(fact("aneurysm")).ceiling("zercher something")
    assert not most.may_raise
    assert most.ask.startswith("Nobody here knows what 'zercher something' asks of you. Ask")
    assert (most.effort, most.hold_seconds) == (5, 20)
    assert may("").ceiling("zercher something").may_raise


def test_under_a_lock_what_nobody_knows_is_left_out(may):
    assert not may("", Clearance("days", (), frozenset({"knee_front"}))).permits("zercher something")


# --- swaps and cards


@pytest.mark.parametrize(
    ("name", "region", "never"),
    [
        ("bench_press", "chest", {"overhead_press", "dip", "push_up", "dumbbell_fly"}),
        ("push_up", "wrist", {"dip", "scapular_push_up", "wall_push_up", "deficit_push_up"}),
        ("jumping", "achilles", {"stair_climbing", "running", "hiking", "jump_rope", "walking"}),
        ("back_squat", "knee_front", {"deadlift", "leg_press", "split_squat"}),
        ("sit_up", "neck_back", {"curl_up", "bicycle_crunch"}),
    ],
)
def test_no_swap_loads_the_place_that_hurts(name, region, never):
    assert not never & {swap.exercise.id for swap in swaps(name, Wish(hurts=region))}


def test_what_a_person_may_not_do_makes_room_for_other_swaps(may):
    told = may(fact("osteoporosis"))
    everybody, theirs = swaps("sit_up"), swaps("sit_up", allows=told.permits)
    assert theirs
    assert all(told.permits(swap.exercise) for swap in theirs)
    assert not all(told.permits(swap.exercise) for swap in everybody)
    assert "not for you now" in none_because("sit_up", Wish(), allows=lambda _: False)


@pytest.mark.parametrize(
    ("region", "told", "sentence"),
    [
        ("neck_back", "2026-03-05T08:00,event,trauma,neck_back,,,,", "Turn the head"),
        ("neck_back", fact("vertigo"), "Turn the head"),
        ("achilles", "2026-03-05T08:00,event,pop,achilles,left,,,", "Bend and stretch the foot"),
        ("lower_back", fact("pregnancy"), "on your back"),
    ],
)
def test_a_night_card_leaves_out_what_speaks_against_it(make_diary, region, told, sentence):
    diary = make_diary(f"{told}\n{NOW},stress,,,,3,nrs,")
    against = speaking_against(diary, region=region, at=diary.last)
    assert sentence not in " ".join(night_steps(region, against=against))
    assert sentence in " ".join(night_steps(region))
    later = diary.last + timedelta(days=400)
    assert speaking_against(diary, region=region, at=later) <= {"vertigo"}

"""What was trained: doses, novelty and zones, on Bo's small diaries."""

from datetime import UTC, datetime, timedelta
from time import process_time

import pytest

from flarepath.diary import Diary, Entry
from flarepath.exercises import Work, bouts

MONDAY = datetime(2026, 3, 2, 18, tzinfo=UTC)


def done(what, day=0.0, kind="exercise", *, side="", value=None, unit="", **detail):
    texts = tuple((key, str(text)) for key, text in detail.items())
    return Entry(MONDAY + timedelta(days=day), kind, what, side=side, value=value, unit=unit, detail=texts)


def bouts_of(*entries):
    return bouts(Diary.of_entries(entries))


def only(*entries):
    (found,) = bouts_of(*entries)
    return found


def mains(bout):
    return {work.muscle: work.zone for work in bout.work if work.role == "main"}


def test_a_name_as_typed_becomes_the_library_id():
    bout = only(done("RDLs"))
    assert (bout.name, bout.exercise.id) == ("romanian_deadlift", "romanian_deadlift")


def test_an_unknown_exercise_keeps_its_own_name_in_one_form():
    assert [bout.name for bout in bouts_of(done(" Zumba  Class"), done("zumba class", 1))] == ["zumba class"] * 2


def test_an_unknown_exercise_worked_the_muscle_that_was_felt():
    bout = only(done("my hip thing", felt_muscle="hip flexors", zone="short"))
    assert bout.work == (Work("iliopsoas", "main", "short"), Work("rectus_femoris", "main", "short"))


def test_an_unknown_exercise_without_a_felt_muscle_works_nobody_knows_what():
    assert only(done("zumba")).work == ()


def test_without_a_zone_an_unknown_exercise_counts_in_the_middle():
    assert mains(only(done("zumba", felt_muscle="soleus"))) == {"soleus": "mid"}


def test_a_zone_said_moves_the_mains_and_leaves_the_helpers():
    bout = only(done("prone_leg_curl", zone="long"))
    assert [(w.muscle, w.zone) for w in bout.work] == [("hamstrings", "long"), ("gastrocnemius", "short")]


@pytest.mark.parametrize(
    ("depth", "zone"), [("quarter", "short"), ("half", "short"), ("parallel", "mid"), ("full", "long")]
)
def test_the_depth_of_a_squat_is_the_zone_of_the_vasti(depth, zone):
    assert mains(only(done("back squat", depth=depth)))["vasti"] == zone


def test_a_half_squat_takes_the_glutes_out_of_their_long_zone():
    assert mains(only(done("back squat", depth="half")))["gluteus_maximus"] == "mid"
    assert mains(only(done("back squat", depth="full")))["gluteus_maximus"] == "long"


def test_depth_says_nothing_of_a_curl():
    assert mains(only(done("prone_leg_curl", depth="full"))) == {"hamstrings": "short"}


def test_a_zone_said_outweighs_the_depth():
    assert mains(only(done("back squat", depth="full", zone="mid")))["vasti"] == "mid"


def test_a_stretch_of_a_muscle_is_long_work_and_a_massage_is_in_the_middle():
    assert mains(only(done("hamstrings", kind="stretch"))) == {"hamstrings": "long"}
    assert mains(only(done("hammies", kind="massage"))) == {"hamstrings": "mid"}


def test_a_stretch_by_its_name_is_the_one_of_the_library():
    bout = only(done("pigeon", kind="stretch", value=3, unit="min"))
    assert mains(bout) == {"gluteus_maximus": "long", "deep_hip_rotators": "long"}
    assert bout.exercise.kind == "stretch"


def test_the_bottom_of_an_exercise_held_as_a_stretch_is_long():
    assert set(mains(only(done("calf raise", kind="stretch"))).values()) == {"long"}


def test_dose_is_sets_times_reps_times_load_against_the_own_median():
    first, second, third = bouts_of(
        done("row", 0, sets=3, reps=10, load_kg=20),
        done("row", 2, sets=3, reps=10, load_kg=40),
        done("row", 4, sets=3, reps=10, load_kg=60),
    )
    assert (first.dose, second.dose, third.dose) == (0.5, 1.0, 1.5)


def test_effort_five_counts_once_and_ten_twice():
    assert [
        b.dose for b in bouts_of(done("row", 0, reps=10, effort=5), done("row", 3, reps=10, effort=10))
    ] == pytest.approx([2 / 3, 4 / 3])


def test_seconds_stand_for_reps_and_missing_numbers_count_as_one():
    first, second = bouts_of(done("plank", 0, seconds=30), done("plank", 3))
    assert first.dose / second.dose == 30


def test_minutes_of_a_run_are_its_dose():
    first, second = bouts_of(done("running", 0, value=20, unit="min"), done("running", 3, value=1, unit="h"))
    assert second.dose / first.dose == 3


def test_kilometres_are_counted_as_they_stand():
    first, second = bouts_of(done("running", 0, value=5, unit="km"), done("running", 3, value=10, unit="km"))
    assert second.dose / first.dose == 2


def test_a_stretch_is_dosed_by_its_minutes():
    first, second = bouts_of(done("calf", 0, "stretch", value=2), done("calf", 1, "stretch", value=6))
    assert second.dose / first.dose == 3


def test_the_first_time_is_novel_and_three_weeks_off_make_it_novel_again():
    first, soon, late = bouts_of(done("row"), done("row", 20.9), done("row", 41.9))
    assert (first.gap_days, first.novel) == (None, True)
    assert (soon.gap_days, soon.novel) == (pytest.approx(20.9), False)
    assert (late.gap_days, late.novel) == (pytest.approx(21), True)


def test_rows_of_one_session_share_its_novelty():
    sets = bouts_of(done("row"), done("row", 0.02), done("row", 0.05))
    assert [(b.gap_days, b.dose_rise) for b in sets] == [(None, None)] * 3


def test_the_next_session_of_the_day_is_not_novel():
    assert bouts_of(done("row"), done("row", 0.5))[1].gap_days == 0.5


def test_a_rise_is_measured_against_the_median_of_four_weeks():
    rows = [done("row", day, reps=10) for day in (0, 7, 14)]
    assert bouts_of(*rows, done("row", 21, reps=13))[-1].dose_rise == pytest.approx(0.3)


def test_older_weeks_are_no_comparison():
    assert bouts_of(done("row", 0, reps=10), done("row", 29, reps=20))[-1].dose_rise is None


def test_a_stretch_and_a_massage_of_one_muscle_are_two_exposures():
    assert [b.gap_days for b in bouts_of(done("calf", 0, "stretch"), done("calf", 2, "massage"))] == [None, None]


def test_two_names_of_one_exercise_are_one_exposure():
    assert bouts_of(done("RDL"), done("romanian_deadlift", 3))[1].gap_days == 3


def test_what_was_felt_is_kept():
    bout = only(done("row", form=2, effort=6, felt="odd+pinch", after=3, felt_muscle="lats"))
    assert (bout.form, bout.effort, bout.felt, bout.after) == (2, 6, {"odd", "pinch"}, 3)
    assert bout.felt_muscle == "latissimus_dorsi"


def test_of_several_muscles_of_a_name_the_worked_one_was_felt():
    assert only(done("terminal_knee_extension", felt_muscle="quads")).felt_muscle == "vasti"
    assert only(done("row", felt_muscle="quads")).felt_muscle == "rectus_femoris"


def test_a_felt_muscle_that_nobody_knows_says_nothing():
    assert only(done("row", felt_muscle="wings")).felt_muscle == ""


def test_tightness_after_a_stretch_is_no_change_in_pain():
    assert only(done("calf", 0, "stretch", before=5, after=2)).after is None


def test_the_side_is_the_one_said_else_both_for_two_sided_work():
    assert only(done("glute_bridge")).side == "both"
    assert only(done("clamshell")).side == ""
    assert only(done("clamshell", side="left")).side == "left"


def test_bouts_come_in_time_order_whatever_the_diary_order():
    assert [b.name for b in bouts_of(done("row", 2), done("plank", 1))] == ["plank", "row"]


def test_food_and_felt_are_no_bouts():
    assert bouts_of(done("toast", kind="food"), done("", kind="pain", value=3)) == ()


def test_eight_years_of_sport_take_a_moment():
    names = ["walking tour", "climbing", "surfing", "zumba"]
    diary = Diary.of_entries([done(names[i % 4], i * 1.3, sets=3, reps=10) for i in range(2200)])
    start = process_time()
    assert len(bouts(diary)) == 2200
    assert process_time() - start < 0.3

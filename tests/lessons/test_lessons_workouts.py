"""The starter workouts: what every level may ask, reckoned from the table and the exercise library."""

import re

import pytest

from flarepath.body import MUSCLES
from flarepath.exercises import EXERCISES, for_muscle
from flarepath.sources import all_sources, load_table

TABLE = load_table("flarepath.lessons", "workouts.toml")
WORKOUTS, LIMITS = TABLE["workout"], TABLE["limit"]
LEVELS = ("level1", "level2", "level3")
LIGHT = "light_day"
EACH = [(name, level) for name in WORKOUTS for level in LEVELS]
SORE = {"long_length", "slow_lowering", "impact"}
EVERY_LEVEL = pytest.mark.parametrize(("name", "level"), EACH, ids=[f"{n}-{level}" for n, level in EACH])
EVERY_WORKOUT = pytest.mark.parametrize("name", WORKOUTS)


def row(exercise, **dose):
    """One row of a level, easy where nothing else is said."""
    return {"exercise": exercise, "sets": 1, "effort": 3, **(dose if "seconds" in dose else {"reps": 8, **dose})}


def tools(level):
    """Everything that may be needed on a level."""
    return {tool for each in LEVELS[: LEVELS.index(level) + 1] for tool in LIMITS[each]["tools"]}


def mains(rows):
    return {muscle for each in rows for muscle in EXERCISES[each["exercise"]].mains}


def loaded(rows):
    """The (muscle, zone) pairs that these rows chiefly load."""
    return {(w.muscle, w.zone) for each in rows for w in EXERCISES[each["exercise"]].work if w.role == "main"}


def minutes(rows, *, rests=True):
    """How long these rows take; what works one side is done twice, with its rest."""
    time = LIMITS["time"]
    total = 0
    for each in rows:
        sides = 2 if EXERCISES[each["exercise"]].sides == "one" else 1
        work = each.get("seconds", 0) + each.get("reps", 0) * time["rep_seconds"]
        total += each["sets"] * sides * (work + rests * time["rest_seconds"]) + time["change_seconds"]
    return total / 60


def too_much(rows, limit):
    """The rows that ask more sets or effort than a limit allows."""
    return [each["exercise"] for each in rows if each["sets"] > limit["sets"] or each["effort"] > limit["effort"]]


def out_of_reach(rows, level):
    return [each["exercise"] for each in rows if not set(EXERCISES[each["exercise"]].equipment) <= tools(level)]


def sore(rows):
    return [each for each in rows if EXERCISES[each["exercise"]].strains & SORE]


def small_hip(rows):
    return [each for each in rows if "deep_hip_rotators" in mains([each])]


def ladder(name):
    """The easier exercises below this one, and how many rungs lie between."""
    below, rungs = {}, 0
    while name := EXERCISES[name].easier:
        rungs += 1
        below[name] = rungs
    return below


def rungs_between(low, high):
    """How many rungs `high` stands above `low`, None where they do not stand on one ladder."""
    by_easier, name, rungs = ladder(high).get(low), low, 0
    while name and name != high:
        name, rungs = EXERCISES[name].harder, rungs + 1
    found = [steps for steps in (by_easier, rungs if name else None) if steps is not None]
    return min(found, default=None)


def jumps(before, after):
    """The exercises of the next level that stand more than one rung above the nearest of the level before."""
    found = []
    for high in (each["exercise"] for each in after):
        steps = [rungs_between(low["exercise"], high) for low in before]
        if min((each for each in steps if each is not None), default=0) > 1:
            found.append(high)
    return found


def missing_zones(workout):
    """The (muscle, end) pairs that no level loads."""
    have = loaded([each for level in LEVELS for each in workout[level]])
    return sorted({(muscle, zone) for muscle in workout["for_muscles"] for zone in ("short", "long")} - have)


def within_reach(muscle, zone):
    """What the library has for a muscle there without more tools than the third level's."""
    return [each.id for each in for_muscle(muscle, zone) if set(each.equipment) <= tools("level3")]


def test_there_are_the_six_workouts():
    names = "whole_body hips_and_back knees_and_thighs shoulders_and_neck ankles_and_feet light_day"
    assert list(WORKOUTS) == names.split()


def test_the_limits_are_the_promised_ones():
    asked = [tuple(LIMITS[level][key] for key in ("sets", "effort", "minutes")) for level in LEVELS]
    assert asked == [(1, 4, 15), (2, 6, 25), (3, 7, 35)]
    assert (LIMITS["light"]["effort"], LIMITS["light"]["minutes"]) == (3, [5, 10, 15])


def test_a_beginner_needs_a_floor_a_chair_and_a_wall_and_no_more():
    assert tools("level1") == {"floor", "mat", "chair", "wall"}


@EVERY_WORKOUT
def test_a_workout_says_whom_it_suits_and_why(name):
    row = WORKOUTS[name]
    assert row["title"]
    assert "not" in row["for_whom"]
    assert row["for_whom"].count(".") == 1
    assert 1 <= row["why"].replace("1.4", "").count(".") <= 2


@EVERY_WORKOUT
def test_a_workout_names_muscles_rules_and_a_source_that_exist(name):
    row = WORKOUTS[name]
    assert set(row["for_muscles"]) <= set(MUSCLES)
    assert row["because"]
    assert row["source"] in all_sources()


@EVERY_LEVEL
def test_a_level_has_four_to_seven_different_exercises(name, level):
    exercises = [each["exercise"] for each in WORKOUTS[name][level]]
    assert 4 <= len(exercises) <= 7
    assert len(set(exercises)) == len(exercises)


@EVERY_LEVEL
def test_every_row_counts_reps_or_seconds_of_an_exercise_of_the_library(name, level):
    for each in WORKOUTS[name][level]:
        assert EXERCISES[each["exercise"]].kind == "exercise"
        assert set(each) - {"exercise", "sets", "effort"} in ({"reps"}, {"seconds"})
        assert min(each["sets"], each.get("reps", 1), each.get("seconds", 1)) >= 1


@EVERY_LEVEL
def test_a_level_asks_no_more_sets_and_effort_than_it_may(name, level):
    assert too_much(WORKOUTS[name][level], LIMITS["light" if name == LIGHT else level]) == []


def test_a_second_set_and_a_high_effort_are_seen():
    rows = [row("squat", sets=2), row("plank", effort=5), row("glute_bridge")]
    assert too_much(rows, LIMITS["level1"]) == ["squat", "plank"]


@EVERY_LEVEL
def test_a_level_needs_nothing_that_it_may_not_need(name, level):
    assert out_of_reach(WORKOUTS[name][level], level) == []


def test_a_dumbbell_is_out_of_reach_for_a_beginner():
    assert out_of_reach([row("goblet_squat")], "level1") == ["goblet_squat"]
    assert out_of_reach([row("goblet_squat")], "level2") == []


@EVERY_WORKOUT
def test_the_first_level_holds_nothing_that_makes_very_sore(name):
    assert sore(WORKOUTS[name]["level1"]) == []


def test_a_split_squat_makes_sore():
    assert sore([row("split_squat"), row("squat")]) == [row("split_squat")]


@EVERY_LEVEL
def test_work_that_makes_sore_stays_small(name, level):
    rows = sore(WORKOUTS[name][level])
    assert too_much(rows, LIMITS["sore"]) == []
    assert all(each.get("reps", 0) <= LIMITS["sore"]["reps"] for each in rows)


def test_a_third_set_at_long_length_is_seen():
    assert too_much(sore([row("reach_row", sets=3), row("row", sets=3)]), LIMITS["sore"]) == ["reach_row"]


@EVERY_LEVEL
def test_small_hip_muscles_begin_with_one_easy_set(name, level):
    new = {each["exercise"] for each in WORKOUTS[name][level]}
    new -= {each["exercise"] for before in LEVELS[: LEVELS.index(level)] for each in WORKOUTS[name][before]}
    rows = [each for each in WORKOUTS[name][level] if each["exercise"] in new]
    assert too_much(small_hip(rows), {"sets": 1, "effort": 3}) == []


def test_two_sets_of_clamshells_are_too_much_to_begin_with():
    rows = small_hip([row("clamshell", sets=2), row("squat", sets=2)])
    assert too_much(rows, {"sets": 1, "effort": 3}) == ["clamshell"]


@EVERY_LEVEL
def test_a_level_works_every_muscle_it_is_for(name, level):
    assert set(WORKOUTS[name]["for_muscles"]) <= mains(WORKOUTS[name][level])


def test_a_muscle_that_helps_along_is_not_worked():
    assert "adductors" not in mains([row("squat")])


@EVERY_WORKOUT
def test_every_muscle_is_loaded_where_it_is_short_and_where_it_is_long(name):
    assert [pair for pair in missing_zones(WORKOUTS[name]) if within_reach(*pair)] == []


def test_two_ends_are_out_of_reach_and_no_other():
    assert {pair for name in WORKOUTS for pair in missing_zones(WORKOUTS[name])} == {
        ("hamstrings", "short"),  # the library has the machine alone
        ("transversus_abdominis", "long"),  # it has no long end to load
    }


def test_a_muscle_without_its_long_end_is_seen():
    rows = [row("glute_bridge")]
    bad = {"for_muscles": ["gluteus_maximus"], "level1": rows, "level2": rows, "level3": rows}
    assert missing_zones(bad) == [("gluteus_maximus", "long")]


@EVERY_LEVEL
def test_a_level_is_over_in_time(name, level):
    light = name == LIGHT
    most = LIMITS["light"]["minutes"][LEVELS.index(level)] if light else LIMITS[level]["minutes"]
    assert minutes(WORKOUTS[name][level], rests=not light) <= most


@pytest.mark.parametrize(("level", "about"), list(zip(LEVELS, (5, 10, 15), strict=True)))
def test_a_light_day_lasts_about_as_long_as_it_says(level, about):
    assert 0.8 * about <= minutes(WORKOUTS[LIGHT][level], rests=False) <= about


def test_one_side_after_the_other_takes_twice_as_long():
    both, one = row("squat"), row("step_up")
    assert minutes([both]) * 60 == 8 * 4 + 45 + 30
    assert minutes([one]) * 60 == 2 * (8 * 4 + 45) + 30


def test_seven_exercises_of_three_sets_take_too_long():
    assert minutes([row("step_up", sets=3)] * 7) > LIMITS["level3"]["minutes"]


@EVERY_WORKOUT
@pytest.mark.parametrize(("low", "high"), [("level1", "level2"), ("level2", "level3")])
def test_nothing_jumps_by_more_than_one_rung(name, low, high):
    assert jumps(WORKOUTS[name][low], WORKOUTS[name][high]) == []


def test_a_jump_of_two_rungs_is_seen():
    assert jumps([row("chair_squat")], [row("goblet_squat"), row("squat"), row("plank")]) == ["goblet_squat"]
    assert jumps([row("chair_squat"), row("squat")], [row("goblet_squat")]) == []


def grade(text):
    """The school grade that a text needs (Flesch and Kincaid); a semicolon or colon ends a thought as well."""
    words = re.findall(r"[a-z']+", text.lower())
    thoughts = re.findall(r"[^.;:]+[.;:](?=\s|$)", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word))) for word in words)
    return 0.39 * len(words) / len(thoughts) + 11.8 * syllables / len(words) - 15.59


@EVERY_WORKOUT
def test_a_workout_reads_at_about_eleven_years(name):
    assert grade(f"{WORKOUTS[name]['for_whom']} {WORKOUTS[name]['why']}") <= 6


def test_a_hard_text_is_seen():
    assert grade("Progressive resistance training ameliorates musculoskeletal symptomatology.") > 12

"""Another exercise for the same muscle: what may stand in, in which order, and what never may."""

import time

import pytest

from flarepath.body import muscles_felt_in
from flarepath.errors import UnknownId
from flarepath.exercises import EXERCISES, Wish, none_because, swaps
from flarepath.exercises.library import rung, stops_of
from flarepath.exercises.sparing import touches
from flarepath.exercises.swap import ALWAYS_AT_HAND, MOST

STRENGTH = sorted(
    name for name, each in EXERCISES.items() if each.kind == "exercise" and each.pattern not in ("endurance", "jump")
)


def ids(name, **wish):
    return [swap.exercise.id for swap in swaps(name, Wish(**wish))]


def zone_in(each, muscle):
    return next(work.zone for work in each.work if work.muscle == muscle)


@pytest.mark.parametrize("name", STRENGTH)
def test_every_swap_shares_a_main_muscle_or_that_of_a_neighbour(name):
    for swap in swaps(name):
        assert set(swap.shares) <= set(swap.exercise.mains)
        assert swap.exercise.id != name
        assert swap.exercise.kind == EXERCISES[name].kind


@pytest.mark.parametrize("name", STRENGTH)
def test_a_swap_starts_light_and_never_inherits_the_old_weight(name):
    for swap in swaps(name):
        assert swap.first_dose.startswith("1 ")
        assert "not with the old one" in swap.first_dose
        assert "at most half" in swap.first_dose
        assert "kg" not in swap.first_dose


@pytest.mark.parametrize("name", STRENGTH)
def test_nothing_harder_on_the_same_ladder_is_offered(name):
    above, harder = EXERCISES[name].harder, set()
    while above:
        harder.add(above)
        above = EXERCISES[above].harder
    assert not harder & set(ids(name))


@pytest.mark.parametrize("region", ["knee_front", "lower_back", "hip_front", "shoulder_front", "wrist", "achilles"])
@pytest.mark.parametrize("name", ["back_squat", "romanian_deadlift", "bench_press", "calf_raise", "toes_to_bar"])
def test_a_swap_chiefly_works_nothing_that_is_felt_where_it_hurts(name, region):
    for swap in swaps(name, Wish(hurts=region)):
        assert not set(swap.exercise.mains) & set(muscles_felt_in(region))


@pytest.mark.parametrize("name", STRENGTH)
def test_what_is_harder_is_offered_only_after_what_is_not(name):
    found = [swap.exercise for swap in swaps(name) if "share the job" not in swap.why]
    is_harder = [rung(each) > rung(EXERCISES[name]) for each in found]
    assert is_harder == sorted(is_harder)


@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_no_rung_of_a_ladder_comes_before_an_easier_one_for_the_same_muscles(name):
    seen = set()
    for swap in swaps(name):
        if "share the job" not in swap.why:
            assert swap.exercise.harder not in seen
            seen.add(swap.exercise.id)


@pytest.mark.parametrize(
    ("name", "region", "never"),
    [
        ("bench_press", "shoulder_front", "dip"),
        ("running", "shin", "jump_rope"),
        ("wrist_curl", "elbow_inner", "wrist_flexion_eccentric"),
        ("leg_extension", "knee_front", "reverse_nordic"),
        ("shrug", "head", "neck_isometric_side"),
        ("pull_up", "elbow_inner", "lat_pulldown"),
        ("row", "hand", "face_pull"),
    ],
)
def test_a_joint_is_spared_by_its_stop_signs_the_muscles_that_pull_on_it_and_by_landing(name, region, never):
    assert never not in ids(name, hurts=region)
    assert touches(EXERCISES[never], region)


def test_a_pinch_at_the_hip_does_not_rule_out_a_shoulder_exercise():
    assert not touches(EXERCISES["face_pull"], "hip_front")
    assert touches(EXERCISES["clamshell"], "hip_front")


def test_nothing_spares_the_whole_body():
    assert ids("row", hurts="whole_body") == []


def test_a_hurting_knee_gets_no_exercise_whose_stop_sign_is_a_hurting_knee():
    assert all("knee" not in stops_of(name) for name in ids("back_squat", hurts="knee_front"))


def test_twin_without_a_hurting_knee_there_are_such():
    assert any("knee" in stops_of(name) for name in ids("back_squat"))


@pytest.mark.parametrize("zone", ["short", "mid", "long"])
def test_the_wanted_part_of_the_range_is_the_one_loaded(zone):
    found = swaps("romanian_deadlift", Wish(zone=zone, muscle="hamstrings"))
    assert found
    assert {swap.zone for swap in found} == {zone}


def test_the_same_muscle_comes_at_another_length_first():
    assert swaps("prone_leg_curl", Wish(muscle="hamstrings"))[0].zone != "short"


@pytest.mark.parametrize("name", ["toes_to_bar", "lunge", "romanian_deadlift", "bird_dog"])
def test_other_lengths_come_before_the_old_one(name):
    before = {(work.muscle, work.zone) for work in EXERCISES[name].work}
    found = [swap for swap in swaps(name) if rung(swap.exercise) <= rung(EXERCISES[name])]
    is_same = [all((each, zone_in(swap.exercise, each)) in before for each in swap.shares) for swap in found]
    assert is_same == sorted(is_same)
    assert not is_same[0]


@pytest.mark.parametrize(
    ("name", "closest"), [("lunge", {"split_squat", "step_up"}), ("romanian_deadlift", {"hip_hinge"})]
)
def test_the_closest_at_the_old_length_is_not_crowded_out(name, closest):
    assert closest <= set(ids(name))


def test_a_muscle_that_measured_short_is_never_offered_short():
    found = swaps("toes_to_bar", Wish(muscle="iliopsoas", short=frozenset({"iliopsoas"})))
    assert found
    assert "short" not in {swap.zone for swap in found}


def test_only_what_the_tools_at_hand_allow_is_offered():
    for swap in swaps("lat_pulldown", Wish(equipment=frozenset({"band"}))):
        assert set(swap.exercise.equipment) <= {"band"} | ALWAYS_AT_HAND


def test_running_is_swapped_for_gentler_endurance_and_strength_never_for_running():
    assert {EXERCISES[name].pattern for name in ids("running")} == {"endurance"}
    assert "running" not in {name for each in STRENGTH for name in ids(each)}


def test_a_stretch_is_swapped_for_a_stretch():
    assert {EXERCISES[name].kind for name in ids("pigeon_pose")} == {"stretch"}


def test_where_nothing_fits_the_reason_is_told():
    nothing = Wish(hurts="thigh_front")
    assert not swaps("quad_stretch", nothing)
    assert "place that hurts" in none_because("quad_stretch", nothing)
    bare = Wish(equipment=frozenset(), pattern="elbow", muscle="biceps_brachii")
    assert not swaps("pull_up", bare)
    assert "equipment" in none_because("pull_up", bare)


@pytest.mark.parametrize(
    ("name", "wish", "reason"),
    [
        ("back_squat", Wish(muscle="biceps_brachii"), "not chosen for the biceps"),
        ("foot_ball_roll", Wish(), "no other massage for these muscles"),
        ("chin_nod", Wish(zone="long", equipment=frozenset(), muscle="deep_neck_flexors"), "that part of their range"),
        ("clamshell", Wish(pattern="squat"), "kind of movement"),
        ("clamshell", Wish(pattern="squat", hurts="whole_body"), "Leave one wish out"),
    ],
)
def test_the_reason_names_the_wish_that_stands_in_the_way(name, wish, reason):
    assert not swaps(name, wish)
    assert reason in none_because(name, wish)


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [
        ("back_squat", "chair_squat", "same part of their range, and the large buttock muscles in the middle instead"),
        ("back_squat", "squat", "in an easier form"),
        ("hip_hinge", "glute_bridge", "in the short instead of the long part of their range, through another movement"),
        ("calf_raise", "bent_knee_calf_raise", "Works the same deep calf muscles in the same part of their range."),
        ("shrug", "lateral_raise", "which share the job of the top shoulder muscles"),
        ("pigeon_pose", "figure_four_stretch", "Stretches the same"),
    ],
)  # fmt: skip
def test_the_reason_tells_what_stays_and_what_changes(name, other, told):
    assert told in next(swap.why for swap in swaps(name) if swap.exercise.id == other)


@pytest.mark.parametrize("name", ["pigeon_pose", "quad_roll", "running"])
def test_what_has_no_weight_starts_with_half_the_time(name):
    assert all("half of your usual time" in swap.first_dose for swap in swaps(name))


def test_at_most_six_are_offered_and_each_once():
    for name in EXERCISES:
        found = ids(name)
        assert len(found) == len(set(found)) <= MOST


@pytest.mark.parametrize(
    ("name", "wish"), [("moon_walk", Wish()), ("row", Wish(muscle="wing")), ("row", Wish(hurts="x"))]
)
def test_an_unknown_id_is_refused(name, wish):
    with pytest.raises(UnknownId):
        swaps(name, wish)


def test_a_swap_takes_less_than_five_milliseconds():
    start = time.process_time()
    for name in STRENGTH:
        swaps(name, Wish(hurts="knee_front"))
    assert (time.process_time() - start) / len(STRENGTH) < 0.005

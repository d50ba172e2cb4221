"""Another exercise for the same muscle: what may stand in, in which order, and what never may."""

import time

import pytest

from flarepath.body import muscles_felt_in
from flarepath.errors import UnknownId
from flarepath.exercises import EXERCISES, Wish, none_because, swaps
from flarepath.exercises.library import stops_of
from flarepath.exercises.swap import ALWAYS_AT_HAND, MOST

STRENGTH = sorted(
    name for name, each in EXERCISES.items() if each.kind == "exercise" and each.pattern not in ("endurance", "jump")
)


def ids(name, **wish):
    return [swap.exercise.id for swap in swaps(name, Wish(**wish))]


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


def test_at_most_six_are_offered_and_each_once():
    for name in EXERCISES:
        found = ids(name)
        assert len(found) == len(set(found)) <= MOST


def test_an_unknown_exercise_is_refused():
    with pytest.raises(UnknownId):
        swaps("moon_walk")


def test_a_swap_takes_less_than_five_milliseconds():
    start = time.perf_counter()
    for name in STRENGTH:
        swaps(name, Wish(hurts="knee_front"))
    assert (time.perf_counter() - start) / len(STRENGTH) < 0.005

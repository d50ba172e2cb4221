"""What the library knows, one anatomical fact at a time."""

import pytest

from flarepath.body import MUSCLES
from flarepath.errors import UnknownId
from flarepath.exercises import DEPTHS, EXERCISES, alternatives, exercise, for_muscle
from flarepath.exercises.library import WITHOUT
from flarepath.sources import load_table, source

NEEDED = """
single_leg_hinge romanian_deadlift back_squat goblet_squat split_squat rear_foot_elevated_split_squat lunge step_up
cossack_squat glute_bridge single_leg_glute_bridge prone_leg_curl nordic_curl banded_march toes_to_bar clamshell
side_lying_leg_raise band_walk copenhagen_plank calf_raise calf_raise_off_step bent_knee_calf_raise
standing_calf_stretch half_kneeling_hip_flexor_stretch couch_stretch pigeon_pose front_split hamstring_stretch_supine
adductor_rock_back bird_dog side_plank plank dead_bug pallof_press prone_cobra cat_cow row face_pull wall_slide push_up
bench_press overhead_press shoulder_external_rotation scapular_push_up pull_up chin_nod wrist_extension_eccentric
short_foot
"""

GROUPS = """
iliopsoas rectus_femoris vasti hamstrings gluteus_maximus gluteus_medius_minimus deep_hip_rotators tensor_fasciae_latae
adductors gastrocnemius soleus tibialis_anterior foot_intrinsics erector_spinae rectus_abdominis quadratus_lumborum
latissimus_dorsi pectoralis_major serratus_anterior middle_lower_trapezius rhomboids upper_trapezius rotator_cuff
"""

FACTS = [
    ("single_leg_hinge", "hamstrings", "main", "long"),
    ("romanian_deadlift", "hamstrings", "main", "long"),
    ("prone_leg_curl", "hamstrings", "main", "short"),
    ("seated_leg_curl", "hamstrings", "main", "long"),
    ("banded_march", "iliopsoas", "main", "short"),
    ("banded_march", "rectus_femoris", "main", "mid"),
    ("toes_to_bar", "iliopsoas", "main", "short"),
    ("toes_to_bar", "rectus_femoris", "main", "short"),
    ("reverse_nordic", "rectus_femoris", "main", "long"),
    ("back_squat", "vasti", "main", "mid"),
    ("heel_elevated_deep_squat", "vasti", "main", "long"),
    ("terminal_knee_extension", "vasti", "main", "short"),
    ("glute_bridge", "gluteus_maximus", "main", "short"),
    ("hip_thrust", "gluteus_maximus", "main", "short"),
    ("split_squat", "gluteus_maximus", "main", "long"),
    ("edge_side_leg_raise", "tensor_fasciae_latae", "main", "long"),
    ("calf_raise", "soleus", "main", "short"),
    ("calf_raise_off_step", "soleus", "main", "long"),
    ("calf_raise_off_step", "gastrocnemius", "main", "long"),
    ("bent_knee_calf_raise", "soleus", "main", "short"),
    ("clamshell", "deep_hip_rotators", "main", "short"),
    ("pigeon_pose", "deep_hip_rotators", "main", "long"),
    ("front_split", "iliopsoas", "main", "long"),
    ("front_split", "hamstrings", "main", "long"),
    ("cossack_squat", "adductors", "main", "long"),
    ("chin_nod", "deep_neck_flexors", "main", "short"),
    ("wrist_extension_eccentric", "forearm_extensors", "main", "long"),
    ("shoulder_external_rotation", "rotator_cuff", "main", "short"),
]


@pytest.mark.parametrize("needed", NEEDED.split())
def test_every_promised_exercise_exists(needed):
    assert exercise(needed).id == needed


@pytest.mark.parametrize(("name", "muscle", "role", "zone"), FACTS)
def test_an_exercise_loads_a_muscle_where_anatomy_says(name, muscle, role, zone):
    assert (muscle, role, zone) in [(w.muscle, w.role, w.zone) for w in exercise(name).work]


@pytest.mark.parametrize("muscle", GROUPS.split())
@pytest.mark.parametrize("zone", ["short", "long"])
def test_every_muscle_group_can_be_strengthened_at_both_ends(muscle, zone):
    found = for_muscle(muscle, zone)
    assert found
    assert all(each.kind == "exercise" for each in found)


@pytest.mark.parametrize("muscle", GROUPS.split())
def test_every_muscle_group_has_a_stretch(muscle):
    assert for_muscle(muscle, "long", kind="stretch")


@pytest.mark.parametrize("muscle", sorted(MUSCLES.keys() - {"pectoralis_minor"}))
def test_every_muscle_has_an_exercise(muscle):
    assert for_muscle(muscle)


def test_the_small_chest_muscle_has_three_exercises_of_its_own():
    assert {each.id for each in for_muscle("pectoralis_minor")} == {"scapular_dip", "supine_punch", "table_press_hold"}
    assert for_muscle("pectoralis_minor", kind="stretch")


@pytest.mark.parametrize("each", EXERCISES.values(), ids=lambda each: each.id)
def test_a_row_is_whole(each):
    assert {work.muscle for work in each.work} <= MUSCLES.keys()
    assert each.mains
    assert each.kind in {"exercise", "stretch", "massage"}
    assert each.sides in {"one", "both"}
    assert each.strains <= {"long_length", "slow_lowering", "impact", "compression"}
    assert each.cues
    assert each.felt_where
    assert each.stop_signs
    assert each.first_dose
    assert source(each.source)


@pytest.mark.parametrize("each", EXERCISES.values(), ids=lambda each: each.id)
def test_a_muscle_is_worked_once_by_an_exercise(each):
    muscles = [work.muscle for work in each.work]
    assert len(muscles) == len(set(muscles))


@pytest.mark.parametrize("each", EXERCISES.values(), ids=lambda each: each.id)
def test_the_ladder_leads_to_real_rungs_and_ends(each):
    seen, rung = set(), each
    while rung.easier and rung.id not in seen:
        seen.add(rung.id)
        rung = exercise(rung.easier)
    assert rung.id not in seen
    assert each.harder == "" or exercise(each.harder)


def test_a_stretch_lengthens_and_a_massage_stays_in_the_middle():
    zones = {"stretch": "long", "massage": "mid"}
    mains = [(each.kind, w.zone) for each in EXERCISES.values() for w in each.work if w.role == "main"]
    assert all(zone == zones[kind] for kind, zone in mains if kind in zones)


def test_every_stretch_has_a_contract_step():
    assert [
        each.id for each in EXERCISES.values() if each.kind == "stretch" and "for 5 s" not in " ".join(each.cues)
    ] == []


def test_work_at_long_length_is_marked_as_making_sore():
    for name in ("single_leg_hinge", "calf_raise_off_step", "reverse_nordic", "split_squat"):
        assert "long_length" in exercise(name).strains
    assert "slow_lowering" in exercise("nordic_curl").strains
    assert "impact" in exercise("running").strains
    assert "compression" in exercise("back_bend").strains


def test_the_deeper_the_squat_the_longer_the_vasti():
    assert [DEPTHS[depth]["vasti"] for depth in ("quarter", "half", "parallel", "full")] == [
        "short",
        "short",
        "mid",
        "long",
    ]


@pytest.mark.parametrize("depth", ["quarter", "half", "parallel", "full"])
def test_every_depth_rule_names_its_source(depth):
    assert source(load_table("flarepath.exercises", "library.toml")["depth"][depth]["source"])


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(UnknownId, match="clamshell"):
        exercise("clamshel")


def test_the_way_out_of_a_short_zone_is_another_exercise_for_the_same_muscle():
    found = alternatives("banded_march", zone="long")
    assert [each.id for each in found][:2] == ["edge_leg_lift", "split_stance_march"]


def test_without_a_zone_another_zone_comes_first():
    first, *_, last = alternatives("glute_bridge")
    assert ("gluteus_maximus", "short") not in [(w.muscle, w.zone) for w in first.work if w.role == "main"]
    assert ("gluteus_maximus", "short") in [(w.muscle, w.zone) for w in last.work if w.role == "main"]


def test_no_alternative_is_a_stretch_a_run_a_jump_or_the_same():
    found = alternatives("calf_raise")
    assert {each.kind for each in found} == {"exercise"}
    assert {each.id for each in found}.isdisjoint({"calf_raise", "running", "jump_rope", "walking"})


def test_alternatives_can_leave_out_ids_and_muscles():
    found = {each.id for each in alternatives("banded_march", avoiding=frozenset({"toes_to_bar", "rectus_abdominis"}))}
    assert found.isdisjoint({"toes_to_bar", "sit_up"})
    assert "seated_knee_lift_hold" in found


def test_alternatives_can_be_asked_for_other_muscles():
    found = alternatives("pigeon_pose", muscles=frozenset({"adductors"}), zone="short")
    assert [each.id for each in found] == ["ball_squeeze"]


def test_the_gentlest_comes_first():
    assert [each.id for each in for_muscle("gastrocnemius")] == ["calf_push_hold", "calf_raise", "calf_raise_off_step"]
    assert for_muscle("iliopsoas", "short")[0].id == "seated_knee_lift_hold"


@pytest.mark.parametrize("muscle", sorted(MUSCLES))
@pytest.mark.parametrize("zone", ["short", "mid", "long"])
def test_every_muscle_can_be_strengthened_in_each_part_of_its_range(muscle, zone):
    assert bool(for_muscle(muscle, zone)) != (zone in WITHOUT.get(muscle, ()))


@pytest.mark.parametrize("muscle", sorted(MUSCLES))
@pytest.mark.parametrize("kind", ["stretch", "massage"])
def test_every_muscle_has_a_stretch_and_a_massage_where_that_makes_sense(muscle, kind):
    assert bool(for_muscle(muscle, kind=kind)) != (kind in WITHOUT.get(muscle, ()))


@pytest.mark.parametrize("each", [each for each in EXERCISES.values() if each.kind == "stretch"])
def test_every_stretch_has_a_step_of_pressing_against_it(each):
    assert any("5 s" in cue for cue in each.cues)


def test_no_ladder_goes_round_in_a_circle():
    for each in EXERCISES.values():
        seen = {each.id}
        while each.harder:
            each = EXERCISES[each.harder]  # noqa: PLW2901 - up the ladder
            assert each.id not in seen
            seen.add(each.id)


def test_at_least_a_hundred_and_fifty():
    assert len(EXERCISES) >= 150

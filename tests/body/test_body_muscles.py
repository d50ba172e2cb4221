import re

import pytest

from flarepath.body import (
    GROUPS,
    MUSCLES,
    REGIONS,
    muscle,
    muscles_felt_in,
    muscles_named,
    muscles_pulling_on,
    muscles_showing_in,
    nearest,
)
from flarepath.body.words import plain
from flarepath.errors import UnknownId

PRODUCT = re.findall(
    r"\w+",
    """
iliopsoas rectus_femoris vasti hamstrings gluteus_maximus gluteus_medius_minimus deep_hip_rotators tensor_fasciae_latae
adductors gastrocnemius soleus tibialis_anterior tibialis_posterior peroneals foot_intrinsics rectus_abdominis obliques
transversus_abdominis erector_spinae quadratus_lumborum latissimus_dorsi upper_trapezius middle_lower_trapezius
rhomboids serratus_anterior levator_scapulae rotator_cuff deltoids pectoralis_major pectoralis_minor biceps_brachii
triceps_brachii forearm_flexors forearm_extensors deep_neck_flexors neck_extensors sternocleidomastoid scalenes
""",
)
JOINTS = re.findall(
    r"\w+",
    """
neck mid_spine low_spine pelvis shoulder_blade shoulder elbow wrist fingers hip knee ankle foot toes
""",
)
HIP = ["gluteus_maximus", "gluteus_medius_minimus", "deep_hip_rotators"]
ALL = list(MUSCLES.values())


def places(each):
    return {*each.felt_in, *each.pulls_on, *each.trouble_shows}


def one_way(links):
    """Links that only one end knows of."""
    return [(a, b) for a, others in links.items() for b in others if a not in links.get(b, ())]


def shared_words(*tables):
    seen = {}
    for each in (row for table in tables for row in table):
        for words in {plain(words) for words in (each.id, each.name, *each.aliases)}:
            seen.setdefault(words, []).append(each.id)
    return {words: ids for words, ids in seen.items() if len(ids) > 1}


def test_every_muscle_that_was_promised_exists_in_that_order():
    assert list(MUSCLES) == PRODUCT


def test_a_muscle_names_only_regions_and_joints_that_exist():
    assert {place for each in ALL for place in places(each)} <= set(REGIONS)
    assert {joint for each in ALL for joint in each.joints} == set(JOINTS)


def test_every_muscle_is_felt_somewhere_does_something_and_has_one_to_try_next():
    lists = ("aliases", "joints", "actions", "felt_in", "pulls_on", "trouble_shows", "opposite", "neighbours")
    assert [(each.id, name) for each in ALL for name in lists if not getattr(each, name)] == []


@pytest.mark.parametrize("link", ["opposite", "neighbours"])
def test_what_links_two_muscles_both_know(link):
    assert one_way({each.id: getattr(each, link) for each in ALL}) == []


def test_a_link_known_to_one_end_only_is_seen():
    assert one_way({"vasti": ("hamstrings",), "hamstrings": ()}) == [("vasti", "hamstrings")]


def test_nobody_is_opposite_and_neighbour_at_once_nor_their_own():
    wrong = [each.id for each in ALL if each.id in each.opposite + each.neighbours]
    assert wrong + [each.id for each in ALL if set(each.opposite) & set(each.neighbours)] == []


def test_a_short_muscle_pulls_on_some_place_that_is_not_its_belly():
    assert [each.id for each in ALL if set(each.pulls_on) <= set(each.felt_in)] == []


def test_no_list_says_a_thing_twice():
    lists = [[*row] for each in ALL for row in (each.felt_in, each.pulls_on, each.trouble_shows, each.aliases)]
    assert [row for row in lists if len(row) != len(set(row))] == []


def test_no_word_means_two_things():
    assert shared_words(ALL, GROUPS.values()) == {}


def test_a_word_for_two_things_is_seen():
    twice = shared_words(ALL, [muscle("soleus")])
    assert twice["soleu"] == ["soleus", "soleus"]


def test_a_group_is_of_several_muscles_that_exist():
    assert [each.id for each in GROUPS.values() if len(each.muscles) < 2 or set(each.muscles) - set(MUSCLES)] == []


def test_the_hamstrings_are_felt_behind_the_knee_and_at_the_sit_bone_r44():
    assert set(muscle("hamstrings").felt_in) == {"thigh_back", "sit_bone", "knee_back"}
    assert "hamstrings" in muscles_felt_in("knee_back")
    assert "hamstrings" not in muscles_felt_in("knee_front")


@pytest.mark.parametrize("hip", HIP)
def test_trouble_of_a_hip_muscle_may_show_in_hip_knee_back_and_foot_r55(hip):
    shows = set(muscle(hip).trouble_shows)
    assert {"hip_deep", "lower_back", "knee_front", "knee_inner", "knee_outer", "foot_top", "foot_sole"} <= shows
    assert not shows & {"hand", "elbow_tip", "head"}


def test_a_place_may_show_the_trouble_of_many_muscles_r55():
    assert set(HIP) | {"hamstrings", "vasti"} <= set(muscles_showing_in("knee_inner"))


def test_short_hip_flexors_pull_on_back_and_groin_and_short_quads_on_the_knee():
    assert set(muscle("iliopsoas").pulls_on) == {"lower_back", "hip_front", "groin"}
    assert {"rectus_femoris", "vasti"} <= set(muscles_pulling_on("knee_front"))
    assert "vasti" not in muscles_pulling_on("lower_back")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("iliopsoas", {"iliopsoas"}),
        ("Hip Flexors", {"iliopsoas", "rectus_femoris"}),
        ("hip-flexor", {"iliopsoas", "rectus_femoris"}),
        ("hip_flexors", {"iliopsoas", "rectus_femoris"}),
        ("glutes", {"gluteus_maximus", "gluteus_medius_minimus"}),
        ("Quads", {"rectus_femoris", "vasti"}),
        ("quad", {"rectus_femoris", "vasti"}),
        ("traps", {"upper_trapezius", "middle_lower_trapezius"}),
        ("calf", {"gastrocnemius", "soleus"}),
        ("calves", {"gastrocnemius", "soleus"}),
        ("hammies", {"hamstrings"}),
        ("  hamstring ", {"hamstrings"}),
        ("Piriformis", {"deep_hip_rotators"}),
        ("lats", {"latissimus_dorsi"}),
        ("biceps", {"biceps_brachii"}),
        ("biceps femoris", {"hamstrings"}),
    ],
)
def test_the_words_people_type_find_their_muscles(words, meant):
    assert set(muscles_named(words)) == meant


@pytest.mark.parametrize("words", ["", "s", "wings", "hip", "hamstringz", "knee"])
def test_words_that_mean_no_muscle_find_none(words):
    assert muscles_named(words) == ()


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.id)
def test_every_name_of_a_muscle_finds_that_muscle_alone(each):
    assert {muscles_named(words) for words in (each.id, each.name, *each.aliases)} == {(each.id,)}


@pytest.mark.parametrize(("written", "hint"), [("illiopsoas", "iliopsoas"), ("hammies", "hamstrings"), ("zzz", None)])
def test_an_unknown_muscle_names_the_nearest(written, hint):
    with pytest.raises(UnknownId) as refused:
        muscle(written)
    assert refused.value.nearest == hint


def test_nearest_offers_nothing_for_a_stranger():
    assert nearest("soleos", MUSCLES) == "soleus"
    assert nearest("violin", MUSCLES) is None


@pytest.mark.parametrize("ask", [muscles_felt_in, muscles_pulling_on, muscles_showing_in])
def test_an_unknown_place_is_refused_not_answered_with_nothing(ask):
    with pytest.raises(UnknownId, match="knee_front"):
        ask("knee_frnt")

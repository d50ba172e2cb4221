import re

import pytest

from flarepath.body import MUSCLES, REGIONS, region, region_named, side_is_possible
from flarepath.body.words import plain
from flarepath.errors import UnknownId
from flarepath.sources import source

PRODUCT = re.findall(
    r"\w+",
    """
head jaw neck_front neck_back shoulder_front shoulder_top shoulder_back chest upper_back mid_back lower_back sacroiliac
abdomen groin hip_front hip_side hip_deep buttock sit_bone thigh_front thigh_inner thigh_outer thigh_back knee_front
knee_inner knee_outer knee_back shin calf achilles heel ankle_front ankle_inner ankle_outer foot_top foot_sole toes
upper_arm_front upper_arm_back elbow_inner elbow_outer elbow_tip forearm wrist hand fingers whole_body
""",
)
AREAS = {"head_neck", "shoulder_arm", "chest_abdomen", "back", "hip_thigh", "knee_leg", "foot", "whole_body"}
ALL = list(REGIONS.values())


def lonely_edges(neighbours):
    """Pairs that only one side knows of."""
    return [(a, b) for a, near in neighbours.items() for b in near if a not in neighbours.get(b, ())]


def words_of(places):
    return [(plain(words), each.id) for each in places for words in {each.id, each.name, *each.aliases}]


def two_meanings(pairs):
    meanings = {}
    for words, meant in pairs:
        meanings.setdefault(words, set()).add(meant)
    return {words: meant for words, meant in meanings.items() if len(meant) > 1}


def test_every_region_that_was_promised_exists_in_that_order():
    assert list(REGIONS) == PRODUCT


def test_neighbours_know_each_other():
    assert lonely_edges({each.id: each.neighbours for each in ALL}) == []


def test_a_one_sided_neighbour_is_seen():
    assert lonely_edges({"shin": ("calf",), "calf": ()}) == [("shin", "calf")]


def test_nothing_is_its_own_neighbour():
    assert [each.id for each in ALL if each.id in each.neighbours] == []


def test_from_any_place_neighbours_lead_everywhere_but_past_elbow_and_whole_body():
    reached, edge = set(), {"head"}
    while edge:
        reached |= edge
        edge = {near for each in edge for near in REGIONS[each].neighbours} - reached
    assert set(REGIONS) - reached == {"whole_body"}


def test_every_region_has_an_area_of_the_screen_and_a_view_of_the_map():
    assert {each.area for each in ALL} == AREAS
    assert [each.id for each in ALL if not each.views or set(each.views) - {"front", "back", "side"}] == []


def test_tendons_join_the_bone_where_the_decisions_say():
    named = {"achilles", "heel", "elbow_inner", "elbow_outer", "elbow_tip"}
    assert {each.id for each in ALL if each.insertion} == named


def test_a_clinical_code_always_says_who_gave_it():
    assert [each.id for each in ALL if bool(each.snomed) != bool(each.snomed_source)] == []
    assert region("lower_back").snomed == "37822005"
    assert source(region("lower_back").snomed_source).sure == "seen"


def test_no_two_regions_share_a_name():
    assert two_meanings(words_of(ALL)) == {}


def test_a_shared_name_is_seen():
    assert two_meanings([("hip", "hip_front"), ("hip", "hip_deep")]) == {"hip": {"hip_front", "hip_deep"}}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Low back", "lower_back"),
        ("lumbar", "lower_back"),
        ("LOWER-BACK", "lower_back"),
        ("IT band side knee", "knee_outer"),
        ("hamstring area", "thigh_back"),
        ("hamstrings area", "thigh_back"),
        ("behind the knee", "knee_back"),
        ("kneecap", "knee_front"),
        ("golfer\N{RIGHT SINGLE QUOTATION MARK}s elbow", "elbow_inner"),
        ("sit_bone", "sit_bone"),
    ],
)
def test_the_words_people_type_find_their_place(words, meant):
    assert region_named(words) == meant


@pytest.mark.parametrize("words", ["knee", "hip", "back", "shoulder", "neck", "leg", "", "hamstrings", "wing"])
def test_words_that_could_mean_several_places_mean_none(words):
    assert region_named(words) is None


@pytest.mark.parametrize(
    ("written", "hint"), [("knee_frnt", "knee_front"), ("low back", "lower_back"), ("Achiles", "achilles")]
)
def test_an_unknown_region_names_the_nearest(written, hint):
    with pytest.raises(UnknownId) as refused:
        region(written)
    assert refused.value.nearest == hint


def test_a_word_like_no_other_gets_no_guess():
    with pytest.raises(UnknownId) as refused:
        region("xylophone")
    assert refused.value.nearest is None


@pytest.mark.parametrize(
    ("place", "sides"),
    [
        ("shin", {"", "left", "right", "both"}),
        ("lower_back", {"", "left", "right", "both", "middle"}),
        ("whole_body", {"", "both"}),
    ],
)
def test_a_place_hurts_only_on_sides_it_has(place, sides):
    tried = ("", "left", "right", "both", "middle", "up")
    assert {side for side in tried if side_is_possible(place, side)} == sides


def test_the_side_of_an_unknown_place_is_refused():
    with pytest.raises(UnknownId):
        side_is_possible("tail", "left")


def test_a_region_cannot_be_changed():
    with pytest.raises(AttributeError):
        region("shin").name = "Leg"


def test_every_region_but_the_whole_body_is_some_muscles_business():
    served = {place for each in MUSCLES.values() for place in (*each.felt_in, *each.pulls_on, *each.trouble_shows)}
    assert set(REGIONS) - served == {"whole_body"}

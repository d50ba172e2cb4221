"""The muscle matrix: muscle, side and part of the range; and what of it a plan takes up first."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from flarepath.body import MUSCLES
from flarepath.diary import Diary, Entry
from flarepath.exercises import gaps, matrix, matrix_document

START = datetime(2026, 3, 2, 18, tzinfo=UTC)


def row(day, kind, what="", *, side="left", **more):
    named = {name: more.pop(name) for name in ("where", "value", "word", "unit") if name in more}
    texts = tuple((name, str(each)) for name, each in more.items())
    return Entry(START + timedelta(days=day), kind, what, side=side, detail=texts, **named)


def length(day, muscle, word, side="left"):
    return row(day, "test", "length", where=muscle, word=word, side=side)


def strength(day, muscle, word, **detail):
    return row(day, "test", "strength", where=muscle, word=word, **detail)


def pain(day, points, where="thigh_back", side="left"):
    return row(day, "pain", where=where, value=float(points), side=side)


def all_cells(*rows, at=None):
    diary = Diary.of_entries(list(rows))
    return matrix(diary, at=at or diary.last)


def cells(*rows, at=None):
    return {(each.muscle, each.side, each.zone): each for each in all_cells(*rows, at=at)}


def queue(*rows):
    return [(cell.muscle, cell.zone, cell.lacks) for cell in gaps(all_cells(*rows)) if cell.side == "left"]


def test_every_muscle_has_six_cells():
    assert len(cells(row(0, "exercise", "push_up", side="both"))) == 6 * len(MUSCLES)


def test_nothing_is_known_where_nothing_was_tested_or_done():
    cell = cells(row(0, "note"))["hamstrings", "left", "long"]
    assert (cell.length, cell.strength, cell.days_since_loaded) == ("unknown", "unknown", None)
    assert (cell.pain_points, cell.pain_days, cell.lacks) == (None, None, "")


def test_two_tests_on_different_days_make_a_label_sure():
    short = [length(day, "iliopsoas", "short") for day in (0, 3)]
    assert not cells(short[0])["iliopsoas", "left", "mid"].length_is_sure
    assert cells(*short)["iliopsoas", "left", "mid"].length_is_sure


def test_two_tests_of_a_tired_muscle_make_none_sure():
    hard = row(2.5, "exercise", "banded_march", effort=9)
    short = [length(day, "iliopsoas", "short") for day in (0, 3)]
    assert not cells(hard, *short)["iliopsoas", "left", "mid"].length_is_sure


def test_what_comes_later_is_not_known_yet():
    assert cells(row(0, "note"), length(3, "iliopsoas", "short"), at=START)["iliopsoas", "left", "mid"].length == (
        "unknown"
    )


@pytest.mark.parametrize(
    ("test", "value", "muscle", "zone", "other"),
    [
        ("glute_bridge_hold", 9, "gluteus_maximus", "short", "long"),
        ("single_leg_bridge", 9, "hamstrings", "mid", "long"),
        ("sorensen", 40, "erector_spinae", "mid", "short"),
    ],
)
def test_a_strength_test_speaks_of_its_own_part_of_the_range(test, value, muscle, zone, other):
    found = cells(row(0, "test", test, value=float(value)))
    assert (found[muscle, "left", zone].strength, found[muscle, "left", other].strength) == ("weak", "unknown")


def test_strength_that_names_a_part_is_of_that_part():
    found = cells(strength(0, "hamstrings", "weak", zone="long"))
    assert [found["hamstrings", "left", zone].strength for zone in ("short", "mid", "long")] == [
        "unknown",
        "unknown",
        "weak",
    ]


def test_strength_that_says_no_part_is_of_all_parts():
    found = cells(strength(0, "hamstrings", "weak"))
    assert {found["hamstrings", "left", zone].strength for zone in ("short", "mid", "long")} == {"weak"}


def test_the_last_load_is_told_for_each_part_and_side():
    found = cells(row(0, "exercise", "single_leg_hinge"), row(5, "exercise", "glute_bridge", side="both"))
    assert found["hamstrings", "left", "long"].days_since_loaded == pytest.approx(5)
    assert found["hamstrings", "right", "long"].days_since_loaded is None
    assert found["hamstrings", "right", "short"].days_since_loaded == pytest.approx(0)


def test_a_stretch_loads_nothing():
    found = cells(row(0, "stretch", "hamstring_stretch_supine", value=2.0, unit="min"))
    assert found["hamstrings", "left", "long"].days_since_loaded is None


def test_pain_is_the_newest_where_the_muscle_is_felt():
    found = cells(pain(0, 6), pain(2, 2), row(5, "note"))
    cell = found["hamstrings", "left", "short"]
    assert (cell.pain_points, cell.pain_days) == (2, pytest.approx(3))
    assert found["hamstrings", "right", "short"].pain_points is None


def test_of_several_places_of_one_day_the_worst_counts():
    assert cells(pain(0, 6, "sit_bone"), pain(0.1, 1))["hamstrings", "left", "mid"].pain_points == 6


@pytest.mark.parametrize(("points", "days", "hurts"), [(4, 1, True), (3, 1, False), (8, 8, False)])
def test_a_muscle_hurts_above_three_points_in_the_last_week(points, days, hurts):
    assert cells(pain(0, points), row(days, "note"))["hamstrings", "left", "mid"].hurts is hurts


def test_a_weak_part_is_a_gap_and_so_is_the_unloaded_long_part_of_a_short_muscle():
    found = queue(length(0, "iliopsoas", "short"), strength(1, "hamstrings", "weak", zone="short"))
    assert found == [("hamstrings", "short", "weak"), ("iliopsoas", "long", "never_loaded")]


def test_twin_once_the_long_part_is_loaded_it_is_no_gap():
    loaded = row(1, "exercise", "split_stance_march")
    assert ("iliopsoas", "long", "never_loaded") not in queue(length(0, "iliopsoas", "short"), loaded)


def test_the_short_part_of_a_short_muscle_is_never_a_gap_to_fill():
    found = queue(length(0, "iliopsoas", "short"), row(1, "exercise", "split_stance_march"))
    assert [cell for cell in found if cell[0] == "iliopsoas"] == []


def test_both_ends_of_a_long_muscle_are_gaps_unless_it_is_strong():
    assert queue(length(0, "adductors", "long")) == [
        ("adductors", "short", "never_loaded"),
        ("adductors", "long", "never_loaded"),
    ]
    assert queue(length(0, "adductors", "long"), strength(0, "adductors", "strong")) == []


def test_a_muscle_that_the_diary_never_shows_has_no_gap():
    assert queue(length(0, "iliopsoas", "normal")) == []


def test_a_muscle_trained_in_one_part_misses_the_others():
    found = queue(row(0, "exercise", "leg_extension"))
    assert {cell for cell in found if cell[0] == "vasti"} == {
        ("vasti", zone, "never_loaded") for zone in ("short", "mid", "long") if zone not in loaded_in("leg_extension")
    }


def loaded_in(name, muscle="vasti"):
    found = cells(row(0, "exercise", name))
    return {zone for (each, side, zone), cell in found.items() if (each, side) == (muscle, "left") and loaded(cell)}


def loaded(cell):
    return cell.days_since_loaded is not None


def test_shallow_squats_leave_the_long_part_of_the_front_thigh_unloaded():
    squats = [row(day, "exercise", "back_squat", side="both", sets=3, reps=8, depth="quarter") for day in (0, 3, 6)]
    found = queue(*squats, length(7, "vasti", "short"), strength(7, "vasti", "strong"))
    assert found[0] == ("vasti", "long", "never_loaded")


@pytest.mark.parametrize(("days", "lacks"), [(20, ""), (21, "starved")])
def test_a_part_not_loaded_for_three_weeks_is_starved(days, lacks):
    found = cells(row(0, "exercise", "single_leg_hinge"), row(days, "note"))
    assert found["hamstrings", "left", "long"].lacks == lacks


def test_what_is_sure_comes_before_a_hint():
    rows = [strength(day, "hamstrings", "weak", zone="mid") for day in (0, 3)]
    assert [cell[0] for cell in queue(strength(3, "adductors", "weak", zone="mid"), *rows)] == [
        "hamstrings",
        "adductors",
    ]


def test_what_hurts_comes_last():
    weak = [strength(day, "hamstrings", "weak", zone="mid") for day in (0, 3)]
    found = queue(*weak, length(3, "adductors", "short"), pain(3, 5))
    assert [cell[0] for cell in found] == ["adductors", "hamstrings"]


def test_a_short_and_weak_muscle_is_strengthened_from_long_toward_short():
    found = queue(length(0, "hamstrings", "short"), strength(0, "hamstrings", "weak"))
    assert [zone for _, zone, _ in found] == ["long", "mid", "short"]


def test_the_document_is_json_and_leaves_out_what_is_unknown():
    document = matrix_document(all_cells(length(0, "iliopsoas", "short"), row(1.04, "note")))
    assert json.loads(json.dumps(document)) == document
    assert {each["muscle"] for each in document} == {"iliopsoas"}
    assert document[0] == {
        "muscle": "iliopsoas",
        "side": "left",
        "zone": "short",
        "length": "short",
        "length_is_sure": False,
        "strength": "unknown",
        "strength_is_sure": False,
        "days_since_loaded": None,
        "pain_points": None,
        "pain_days": None,
        "lacks": "",
    }

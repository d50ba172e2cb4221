"""The muscle matrix and what differs between the sides."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.body import MUSCLES
from flarepath.diary import Diary, Entry
from flarepath.exercises import TESTS, gaps, matrix, matrix_document, measures, side_difference

START = datetime(2026, 3, 2, 18, tzinfo=UTC)


def row(day, kind, what="", *, side="left", **more):
    named = {name: more.pop(name) for name in ("where", "value", "word", "unit") if name in more}
    cells = tuple((name, str(each)) for name, each in more.items())
    return Entry(START + timedelta(days=day), kind, what, side=side, detail=cells, **named)


def cells(*rows):
    diary = Diary.of_entries(list(rows))
    return {(each.muscle, each.side, each.zone): each for each in matrix(diary, at=diary.last)}


def test_every_muscle_has_six_cells():
    assert len(cells(row(0, "exercise", "push_up", side="both"))) == 6 * len(MUSCLES)


def test_nothing_is_known_where_nothing_was_tested_or_done():
    cell = cells(row(0, "note"))["hamstrings", "left", "long"]
    assert (cell.length, cell.strength, cell.days_since_loaded, cell.pain_points) == ("unknown", "unknown", None, None)


def test_two_tests_on_different_days_make_a_label_sure():
    short = [row(day, "test", "length", where="iliopsoas", word="short") for day in (0, 3)]
    assert not cells(short[0])["iliopsoas", "left", "mid"].length_is_sure
    assert cells(*short)["iliopsoas", "left", "mid"].length_is_sure


def test_a_strength_test_speaks_of_its_own_part_of_the_range():
    found = cells(row(0, "test", "hip_flexor_hold", side="left", value=5, unit="s"))
    assert found["iliopsoas", "left", "short"].strength == "weak"
    assert found["iliopsoas", "left", "long"].strength == "unknown"


def test_strength_that_says_no_part_is_of_all_parts():
    found = cells(row(0, "test", "strength", where="hamstrings", word="weak"))
    assert {found["hamstrings", "left", zone].strength for zone in ("short", "mid", "long")} == {"weak"}


def test_the_last_load_is_told_for_each_part_and_side():
    found = cells(row(0, "exercise", "single_leg_hinge"), row(5, "exercise", "glute_bridge", side="both"))
    assert found["hamstrings", "left", "long"].days_since_loaded == pytest.approx(5)
    assert found["hamstrings", "right", "long"].days_since_loaded is None


def test_pain_is_the_newest_where_the_muscle_is_felt():
    found = cells(row(0, "pain", where="thigh_back", value=6.0), row(2, "pain", where="thigh_back", value=2.0))
    assert found["hamstrings", "left", "short"].pain_points == 2
    assert found["hamstrings", "right", "short"].pain_points is None


def test_a_gap_is_a_weak_part_and_a_long_part_never_loaded_of_a_short_muscle():
    diary = Diary.of_entries(
        [
            row(0, "test", "length", where="iliopsoas", word="short"),
            row(1, "test", "strength", where="hamstrings", word="weak", zone="short"),
        ]
    )
    found = {(cell.muscle, cell.zone) for cell in gaps(matrix(diary, at=diary.last))}
    assert found == {("iliopsoas", "long"), ("hamstrings", "short")}


def test_twin_a_normal_strong_muscle_has_no_gap():
    diary = Diary.of_entries([row(0, "test", "length", where="iliopsoas", word="normal")])
    assert gaps(matrix(diary, at=diary.last)) == ()


def test_what_is_sure_and_does_not_hurt_comes_first():
    rows = [row(day, "test", "strength", where="hamstrings", word="weak") for day in (0, 3)]
    rows += [row(3, "test", "strength", where="adductors", word="weak")]
    diary = Diary.of_entries(rows)
    assert gaps(matrix(diary, at=diary.last))[0].muscle == "hamstrings"


def test_the_document_leaves_out_what_is_unknown():
    diary = Diary.of_entries([row(0, "test", "length", where="iliopsoas", word="short")])
    assert {each["muscle"] for each in matrix_document(matrix(diary, at=diary.last))} == {"iliopsoas"}


def difference(test, left, right):
    rows = [row(0, "test", test, value=left), row(0, "test", test, side="right", value=right)]
    return side_difference(measures(Diary.of_entries(rows)), test, at=START)


@pytest.mark.parametrize(("left", "right", "counts"), [(30, 25, False), (40, 25, True)])
def test_strength_must_differ_by_more_than_healthy_sides_do(left, right, counts):
    assert difference("heel_rise", left, right).exceeds_noise is counts


@pytest.mark.parametrize(("left", "right", "counts"), [(10.0, 8.5, False), (12.0, 9.0, True)])
def test_a_range_must_differ_by_two_errors(left, right, counts):
    assert difference("knee_to_wall", left, right).exceeds_noise is counts


def test_one_side_alone_has_no_difference():
    rows = [row(0, "test", "heel_rise", value=20.0)]
    assert side_difference(measures(Diary.of_entries(rows)), "heel_rise", at=START) is None


@pytest.mark.parametrize("each", TESTS.values(), ids=lambda each: each.id)
def test_every_test_tells_how_when_to_stop_and_who_was_measured(each):
    assert each.protocol
    assert each.stop_rule
    assert each.population
    assert each.error > 0
    assert (each.zone is not None) == (each.about == "strength")

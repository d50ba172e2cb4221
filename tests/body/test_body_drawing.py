import pytest

from flarepath.body import REGIONS, sketch
from flarepath.body.drawing import VIEWS
from flarepath.errors import UnknownId

FRONT = slice(0, 19)
BACK = slice(21, 40)


def drawn(marks):
    return ["".join(text for text, _ in line) for line in sketch(marks)]


def filled(lines, columns, shade="█"):
    """The columns that a mark filled, within one view."""
    return {column for line in lines for column, cell in enumerate(line[columns]) if cell == shade}


def test_it_fits_a_small_terminal():
    lines = drawn({})
    assert len(lines) <= 24
    assert {len(line) for line in lines} == {40}


def test_bo_sees_a_face_even_with_a_headache():
    assert "o░o" in "".join(drawn({("head", ""): 1}))


@pytest.mark.parametrize("view", VIEWS, ids=["front", "back"])
def test_ink_and_places_are_grids_of_one_size(view):
    assert {len(row) for row in (*view.ink, *view.places)} == {19}
    assert len(view.ink) == len(view.places)


@pytest.mark.parametrize("view", VIEWS, ids=["front", "back"])
def test_every_letter_has_a_region_and_every_region_of_a_view_its_cells(view):
    assert set("".join(view.places)) - {"."} == set(view.letters)
    assert set(view.letters.values()) <= set(REGIONS)


def test_a_view_draws_only_what_can_be_seen_from_there():
    front, back = VIEWS
    assert [each for each in front.letters.values() if "front" not in REGIONS[each].views] == []
    assert [each for each in back.letters.values() if "back" not in REGIONS[each].views] == []


@pytest.mark.parametrize("place", REGIONS)
def test_every_region_can_be_shown(place):
    assert any("█" in line for line in drawn({(place, ""): 10}))


@pytest.mark.parametrize("place", [each.id for each in REGIONS.values() if each.sided])
def test_left_and_right_fill_different_cells(place):
    left, right = ("\n".join(drawn({(place, side): 10})) for side in ("left", "right"))
    assert len({left, right, "\n".join(drawn({}))}) == 3


def test_the_left_is_right_of_centre_from_the_front_and_left_of_it_from_the_back():
    lines = drawn({("hand", "left"): 10})
    assert min(filled(lines, FRONT)) > 9
    assert max(filled(lines, BACK)) < 9


def test_the_middle_of_the_back_stays_in_the_middle():
    assert filled(drawn({("lower_back", "middle"): 10}), BACK) == {8, 9, 10}


def test_both_sides_are_left_and_right_together():
    both = filled(drawn({("shin", "both"): 10}), FRONT)
    assert both == filled(drawn({("shin", "left"): 10, ("shin", "right"): 10}), FRONT)


def test_more_pain_is_darker():
    shades = [set("".join(drawn({("shin", "left"): points}))) & set("░▒▓█") for points in (0, 3, 6, 10)]
    assert shades == [{"░"}, {"▒"}, {"▓"}, {"█"}]


def test_the_strokes_carry_the_points_to_colour_them():
    assert {points for line in sketch({("shin", "left"): 4.5}) for _, points in line} == {None, 4.5}


def test_where_two_marks_meet_the_higher_wins():
    line = "".join(drawn({("whole_body", ""): 1, ("calf", "left"): 9}))
    assert "█" in line
    assert "░" in line


def test_nothing_marked_is_nothing_filled():
    assert not set("".join(drawn({}))) & set("░▒▓█")


def test_an_unknown_place_is_refused():
    with pytest.raises(UnknownId, match="calf"):
        sketch({("clf", "left"): 3})


@pytest.mark.parametrize("points", [11, -1, float("nan")])
def test_points_off_the_scale_are_refused(points):
    with pytest.raises(ValueError, match="shin"):
        sketch({("shin", "left"): points})


def test_a_side_that_a_place_lacks_fills_the_whole_place():
    assert drawn({("shin", "middle"): 3}) == drawn({("shin", ""): 3})

"""The drawing: every region, every side, no gap, no overlap, and every place big enough for a thumb."""

from collections import Counter
from itertools import pairwise

import pytest

from flarepath.body import HEIGHT, REGIONS, VIEWS, WIDTH, body_map, side_is_possible

SMALLEST = 9.0
ALL = [zone for view in VIEWS for zone in body_map(view)]
DRAWN = [each for each in REGIONS.values() if each.id != "whole_body"]


def inside(outline, x, y):
    """Whether a point lies in a polygon (a ray to the right crosses its edges an odd number of times)."""
    odd = False
    for (ax, ay), (bx, by) in pairwise((*outline, outline[0])):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            odd = not odd
    return odd


def holding(view, x, y):
    return [zone for zone in body_map(view) for outline in zone.outlines if inside(outline, x, y)]


def test_there_are_at_least_sixty_places():
    assert len(ALL) >= 60


@pytest.mark.parametrize("region", DRAWN, ids=lambda each: each.id)
def test_a_region_is_drawn_where_its_row_says_and_on_every_side_it_has(region):
    found = [zone for zone in ALL if zone.region == region.id]
    assert {zone.view for zone in found} == set(region.views) & set(VIEWS)
    sides = {side for side in ("left", "right", "middle") if side_is_possible(region.id, side)}
    assert {zone.side for zone in found} == sides


def test_no_place_is_drawn_twice_in_one_view():
    assert max(Counter((zone.view, zone.region, zone.side) for zone in ALL).values()) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_places_touch_but_do_not_overlap(view):
    shared = [
        (x, y, [zone.label for zone in found])
        for x in range(1, WIDTH, 3)
        for y in range(1, HEIGHT, 3)
        if len(found := holding(view, x + 0.37, y + 0.41)) > 1
    ]
    assert shared == []


@pytest.mark.parametrize("view", VIEWS)
def test_there_is_no_gap_in_the_trunk_and_the_limbs(view):
    """From the first place of a row of the picture to the last one there is no hole; half a unit is the rounding."""
    for y in range(12, 212, 5):
        held = [any(holding(view, x + 0.37, y + down) for down in (0.41, 0.91)) for x in range(62, 138)]
        trunk = held[held.index(True) : len(held) - held[::-1].index(True)]
        assert all(trunk), y


@pytest.mark.parametrize("zone", ALL, ids=lambda zone: f"{zone.view}-{zone.region}-{zone.side}")
def test_a_thumb_hits_it(zone):
    biggest = [
        (
            max(x for x, _ in outline) - min(x for x, _ in outline),
            max(y for _, y in outline) - min(y for _, y in outline),
        )
        for outline in zone.outlines
    ]
    assert any(min(size) >= SMALLEST for size in biggest), biggest


@pytest.mark.parametrize("view", VIEWS)
def test_the_left_half_mirrors_the_right_one(view):
    zones = {(zone.region, zone.side): zone for zone in body_map(view)}
    for (region, side), zone in zones.items():
        if side == "left":
            other = {(round(WIDTH - x, 1), y) for outline in zone.outlines for x, y in outline}
            assert other == {point for outline in zones[region, "right"].outlines for point in outline}


def test_from_the_front_the_left_hand_is_on_the_readers_right():
    for view, is_right in (("front", True), ("back", False)):
        hand = next(zone for zone in body_map(view) if (zone.region, zone.side) == ("hand", "left"))
        assert (hand.outlines[0][0][0] > WIDTH / 2) is is_right


def test_every_place_has_a_name_with_its_side():
    assert all(zone.label.startswith(REGIONS[zone.region].name) and zone.label.endswith(zone.side) for zone in ALL)
    assert body_map("front")[0].path.startswith("M")

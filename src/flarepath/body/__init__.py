"""What can hurt and what moves it: regions, muscles, where pain may come from, and a small drawing."""

from flarepath.body.drawing import Marks, Stroke, sketch
from flarepath.body.map import HEIGHT, VIEWS, WIDTH, View, Zone, body_map, face
from flarepath.body.muscles import (
    GROUPS,
    MUSCLES,
    Group,
    Muscle,
    muscle,
    muscles_felt_in,
    muscles_named,
    muscles_pulling_on,
    muscles_showing_in,
)
from flarepath.body.referrals import referral_notes
from flarepath.body.regions import REGIONS, Region, region, region_named, side_is_possible
from flarepath.body.words import nearest

__all__ = [
    "GROUPS",
    "HEIGHT",
    "MUSCLES",
    "REGIONS",
    "VIEWS",
    "WIDTH",
    "Group",
    "Marks",
    "Muscle",
    "Region",
    "Stroke",
    "View",
    "Zone",
    "body_map",
    "face",
    "muscle",
    "muscles_felt_in",
    "muscles_named",
    "muscles_pulling_on",
    "muscles_showing_in",
    "nearest",
    "referral_notes",
    "region",
    "region_named",
    "side_is_possible",
    "sketch",
]

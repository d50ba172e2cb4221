"""The place that hurts most now is spoken of first."""

from datetime import datetime

import pytest

from flarepath.course import worst_first
from flarepath.diary import read

HEADER = "time,kind,what,where,side,value,unit,detail"
ZONE = "2020-01-01T00:00,fact,timezone,,,Europe/London,,"
AT = datetime.fromisoformat("2026-03-09T10:00+00:00")
WEEKS = [f"2026-03-0{day}T08:00,pain,,shoulder_front,right,5,nrs," for day in range(1, 9)]


def first(*rows, **asked):
    found = worst_first(read([HEADER, ZONE, *rows]), at=AT, **asked)
    return found[0].outcome.region if found else None


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("2026-03-09T08:30,pain,,mid_back,,5,nrs,", "shoulder_front"),
        ("2026-03-09T08:30,pain,,mid_back,,6,nrs,", "shoulder_front"),
        ("2026-03-09T08:30,pain,,mid_back,,6.5,nrs,", "mid_back"),
        ("2026-03-09T08:30,soreness,,thigh_front,left,6,nrs,", "shoulder_front"),
        ("2026-03-09T08:30,soreness,,thigh_front,left,8,nrs,", "thigh_front"),
    ],
)
def test_a_place_noted_for_the_first_time_wins_by_its_number_alone(row, place):
    assert first(*WEEKS, "2026-03-09T08:00,pain,,shoulder_front,right,6,nrs,", row) == place


def test_what_was_not_felt_for_a_week_is_not_first():
    assert first("2026-03-01T08:00,pain,,wrist,left,9,nrs,", "2026-03-08T08:00,pain,,calf,left,2,nrs,") == "calf"


def test_a_region_that_is_asked_for_is_answered():
    assert first(*WEEKS, "2026-03-09T08:30,pain,,mid_back,,2,nrs,", region="mid_back") == "mid_back"


def test_of_two_equal_numbers_the_larger_known_rise_leads():
    calm = [f"2026-03-0{day}T08:00,pain,,knee_front,left,1,nrs," for day in range(1, 9)]
    now = ["2026-03-09T08:00,pain,,shoulder_front,right,6,nrs,", "2026-03-09T08:00,pain,,knee_front,left,6,nrs,"]
    assert first(*WEEKS, *calm, *now) == "knee_front"

"""The body map on its pages: places to choose from, places coloured, steps of the slider."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flarepath.web import show

AT = datetime(2026, 3, 29, 12, tzinfo=ZoneInfo("Europe/Paris"))


def row(day, points, side="left", region="knee_front"):
    return f"2026-03-{day:02}T09:00,pain,,{region},{side},{points},nrs,"


def test_the_drawing_is_for_everybody_and_holds_nobody(page):
    found = page("/figure")
    assert found.status == 200
    assert found.text.count("data-place=") == 136
    assert "heat" not in found.text


def test_a_place_is_coloured_by_its_mean_and_both_sides_colour_two(make_diary):
    told = show.felt(make_diary("\n".join([row(28, 4), row(27, 8), row(27, 1, "both", "hip_front")])), AT, 30)
    zones = {(view["name"], zone["id"]): zone["level"] for view in told["views"] for zone in view["zones"]}
    assert zones["front", "knee_front.left"] == 3
    assert zones["front", "hip_front.left"] == zones["front", "hip_front.right"] == 1
    assert sum(level > 0 for level in zones.values()) == 3
    assert [(each["name"], each["mean"], each["days"], each["worst"]) for each in told["places"]] == [
        ("Front of the knee, left", "6.0", "2 days", "8"),
        ("Front of the hip, both sides", "1.0", "1 day", "1"),
    ]


def test_a_month_is_stepped_through_by_days_also_over_the_night_the_clock_changes(make_diary):
    told = show.felt(make_diary("\n".join([row(25, 4), row(28, 2), row(29, 10)])), AT, 30)
    assert [step["name"] for step in told["steps"]] == [
        "Wednesday 25 March",
        "Thursday 26 March",
        "Friday 27 March",
        "Saturday 28 March",
        "Sunday 29 March",
    ]
    assert [step["levels"].get("knee_front.left") for step in told["steps"]] == [2, None, None, 1, 5]


def test_a_longer_time_is_stepped_through_by_weeks(make_diary):
    told = show.felt(make_diary("\n".join([row(1, 4).replace("-03-", "-01-"), row(28, 2)])), AT, 365)
    assert len(told["steps"]) == 13
    assert told["steps"][-1]["name"] == "Week from 23 March 2026"


def test_no_entry_colours_nothing(make_diary):
    assert show.felt(make_diary(row(28, 2)), AT.replace(year=2030), 30)["places"] == []

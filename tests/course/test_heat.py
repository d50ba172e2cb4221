"""Where it was felt over a time."""

from datetime import UTC

from flarepath.course import Heat, heat
from flarepath.diary import FELT


def felt(make_diary, *rows):
    return heat(make_diary("\n".join(rows)).of(*FELT), UTC)


def test_the_worst_of_each_day_counts_and_days_that_say_nothing_do_not(make_diary):
    rows = [
        "2026-03-01T08:00+00:00,pain,,knee_front,left,2,nrs,",
        "2026-03-01T20:00+00:00,soreness,,knee_front,left,6,nrs,",
        "2026-03-04T08:00+00:00,pain,,knee_front,left,3,nrs,",
        "2026-03-02T08:00+00:00,sleep,,,,7,h,",
    ]
    assert felt(make_diary, *rows) == (Heat("knee_front", "left", days=2, mean=4.5, worst=6),)


def test_places_come_with_the_highest_mean_first(make_diary):
    rows = [
        "2026-03-01T08:00+00:00,pain,,knee_front,left,2,nrs,",
        "2026-03-01T08:00+00:00,pain,,knee_front,right,0,nrs,",
        "2026-03-01T08:00+00:00,pain,,lower_back,middle,5,nrs,",
    ]
    assert [(each.region, each.side) for each in felt(make_diary, *rows)] == [
        ("lower_back", "middle"),
        ("knee_front", "left"),
        ("knee_front", "right"),
    ]


def test_nothing_felt_is_no_place(make_diary):
    assert felt(make_diary, "2026-03-02T08:00+00:00,sleep,,,,7,h,") == ()

"""The clocks at their edges: 28 days and 8 sessions, 90 days with what must come first, a week after an illness."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from flarepath.course import Checkin
from flarepath.plan import ninety_days, tactic_clock, wait_until
from flarepath.plan.clocks import fell

BEGAN = datetime(2026, 3, 8, 18, tzinfo=UTC)
LEVEL = tuple(Checkin(BEGAN + timedelta(days=day), 4.0) for day in range(-7, 40))


def clock(*, days=28.0, sessions=8, series=LEVEL, times=None, **also):
    step = 26 / max(1, sessions - 1)
    done = times or [BEGAN + timedelta(days=step * number) for number in range(sessions)]
    return tactic_clock("hamstrings", "stretching", done, series=series, at=BEGAN + timedelta(days=days), **also)


def falling_to(level):
    return tuple(Checkin(c.time, level if c.time > BEGAN + timedelta(days=14) else 4.0) for c in LEVEL)


@pytest.mark.parametrize(
    ("days", "sessions", "judgement"),
    [(27, 8, "too_early"), (27.99, 20, "too_early"), (28, 8, "switch"), (28, 7, "not_fair"), (34, 8, "switch")],
)
def test_a_tactic_is_judged_after_28_days_and_8_sessions(days, sessions, judgement):
    assert clock(days=days, sessions=sessions).judgement == judgement


def test_a_fall_that_matters_keeps_the_tactic():
    assert clock(series=falling_to(3.0)).judgement == "helps"


def test_a_smaller_fall_does_not():
    assert clock(series=falling_to(3.5)).judgement == "switch"


def test_a_medicine_begun_in_the_time_masks_the_fall():
    begun = BEGAN + timedelta(days=10)
    assert clock(series=falling_to(3.0), medicine_since=begun).judgement == "masked"
    assert clock(series=falling_to(3.0), medicine_since=BEGAN - timedelta(days=1)).judgement == "helps"


def test_without_levels_nothing_is_judged():
    assert clock(series=()).judgement == "not_fair"


def test_a_long_pause_starts_the_clock_anew():
    times = [BEGAN - timedelta(days=40 - day) for day in range(8)] + [BEGAN + timedelta(days=day) for day in range(8)]
    assert clock(days=9, times=times).began == BEGAN


def test_a_tactic_that_was_given_up_has_no_clock():
    assert clock(days=60) is None
    assert tactic_clock("hamstrings", "stretching", [], series=LEVEL, at=BEGAN) is None


def test_rows_of_one_evening_are_one_session():
    assert clock(times=[BEGAN + timedelta(minutes=20 * n) for n in range(6)], days=1).sessions == 1


def test_travel_and_rows_written_in_any_order_shift_nothing():
    zones = [ZoneInfo("Asia/Tokyo"), ZoneInfo("America/Los_Angeles"), timezone(timedelta(hours=-9))]
    home = [BEGAN + timedelta(days=3.7 * number) for number in range(8)]
    away = [time.astimezone(zones[number % 3]) for number, time in enumerate(home)]
    assert clock(times=away[::-1]) == clock(times=home)


def test_summer_time_takes_no_hour_away():
    london = ZoneInfo("Europe/London")
    times = [datetime(2026, 3, 8 + 3 * n, 18, tzinfo=london) for n in range(8)]
    at = datetime(2026, 4, 5, 18, 30, tzinfo=london)
    found = tactic_clock("hamstrings", "stretching", times, series=LEVEL, at=at)
    assert (found.judgement, round(found.days * 24, 1)) == ("too_early", 671.5)


@pytest.mark.parametrize(("before", "now", "matters"), [(5, 4, True), (5, 4.26, False), (2, 1.7, True), (0, 0, False)])
def test_a_point_or_15_percent_matters(before, now, matters):
    assert fell(before, now) is matters


def ninety(make_diary, *, days=90, per_week=3, sleep=7.3, last=4):
    start = datetime(2025, 12, 1, 7, tzinfo=UTC)
    rows = []
    for day in range(days + 1):
        at = start + timedelta(days=day)
        points = 4 if day < days - 21 else last
        rows.append(f"{at:%Y-%m-%dT%H:%M},sleep,,,,{sleep},h,")
        rows.append(f"{at:%Y-%m-%dT09:00},pain,,lower_back,middle,{points},nrs,")
        rows += (
            [f"{at:%Y-%m-%dT18:00},exercise,row,,both,,,sets=3; reps=8"] if day % 7 in range(0, 2 * per_week, 2) else []
        )
    diary = make_diary("\n".join(rows))
    return ninety_days(diary, at=diary.last)


def test_three_fair_months_without_change_open_the_gate(make_diary):
    found = ninety(make_diary)
    assert (found.open, found.missing, found.unchanged) == (True, (), ("lower_back",))


def test_89_days_do_not(make_diary):
    assert not ninety(make_diary, days=88).over


def test_too_little_training_is_named(make_diary):
    found = ninety(make_diary, per_week=1)
    assert not found.open
    assert "0 of 12 weeks" in found.missing[0]


def test_too_little_sleep_is_named(make_diary):
    assert "5.2 hours" in ninety(make_diary, sleep=5.2).missing[0]


def test_one_place_that_is_a_point_better_closes_it(make_diary):
    found = ninety(make_diary, last=3)
    assert (found.open, found.improved) == (False, ("lower_back",))


def test_a_place_that_never_hurt_opens_nothing(make_diary):
    rows = "2025-12-01T09:00,pain,,wrist,left,0,nrs,\n2026-03-05T09:00,pain,,wrist,left,4,nrs,"
    diary = make_diary(rows)
    assert not ninety_days(diary, at=diary.last).over


@pytest.mark.parametrize(
    ("event", "days", "waits"), [("vaccination", 2, True), ("illness", 7, True), ("illness", 8, False)]
)
def test_a_week_is_waited_after_a_vaccination_or_an_illness(make_diary, event, days, waits):
    diary = make_diary(f"2026-03-01T11:00,event,{event},,,,,")
    assert (wait_until(diary, at=diary.last + timedelta(days=days)) is not None) is waits


def test_another_event_is_not_waited_for(make_diary):
    diary = make_diary("2026-03-01T11:00,event,travel,,,,,")
    assert wait_until(diary, at=diary.last) is None

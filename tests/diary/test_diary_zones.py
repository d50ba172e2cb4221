"""Plain local times become the right instants: travel, daylight saving, rows in any order."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry, read, write
from flarepath.quantities import days_between, hours_between

HEADER = "time,kind,what,where,side,value,unit,detail"


def of(*rows):
    return read([HEADER, *rows])


def zone(time, name):
    return f"{time},fact,timezone,,,{name},,"


def mood(time, value=5):
    return f"{time},mood,,,,{value},,"


def instants(diary):
    return [f"{entry.time.astimezone(UTC):%m-%dT%H:%M}" for entry in diary.of("mood")]


PARIS = zone("2020-01-01T00:00", "Europe/Paris")


@pytest.mark.parametrize(
    ("time", "instant"),
    [
        ("2026-03-02T08:00", "03-02T07:00"),
        ("2026-07-02T08:00", "07-02T06:00"),
        ("2026-07-02T08:00:30.25", "07-02T06:00"),
        ("2026-07-02 08:00", "07-02T06:00"),
        ("2026-07-02", "07-01T22:00"),
        ("2026-07-02T08:00Z", "07-02T08:00"),
        ("2026-07-02T08:00-0430", "07-02T12:30"),
        ("2026-07-02T08:00+05:45", "07-02T02:15"),
    ],
)
def test_a_time_is_read_with_its_offset_or_in_the_zone_of_the_diary(time, instant):
    assert instants(of(PARIS, mood(time))) == [instant]


def test_after_a_flight_plain_times_belong_to_the_new_zone():
    diary = of(PARIS, zone("2026-03-10T12:00", "America/New_York"), mood("2026-03-10T11:00"), mood("2026-03-10T13:00"))
    assert instants(diary) == ["03-10T10:00", "03-10T17:00"]


def test_a_zone_counts_wherever_in_the_file_it_stands():
    diary = of(mood("2026-03-11T13:00"), zone("2026-03-10T12:00", "America/New_York"), mood("2026-03-09T12:00"), PARIS)
    assert (instants(diary), diary.problems) == (["03-09T11:00", "03-11T17:00"], ())


def test_of_two_zones_at_one_time_the_later_line_counts():
    diary = of(PARIS, zone("2020-01-01T00:00+01:00", "Asia/Tokyo"), mood("2026-03-02T08:00"))
    assert instants(diary) == ["03-01T23:00"]


def test_without_a_zone_times_are_utc_with_one_problem():
    diary = of(mood("2026-03-02T08:00"), mood("2026-03-02T09:00"), mood("2026-03-02T08:30Z"))
    assert instants(diary) == ["03-02T08:00", "03-02T08:30", "03-02T09:00"]
    assert [(problem.line, problem.why.split(":")[0]) for problem in diary.problems] == [
        (2, "no time zone is known for 2 rows from this one on")
    ]


def test_rows_with_offsets_need_no_zone():
    assert of(mood("2026-03-02T08:00+02:00")).problems == ()


def test_an_hour_that_the_clock_skips_breaks_nothing_and_keeps_its_place():
    times = ("2026-03-29T01:30", "2026-03-29T02:30", "2026-03-29T03:45")
    assert instants(of(PARIS, *map(mood, times))) == ["03-29T00:30", "03-29T01:30", "03-29T01:45"]


def test_an_hour_that_the_clock_shows_twice_is_the_first_one():
    assert instants(of(PARIS, mood("2026-10-25T02:30"))) == ["10-25T00:30"]


def test_rows_written_in_the_hour_that_comes_twice_keep_their_order():
    diary = of(PARIS, mood("2026-10-25T02:50", 1), mood("2026-10-25T02:10", 2), mood("2026-10-25T03:00", 3))
    assert [entry.value for entry in diary.of("mood")] == [1, 2, 3]
    assert instants(diary) == ["10-25T00:50", "10-25T01:10", "10-25T02:00"]


def test_entries_of_one_night_subtract_as_instants():
    diary = of(PARIS, mood("2026-10-24T22:00"), mood("2026-10-25T22:00"))
    before, after = (entry.time for entry in diary.of("mood"))
    assert after - before == timedelta(hours=25) == timedelta(hours=hours_between(before, after))


def test_entries_of_one_instant_keep_the_order_of_the_file():
    diary = of(PARIS, mood("2026-03-02T08:00", 2), mood("2026-03-02T07:00Z", 1), mood("2026-03-02T08:00", 3))
    assert [entry.value for entry in diary.of("mood")] == [2, 1, 3]


def test_a_month_across_travel_has_its_days():
    diary = of(PARIS, mood("2026-03-01T12:00"), zone("2026-03-15T09:00", "Asia/Tokyo"), mood("2026-03-29T19:00"))
    first, last = (entry.time for entry in diary.of("mood"))
    assert days_between(first, last) == pytest.approx(28 - 1 / 24)


@pytest.mark.parametrize(
    "name", ["Mars/Olympus", "localtime", "../etc/passwd", "America", "posix/Europe/Paris", "x" * 5000, "é"]
)
def test_a_zone_that_does_not_exist_is_a_problem(name):
    assert "is not a known time zone" in of(PARIS, zone("2026-03-02T08:00", name)).problems[0].why


def test_the_zone_at_a_time_is_the_newest_fact_known_then():
    diary = of(PARIS, zone("2026-03-10T12:00", "America/New_York"), mood("2026-03-11T08:00"))
    before, after = datetime(2026, 3, 10, 15, tzinfo=UTC), datetime(2026, 3, 10, 16, tzinfo=UTC)
    assert (str(diary.zone_at(before)), str(diary.zone_at(after))) == ("Europe/Paris", "America/New_York")
    assert str(diary.until(before).zone_at(after)) == "Europe/Paris"


def test_local_is_what_the_clock_showed():
    diary = of(PARIS, mood("2026-07-02T08:00Z"))
    assert diary.local(diary.last).hour == 10
    assert of(mood("2026-07-02T08:00+03:00")).local(datetime(2026, 7, 2, 8, tzinfo=UTC)).hour == 8
    assert Diary().zone_at(datetime(2026, 7, 2, tzinfo=UTC)) is UTC


def test_what_was_written_in_the_hour_that_comes_twice_reads_back_as_the_same_instants():
    diary = of(PARIS, mood("2026-10-25T02:50", 1), mood("2026-10-25T02:10", 2))
    assert read(write(diary)).entries == diary.entries
    alone = Diary.of_entries(entry for entry in diary.entries if entry.value != 1)
    assert instants(read(write(alone))) == ["10-25T01:10"]


def test_an_entry_whose_zone_is_not_in_the_diary_is_written_with_its_offset():
    entry = Entry(datetime(2026, 3, 2, 8, tzinfo=UTC) + timedelta(0), "mood", value=5.0)
    tokyo = of(zone("2020-01-01T00:00", "Asia/Tokyo")).entries
    assert "2026-03-02T08:00+00:00,mood,,,,5,,\n" in list(write((*tokyo, entry)))

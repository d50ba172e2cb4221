"""Flare-ups found in check-ins."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from flarepath.course import Outcome, baseline_before, checkins, current, episodes, standing

KNEE = Outcome("pain", "knee_front", "left")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Paris"))


def days(values, *, start=1, hour="09:00", region="knee_front", kind="pain"):
    """Rows of one check-in a day in March 2026."""
    return "\n".join(
        f"2026-03-{day:02}T{hour},{kind},,{region},left,{value},nrs," for day, value in enumerate(values, start=start)
    )


@pytest.fixture
def found(make_diary):
    def of(rows):
        return episodes(make_diary(rows), KNEE)

    return of


def test_two_points_above_the_median_of_seven_days_is_a_flare(found):
    flare = found(days([1, 1, 2, 1, 1, 1, 1, 3]))[-1]
    assert (flare.baseline, flare.now, flare.baseline_known) == (1, 3, True)


def test_a_rise_of_less_than_two_points_is_none(found):
    assert found(days([1, 1, 1, 1, 1, 1, 1, 2.9])) == ()


def test_the_baseline_stays_frozen_while_the_flare_lasts(found):
    assert found(days([1] * 7 + [4] * 12))[-1].baseline == 1


def test_a_flare_of_one_check_in_is_only_possible(found):
    assert not found(days([1] * 7 + [5]))[-1].confirmed


def test_a_flare_of_twenty_four_hours_is_confirmed(found):
    assert found(days([1] * 7 + [5, 4]))[-1].confirmed


def test_the_peak_is_the_first_time_of_the_maximum(found):
    assert found(days([1] * 7 + [5, 6, 6]))[-1].peak == at("2026-03-09T09:00")


def test_entries_within_an_hour_count_as_their_highest(make_diary):
    diary = make_diary(days([2], hour="09:00") + "\n" + days([5], hour="09:50") + "\n" + days([1], hour="10:30"))
    assert [c.points for c in checkins(diary, KNEE)] == [5, 1]


def test_a_check_in_below_the_line_ends_it(found):
    flare = found(days([1] * 7 + [5, 5, 1]))[-1]
    assert flare.end == at("2026-03-10T09:00")


def test_a_short_dip_does_not_split_it(found):
    rows = days([1] * 7 + [5]) + "\n2026-03-08T20:00,pain,,knee_front,left,2,nrs,\n" + days([5], start=9)
    assert len(found(rows)) == 1


def test_rest_pain_of_nought_beside_pain_on_motion_does_not_end_it(found):
    rows = days([1] * 7) + "\n2026-03-08T09:00,pain,,knee_front,left,6,nrs,when=motion"
    rows += "\n2026-03-08T12:00,pain,,knee_front,left,0,nrs,when=rest"
    assert found(rows)[-1].end is None


def test_and_pain_on_motion_of_nought_does_end_it(found):
    rows = days([1] * 7) + "\n2026-03-08T09:00,pain,,knee_front,left,6,nrs,when=motion"
    rows += "\n2026-03-08T12:00,pain,,knee_front,left,0,nrs,when=motion"
    assert found(rows)[-1].end is not None


def test_nothing_logged_before_means_nought_and_says_so(found):
    flare = found(days([5]))[-1]
    assert (flare.baseline, flare.baseline_known) == (0, False)


def test_a_pain_there_from_the_first_day_becomes_the_usual_after_a_week(make_diary):
    diary = make_diary(days([5] * 9))
    assert current(episodes(diary, KNEE), at=at("2026-03-09T10:00")) is None


def test_a_pain_that_came_after_a_week_of_notes_is_still_a_flare_then(make_diary):
    diary = make_diary("2026-02-20T07:00,sleep,,,,7,h,\n" + days([5] * 9))
    assert current(episodes(diary, KNEE), at=at("2026-03-09T10:00")).baseline == 0


def test_nobody_knows_whether_it_lasts_after_a_week_of_silence(make_diary):
    found = episodes(make_diary(days([1] * 7 + [5])), KNEE)
    assert current(found, at=at("2026-03-14T10:00"))
    assert current(found, at=at("2026-03-16T10:00")) is None


def test_an_entry_of_both_sides_counts_for_each(make_diary):
    diary = make_diary("2026-03-01T09:00,pain,,knee_front,both,4,nrs,")
    assert [c.points for c in checkins(diary, KNEE)] == [4]


def test_the_other_side_does_not_count(make_diary):
    diary = make_diary("2026-03-01T09:00,pain,,knee_front,right,4,nrs,")
    assert checkins(diary, KNEE) == ()


def test_the_baseline_does_not_see_the_day_itself(make_diary):
    series = checkins(make_diary(days([1, 1, 9])), KNEE)
    assert baseline_before(series, at("2026-03-03T09:00")).points == 1


def test_six_weeks_of_pain_are_a_standing_pain(make_diary):
    rows = days([4] * 28) + "\n" + "\n".join(f"2026-04-{d:02}T09:00,pain,,knee_front,left,4,nrs," for d in range(1, 20))
    assert standing(make_diary(rows), KNEE, at=at("2026-04-19T10:00")).level == 4


def test_five_weeks_are_not(make_diary):
    assert standing(make_diary(days([4] * 28)), KNEE, at=at("2026-03-28T10:00")) is None


def test_daylight_saving_does_not_lengthen_a_flare(found):
    rows = days([1] * 7, start=21) + "\n2026-03-28T22:00,pain,,knee_front,left,5,nrs,"
    rows += "\n2026-03-29T22:00,pain,,knee_front,left,5,nrs,"
    assert not found(rows)[-1].confirmed  # the night of 29 March has 23 hours between the two


def test_who_writes_only_changes_has_the_last_line_as_the_usual(found):
    rows = "2026-02-09T20:00,pain,,knee_front,left,8,nrs,\n2026-02-14T20:00,pain,,knee_front,left,0,nrs,\n"
    assert found(rows + days([3]))[-1].baseline == 0

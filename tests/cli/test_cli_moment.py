"""The moment asked about."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.cli.moment import FARTHEST_WEST, moment


def test_a_plain_time_is_the_diarys_own(diary_in):
    assert moment("2026-03-02T22:00").within(diary_in("Europe/Paris")) == datetime(2026, 3, 2, 21, tzinfo=UTC)


def test_a_day_alone_is_its_end(diary_in):
    assert moment("2026-07-02").within(diary_in("America/Lima")).isoformat() == "2026-07-02T23:59:59-05:00"


@pytest.mark.parametrize("text", ["2026-03-02T22:00Z", "2026-03-02T23:00+01:00", "20260302T220000Z"])
def test_an_offset_counts_more_than_the_diarys_zone(diary_in, text):
    assert moment(text).within(diary_in("Asia/Tokyo")) == datetime(2026, 3, 2, 22, tzinfo=UTC)


def test_until_the_zone_is_known_the_latest_instant_counts():
    assert moment("2026-03-02T22:00").latest() == datetime(2026, 3, 2, 22, tzinfo=UTC) + FARTHEST_WEST
    assert moment("2026-03-02T22:00Z").latest() - datetime(2026, 3, 2, 22, tzinfo=UTC) == timedelta()


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-13-01", "0001-01-01", "9999-12-31", "2026-03-02T25:00"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        moment(text)

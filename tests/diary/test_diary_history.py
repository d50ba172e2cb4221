"""Entries are corrected and withdrawn without losing what stood there before."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Entry, History, append, correct, current, withdraw
from flarepath.errors import UnknownId

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def pain(points, *, hours=0):
    return Entry(MONDAY + hours * HOUR, "pain", where="shin", side="left", value=points)


FIRST = append(History(), pain(5), entry_id="a", recorded_at=MONDAY)


def test_an_appended_entry_is_in_the_diary():
    assert current(FIRST).entries == (pain(5),)


def test_a_correction_counts_and_the_first_version_stays():
    fixed = correct(FIRST, "a", entry=pain(3), recorded_at=MONDAY + HOUR, reason="wrong leg")
    assert current(fixed).entries == (pain(3),)
    assert [(version.number, version.entry, version.reason) for version in fixed.of("a")] == [
        (1, pain(5), ""),
        (2, pain(3), "wrong leg"),
    ]


def test_a_withdrawn_entry_is_gone_from_the_diary_only():
    gone = withdraw(FIRST, "a", recorded_at=MONDAY + HOUR)
    assert (current(gone).entries, gone.of("a")[0].entry) == ((), pain(5))
    again = correct(gone, "a", entry=pain(4), recorded_at=MONDAY + 2 * HOUR)
    assert current(again).entries == (pain(4),)


def test_what_was_known_earlier_can_be_asked_for():
    fixed = correct(FIRST, "a", entry=pain(3), recorded_at=MONDAY + HOUR)
    assert current(fixed, known_at=MONDAY).entries == (pain(5),)
    assert current(fixed, known_at=MONDAY - HOUR).entries == ()


def test_an_entry_from_the_past_takes_its_place_in_time():
    later = append(FIRST, pain(7, hours=-48), entry_id="b", recorded_at=MONDAY + HOUR)
    assert [entry.value for entry in current(later).entries] == [7, 5]
    assert current(FIRST).entries == (pain(5),)


def test_an_id_is_given_once():
    with pytest.raises(ValueError, match="'a' is taken"):
        append(FIRST, pain(1), entry_id="a", recorded_at=MONDAY)


def test_an_unknown_id_is_refused():
    with pytest.raises(UnknownId):
        withdraw(FIRST, "b", recorded_at=MONDAY)


def test_nothing_is_withdrawn_twice():
    gone = withdraw(FIRST, "a", recorded_at=MONDAY)
    with pytest.raises(ValueError, match="withdrawn already"):
        withdraw(gone, "a", recorded_at=MONDAY)


@pytest.mark.parametrize("recorded_at", [MONDAY - HOUR, MONDAY.replace(tzinfo=None)])
def test_recording_goes_forward_in_time(recorded_at):
    with pytest.raises(ValueError, match=r"lies before|has no zone"):
        withdraw(FIRST, "a", recorded_at=recorded_at)

"""Forecasts held against what came: made from what was known then, and only where somebody looked."""

from datetime import timedelta

import pytest

from flarepath.safety import QUESTIONS, answered
from flarepath.why import came

QUIET = "\n".join(f"2026-03-{day:02}T08:00,pain,,lower_back,middle,{1 + day % 2},nrs," for day in range(1, 21))


@pytest.fixture
def asked(make_diary):
    """A diary in which every danger question was answered with no."""

    def of(rows):
        plain = make_diary(rows)
        noes = [answered(each, "no", at=plain.last, region="", side="") for each in QUESTIONS.values()]
        noes += [answered(each, "no", at=plain.last, region="lower_back", side="middle") for each in QUESTIONS.values()]
        return type(plain).of_entries([*plain.entries, *noes])

    return of


def test_a_steady_pain_comes_as_forecast(asked):
    diary = asked(QUIET)
    found = came(diary, at=diary.last)
    assert len(found) == 7
    assert all(each.held for each in found)
    assert [each.time for each in found] == sorted(each.time for each in found)


def test_a_sudden_rise_is_told_as_missed(asked):
    diary = asked(QUIET + "\n2026-03-21T08:00,pain,,lower_back,middle,7,nrs,")
    last = came(diary, at=diary.last)[-1]
    assert (last.points, last.held) == (7.0, False)


def test_what_comes_later_changes_no_forecast(asked):
    """The band for a day is the same whether or not the days after it are known."""
    diary = asked(QUIET + "\n2026-03-21T08:00,pain,,lower_back,middle,7,nrs,")
    now, before = came(diary, at=diary.last), came(diary, at=diary.last - timedelta(days=1), days=6)
    assert [(each.low, each.high) for each in before] in ([], [(each.low, each.high) for each in now[:6]])


def test_without_a_look_there_is_nothing_to_hold_against(asked):
    rows = "\n".join(line for line in QUIET.splitlines() if "03-1" not in line)
    diary = asked(rows + "\n2026-03-24T08:00,pain,,lower_back,middle,1,nrs,")
    assert len(came(diary, at=diary.last, days=3)) == 1


@pytest.mark.parametrize("before", ["", "2026-03-02T08:00,sleep,,,,7,h,\n"])
def test_the_first_pain_of_a_diary_was_not_forecast(asked, before):
    diary = asked(before + "2026-03-20T08:00,pain,,lower_back,middle,4,nrs,")
    assert came(diary, at=diary.last) == ()


def test_behind_a_closed_gate_nothing_is_forecast(make_diary):
    diary = make_diary(QUIET)
    assert came(diary, at=diary.last) == ()

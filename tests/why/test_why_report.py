"""The report for a professional: who it is about, why they come, and what a reader asks for."""

from datetime import datetime
from pathlib import Path

import pytest

from flarepath.diary import read
from flarepath.why import report

CASE = Path(__file__).parents[1] / "cases" / "safety" / "63-summary-without-implant.csv"
MORE = (
    "2026-01-20T08:00,medicine,apixaban,,,1,,",
    "2026-01-21T08:00,event,surgery,hip_deep,right,,,",
    "2026-01-22T08:00,note,,,,,,text=fever 39 and chills",
    "2026-01-22T09:00,note,,,,,,text=a quiet day",
    "2026-01-23T08:00,test,chair_stand,,,14,reps,",
)


@pytest.fixture
def reported():
    """The report of the case with these rows more, at its last entry."""

    def of(*more, notes=False):
        rows = CASE.read_text(encoding="utf-8").splitlines()
        diary = read("\n".join([*rows, *more]).splitlines(keepends=True))
        return report(diary, at=diary.last, notes=notes)

    return of


def test_it_names_who_it_is_about(reported):
    found = reported()
    assert (found.age, found.sex, [each.where for each in found.implants]) == (41, "female", ["hip_deep"])


def test_what_nobody_told_is_not_made_up(reported):
    found = reported("2026-01-28T02:01,fact,birth_year,,,,,", "2026-01-28T02:01,fact,implant,hip_deep,right,no,,")
    assert found.sex == "female"
    assert all(each.word != "no" for each in found.implants)


def test_it_names_the_reason_of_the_referral(reported):
    assert any("implant" in reason for reason in reported().reasons)


def test_it_names_medicines_events_tests_and_words_of_danger(reported):
    found = reported(*MORE)
    assert [each.what for each in found.medicines] == ["apixaban"]
    assert [each.what for each in found.events] == ["surgery"]
    assert [each.measure.test for each in found.tests] == ["chair_stand"]
    assert [each.entry.text("text") for each in found.dangers] == ["fever 39 and chills"]
    assert found.notes == ()


def test_other_notes_stay_private_until_asked_for(reported):
    assert [each.text("text") for each in reported(*MORE, notes=True).notes] == ["fever 39 and chills", "a quiet day"]


def test_a_calm_diary_has_no_reason_to_give(make_diary):
    diary = make_diary("2026-01-20T08:00,food,rice,,,1,portion,")
    found = report(diary, at=datetime.fromisoformat("2026-01-21T08:00+00:00"))
    assert (found.age, found.sex, found.implants, found.dangers) == (None, "", (), ())

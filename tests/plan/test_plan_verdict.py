"""Helping or hurting: SC27, SC28 and their twins."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from flarepath.course import Outcome
from flarepath.diary import Diary, Entry
from flarepath.plan import verdict
from flarepath.safety import Clearance

START = datetime(2026, 1, 5, tzinfo=UTC)
SINCE, END = START + timedelta(days=14), START + timedelta(days=56)
KNEE = Outcome("pain", "knee_front", "left")


def row(day, hour, kind, what="", *, detail=(), **cells):
    return Entry(START + timedelta(days=float(day), hours=hour), kind, what, detail=tuple(detail), **cells)


def pains(start, end, *, seed=1, spread=0.8):
    """Two numbers a day that go from one level to another in six weeks, after two weeks at the first."""
    rng = np.random.default_rng(seed)
    for day in range(57):
        level = start + (end - start) * max(0, day - 14) / 42
        for hour in (8, 20):
            points = float(np.clip(round(level + rng.normal(0, spread)), 0, 10))
            yield row(day, hour, "pain", where="knee_front", side="left", value=points, unit="nrs")


def trained(*, weekly=(0, 3)):
    for week in range(8):
        for day in weekly:
            yield row(7 * week + day, 18, "exercise", "split_squat", detail=(("sets", "3"), ("reps", "8")))


def range_gained():
    for day, value in ((13, 7.0), (54, 11.0)):
        yield row(day, 9, "test", "knee_to_wall", side="left", value=value, unit="cm")


def said(*parts, level="clear", locked=()):
    diary = Diary.of_entries([entry for part in parts for entry in part])
    clearance = Clearance(level, (), frozenset(locked))
    return verdict(clearance, diary, since=SINCE, at=END, outcome=KNEE)


def test_sc27_range_got_better_and_of_the_pain_nothing_can_be_told_yet():
    found = said(pains(5.0, 4.6, spread=1.5), trained(), range_gained())
    assert (found.function, found.pain, found.call) == ("helping", "cannot_tell", "cannot_tell")
    assert found.settles


def test_sc27_twin_a_pain_that_fell_by_three_points_is_helping():
    found = said(pains(6.0, 3.0), trained(), range_gained())
    assert (found.function, found.pain, found.call) == ("helping", "helping", "helping")


def test_sc27_twin_a_pain_that_rose_by_three_points_is_hurting():
    assert said(pains(3.0, 6.0), trained()).call == "hurting"


def test_sc28_a_painkiller_begun_in_the_time_takes_the_claim_back():
    pills = [row(day, 8, "medicine", "ibuprofen", value=1.0, unit="tablet") for day in range(28, 57)]
    found = said(pains(6.0, 3.0), trained(), pills)
    assert found.call == "cannot_tell"
    assert "ibuprofen" in " ".join(found.because)


def test_sc28_twin_a_painkiller_all_along_hides_nothing():
    pills = [row(day, 8, "medicine", "ibuprofen", value=1.0, unit="tablet") for day in range(57)]
    assert said(pains(6.0, 3.0), trained(), pills).call == "helping"


def test_hardly_any_training_is_no_fair_trial():
    found = said(pains(6.0, 3.0), trained(weekly=(0,)))
    assert found.call == "cannot_tell"
    assert "not a fair trial" in " ".join(found.because)


def test_a_short_period_is_too_short():
    diary = Diary.of_entries([*pains(6.0, 3.0), *trained()])
    found = verdict(Clearance("clear", (), frozenset()), diary, since=END - timedelta(days=7), at=END, outcome=KNEE)
    assert "too short" in " ".join(found.because)


def test_nothing_is_claimed_of_a_place_under_a_warning_sign():
    found = said(pains(6.0, 3.0), trained(), level="days", locked=["knee_front"])
    assert found.call == "cannot_tell"


def test_range_and_pain_that_disagree_give_no_single_answer():
    lost = [
        row(13, 9, "test", "knee_to_wall", side="left", value=12.0, unit="cm"),
        row(54, 9, "test", "knee_to_wall", side="left", value=7.0, unit="cm"),
    ]
    found = said(pains(6.0, 3.0), trained(), lost)
    assert (found.pain, found.function, found.call) == ("helping", "hurting", "cannot_tell")


def test_the_error_of_a_test_is_no_change():
    within = [
        row(13, 9, "test", "knee_to_wall", side="left", value=9.0, unit="cm"),
        row(54, 9, "test", "knee_to_wall", side="left", value=10.5, unit="cm"),
    ]
    moved = {each.what: each.moved for each in said(pains(5.0, 5.0), trained(), within).measured}
    assert moved["knee_to_wall"] == "same"


@pytest.mark.parametrize(
    ("scale", "first", "last", "moved"), [("psfs", 4, 7, "better"), ("peg", 5, 3, "better"), ("peg", 3, 5, "worse")]
)
def test_questionnaires_count_by_what_matters(scale, first, last, moved):
    rows = [row(10, 9, "test", scale, value=float(first)), row(54, 9, "test", scale, value=float(last))]
    assert {each.what: each.moved for each in said(pains(5.0, 5.0), trained(), rows).measured}[scale] == moved


def test_sorer_after_the_same_session_is_told():
    sore = [
        row(7 * week + day + 1, 19, "soreness", where="thigh_front", side="both", value=1.0 + 0.7 * week, unit="nrs")
        for week in range(8)
        for day in (0, 3)
    ]
    found = {each.what: each for each in said(pains(5.0, 5.0), trained(), sore).measured}
    assert found["soreness_after"].change > 0


def test_a_steady_pain_is_hardly_ever_called_helping_or_hurting():
    calls = [said(pains(5.0, 5.0, seed=seed, spread=1.5), trained()).pain for seed in range(40)]
    assert calls.count("cannot_tell") >= 38


def test_twin_a_pain_that_fell_is_called_helping_nearly_always():
    calls = [said(pains(6.5, 3.5, seed=seed, spread=1.5), trained()).pain for seed in range(20)]
    assert calls.count("helping") >= 16


def test_every_verdict_names_what_is_against_it():
    assert all(said(pains(first, last), trained()).against for first, last in ((6, 3), (3, 6), (5, 5)))


def test_years_long_past_do_not_count_as_the_level_before():
    old = [row(-400 + day, 20, "pain", where="knee_front", side="left", value=9.0, unit="nrs") for day in range(200)]
    pain = next(each for each in said(old, pains(5.0, 5.0), trained()).measured if each.is_pain)
    assert pain.before == pytest.approx(5, abs=0.8)

"""Why no trigger can be named, at the edges."""

import numpy as np
import pytest

from flarepath.triggers.abstentions import cannot_vary, too_little, unfair
from flarepath.triggers.doses import Record

EVENINGS = 24.0 * np.arange(80) + 20


@pytest.mark.parametrize(("checkins", "why"), [(9, "9 check-ins so far; at least 10 are needed."), (10, "")])
def test_ten_check_ins_are_enough(series, numbers, checkins, why):
    assert too_little(series(EVENINGS[:checkins], np.arange(checkins) % 3), 40, numbers) == why


@pytest.mark.parametrize(("days", "why"), [(13, "The diary spans 13 days so far; at least 14 are needed."), (14, "")])
def test_two_weeks_are_enough(series, numbers, days, why):
    assert too_little(series(EVENINGS[:12], np.arange(12) % 3), days, numbers) == why


def test_a_pain_that_never_changes_cannot_be_compared(series, numbers):
    assert too_little(series(EVENINGS, np.full(80, 2.0)), 80, numbers).startswith("Every check-in says 2;")
    assert too_little(series(EVENINGS, [2.0] * 79 + [3.0]), 80, numbers) == ""


@pytest.fixture
def misleads(series, numbers):
    """Why a diary of eighty days would mislead."""

    def of(hours, points, *exposures):
        felt = series(hours, points)
        return unfair(felt, Record(exposures, (felt,), 80, 0.0), numbers)

    return of


def test_bad_days_alone_mislead(misleads):
    assert misleads(EVENINGS[::3], 5 + np.arange(27) % 3).startswith("Only the bad days")


@pytest.mark.parametrize(("step", "good"), [(1, 0), (3, 3)], ids=["every day", "some good ones"])
def test_bad_days_of_a_full_diary_and_good_ones_between_do_not(misleads, step, good):
    hours = EVENINGS[::step]
    points = 5.0 + np.arange(len(hours)) % 3
    points[:good] = 1.0
    assert misleads(hours, points) == ""


def on(doses, first, last, *, every=1, key="medicine:blood_thinner"):
    return doses(key, 24.0 * np.arange(first, last, every) + 8)


@pytest.mark.parametrize(("first", "last"), [(40, 80), (0, 40), (25, 55)], ids=["began", "ended", "came and went"])
def test_a_medicine_of_one_stretch_misleads(misleads, doses, first, last):
    why = misleads(EVENINGS, np.arange(80) % 5, on(doses, first, last))
    assert why.startswith("Medicine changed half-way (blood thinner)")


@pytest.mark.parametrize(
    ("first", "last", "every"),
    [(0, 80, 1), (0, 80, 3), (40, 80, 2), (70, 80, 1), (10, 80, 1)],
    ids=["always", "now and then", "not most days", "too short", "too short without"],
)
def test_a_medicine_that_did_not_change_does_not(misleads, doses, first, last, every):
    assert misleads(EVENINGS, np.arange(80) % 5, on(doses, first, last, every=every)) == ""


def test_a_food_of_one_stretch_is_no_medicine(misleads, doses):
    assert misleads(EVENINGS, np.arange(80) % 5, on(doses, 40, 80, key="food:butter")) == ""


@pytest.mark.parametrize(("times", "expected"), [(0, True), (1, True), (2, False)])
def test_what_was_done_once_cannot_be_judged(doses, numbers, times, expected):
    assert cannot_vary(doses("food:butter", EVENINGS[:times]), numbers) is expected


def test_a_daily_value_that_is_always_the_same_cannot_be_judged(doses, numbers):
    assert cannot_vary(doses("sleep", EVENINGS, np.zeros(80), is_daily=True), numbers)
    assert not cannot_vary(doses("sleep", EVENINGS, [0.0] * 79 + [1.0], is_daily=True), numbers)

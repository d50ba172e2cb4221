"""Guess first: guesses beside answers, calibration, and hints that fade (SC29)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from flarepath.diary import Diary, Entry
from flarepath.flares import Cause, nothing_felt
from flarepath.lessons import Guess, Scored, calibration, guesses, scored

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUESS = Guess(NOON, "lower_back", "middle", "stress", 0.6)


def answered(verdict, *causes):
    ranked = tuple(Cause(cause, 0.5, (), (), ()) for cause in causes)
    return replace(nothing_felt(at=NOON), verdict=verdict, causes=ranked)


def told(count, *, right, sure):
    return [Scored(replace(GUESS, sure=sure), ("stress",), place < right) for place in range(count)]


def test_a_guess_is_a_note_with_its_sureness():
    note = Entry(NOON, "note", "guess", "lower_back", "middle", word="stress", detail=(("sure", "60"),))
    assert guesses(Diary.of_entries([note])) == (GUESS,)


def test_a_guess_that_is_no_cause_is_left_out():
    assert guesses(Diary.of_entries([Entry(NOON, "note", "guess", word="the_moon")])) == ()


@pytest.mark.parametrize(
    ("verdict", "causes", "right"),
    [
        ("looks_most_like", ("stress", "sore_muscle"), True),
        ("looks_most_like", ("sore_muscle", "stress"), False),
        ("two_explanations", ("sore_muscle", "stress"), True),
        ("not_enough_yet", ("stress",), None),
        ("no_cause_found", ("stress",), None),
    ],
)
def test_a_guess_is_held_against_what_is_shown(verdict, causes, right):
    assert scored(GUESS, answered(verdict, *causes)).right is right


def test_ten_guesses_show_a_calibration():
    found = calibration(told(10, right=7, sure=0.7))
    assert (found.guesses, found.right_share, found.sure) == (10, 0.7, pytest.approx(0.7))
    assert found.brier == pytest.approx(0.21)


@pytest.mark.parametrize(
    ("count", "right", "sure", "hints"),
    [(0, 0, 0.5, "full"), (4, 4, 0.9, "full"), (5, 4, 0.8, "short"), (10, 9, 0.9, "none"), (10, 2, 0.9, "full")],
)
def test_hints_fade_as_the_guesses_get_better(count, right, sure, hints):
    assert calibration(told(count, right=right, sure=sure)).hints == hints


def test_hints_come_back_when_the_guesses_get_worse():
    good, bad = told(10, right=10, sure=0.9), told(10, right=2, sure=0.9)
    assert calibration([*good, *bad]).hints == "full"


def test_what_could_not_be_told_counts_for_nothing():
    unclear = Scored(GUESS, (), None)
    assert calibration([unclear] * 20).guesses == 0

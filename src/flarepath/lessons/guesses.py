"""Guess first: the person names a cause before it is shown, and learns how good the guesses are (R124, SC29).

A guess is a note: `note,guess,lower_back,middle,short_muscle,,sure=60`. It is right where it names the cause that looks
most like it, or one of two that fit; where nothing can be told it counts for nothing. What is compared is our answer,
not the truth, and the page says so. Hints fade as the guesses get better, and come back if they get worse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import mean
from typing import Final, Literal

from flarepath.diary import Diary
from flarepath.flares import Explanation, cause_table
from flarepath.quantities import Side

Hints = Literal["full", "short", "none"]

NOTE: Final = "guess"
LAST: Final = 10
"""So many guesses decide on the hints."""

SHORT: Final = (5, 0.6, 0.25)
NONE: Final = (10, 0.7, 0.20)
"""Guesses needed, share right at least, Brier score at most (ours)."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One guess: a cause class, and how sure the person was, 0-1."""

    time: datetime
    region: str
    side: Side
    cause: str
    sure: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A guess beside our answer; `right` is None where nothing could be told."""

    guess: Guess
    answer: tuple[str, ...]
    right: bool | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How good the last ten guesses were: their number, share right, mean sureness, Brier score (0 best, 1 worst).

    The Brier score is the mean squared distance of the sureness from what came. None where nothing was scored.
    """

    guesses: int
    right_share: float | None
    sure: float | None
    brier: float | None
    hints: Hints


def guesses(diary: Diary) -> tuple[Guess, ...]:
    """Every guess in the diary, oldest first; names that are no cause are left out.

    Args:
        diary: entries up to the moment.
    """
    causes = cause_table().texts
    return tuple(
        Guess(entry.time, entry.where, entry.side, entry.word, _sure(entry.text("sure")))
        for entry in diary.of("note")
        if entry.what == NOTE and entry.word in causes
    )


def _sure(text: str) -> float:
    """A sureness in per cent as a share; one in two where none was given."""
    try:
        return min(1.0, max(0.0, float(text) / 100))
    except ValueError:
        return 0.5


def scored(guess: Guess, explanation: Explanation) -> Scored:
    """A guess beside what the flare part says of the same moment.

    Args:
        guess: the guess.
        explanation: of its moment and place.
    """
    ranked = tuple(cause.cause for cause in explanation.causes)
    shown = {"looks_most_like": ranked[:1], "two_explanations": ranked[:2]}.get(explanation.verdict, ())
    return Scored(guess, shown, guess.cause in shown if shown else None)


def calibration(found: Iterable[Scored]) -> Calibration:
    """How good the guesses are, and how much is still hinted.

    Args:
        found: guesses beside our answers, oldest first.
    """
    told = [(each.guess.sure, each.right) for each in found if each.right is not None][-LAST:]
    if not told:
        return Calibration(0, None, None, None, "full")
    right = mean(1.0 if came else 0.0 for _, came in told)
    brier = mean((sure - (1.0 if came else 0.0)) ** 2 for sure, came in told)
    return Calibration(len(told), right, mean(sure for sure, _ in told), brier, _hints(len(told), right, brier))


def _hints(count: int, right: float, brier: float) -> Hints:
    for (needed, least, most), level in ((NONE, "none"), (SHORT, "short")):
        if count >= needed and right >= least and brier <= most:
            return "none" if level == "none" else "short"
    return "full"

"""What a person learns: lessons from the own flare-ups, guesses beside answers, lessons to read, workouts and lists."""

from flarepath.lessons.guesses import NOTE as GUESS_NOTE
from flarepath.lessons.guesses import Calibration, Guess, Hints, Scored, calibration, guesses, scored
from flarepath.lessons.learned import Learned, learned
from flarepath.lessons.reading import LESSONS, Lesson, caution, lesson, read, to_read
from flarepath.lessons.reading import READ as READ_NOTE
from flarepath.lessons.tables import (
    LISTS,
    TACTICS,
    WORKOUTS,
    Choice,
    Choices,
    Exercised,
    Tactic,
    Workout,
    choices,
)

__all__ = [
    "GUESS_NOTE",
    "LESSONS",
    "LISTS",
    "READ_NOTE",
    "TACTICS",
    "WORKOUTS",
    "Calibration",
    "Choice",
    "Choices",
    "Exercised",
    "Guess",
    "Hints",
    "Learned",
    "Lesson",
    "Scored",
    "Tactic",
    "Workout",
    "calibration",
    "caution",
    "choices",
    "guesses",
    "learned",
    "lesson",
    "read",
    "scored",
    "to_read",
]

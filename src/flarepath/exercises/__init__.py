"""The exercise library, what was trained, what the home tests found, and how muscles were loaded over time."""

from flarepath.exercises.bouts import bouts, raw_dose
from flarepath.exercises.home_tests import TESTS, Cutoff, HomeTest, home_test, resolve_test
from flarepath.exercises.ledger import days_since_loaded, depth_share, loads, short_zone_share, starved, zone_of
from flarepath.exercises.library import DEPTHS, EXERCISES, alternatives, exercise, for_muscle, resolve, suggest
from flarepath.exercises.measures import measures
from flarepath.exercises.model import Bout, Exercise, Measure, MuscleState, Role, Work
from flarepath.exercises.state import muscle_state, tested_muscles, weaker_side

__all__ = [
    "DEPTHS",
    "EXERCISES",
    "TESTS",
    "Bout",
    "Cutoff",
    "Exercise",
    "HomeTest",
    "Measure",
    "MuscleState",
    "Role",
    "Work",
    "alternatives",
    "bouts",
    "days_since_loaded",
    "depth_share",
    "exercise",
    "for_muscle",
    "home_test",
    "loads",
    "measures",
    "muscle_state",
    "raw_dose",
    "resolve",
    "resolve_test",
    "short_zone_share",
    "starved",
    "suggest",
    "tested_muscles",
    "weaker_side",
    "zone_of",
]

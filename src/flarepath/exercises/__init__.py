"""The exercise library, what was trained, what the home tests found, and how muscles were loaded over time."""

from flarepath.exercises.atlas import Reach, is_posed, joints, reaches, standing
from flarepath.exercises.bouts import bouts, raw_dose
from flarepath.exercises.document import exercise_document, ledger_document, list_document, swap_document
from flarepath.exercises.home_tests import LABEL_MEANS, REST_HOURS, TESTS, Cutoff, HomeTest, home_test, resolve_test
from flarepath.exercises.ledger import days_since_loaded, depth_share, loads, short_zone_share, starved, zone_of
from flarepath.exercises.library import (
    DEPTHS,
    EQUIPMENT,
    EXERCISES,
    PATTERNS,
    alternatives,
    exercise,
    for_muscle,
    resolve,
    suggest,
)
from flarepath.exercises.matrix import Cell, gaps, matrix, matrix_document
from flarepath.exercises.measures import measures, misread
from flarepath.exercises.model import Bout, Exercise, FirstDose, Measure, MuscleState, Role, Work
from flarepath.exercises.not_with import NEAR, RULES, Rule, traits_named
from flarepath.exercises.pictures import pictures
from flarepath.exercises.range_ledger import LedgerRow, range_ledger
from flarepath.exercises.sparing import touches
from flarepath.exercises.state import (
    SideDifference,
    is_hard,
    is_rested,
    muscle_state,
    side_difference,
    tested_muscles,
    weaker_side,
)
from flarepath.exercises.strip import strip
from flarepath.exercises.swap import Permit, Swap, Wish, anything, is_at_hand, none_because, swaps
from flarepath.exercises.traits import OTHER_SIDE_RESTS, TRAITS, Trait

__all__ = [
    "DEPTHS",
    "EQUIPMENT",
    "EXERCISES",
    "LABEL_MEANS",
    "NEAR",
    "OTHER_SIDE_RESTS",
    "PATTERNS",
    "REST_HOURS",
    "RULES",
    "TESTS",
    "TRAITS",
    "Bout",
    "Cell",
    "Cutoff",
    "Exercise",
    "FirstDose",
    "HomeTest",
    "LedgerRow",
    "Measure",
    "MuscleState",
    "Permit",
    "Reach",
    "Role",
    "Rule",
    "SideDifference",
    "Swap",
    "Trait",
    "Wish",
    "Work",
    "alternatives",
    "anything",
    "bouts",
    "days_since_loaded",
    "depth_share",
    "exercise",
    "exercise_document",
    "for_muscle",
    "gaps",
    "home_test",
    "is_at_hand",
    "is_hard",
    "is_posed",
    "is_rested",
    "joints",
    "ledger_document",
    "list_document",
    "loads",
    "matrix",
    "matrix_document",
    "measures",
    "misread",
    "muscle_state",
    "none_because",
    "pictures",
    "range_ledger",
    "raw_dose",
    "reaches",
    "resolve",
    "resolve_test",
    "short_zone_share",
    "side_difference",
    "standing",
    "starved",
    "strip",
    "suggest",
    "swap_document",
    "swaps",
    "tested_muscles",
    "touches",
    "traits_named",
    "weaker_side",
    "zone_of",
]

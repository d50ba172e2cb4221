"""Flare-ups: features of the log, competing causes, verdict, forecast and recall."""

from flarepath.flares.explain import explain, flare_of, nothing_felt
from flarepath.flares.forecast import repeated_bout_share
from flarepath.flares.lead import TRAINED, group_of, lead_names, lead_sentence
from flarepath.flares.model import (
    Cause,
    CauseClass,
    Explanation,
    ForecastPoint,
    FourQuestions,
    Similar,
    Suspect,
    Verdict,
)
from flarepath.flares.numbers import NUMBERS
from flarepath.flares.sunk import EFFORT_PLACES
from flarepath.flares.suspects import Suspicion
from flarepath.flares.table import CauseTable, CauseText, Feature, cause_table

__all__ = [
    "EFFORT_PLACES",
    "NUMBERS",
    "TRAINED",
    "Cause",
    "CauseClass",
    "CauseTable",
    "CauseText",
    "Explanation",
    "Feature",
    "ForecastPoint",
    "FourQuestions",
    "Similar",
    "Suspect",
    "Suspicion",
    "Verdict",
    "cause_table",
    "explain",
    "flare_of",
    "group_of",
    "lead_names",
    "lead_sentence",
    "nothing_felt",
    "repeated_bout_share",
]

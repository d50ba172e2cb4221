"""How it goes: check-ins, baselines, episodes, standing pain and progress clocks."""

from flarepath.course.checkins import Outcome, checkins, logging_since, outcomes, sides_match
from flarepath.course.episode import Checkin, Episode, Standing
from flarepath.course.episodes import (
    Baseline,
    baseline_before,
    current,
    episodes,
    lasting,
)
from flarepath.course.heat import Heat, heat
from flarepath.course.numbers import NUMBERS
from flarepath.course.places import Felt, first_place, worst_first
from flarepath.course.standing import standing

__all__ = [
    "NUMBERS",
    "Baseline",
    "Checkin",
    "Episode",
    "Felt",
    "Heat",
    "Outcome",
    "Standing",
    "baseline_before",
    "checkins",
    "current",
    "episodes",
    "first_place",
    "heat",
    "lasting",
    "logging_since",
    "outcomes",
    "sides_match",
    "standing",
    "worst_first",
]

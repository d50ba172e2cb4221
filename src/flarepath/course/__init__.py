"""How it goes: check-ins, baselines, episodes, standing pain and progress clocks."""

from flarepath.course.checkins import Outcome, checkins, logging_since, outcomes, sides_match
from flarepath.course.episode import Checkin, Episode, Standing
from flarepath.course.episodes import (
    Baseline,
    baseline_before,
    current,
    episodes,
    lasting,
    most_risen,
    rise_now,
)
from flarepath.course.heat import Heat, heat
from flarepath.course.numbers import NUMBERS
from flarepath.course.places import Felt, worst_first
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
    "heat",
    "lasting",
    "logging_since",
    "most_risen",
    "outcomes",
    "rise_now",
    "sides_match",
    "standing",
    "worst_first",
]

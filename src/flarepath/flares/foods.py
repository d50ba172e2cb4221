"""Whether the pain follows one food: what `triggers` says of foods, held against the counts of EVIDENCE 3.2."""

from __future__ import annotations

from collections import Counter

from flarepath.flares.situation import Situation
from flarepath.triggers import Counts, Trigger

EATEN = frozenset({"food", "component"})
"""Kinds of exposure that are eaten."""


def following_food(situation: Situation) -> str | None:
    """The food that the pain follows, with its counts; None where too few meals were logged to say.

    It is a likely trigger, and a rise follows at least 4 of 5 meals with it and at most 1 of 5 days without, with at
    least five of each (EVIDENCE 3.2, family g).
    """
    attributed = situation.attributed
    if attributed is None or not _is_judged(situation) or not (attributed.triggers or attributed.probabilities):
        return None
    return next((_told(trigger) for trigger in attributed.triggers if _follows(trigger, situation)), "")


def _is_judged(situation: Situation) -> bool:
    """Whether some food was eaten often enough, and often enough not."""
    meals = situation.diary.of("food")
    eaten = Counter(meal.what.strip().lower() for meal in meals)
    least = situation.numbers["food_exposures"]
    return any(least <= times <= len(meals) - least for times in eaten.values())


def _follows(trigger: Trigger, situation: Situation) -> bool:
    lead, counts, numbers = trigger.exposures[0], trigger.counts, situation.numbers
    if lead.kind not in EATEN or trigger.effect.mean <= 0 or min(_times(counts)) < numbers["food_exposures"]:
        return False
    exposed, others = _times(counts)
    share_with, share_without = counts.exposed_with / exposed, counts.unexposed_with / others
    return share_with >= numbers["food_with_share"] and share_without <= numbers["food_without_share"]


def _times(counts: Counts) -> tuple[int, int]:
    return counts.exposed_with + counts.exposed_without, counts.unexposed_with + counts.unexposed_without


def _told(trigger: Trigger) -> str:
    counts = trigger.counts
    exposed, others = _times(counts)
    name = trigger.exposures[0].what.replace("_", " ")
    seen = f"{counts.exposed_with} of {exposed} meals with it, {counts.unexposed_with} of {others} days without"
    return f"{name}, most after about {trigger.peak_hours:g} hours ({seen})"

"""Whether the pain follows one food: what `triggers` says of foods, held against the counts of EVIDENCE 3.2."""

from __future__ import annotations

from collections import Counter

from flarepath.flares.situation import Situation
from flarepath.flares.words import exposure_words
from flarepath.sources import Numbers
from flarepath.triggers import Counts, Exposure, Trigger, food_caution

EATEN = frozenset({"food", "component"})
"""Kinds of exposure that are eaten."""


def following_food(situation: Situation) -> str | None:
    """The food that the pain follows, with its counts; None where too few meals were logged to say.

    It is a trigger, or one of those that cannot be told apart, and a rise follows at least 4 of 5 meals with it and at
    most 1 of 5 days without, with at least five of each (EVIDENCE 3.2, family g).
    """
    attributed = situation.attributed
    if attributed is None or not _is_judged(situation) or not (attributed.triggers or attributed.probabilities):
        return None
    raising = (trigger for trigger in attributed.triggers if trigger.effect.mean > 0)
    told = (
        _told(food, trigger) for trigger in raising for food in trigger.exposures if _follows(food, situation.numbers)
    )
    found, careful = next(told, ""), food_caution(situation.diary)
    return f"{found}. {careful[0].upper()}{careful[1:]}" if found and careful else found


def _is_judged(situation: Situation) -> bool:
    """Whether some food was eaten often enough, and often enough not."""
    meals = situation.diary.of("food")
    eaten = Counter(meal.what.strip().lower() for meal in meals)
    least = situation.numbers["food_exposures"]
    return any(least <= times <= len(meals) - least for times in eaten.values())


def _follows(food: Exposure, numbers: Numbers) -> bool:
    exposed, others = _times(food.counts)
    if food.kind not in EATEN or min(exposed, others) < numbers["food_exposures"]:
        return False
    share_with, share_without = food.counts.exposed_with / exposed, food.counts.unexposed_with / others
    return share_with >= numbers["food_with_share"] and share_without <= numbers["food_without_share"]


def _times(counts: Counts) -> tuple[int, int]:
    return counts.exposed_with + counts.exposed_without, counts.unexposed_with + counts.unexposed_without


def _told(food: Exposure, trigger: Trigger) -> str:
    exposed, others = _times(food.counts)
    seen = (
        f"{food.counts.exposed_with} of {exposed} meals with it, {food.counts.unexposed_with} of {others} days without"
    )
    others_named = " or ".join(exposure_words(each) for each in trigger.exposures if each.key != food.key)
    tied = f"; it came together with {others_named}, so it may be that instead" if others_named else ""
    return f"{exposure_words(food)}, most after about {trigger.peak_hours:g} hours ({seen}{tied})"

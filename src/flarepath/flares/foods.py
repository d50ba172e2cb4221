"""Whether the pain follows one food: four counts at one lag, until the trigger part answers with more (R59)."""

from __future__ import annotations

from bisect import bisect_right

from flarepath.course import baseline_before
from flarepath.diary import Entry
from flarepath.flares.situation import Situation

LAGS_HOURS = ((0, 4), (4, 24), (24, 72))
"""The windows after a meal in which the pain is looked for."""


def following_food(situation: Situation) -> str | None:
    """The food that the pain follows, with its counts; None where too few meals were logged to say.

    Pain must follow at least 4 of 5 meals with it and at most 1 of 5 meals without, at the same lag, with at least
    five of each (EVIDENCE 3.2, family g).
    """
    meals = situation.diary.of("food")
    least = situation.numbers["food_exposures"]
    names = {name for meal in meals for name in food_names(meal)}
    judged = False
    for name in sorted(names):
        having = [meal for meal in meals if name in food_names(meal)]
        lacking = [meal for meal in meals if name not in food_names(meal)]
        if len(having) < least or len(lacking) < least:
            continue
        judged = True
        for start, end in LAGS_HOURS:
            exposed = _hurts(having, start, end, situation)
            unexposed = _hurts(lacking, start, end, situation)
            if min(len(exposed), len(unexposed)) >= least and _follows(exposed, unexposed, situation):
                counts = f"{sum(exposed)} of {len(exposed)} meals with it, {sum(unexposed)} of {len(unexposed)} without"
                return f"{name.replace('_', ' ')} within {end} hours ({counts})"
    return "" if judged else None


def food_names(meal: Entry) -> frozenset[str]:
    """The food and everything it contains."""
    return frozenset(filter(None, (meal.what.strip().lower(), *meal.text("contains").lower().split("+"))))


def _follows(exposed: list[bool], unexposed: list[bool], situation: Situation) -> bool:
    with_it, without = sum(exposed) / len(exposed), sum(unexposed) / len(unexposed)
    return with_it >= situation.numbers["food_with_share"] and without <= situation.numbers["food_without_share"]


def _hurts(meals: list[Entry], start: float, end: float, situation: Situation) -> list[bool]:
    """For each meal that a check-in followed in time, whether any was at least 2 points above the usual."""
    usual = situation.flare.baseline if situation.flare else baseline_before(situation.series, situation.at).points
    line = usual + situation.numbers["risen_points"]
    stamps = [checkin.time.timestamp() for checkin in situation.series]
    after = []
    for meal in meals:
        eaten = meal.time.timestamp()
        first, last = bisect_right(stamps, eaten + 3600 * start), bisect_right(stamps, eaten + 3600 * end)
        after.append([checkin.points for checkin in situation.series[first:last]])
    return [max(points) >= line for points in after if points]

"""What a pain may mean: the closed set of R123, likeliest first."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from flarepath.body import MUSCLES
from flarepath.exercises import Bout
from flarepath.flares.model import Cause, Verdict
from flarepath.flares.situation import Situation
from flarepath.flares.table import cause_table
from flarepath.quantities import days_between
from flarepath.rules import Answer, Finding


def meaning(
    situation: Situation, causes: tuple[Cause, ...], verdict: Verdict, findings: tuple[Finding, ...]
) -> tuple[str, ...]:
    """The meanings, likeliest first; `unclear` where the verdict names no cause.

    Args:
        situation: the moment.
        causes: likeliest first.
        verdict: how much may be said.
        findings: the answers of the feature rules.
    """
    found = ["under_used"] if starved_muscle(situation) else []
    if any(f.rule == "follows_one_food" and f.answer is Answer.YES for f in findings):
        found.append("food_disagrees")
    if is_same_meal(situation):
        found.append("under_nourished")
    named = {"looks_most_like": causes[:1], "two_explanations": causes[:2]}.get(verdict, ())
    for cause in named:
        found += cause_table().texts[cause.cause].meaning
    return tuple(dict.fromkeys(found)) or ("unclear",)


def starved_muscle(situation: Situation) -> str:
    """The muscle felt here that was trained before but not loaded for three weeks, where the ache is dull and low."""
    top = max((entry.value or 0.0 for entry in situation.felt), default=0.0)
    sharp = situation.qualities - {"ache", "sore", "stiff"}
    if not situation.felt or top > situation.numbers["starved_points"] or sharp:
        return ""
    belly = (m for m in situation.near_muscles if situation.outcome.region in _felt_in(m))
    return next((muscle for muscle in belly if _is_starved(muscle, situation)), "")


def _is_starved(muscle: str, situation: Situation) -> bool:
    loads = [b.time for b in situation.bouts if _loads(b, muscle)]
    return bool(loads) and days_between(loads[-1], situation.at) >= situation.numbers["starved_days"]


def _loads(bout: Bout, muscle: str) -> bool:
    return bout.kind == "exercise" and any(w.muscle == muscle and w.role in ("main", "helps") for w in bout.work)


def _felt_in(muscle: str) -> tuple[str, ...]:
    return MUSCLES[muscle].felt_in


def is_same_meal(situation: Situation) -> bool:
    """One food makes up nearly all meals of four weeks (R111)."""
    start = situation.at - timedelta(days=situation.numbers["usual_days"])
    meals = Counter(meal.what.strip().lower() for meal in situation.diary.between(start, situation.at, "food"))
    enough = meals.total() >= situation.numbers["gap_meals"]
    return enough and max(meals.values()) >= situation.numbers["gap_share"] * meals.total()

"""What the tests say of one muscle on one side at one moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flarepath.course import sides_match
from flarepath.exercises.model import Measure, MuscleState
from flarepath.quantities import Side

WEAKER_SHARE = 0.85
"""A side below this share of the other is weaker (EVIDENCE 3.2, family d); uninjured knees differ by 21 % (F6)."""


def muscle_state(measures: Iterable[Measure], muscle: str, side: Side, *, at: datetime) -> MuscleState:
    """The newest label of length and of strength at `at`; a change against the own usual sets neither.

    A label is concordant when the newest test and the last one of an earlier local day agree. One test is a hint.

    Args:
        measures: every measure of the diary.
        muscle: a muscle id.
        side: left, right, both or empty; measures of both sides or of no side count for each.
        at: nothing later is looked at.
    """
    own = [m for m in measures if m.muscle == muscle and m.time <= at and sides_match(m.side, side)]
    own.sort(key=lambda measure: measure.time)
    found: dict[str, Any] = {}
    for about in ("length", "strength"):
        labels = [m for m in own if m.about == about and m.says and not m.is_change]
        if labels:
            found[about], found[f"{about}_concordant"] = labels[-1].says, _concordant(labels)
    return MuscleState(muscle=muscle, side=side, measures=tuple(own), **found)


def _concordant(labels: list[Measure]) -> bool:
    newest = labels[-1]
    before = [m for m in labels if m.time.date() < newest.time.date()]
    return bool(before) and before[-1].says == newest.says


def tested_muscles(measures: Iterable[Measure], *, at: datetime) -> tuple[str, ...]:
    """The muscles that carry at least one label at `at`, in order of their first."""
    labelled = (m.muscle for m in measures if m.muscle and m.says and not m.is_change and m.time <= at)
    return tuple(dict.fromkeys(labelled))


def weaker_side(measures: Iterable[Measure], test: str, *, at: datetime, share: float = WEAKER_SHARE) -> str:
    """The side that is clearly weaker in the newest results of one strength test, left or right, or empty.

    Args:
        measures: every measure of the diary.
        test: the test's slug.
        at: nothing later is looked at.
        share: a side below this share of the other counts.
    """
    newest = {
        m.side: m.value
        for m in sorted(measures, key=lambda measure: measure.time)
        if m.test == test and m.about == "strength" and m.time <= at and m.value is not None and not m.is_change
    }
    left, right = newest.get("left"), newest.get("right")
    if left is None or right is None or max(left, right) <= 0:
        return ""
    lesser, greater = sorted((left, right))
    return ("left" if left < right else "right") if lesser < share * greater else ""

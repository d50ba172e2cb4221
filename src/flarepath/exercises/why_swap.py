"""The sentences that come with a swap: why this one, and how little of it at first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from flarepath.body import MUSCLES
from flarepath.exercises.model import Exercise
from flarepath.quantities import Zone

VERB = MappingProxyType({"exercise": "Works", "stretch": "Stretches", "massage": "Massages"})

PART: Mapping[Zone, str] = MappingProxyType({"short": "short", "mid": "middle", "long": "long"})
"""A zone as a person reads it."""


def light(exercise: Exercise) -> str:
    """How much less than usual to begin with.

    Args:
        exercise: the swap.
    """
    if exercise.kind != "exercise" or exercise.pattern == "endurance":
        return "At first do at most half of your usual time."
    return "Start with no weight or the lightest, not with the old one, and at most half of your usual sets."


def why(
    each: Exercise,
    given: Exercise,
    *,
    shares: Sequence[str],
    instead_of: Sequence[str] = (),
    is_easier: bool = False,
    spares: bool = False,
) -> str:
    """Why one exercise may stand in for another, as a sentence.

    Args:
        each: the swap.
        given: the exercise to replace.
        shares: the muscles it is for.
        instead_of: where these are neighbours, the muscles they stand in for.
        is_easier: whether it is an easier rung of the same ladder.
        spares: whether a place hurts.
    """
    works, away = VERB[each.kind], "; its main work is away from what hurts" if spares else ""
    if instead_of:
        theirs = MUSCLES[instead_of[0]].name.lower()
        return f"{works} the {_listed(shares)}, which share the job of the {theirs}{away}."
    told = ", and the ".join(_parts(each, given, shares))
    return f"{works} the same {told}{_how(each, given, is_easier=is_easier)}{away}."


def _parts(each: Exercise, given: Exercise, shares: Sequence[str]) -> Iterator[str]:
    """The muscles by what becomes of their zone."""
    before = {work.muscle: work.zone for work in given.work}
    now = {work.muscle: work.zone for work in each.work}
    by_change: dict[str, list[str]] = defaultdict(list)
    for muscle in shares:
        old, new = before[muscle], now[muscle]
        by_change["same part" if old == new else f"{PART[new]} instead of the {PART[old]} part"].append(muscle)
    for change, muscles in by_change.items():
        yield f"{_listed(muscles)} in the {change} of their range"


def _how(each: Exercise, given: Exercise, *, is_easier: bool) -> str:
    if is_easier:
        return ", in an easier form"
    return ", through another movement" if each.pattern != given.pattern else ""


def _listed(muscles: Sequence[str]) -> str:
    *others, last = (MUSCLES[muscle].name.lower() for muscle in muscles)
    return f"{', '.join(others)} and {last}" if others else last

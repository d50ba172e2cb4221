"""How near an exposure is to what hurts: an exercise of the hip flexors moves the hip sooner than the wrist."""

from __future__ import annotations

from functools import cache

from flarepath.body import muscles_felt_in, muscles_named, muscles_pulling_on, muscles_showing_in
from flarepath.course import Outcome
from flarepath.exercises import EXERCISES
from flarepath.sources import Numbers
from flarepath.triggers.doses import Doses

BODILY = frozenset({"exercise", "stretch", "massage", "mechanism"})
"""Kinds of exposure that have a place in the body."""


def nearness(each: Doses, outcome: Outcome, numbers: Numbers) -> float:
    """What to multiply the prior odds by: above 1 where the exposure works a muscle of that place.

    Args:
        each: the exposure.
        outcome: what is felt, and where.
        numbers: the part's numbers.
    """
    other = {"left": {"right"}, "right": {"left"}}.get(outcome.side)
    if each.sides and other is not None and each.sides <= other:
        return numbers["other_side_factor"]
    if each.kind.name not in BODILY or outcome.region in ("", "whole_body"):
        return 1.0
    worked = muscles_worked(each.key)
    if not worked:
        return 1.0
    return numbers["near_factor"] if worked & muscles_of(outcome.region) else numbers["far_factor"]


@cache
def muscles_worked(key: str) -> frozenset[str]:
    """The muscles an exercise, stretch, massage or mechanism works; empty where that is not known.

    Args:
        key: such as `exercise:lunge`.
    """
    what = (key + "::").split(":")[1]
    known = EXERCISES.get(what)
    if known:
        return frozenset(work.muscle for work in known.work if work.role in ("main", "helps"))
    return frozenset(muscles_named(what))


@cache
def muscles_of(region: str) -> frozenset[str]:
    """The muscles that are felt in a region, pull on it or show their trouble there.

    Args:
        region: its id.
    """
    found = (*muscles_felt_in(region), *muscles_pulling_on(region), *muscles_showing_in(region))
    return frozenset(getattr(each, "id", each) for each in found)

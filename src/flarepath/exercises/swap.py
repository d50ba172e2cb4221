"""Another exercise for the same muscle: one that the tools at hand allow and that spares what hurts.

The order is the swap rule of EVIDENCE 5: the same muscle at another length, then the same muscle in another movement,
then a neighbour; of these the easiest first. A swap never inherits the old load: it starts with the library's first
dose and the lightest weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from flarepath.body import MUSCLES, muscles_felt_in
from flarepath.exercises.library import EXERCISES, NOT_STRENGTH, exercise, rung, stops_of
from flarepath.exercises.model import Exercise
from flarepath.quantities import Zone
from flarepath.sources import load_table

_TABLE: Mapping[str, Any] = MappingProxyType(load_table(__package__, "swap.toml"))

ALWAYS_AT_HAND = frozenset(_TABLE["at_hand"]["always"])
"""What every home has."""

MOST = 6
"""So many swaps are offered at most."""

FEW = 3
"""Where there are fewer for the same muscles, neighbours fill up to so many."""

VERB = MappingProxyType({"exercise": "Works", "stretch": "Stretches", "massage": "Massages"})

PART: Mapping[Zone, str] = MappingProxyType({"short": "short", "mid": "middle", "long": "long"})
"""A zone as a person reads it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a swap shall be: everything that is left out does not matter.

    `equipment` is what is at hand beside what every home has; `hurts` a region; `muscle` the one that matters; `short`
    the muscles that measured short, which are never offered in their short zone (R62).
    """

    zone: Zone | None = None
    pattern: str = ""
    equipment: frozenset[str] | None = None
    hurts: str = ""
    muscle: str = ""
    short: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Swap:
    """One exercise instead of another: the muscles both are for, the zone it loads the first of them in, and why."""

    exercise: Exercise
    zone: Zone
    shares: tuple[str, ...]
    why: str
    first_dose: str


NO_WISH = Wish()


def swaps(exercise_id: str, wish: Wish = NO_WISH) -> tuple[Swap, ...]:
    """Up to six exercises to do instead, the best first; empty where nothing fits.

    Args:
        exercise_id: the one to replace.
        wish: what matters.

    Raises:
        UnknownId: no such exercise, region or muscle.
    """
    given = exercise(exercise_id)
    wanted = (wish.muscle,) if wish.muscle else given.mains
    own = [_swap(each, shares, given, wish) for each, shares in _fitting(given, wanted, wish)]
    found = sorted(own, key=lambda each: _rank(each, given, wanted))
    if len(found) < FEW and given.kind == "exercise" and given.pattern not in NOT_STRENGTH:
        near = dict.fromkeys(neighbour for muscle in wanted for neighbour in MUSCLES[muscle].neighbours)
        taken = {each.exercise.id for each in found}
        more = [
            _swap(each, shares, given, wish, instead_of=wanted)
            for each, shares in _fitting(given, tuple(near), wish)
            if each.id not in taken and not each.mains[1:]
        ]
        found += sorted(more, key=lambda each: _rank(each, given, tuple(near)))[: FEW - len(found)]
    return tuple(found[:MOST])


def none_because(exercise_id: str, wish: Wish) -> str:
    """Why there is nothing to offer, as a sentence.

    Args:
        exercise_id: the one to replace.
        wish: what was asked for.
    """
    if not swaps(exercise_id, Wish(zone=wish.zone, pattern=wish.pattern, muscle=wish.muscle)):
        return "The library has no other exercise for these muscles of that kind."
    if wish.equipment is not None and swaps(exercise_id, Wish(wish.zone, wish.pattern, None, wish.hurts, wish.muscle)):
        return "Every other exercise for these muscles needs equipment that you did not name."
    return "Every other exercise for these muscles loads the place that hurts."


def _fitting(given: Exercise, muscles: tuple[str, ...], wish: Wish) -> Iterator[tuple[Exercise, tuple[str, ...]]]:
    """The exercises that may stand in, each with the wanted muscles it is for."""
    harder = _harder_than(given.id)
    for each in EXERCISES.values():
        if each.kind != given.kind or each.id in harder or _is_of_another_sort(each, given):
            continue
        if (wish.pattern and each.pattern != wish.pattern) or not _is_at_hand(each, wish) or _touches(each, wish.hurts):
            continue
        shares = tuple(
            work.muscle
            for work in each.work
            if work.role == "main"
            and work.muscle in muscles
            and wish.zone in (None, work.zone)
            and not (work.muscle in wish.short and work.zone == "short")
        )
        if shares:
            yield each, shares


def _is_of_another_sort(each: Exercise, given: Exercise) -> bool:
    """Strength is swapped for strength, running or jumping for endurance that is no harder and has no more impact."""
    if given.pattern not in NOT_STRENGTH:
        return each.pattern in NOT_STRENGTH
    has_impact = "impact" in each.strains and "impact" not in given.strains
    return each.pattern != "endurance" or has_impact or rung(each) > rung(given)


@cache
def _harder_than(exercise_id: str) -> frozenset[str]:
    """The exercise and all rungs above it."""
    found = {exercise_id}
    while (above := EXERCISES[exercise_id].harder) and above not in found:
        found.add(above)
        exercise_id = above
    return frozenset(found)


def _is_at_hand(each: Exercise, wish: Wish) -> bool:
    return wish.equipment is None or set(each.equipment) <= wish.equipment | ALWAYS_AT_HAND


@cache
def _touches(each: Exercise, region: str) -> bool:
    """Whether an exercise chiefly works a muscle felt in that place, or has a stop sign that speaks of it."""
    if not region:
        return False
    loaded = {work.muscle for work in each.work if work.role == "main"} & set(muscles_felt_in(region))
    return bool(loaded) or any(region in _TABLE["concerns"].get(stop, ()) for stop in stops_of(each.id))


def _swap(
    each: Exercise, shares: tuple[str, ...], given: Exercise, wish: Wish, *, instead_of: tuple[str, ...] = ()
) -> Swap:
    zone = next(work.zone for work in each.work if work.muscle == shares[0])
    light = " Start with no weight or the lightest, not with the old one." if each.kind == "exercise" else ""
    return Swap(each, zone, shares, _why(each, shares, given, wish, instead_of), f"{each.first_dose}.{light}")


def _why(each: Exercise, shares: tuple[str, ...], given: Exercise, wish: Wish, instead_of: tuple[str, ...]) -> str:
    *others, last = (MUSCLES[muscle].name.lower() for muscle in shares)
    names = f"{', '.join(others)} and {last}" if others else last
    before = {work.muscle: work.zone for work in given.work}
    now = {work.muscle: work.zone for work in each.work}
    zone, works = now[shares[0]], VERB[each.kind]
    if instead_of:
        told = f"{works} the {names}, which share the job of the {MUSCLES[instead_of[0]].name.lower()}"
    elif before.get(shares[0], zone) != zone:
        parts = f"in the {PART[zone]} part of their range instead of the {PART[before[shares[0]]]}"
        told = f"{works} the same {names}, {parts}"
    else:
        told = f"{works} the same {names} in the same part of their range, through another movement"
    spared = ", and chiefly loads nothing where it hurts" if wish.hurts else ""
    return f"{told}{spared}."


def _rank(swap: Swap, given: Exercise, wanted: tuple[str, ...]) -> tuple[int | bool | str, ...]:
    """More of the wanted muscles, no harder, the foremost of them, another zone, another movement, no new tool."""
    each, before = swap.exercise, {(work.muscle, work.zone) for work in given.work}
    same_zone = any((work.muscle, work.zone) in before for work in each.work if work.muscle in wanted)
    new_tool = not set(each.equipment) <= set(given.equipment) | ALWAYS_AT_HAND
    foremost, same_pattern = wanted.index(swap.shares[0]), each.pattern == given.pattern
    harder = max(0, rung(each) - rung(given))
    order = (foremost, same_zone, same_pattern, new_tool, len(each.mains), rung(each))
    return -len(swap.shares), harder, *order, each.id

"""Another exercise for the same muscle: one that the tools at hand allow and that spares what hurts.

The order is the swap rule of EVIDENCE 5: the same muscle at another length, then the same muscle in another movement,
then a neighbour; of these the easiest first. A swap never inherits the old load: it starts with the library's first
dose, the lightest weight and at most half of what is usual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from flarepath.body import MUSCLES, muscle
from flarepath.exercises.library import EXERCISES, NOT_STRENGTH, exercise, rung
from flarepath.exercises.model import Exercise
from flarepath.exercises.sparing import TABLE, touches
from flarepath.exercises.why_swap import light, why
from flarepath.quantities import Zone

ALWAYS_AT_HAND = frozenset(TABLE["at_hand"]["always"])
"""What every home has."""

MOST = 6
"""So many swaps are offered at most."""

SAME_LENGTH = 2
"""So many of them are kept for the closest at the old length, as the rest goes to other lengths first."""

FEW = 3
"""Where there are fewer for the same muscles, neighbours fill up to so many."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a swap shall be: everything that is left out does not matter.

    `equipment` is what is at hand beside what every home has; `hurts` a region; `muscle` the one that matters, of those
    the exercise is chosen for; `short` the muscles that measured short, which are never offered in their short zone
    (R62).
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


Permit = Callable[[Exercise], bool]
"""Whether an exercise may be handed to somebody."""


def anything(exercise: Exercise) -> bool:  # noqa: ARG001 - it answers the same for every exercise
    """The permit of a library that nobody in particular looks into.

    Args:
        exercise: of the library.
    """
    return True


def swaps(exercise_id: str, wish: Wish = NO_WISH, *, allows: Permit = anything) -> tuple[Swap, ...]:
    """Up to six exercises to do instead, the best first; empty where nothing fits.

    Args:
        exercise_id: the one to replace.
        wish: what matters.
        allows: whether an exercise may be handed to the person who asks; what it refuses makes room for others.

    Raises:
        UnknownId: no such exercise, region or muscle.
    """
    given = exercise(exercise_id)
    wanted = _wanted(given, wish)
    found = _ordered(filter(_permitted(allows), _fitting(given, wanted, wish)), given, wanted)
    offered = [_swap(each, shares, given, wish) for each, shares in found]
    if len(offered) < FEW and given.kind == "exercise" and given.pattern not in NOT_STRENGTH:
        near = tuple(dict.fromkeys(neighbour for each in wanted for neighbour in MUSCLES[each].neighbours))
        taken = {each.id for each, _ in found}
        others = filter(_permitted(allows), _fitting(given, near, wish))
        more = [pair for pair in others if pair[0].id not in taken and len(pair[0].mains) == 1]
        offered += [
            _swap(each, shares, given, wish, instead_of=wanted)
            for each, shares in _ordered(more, given, near)[: FEW - len(offered)]
        ]
    return tuple(offered)


def _wanted(given: Exercise, wish: Wish) -> tuple[str, ...]:
    chosen = muscle(wish.muscle).id if wish.muscle else ""
    return tuple(each for each in given.mains if chosen in ("", each))


def none_because(exercise_id: str, wish: Wish, *, allows: Permit = anything) -> str:
    """Why there is nothing to offer, as a sentence.

    Args:
        exercise_id: the one to replace.
        wish: what was asked for.
        allows: whether an exercise may be handed to the person who asks.
    """
    if allows is not anything and swaps(exercise_id, wish):
        return "What there is for these muscles is not for you now, by what you told."
    given = exercise(exercise_id)
    if not _wanted(given, wish):
        return f"{given.name} is not chosen for the {muscle(wish.muscle).name.lower()}."
    if not swaps(exercise_id, Wish(muscle=wish.muscle)):
        return f"The library has no other {given.kind} for these muscles."
    alone = {
        "Every other exercise for these muscles needs equipment that you did not name.": replace(wish, equipment=None),
        "Every other exercise for these muscles loads the place that hurts.": replace(wish, hurts=""),
        "No other exercise loads these muscles in that part of their range.": replace(wish, zone=None),
        "No other exercise for these muscles is that kind of movement.": replace(wish, pattern=""),
    }
    fitting = (reason for reason, less in alone.items() if less != wish and swaps(exercise_id, less))
    return next(fitting, "Nothing fits all of that at once. Leave one wish out.")


Fitting = tuple[Exercise, tuple[str, ...]]
"""An exercise that may stand in, with the wanted muscles it is for."""


def _permitted(allows: Permit) -> Callable[[Fitting], bool]:
    return lambda pair: allows(pair[0])


def _fitting(given: Exercise, muscles: tuple[str, ...], wish: Wish) -> Iterator[Fitting]:
    harder = _harder_than(given.id)
    for each in EXERCISES.values():
        if each.kind != given.kind or each.id in harder or _is_of_another_sort(each, given):
            continue
        if (wish.pattern and each.pattern != wish.pattern) or not is_at_hand(each, wish.equipment):
            continue
        shares = tuple(
            work.muscle
            for work in each.work
            if work.role == "main"
            and work.muscle in muscles
            and wish.zone in (None, work.zone)
            and not (work.muscle in wish.short and work.zone == "short")
        )
        if shares and not (wish.hurts and touches(each, wish.hurts)):
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


def is_at_hand(exercise: Exercise, equipment: frozenset[str] | None) -> bool:
    """Whether an exercise can be done with these tools.

    Args:
        exercise: an exercise of the library.
        equipment: what there is beside what every home has; None where it does not matter.
    """
    return equipment is None or set(exercise.equipment) <= equipment | ALWAYS_AT_HAND


def _ordered(found: Iterable[Fitting], given: Exercise, wanted: Sequence[str]) -> list[Fitting]:
    """The best, a few of the closest at the old length, but no rung of a ladder before an easier one."""
    ranked = sorted(found, key=lambda pair: _rank(pair, given, wanted))
    no_harder = [pair for pair in ranked if rung(pair[0]) <= rung(given)]
    most = max((len(shares) for _, shares in no_harder), default=0)
    closest = [pair for pair in no_harder if _is_same_length(pair, given) and len(pair[1]) == most][:SAME_LENGTH]
    others = [pair for pair in ranked if pair not in closest]
    best = [*closest, *others[: MOST - len(closest)]]
    by_id = {pair[0].id: pair for pair in ranked if pair in best}
    climbed = dict.fromkeys(step for name in by_id for step in (*_below(name), name) if step in by_id)
    return [by_id[name] for name in climbed]


@cache
def _below(exercise_id: str) -> tuple[str, ...]:
    """Every easier rung of the ladders that an exercise stands on, the easiest first."""
    own = EXERCISES[exercise_id].easier
    steps = [name for name, each in EXERCISES.items() if name == own or each.harder == exercise_id]
    return tuple(dict.fromkeys(each for step in steps for each in (*_below(step), step)))


def _is_same_length(pair: Fitting, given: Exercise) -> bool:
    """Whether every shared muscle is loaded where it was before."""
    each, shares = pair
    before = {(work.muscle, work.zone) for work in given.work}
    return all((work.muscle, work.zone) in before for work in each.work if work.muscle in shares)


def _rank(pair: Fitting, given: Exercise, wanted: Sequence[str]) -> tuple[int | bool | str, ...]:
    """No harder, another length, more of the wanted muscles, the foremost of them, another movement, no new tool."""
    each, shares = pair
    new_tool = not set(each.equipment) <= set(given.equipment) | ALWAYS_AT_HAND
    harder, same_length = max(0, rung(each) - rung(given)), _is_same_length(pair, given)
    foremost, same_pattern = wanted.index(shares[0]), each.pattern == given.pattern
    return harder, same_length, -len(shares), foremost, same_pattern, new_tool, len(each.mains), rung(each), each.id


def _swap(
    each: Exercise, shares: tuple[str, ...], given: Exercise, wish: Wish, *, instead_of: tuple[str, ...] = ()
) -> Swap:
    easier = each.id in _below(given.id) and each.pattern == given.pattern
    reason = why(each, given, shares=shares, instead_of=instead_of, is_easier=easier, spares=bool(wish.hurts))
    zone = next(work.zone for work in each.work if work.muscle == shares[0])
    return Swap(each, zone, shares, reason, f"{each.first_dose}. {light(each)}")

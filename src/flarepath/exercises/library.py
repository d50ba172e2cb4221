"""The exercise library: what each exercise works, and others for the same muscle.

`library.toml` is the knowledge; a name resolves to an id only when it is that exercise's id, name or alias.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from flarepath.errors import UnknownId
from flarepath.exercises.model import Exercise, FirstDose, Role, Work
from flarepath.exercises.names import NameIndex
from flarepath.exercises.traits import traits_of
from flarepath.quantities import Zone
from flarepath.sources import load_table

_TABLE = load_table(__package__, "library.toml")

DEPTHS: Mapping[str, Mapping[str, Zone]] = MappingProxyType(
    {depth: {name: zone for name, zone in row.items() if name != "source"} for depth, row in _TABLE["depth"].items()}
)
"""The zone in which a muscle is loaded, by how deep a squat or lunge went (R69)."""

DEPTH_PATTERNS = frozenset({"squat", "lunge"})
"""The patterns whose depth moves the zone."""

NOT_STRENGTH = frozenset({"endurance", "jump"})
"""Patterns of kind exercise that nobody chooses to strengthen one muscle."""


def _exercise(id_: str, row: dict[str, Any]) -> Exercise:
    return Exercise(
        id=id_,
        name=row["name"],
        kind=row.get("kind", "exercise"),
        aliases=tuple(row["aliases"]),
        pattern=row["pattern"],
        equipment=tuple(row["equipment"]),
        sides=row["sides"],
        work=tuple(_works(row)),
        strains=frozenset(row.get("strains", ())),
        cues=tuple(row["cues"]),
        felt_where=row["felt_where"],
        stop_signs=tuple(_TABLE["stop"][key] for key in row["stop_at"]),
        position=row.get("position", ""),
        marker=row.get("marker", ""),
        first=FirstDose(**_TABLE["dose"][row["dose"]]),
        easier=row.get("easier", ""),
        harder=row.get("harder", ""),
        source=row["source"],
        traits=traits_of(row),
        not_with=frozenset(row.get("not_with", ())),
    )


def _works(row: dict[str, Any]) -> Iterator[Work]:
    roles: tuple[Role, ...] = ("main", "helps")
    for role in roles:
        for muscle, zone in row.get(role, {}).items():
            yield Work(muscle, role, zone)


EXERCISES: Mapping[str, Exercise] = MappingProxyType(
    {id_: _exercise(id_, row) for id_, row in _TABLE["exercise"].items()}
)
"""Every exercise, stretch and self-massage by its id."""


PATTERNS: tuple[str, ...] = tuple(sorted({each.pattern for each in EXERCISES.values()}))
"""Every kind of movement of the library."""

EQUIPMENT: frozenset[str] = frozenset(tool for each in EXERCISES.values() for tool in each.equipment)
"""Everything that some exercise of the library needs."""

WITHOUT: Mapping[str, frozenset[str]] = MappingProxyType(
    {muscle: frozenset(row["kind"]) for muscle, row in _TABLE["without"].items()}
)
"""For each muscle the zones and kinds that the library leaves out on purpose."""


@cache
def _names() -> NameIndex:
    return NameIndex({each.id: (each.name, *each.aliases) for each in EXERCISES.values()})


def exercise(exercise_id: str) -> Exercise:
    """The exercise of that id.

    Raises:
        UnknownId: no such id; it names the nearest one.
    """
    if exercise_id in EXERCISES:
        return EXERCISES[exercise_id]
    raise UnknownId("exercise", exercise_id, next(iter(suggest(exercise_id)), None))


def stops_of(exercise_id: str) -> tuple[str, ...]:
    """The stop signs of an exercise by their keys in the library's table.

    Args:
        exercise_id: an id of the library.
    """
    return tuple(_TABLE["exercise"][exercise_id]["stop_at"])


@lru_cache(maxsize=4096)
def resolve(name: str) -> str | None:
    """The id of an exercise as people write it, or None where it is not surely one of the library.

    Case, punctuation, plural, words for a side and for a tool do not matter; a typing error is never guessed away.

    Example:
        >>> resolve("RDLs (left)"), resolve("clamshel")
        ('romanian_deadlift', None)
    """
    return _names().find(name)


def suggest(name: str) -> tuple[str, ...]:
    """Up to three ids that may have been meant, for the person to choose from.

    Example:
        >>> suggest("clamshel")[0]
        'clamshell'
    """
    return _names().near(name)


def alternatives(
    exercise_id: str,
    *,
    zone: Zone | None = None,
    muscles: Iterable[str] | None = None,
    avoiding: AbstractSet[str] = frozenset(),
) -> tuple[Exercise, ...]:
    """Other strengthening exercises for the same muscles, those that share most first, then the easiest.

    Args:
        exercise_id: the one to replace.
        zone: only those that load a shared muscle in this zone; without it, another zone than the given one's first.
        muscles: the muscles that matter; the mains of the given exercise where it is None.
        avoiding: ids to leave out, and muscles that must not be among the mains.

    Raises:
        UnknownId: no such exercise.
    """
    given = exercise(exercise_id)
    wanted = set(given.mains) if muscles is None else set(muscles)
    found = [each for each in EXERCISES.values() if each.id != exercise_id and _may_stand_in(each, avoiding)]
    fitting = [each for each in found if zones_of(each, wanted, zone=zone)]
    return tuple(sorted(fitting, key=lambda each: _rank(each, given, wanted)))


def _may_stand_in(each: Exercise, avoiding: AbstractSet[str]) -> bool:
    return each.kind == "exercise" and each.pattern not in NOT_STRENGTH and not avoiding & {each.id, *each.mains}


def zones_of(each: Exercise, muscles: set[str], *, zone: Zone | None = None) -> frozenset[tuple[str, Zone]]:
    """The (muscle, zone) pairs in which an exercise chiefly loads one of `muscles`, in `zone` where one is given."""
    chief = (work for work in each.work if work.role == "main" and work.muscle in muscles)
    return frozenset((work.muscle, work.zone) for work in chief if zone in (None, work.zone))


def _rank(each: Exercise, given: Exercise, wanted: set[str]) -> tuple[bool, int, int, int, str]:
    """Another zone first (the swap rule), then the more shared muscles, fewer others, the lower rung."""
    here = zones_of(each, wanted)
    same_zone = bool(here & zones_of(given, wanted))
    return same_zone, -len(here), len(each.mains), rung(each), each.id


def rung(each: Exercise) -> int:
    """How many easier exercises stand below this one on its ladder."""
    steps = 0
    while each.easier:
        each, steps = EXERCISES[each.easier], steps + 1
    return steps


@cache
def for_muscle(muscle: str, zone: Zone | None = None, *, kind: str = "exercise") -> tuple[Exercise, ...]:
    """What the library has for one muscle, those chosen for it alone first, then the easiest.

    Args:
        muscle: a muscle id.
        zone: where it shall be loaded; every zone where None.
        kind: exercise, stretch or massage. Endurance and jumping are never among the exercises.
    """
    found = [each for each in EXERCISES.values() if each.kind == kind and each.pattern not in NOT_STRENGTH]
    fitting = [each for each in found if zones_of(each, {muscle}, zone=zone)]
    return tuple(sorted(fitting, key=lambda each: (len(each.mains), rung(each), each.id)))

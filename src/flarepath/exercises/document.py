"""Exercises, swaps and the ledger as the documents that `--json` prints (PRODUCT)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flarepath.exercises.atlas import SOURCE, Reach, joints, reaches
from flarepath.exercises.model import Exercise, Role
from flarepath.exercises.pictures import pictures
from flarepath.exercises.range_ledger import LedgerRow
from flarepath.exercises.swap import Swap
from flarepath.quantities import Zone

THIRD, TWO_THIRDS = 33, 67
"""Where the short and the long third of a muscle's range begin, in per cent."""


def exercise_document(exercise: Exercise) -> dict[str, Any]:
    """One exercise of the library.

    Args:
        exercise: the exercise.
    """
    return {
        "id": exercise.id,
        "name": exercise.name,
        "kind": exercise.kind,
        "aliases": list(exercise.aliases),
        "pattern": exercise.pattern,
        "equipment": list(exercise.equipment),
        "sides": exercise.sides,
        "muscles": list(_muscles(exercise)),
        "cues": list(exercise.cues),
        "felt_where": exercise.felt_where,
        "stop_signs": list(exercise.stop_signs),
        "joints": {joint: list(angles) for joint, angles in joints(exercise.id).items()},
        "position": exercise.position or None,
        "marker": exercise.marker or None,
        "first_dose": exercise.first_dose,
        "easier": exercise.easier or None,
        "harder": exercise.harder or None,
        "pictures": list(pictures(exercise.id)),
        "sources": sorted({exercise.source} | ({SOURCE} if reaches(exercise.id) else set())),
    }


def _muscles(exercise: Exercise) -> Iterator[dict[str, Any]]:
    """Every muscle once: those the library names first, then what else the model has."""
    modelled = {reach.muscle: reach for reach in reaches(exercise.id)}
    others = {reach.muscle: reach for reach in reaches(exercise.id, other_side=True)}
    for work in exercise.work:
        own, other = modelled.get(work.muscle), others.get(work.muscle)
        # In a split one leg is long behind and the other in front: each muscle is told of the leg it is chosen for.
        swapped = own is not None and other is not None and not _visits(own, work.zone) and _visits(other, work.zone)
        row = _muscle(work.muscle, work.role, work.zone, other if swapped else own, exercise.source)
        yield row | ({"other_side": True} if swapped else {})
    named = {work.muscle for work in exercise.work}
    for muscle, reach in modelled.items():
        if muscle not in named:
            # The library does not choose the exercise for this muscle: where the model would, the two disagree.
            role: Role = "unclear" if reach.role == "main" else reach.role
            yield _muscle(muscle, role, zone_at(reach.at_load), reach, SOURCE)


def _visits(reach: Reach, zone: Zone) -> bool:
    """Whether a muscle comes through that third of its range."""
    low, high = {"short": (0, THIRD), "mid": (THIRD, TWO_THIRDS), "long": (TWO_THIRDS, 100)}[zone]
    return reach.low <= high and reach.high >= low


def _muscle(muscle: str, role: Role, zone: Zone, reach: Reach | None, source: str) -> dict[str, Any]:
    return {
        "muscle": muscle,
        "role": role,
        "zone": zone,
        "range_low": reach.low if reach else None,
        "range_high": reach.high if reach else None,
        "standing": reach.standing if reach else None,
        "modelled": reach is not None,
        "source": source,
    }


def zone_at(percent: float) -> Zone:
    """The third of a muscle's range in which a length lies.

    Args:
        percent: of its range.

    Example:
        >>> zone_at(20), zone_at(50), zone_at(90)
        ('short', 'mid', 'long')
    """
    if percent < THIRD:
        return "short"
    return "mid" if percent <= TWO_THIRDS else "long"


def list_document(exercises: Iterable[Exercise]) -> list[dict[str, Any]]:
    """The exercises by id, name and pattern.

    Args:
        exercises: those to list.
    """
    return [{"id": each.id, "name": each.name, "pattern": each.pattern} for each in exercises]


def swap_document(exercise: Exercise, swaps: Iterable[Swap], *, none_because: str = "") -> dict[str, Any]:
    """What to do instead of an exercise.

    Args:
        exercise: the one to replace.
        swaps: what was found.
        none_because: why nothing was.
    """
    rows = [
        {
            "exercise": swap.exercise.id,
            "why": swap.why,
            "zone": swap.zone,
            "shares": list(swap.shares),
            "first_dose": swap.first_dose,
        }
        for swap in swaps
    ]
    return {"exercise": exercise.id, "swaps": rows, "none_because": none_because or None}


def ledger_document(rows: Iterable[LedgerRow]) -> list[dict[str, Any]]:
    """The ledger, a row a muscle and side.

    Args:
        rows: the ledger.
    """
    return [
        {
            "muscle": row.muscle,
            "side": row.side,
            **{zone: round(dose, 2) for zone, dose in row.doses.items()},
            "days_since_loaded": None if row.days_since_loaded is None else round(row.days_since_loaded, 1),
            "exercises": list(row.exercises),
            **{f"hours_{zone}": round(hours, 2) for zone, hours in row.hours.items()},
            "depth_partial_share": None if row.partial_share is None else round(row.partial_share, 2),
            "starved": row.is_starved,
            "warning": row.warning or None,
        }
        for row in rows
    ]

"""The muscle matrix: each muscle, side and part of its range: how long, how strong, when last loaded (R3).

Nothing in it is a cause of a pain: a label describes the result of a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from flarepath.body import MUSCLES
from flarepath.course import sides_match
from flarepath.diary import Diary
from flarepath.exercises.bouts import bouts
from flarepath.exercises.home_tests import TESTS
from flarepath.exercises.ledger import loads, zone_of
from flarepath.exercises.measures import measures
from flarepath.exercises.model import Bout, Measure
from flarepath.exercises.state import muscle_state
from flarepath.quantities import Side, Zone, days_between

ZONES: tuple[Zone, ...] = ("short", "mid", "long")
SIDES: tuple[Side, ...] = ("left", "right")

Strength = Literal["weak", "normal", "strong", "unknown"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One muscle, side and part of its range.

    A label is sure when two tests on different days agree; one test is a hint. `days_since_loaded` is None where the
    diary never shows it loaded there; `pain_points` the newest in a place where the muscle is felt, None where nobody
    wrote one down.
    """

    muscle: str
    side: Side
    zone: Zone
    length: Literal["short", "normal", "long", "unknown"]
    length_is_sure: bool
    strength: Strength
    strength_is_sure: bool
    days_since_loaded: float | None
    pain_points: float | None


def matrix(diary: Diary, *, at: datetime) -> tuple[Cell, ...]:
    """Every muscle on each side in each part of its range, in the body's order.

    Args:
        diary: the person's diary.
        at: nothing later counts.
    """
    known = diary.until(at)
    done, tested = bouts(known), measures(known)
    return tuple(cell for muscle in MUSCLES for side in SIDES for cell in _cells(muscle, side, known, done, tested, at))


def _cells(
    muscle: str, side: Side, diary: Diary, done: Sequence[Bout], tested: Sequence[Measure], at: datetime
) -> Iterator[Cell]:
    own = [measure for measure in tested if measure.muscle == muscle]
    state = muscle_state(own, muscle, side, at=at)
    loaded = [bout for bout in done if loads(bout, muscle) and sides_match(bout.side, side)]
    pain = _pain(diary, muscle, side)
    for zone in ZONES:
        strong = muscle_state((measure for measure in own if _speaks_of(measure, zone)), muscle, side, at=at)
        times = [bout.time for bout in loaded if zone_of(bout, muscle) == zone]
        yield Cell(
            muscle=muscle,
            side=side,
            zone=zone,
            length=state.length,
            length_is_sure=state.length_concordant,
            strength=strong.strength,
            strength_is_sure=strong.strength_concordant,
            days_since_loaded=days_between(max(times), at) if times else None,
            pain_points=pain,
        )


def _speaks_of(measure: Measure, zone: Zone) -> bool:
    """Whether a strength result is of that part of the range; one that says no part is of all."""
    test = TESTS.get(measure.test)
    told = measure.entry.text("zone") or (test.zone if test else None)
    return measure.about == "strength" and told in (None, "", zone)


def _pain(diary: Diary, muscle: str, side: Side) -> float | None:
    """The newest pain in a place where the muscle is felt, in points."""
    felt_in = set(MUSCLES[muscle].felt_in)
    here = (
        entry
        for entry in reversed(diary.of("pain"))
        if entry.where in felt_in and sides_match(entry.side, side) and entry.value is not None
    )
    newest = next(here, None)
    return newest.value if newest else None


def gaps(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells that are not adequate yet, the surest and least painful first, for a plan to take up one by one (R25).

    A cell is a gap where it tests weak, or where the muscle tests short and the long part was never loaded, or tests
    long and some part was never loaded. What nobody tested is no gap.

    Args:
        cells: the matrix.
    """
    found = [cell for cell in cells if _is_gap(cell)]
    return tuple(
        sorted(found, key=lambda cell: (not (cell.strength_is_sure or cell.length_is_sure), cell.pain_points or 0))
    )


def _is_gap(cell: Cell) -> bool:
    never = cell.days_since_loaded is None
    return (
        cell.strength == "weak"
        or (cell.length == "short" and cell.zone == "long" and never)
        or (cell.length == "long" and cell.strength != "strong" and never)
    )


def matrix_document(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    """The matrix as plain values; cells of which nothing is known are left out.

    Args:
        cells: the matrix.
    """
    return [
        {
            "muscle": cell.muscle,
            "side": cell.side,
            "zone": cell.zone,
            "length": cell.length,
            "length_is_sure": cell.length_is_sure,
            "strength": cell.strength,
            "strength_is_sure": cell.strength_is_sure,
            "days_since_loaded": None if cell.days_since_loaded is None else round(cell.days_since_loaded, 1),
            "pain_points": cell.pain_points,
        }
        for cell in cells
        if cell.length != "unknown" or cell.strength != "unknown" or cell.days_since_loaded is not None
    ]

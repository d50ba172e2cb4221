"""The muscle matrix: each muscle, side and part of its range: how long, how strong, when last loaded, what hurts (R3).

The goal is a matrix whose cells are all adequate and free of pain. Nothing in it is a cause of a pain: a label
describes the result of a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from flarepath.body import MUSCLES
from flarepath.course import sides_match
from flarepath.diary import Diary, Entry
from flarepath.exercises.bouts import bouts
from flarepath.exercises.home_tests import TESTS
from flarepath.exercises.ledger import loads, zone_of
from flarepath.exercises.measures import measures
from flarepath.exercises.model import Bout, Measure, MuscleState
from flarepath.exercises.range_ledger import NUMBERS
from flarepath.exercises.state import muscle_state
from flarepath.quantities import Side, Zone, days_between
from flarepath.sources import Numbers

ZONES: tuple[Zone, ...] = ("short", "mid", "long")
SIDES: tuple[Side, ...] = ("left", "right")

WORTH_TRAINING: dict[str, tuple[Zone, ...]] = {
    "short": ("long",),
    "normal": ZONES,
    "unknown": ZONES,
    "long": ("short", "long"),
}
"""The parts in which a muscle of that length is to be strengthened: D2 spares the short part of a short muscle."""

HURTS_FROM = 3.0
"""Above this many points a place hurts too much to begin there (F3)."""

PAIN_HOLDS_DAYS = 7.0
"""A pain written down longer ago says nothing of now (ours)."""

PAIN_WINDOW_DAYS = 1.0
"""Of several places of one muscle the worst counts, of the last day on which any was told (ours)."""

Lack = Literal["", "weak", "never_loaded", "starved"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One muscle, side and part of its range.

    A label is sure when two tests of a rested muscle on different days agree; one test is a hint. `days_since_loaded`
    is None where the diary never shows it loaded there. `pain_points` is the worst of the last day on which a place
    where the muscle is felt was rated, `pain_days` days ago; None where nobody wrote one down. `lacks` says why the
    cell is not adequate yet, empty where nothing says so.
    """

    muscle: str
    side: Side
    zone: Zone
    length: Literal["short", "normal", "long", "unknown"]
    length_is_sure: bool
    strength: Literal["weak", "normal", "strong", "unknown"]
    strength_is_sure: bool
    days_since_loaded: float | None
    pain_points: float | None
    pain_days: float | None
    lacks: Lack

    @property
    def hurts(self) -> bool:
        """Whether the muscle hurts too much these days to begin with this cell."""
        recent = self.pain_days is not None and self.pain_days <= PAIN_HOLDS_DAYS
        return recent and self.pain_points is not None and self.pain_points > HURTS_FROM


def matrix(diary: Diary, *, at: datetime, numbers: Numbers = NUMBERS) -> tuple[Cell, ...]:
    """Every muscle on each side in each part of its range, in the body's order.

    Args:
        diary: the person's diary.
        at: nothing later counts.
        numbers: the part's numbers.
    """
    known = diary.until(at)
    done, tested = bouts(known), measures(known)
    cells: list[Cell] = []
    for muscle in MUSCLES:
        own = [measure for measure in tested if measure.muscle == muscle]
        loading = [bout for bout in done if loads(bout, muscle)]
        rated = _rated(known, muscle)
        for side in SIDES:
            about = _About(muscle, side, at, own, [bout for bout in loading if sides_match(bout.side, side)], rated)
            cells += _cells(about, numbers)
    return tuple(cells)


@dataclass(frozen=True, slots=True)
class _About:
    """What the diary holds of one muscle and side: tests, loading work of that side, pain where it is felt."""

    muscle: str
    side: Side
    at: datetime
    measures: Sequence[Measure]
    bouts: Sequence[Bout]
    rated: Sequence[Entry]

    def state(self, zone: Zone | None = None) -> MuscleState:
        """What the tests say of the muscle, or of its strength in one part of the range."""
        own = (m for m in self.measures if zone is None or _speaks_of(m, zone))
        return muscle_state(own, self.muscle, self.side, at=self.at, bouts=self.bouts)

    def days_since_loaded(self, zone: Zone) -> float | None:
        """Days since it was last loaded in that part, None where never."""
        times = [bout.time for bout in self.bouts if zone_of(bout, self.muscle) == zone]
        return days_between(max(times), self.at) if times else None


def _cells(about: _About, numbers: Numbers) -> Iterator[Cell]:
    state, (points, days) = about.state(), _pain(about)
    for zone in ZONES:
        here = about.state(zone)
        yield Cell(
            muscle=about.muscle,
            side=about.side,
            zone=zone,
            length=state.length,
            length_is_sure=state.length_concordant,
            strength=here.strength,
            strength_is_sure=here.strength_concordant,
            days_since_loaded=about.days_since_loaded(zone),
            pain_points=points,
            pain_days=days,
            lacks=_lack(about, zone, state, here, numbers["starved_days"]),
        )


def _speaks_of(measure: Measure, zone: Zone) -> bool:
    """Whether a strength result is of that part of the range; one that says no part is of all."""
    test = TESTS.get(measure.test)
    told = measure.entry.text("zone") or (test.zone if test else None)
    return measure.about == "strength" and told in (None, "", zone)


def _rated(diary: Diary, muscle: str) -> list[Entry]:
    felt_in = set(MUSCLES[muscle].felt_in)
    return [entry for entry in diary.of("pain") if entry.where in felt_in and entry.value is not None]


def _pain(about: _About) -> tuple[float | None, float | None]:
    """The worst pain of the last day on which a place of the muscle was rated, and how many days ago it was."""
    here = [entry for entry in about.rated if sides_match(entry.side, about.side)]
    last = [entry for entry in here if days_between(entry.time, here[-1].time) < PAIN_WINDOW_DAYS]
    if not last:
        return None, None
    worst = max(last, key=lambda entry: entry.value or 0.0)
    return worst.value, days_between(worst.time, about.at)


def _lack(about: _About, zone: Zone, state: MuscleState, here: MuscleState, starved_days: float) -> Lack:
    """Why a cell is not adequate: weak, or a part worth training that was never loaded, or not for weeks (R21).

    What nobody tested and the diary never shows is no lack: nobody knows what was done before the diary.
    """
    since = about.days_since_loaded(zone)
    if here.strength == "weak":
        return "weak"
    if zone not in WORTH_TRAINING[state.length]:
        return ""
    if since is not None:
        return "starved" if since >= starved_days else ""
    if state.length == "short" or (state.length == "long" and here.strength != "strong"):
        return "never_loaded"
    # A muscle of ordinary length is known to miss a part only where the diary shows it trained in another.
    return "never_loaded" if about.bouts and here.strength == "unknown" else ""


def gaps(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells that are not adequate yet, as a plan takes them up one by one (R25).

    First what does not hurt; in it the weak, then parts never loaded of a short or long muscle, then those of others,
    then the starved; in each the sure before hints, the less painful before the more, and of a short muscle the long
    part before the short (D2).

    Args:
        cells: the matrix.
    """
    return tuple(sorted((cell for cell in cells if cell.lacks), key=_turn))


def _turn(cell: Cell) -> tuple[bool, int, bool, float, int]:
    led_by_length = cell.lacks == "never_loaded" and cell.length in ("short", "long")
    rank = 1 if led_by_length else {"weak": 0, "never_loaded": 2, "starved": 3}[cell.lacks or "starved"]
    is_sure = cell.strength_is_sure if cell.lacks == "weak" else cell.length_is_sure
    place = ZONES.index(cell.zone)
    return cell.hurts, rank, not is_sure, cell.pain_points or 0.0, -place if cell.length == "short" else place


def matrix_document(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    """The matrix as plain values; cells of which nothing is known are left out.

    Args:
        cells: the matrix.
    """
    return [_document(cell) for cell in cells if _is_known(cell)]


def _is_known(cell: Cell) -> bool:
    tested = cell.length != "unknown" or cell.strength != "unknown"
    return tested or cell.days_since_loaded is not None or bool(cell.lacks)


def _document(cell: Cell) -> dict[str, Any]:
    return {name: round(value, 1) if isinstance(value, float) else value for name, value in asdict(cell).items()}

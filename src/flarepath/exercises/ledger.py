"""How a muscle was loaded over time: when last, how deep, and how much of it at short length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from flarepath.course import sides_match
from flarepath.exercises.library import DEPTHS
from flarepath.exercises.model import Bout
from flarepath.quantities import Zone, days_between

PARTIAL_DEPTHS = frozenset({"quarter", "half"})
"""The depths at which a squat or lunge stops short of level thighs (R69)."""


def loads(bout: Bout, muscle: str) -> bool:
    """Whether a bout was strengthening work of that muscle, chiefly or in help; a stretch or massage never is."""
    strengthens = bout.kind == "exercise" and (bout.exercise is None or bout.exercise.kind == "exercise")
    return strengthens and any(work.muscle == muscle and work.role in ("main", "helps") for work in bout.work)


def days_since_loaded(bouts: Iterable[Bout], muscle: str, side: str, *, at: datetime) -> float | None:
    """Days since a muscle was last loaded on that side, or None where the log never shows it."""
    times = [b.time for b in bouts if b.time <= at and loads(b, muscle) and sides_match(b.side, side)]
    return days_between(max(times), at) if times else None


def starved(bouts: Iterable[Bout], muscle: str, side: str, *, at: datetime, days: float = 21) -> float | None:
    """Days since a muscle was last loaded, where these are `days` or more (R21), else None.

    A muscle that the log never shows is no answer either: nobody knows what was done before the diary.
    """
    since = days_since_loaded(bouts, muscle, side, at=at)
    return since if since is not None and since >= days else None


def depth_share(bouts: Iterable[Bout], muscle: str, *, since: datetime, at: datetime) -> float | None:
    """The share of sets at quarter or half depth among those whose depth was logged, or None without any (R69)."""
    deep = [b for b in _loading(bouts, muscle, since=since, at=at) if b.depth in DEPTHS]
    return _share([(sets_of(bout), bout.depth in PARTIAL_DEPTHS) for bout in deep])


def short_zone_share(bouts: Iterable[Bout], muscle: str, *, since: datetime, at: datetime) -> float | None:
    """The share of a muscle's strengthening dose that it got in its short zone, or None without any (R63).

    Doses are each exercise's own usual; so this counts usual sessions, not kilograms.
    """
    worked = list(_loading(bouts, muscle, since=since, at=at))
    return _share([(bout.dose, zone_of(bout, muscle) == "short") for bout in worked])


def zone_of(bout: Bout, muscle: str) -> Zone | None:
    """The zone in which a bout loaded a muscle, or None where it did not."""
    return next((work.zone for work in bout.work if work.muscle == muscle), None)


def _loading(bouts: Iterable[Bout], muscle: str, *, since: datetime, at: datetime) -> Iterator[Bout]:
    return (bout for bout in bouts if since <= bout.time <= at and loads(bout, muscle))


def sets_of(bout: Bout) -> float:
    """How many sets a bout had; one where nobody said.

    Args:
        bout: what was logged.
    """
    return bout.entry.number("sets") or 1.0


def _share(weighed: list[tuple[float, bool]]) -> float | None:
    whole = sum(weight for weight, _ in weighed)
    return sum(weight for weight, counts in weighed if counts) / whole if whole > 0 else None

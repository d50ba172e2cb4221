"""The same session done again: how sore each exposure left the place (R46, EVIDENCE 2.1)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta

from flarepath.course import Checkin
from flarepath.exercises import Bout
from flarepath.flares.situation import Situation
from flarepath.flares.suspects import suspects
from flarepath.flares.words import named
from flarepath.quantities import days_between

SORE = 2
"""From so many points on, an exposure left the place sore."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """One comparable session, and by how many points the days after it rose above the last check-in before.

    A pain that stands where it stood before the session was not made by it.
    """

    time: datetime
    name: str
    points: float


def exposures(situation: Situation) -> tuple[Exposure, ...]:
    """The comparable sessions of the most suspected exercise, oldest first.

    Sessions are comparable when their doses lie within a fifth of the latest one's; the last four are compared. Of
    sessions closer than two days the first stands for all, since one soreness cannot be shared out between them.
    """
    ranked = suspects(situation)
    if not ranked or ranked[0].bout.kind != "exercise":
        return ()
    latest = ranked[0].bout
    same = [
        b for b in situation.bouts if b.name == latest.name and b.time <= latest.time and _alike(b, latest, situation)
    ]
    found = [
        Exposure(b.time, named(b), points)
        for b in _apart(same, situation.numbers["apart_days"])
        if (points := _response(b, situation)) is not None
    ]
    return tuple(found[-int(situation.numbers["exposures_compared"]) :])


def _alike(bout: Bout, latest: Bout, situation: Situation) -> bool:
    return abs(bout.dose - latest.dose) <= situation.numbers["same_dose_share"] * max(latest.dose, bout.dose)


def _apart(same: list[Bout], days: float) -> list[Bout]:
    kept: list[Bout] = []
    for bout in same:
        if not kept or days_between(kept[-1].time, bout.time) >= days:
            kept.append(bout)
    return kept


def _response(bout: Bout, situation: Situation) -> float | None:
    end = bout.time + timedelta(hours=situation.numbers["response_hours"])
    first, last = (bisect_right(situation.series, time, key=_time) for time in (bout.time, end))
    before = situation.series[first - 1].points if first else 0.0
    return max((c.points - before for c in situation.series[first:last]), default=None)


def _time(checkin: Checkin) -> datetime:
    return checkin.time


def less_sore(found: tuple[Exposure, ...], *, share: float) -> bool:
    """Whether the newest of at least two exposures was that share less sore than the first, which was sore at all."""
    return len(found) > 1 and found[0].points >= SORE and found[-1].points <= (1 - share) * found[0].points


def no_better(found: tuple[Exposure, ...], *, least: int) -> bool:
    """Whether of the last `least` exposures each was sore, and the newest as sore as the first of them, or more."""
    last = found[-least:]
    return len(last) == least and min(e.points for e in last) >= SORE and last[-1].points >= last[0].points


def adapted(situation: Situation) -> bool | None:
    """Whether the same dose became less sore; None until it was tried often enough (R46)."""
    found = exposures(situation)
    if less_sore(found, share=situation.numbers["less_sore_share"]):
        return True
    return False if no_better(found, least=int(situation.numbers["no_better_exposures"])) else None

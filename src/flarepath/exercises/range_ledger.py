"""The range ledger: how much each muscle was loaded in each zone of its length, by training and by holding still (R63).

A dose is relative to the person's own usual session of that exercise, so the ledger counts usual sessions, not
kilograms. Good form clears nothing: what an exercise does to a muscle's length it does with good form too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import mean
from typing import NamedTuple

from flarepath.body import MUSCLES
from flarepath.diary import Diary
from flarepath.exercises.bouts import bouts
from flarepath.exercises.ledger import PARTIAL_DEPTHS, days_since_loaded, depth_share, loads, starved
from flarepath.exercises.library import DEPTHS
from flarepath.exercises.model import Bout
from flarepath.exercises.postures import dwellings
from flarepath.quantities import Side, Zone
from flarepath.sources import Numbers, load_numbers

NUMBERS: Numbers = load_numbers(__package__)
"""The numbers of this part as shipped."""

WEEK = timedelta(days=7)

SIDES: tuple[Side, ...] = ("left", "right")


class Period(NamedTuple):
    """What the ledger adds up: from when to when."""

    since: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One muscle on one side over a period: `doses` in usual sessions and `hours` of holding still, by zone.

    `days_since_loaded` is None where the diary never shows it loaded; `partial_share` where no depth was logged.
    """

    muscle: str
    side: Side
    doses: Mapping[Zone, float]
    hours: Mapping[Zone, float]
    days_since_loaded: float | None
    exercises: tuple[str, ...]
    partial_share: float | None
    is_starved: bool
    warning: str


def range_ledger(diary: Diary, *, since: datetime, at: datetime, numbers: Numbers = NUMBERS) -> tuple[LedgerRow, ...]:
    """A row for every muscle and side that the diary ever loaded, or held in one position, in the body's order.

    Args:
        diary: the person's diary; doses are relative to all of it up to `at`.
        since: the beginning of the period.
        at: its end; nothing later counts.
        numbers: what counts as what.
    """
    done = bouts(diary.until(at))
    by_muscle: dict[str, list[Bout]] = defaultdict(list)
    for bout in done:
        for work in bout.work:
            if work.role in ("main", "helps"):
                by_muscle[work.muscle].append(bout)
    held, period = _hours(diary.until(at), since), Period(since, at)
    return tuple(
        _row(muscle, side, by_muscle[muscle], held.get(muscle, {}), period, numbers)
        for muscle in MUSCLES
        if muscle in by_muscle or muscle in held
        for side in _sides(by_muscle[muscle])
    )


def _sides(done: Iterable[Bout]) -> tuple[Side, ...]:
    """Both sides in one row where nothing was done on one side alone."""
    return SIDES if any(bout.side in SIDES for bout in done) else ("both",)


def _hours(diary: Diary, since: datetime) -> dict[str, dict[Zone, float]]:
    found: dict[str, dict[Zone, float]] = defaultdict(lambda: {"short": 0.0, "mid": 0.0, "long": 0.0})
    for dwelling in dwellings(diary):
        if dwelling.entry.time >= since:
            for muscle, zone in dwelling.posture.zones.items():
                found[muscle][zone] += dwelling.hours
    return found


def _row(
    muscle: str, side: Side, done: Sequence[Bout], hours: Mapping[Zone, float], period: Period, numbers: Numbers
) -> LedgerRow:
    moved = muscle in DEPTHS["half"]
    own = [bout for bout in done if side == "both" or bout.side in ("", "both", side)]
    within = [bout for bout in own if bout.time >= period.since]
    doses: dict[Zone, float] = {"short": 0.0, "mid": 0.0, "long": 0.0}
    for bout in within:
        if loads(bout, muscle):
            work = next(work for work in bout.work if work.muscle == muscle)
            doses[work.zone] += bout.dose * (1.0 if work.role == "main" else numbers["helps_share"])
    return LedgerRow(
        muscle=muscle,
        side=side,
        doses=doses,
        hours=hours or {"short": 0.0, "mid": 0.0, "long": 0.0},
        days_since_loaded=days_since_loaded(own, muscle, side, at=period.at),
        exercises=tuple(dict.fromkeys(bout.name for bout in within)),
        partial_share=depth_share(own, muscle, since=period.since, at=period.at) if moved else None,
        is_starved=starved(own, muscle, side, at=period.at, days=numbers["starved_days"]) is not None,
        warning=_warning(own, muscle, at=period.at, numbers=numbers),
    )


def _warning(done: Sequence[Bout], muscle: str, *, at: datetime, numbers: Numbers) -> str:
    """R70: the load rises for weeks while the depth stays partial, for a muscle that such a depth leaves short."""
    if DEPTHS["half"].get(muscle) != "short":
        return ""
    weeks = list(_weeks([bout for bout in done if bout.depth in DEPTHS and loads(bout, muscle)], at=at))
    many = int(numbers["partial_weeks"])
    last = weeks[-many:]
    if len(last) < many or any(share < numbers["partial_share"] for share, _ in last):
        return ""
    if last[-1][1] < last[0][1] * (1 + numbers["load_rise"]):
        return ""
    rise = last[-1][1] / last[0][1] - 1
    return (
        f"For {many} weeks at least {numbers['partial_share']:.0%} of the sets stopped short of level thighs while the"
        f" weight rose by {rise:.0%}. The long part of the range got little of it."
    )


def _weeks(done: Sequence[Bout], *, at: datetime) -> Iterator[tuple[float, float]]:
    """The partial share and mean weight of each week with weighed sets, oldest first, counted back from `at`."""
    weighed = [(bout, load) for bout in done if (load := bout.entry.number("load_kg"))]
    by_week: dict[int, list[tuple[Bout, float]]] = defaultdict(list)
    for bout, load in weighed:
        by_week[(at - bout.time) // WEEK].append((bout, load))
    for week in sorted(by_week, reverse=True):
        own = by_week[week]
        yield mean(float(bout.depth in PARTIAL_DEPTHS) for bout, _ in own), mean(load for _, load in own)

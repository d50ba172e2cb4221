"""The range ledger: how much each muscle was loaded in each zone of its length, by training and by holding still (R63).

A dose is relative to the person's own usual session of that exercise, so the ledger counts usual sessions, not
kilograms. Good form clears nothing: what an exercise does to a muscle's length it does with good form too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from flarepath.body import MUSCLES
from flarepath.course import sides_match
from flarepath.diary import Diary
from flarepath.exercises.bouts import bouts
from flarepath.exercises.ledger import PARTIAL_DEPTHS, days_since_loaded, depth_share, loads, sets_of, starved
from flarepath.exercises.library import DEPTHS, EXERCISES
from flarepath.exercises.model import Bout
from flarepath.exercises.postures import dwellings, stretched_hours
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

    What was done on both sides, or without a side, counts for each. `exercises` holds the stretches and massages too,
    which load nothing. `days_since_loaded` is None where the diary never shows it loaded; `partial_share` where no
    depth was logged.
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
    """A row for each side of every muscle that the diary ever worked, or held in one position, in the body's order.

    Args:
        diary: the person's diary; doses are relative to all of it up to `at`.
        since: the beginning of the period.
        at: its end; nothing later counts.
        numbers: what counts as what.
    """
    known, period = diary.until(at), Period(since, at)
    by_muscle: dict[str, list[Bout]] = defaultdict(list)
    for bout in bouts(known):
        for work in bout.work:
            if work.role in ("main", "helps"):
                by_muscle[work.muscle].append(bout)
    held = _hours(known, since)
    return tuple(
        _row(muscle, side, by_muscle[muscle], held.get(muscle, {}), period, numbers)
        for muscle in MUSCLES
        if muscle in by_muscle or muscle in held
        for side in SIDES
    )


def _hours(diary: Diary, since: datetime) -> dict[str, dict[Zone, float]]:
    found: dict[str, dict[Zone, float]] = defaultdict(_nothing)
    for dwelling in dwellings(diary):
        if dwelling.entry.time >= since:
            for muscle, zone in dwelling.posture.zones.items():
                found[muscle][zone] += dwelling.hours
    return found


def _nothing() -> dict[Zone, float]:
    return {"short": 0.0, "mid": 0.0, "long": 0.0}


def _row(
    muscle: str, side: Side, done: Sequence[Bout], held: Mapping[Zone, float], period: Period, numbers: Numbers
) -> LedgerRow:
    own = [bout for bout in done if sides_match(bout.side, side)]
    within = [bout for bout in own if bout.time >= period.since]
    doses, hours = _nothing(), {**_nothing(), **held}
    for bout in within:
        work = next(work for work in bout.work if work.muscle == muscle)
        if loads(bout, muscle):
            doses[work.zone] += bout.dose * (1.0 if work.role == "main" else numbers["helps_share"])
        elif work.role == "main":
            hours[work.zone] += stretched_hours(bout)
    moved = muscle in DEPTHS["half"]
    return LedgerRow(
        muscle=muscle,
        side=side,
        doses=doses,
        hours=hours,
        days_since_loaded=days_since_loaded(own, muscle, side, at=period.at),
        exercises=tuple(dict.fromkeys(bout.name for bout in within)),
        partial_share=depth_share(own, muscle, since=period.since, at=period.at) if moved else None,
        is_starved=starved(own, muscle, side, at=period.at, days=numbers["starved_days"]) is not None,
        warning=_warning(own, muscle, at=period.at, numbers=numbers),
    )


def _warning(done: Iterable[Bout], muscle: str, *, at: datetime, numbers: Numbers) -> str:
    """R70: the weight rises for weeks while the depth stays partial, for a muscle that such a depth leaves short."""
    if DEPTHS["half"].get(muscle) != "short":
        return ""
    by_name: dict[str, list[Bout]] = defaultdict(list)
    for bout in done:
        if bout.depth in DEPTHS and bout.entry.number("load_kg") and loads(bout, muscle):
            by_name[bout.name].append(bout)
    rises = {name: _rise(list(_weeks(own, at=at)), numbers) for name, own in by_name.items()}
    name, rise = max(rises.items(), key=lambda pair: pair[1], default=("", 0.0))
    if not rise:
        return ""
    called = EXERCISES[name].name.lower() if name in EXERCISES else name
    return (
        f"For {numbers['partial_weeks']:.0f} weeks at least {numbers['partial_share']:.0%} of the sets of {called}"
        f" stopped short of level thighs while the weight rose by {rise:.0%}. The long part of the range got little."
    )


class Week(NamedTuple):
    """The sets of one exercise in a week: how many weeks ago, the share that was partial, their mean weight in kg."""

    ago: int
    partial_share: float
    load_kg: float


def _rise(weeks: Sequence[Week], numbers: Numbers) -> float:
    """By which share the weight rose over the last weeks, where all of them were partial; nought where not so."""
    many = int(numbers["partial_weeks"])
    last = weeks[-many:]
    if len(last) < many or last[0].ago >= many + numbers["partial_pause_weeks"]:
        return 0.0
    rise = last[-1].load_kg / last[0].load_kg - 1
    partial = all(week.partial_share >= numbers["partial_share"] for week in last)
    return rise if partial and rise >= numbers["load_rise"] else 0.0


def _weeks(done: Iterable[Bout], *, at: datetime) -> Iterator[Week]:
    """Each week with sets, counted back from `at`, the oldest first."""
    by_week: dict[int, list[Bout]] = defaultdict(list)
    for bout in done:
        by_week[(at - bout.time) // WEEK].append(bout)
    for ago in sorted(by_week, reverse=True):
        sets = [(sets_of(bout), bout) for bout in by_week[ago]]
        whole = sum(count for count, _ in sets)
        partial = sum(count for count, bout in sets if bout.depth in PARTIAL_DEPTHS)
        load_kg = sum(count * (bout.entry.number("load_kg") or 0.0) for count, bout in sets)
        yield Week(ago, partial / whole, load_kg / whole)

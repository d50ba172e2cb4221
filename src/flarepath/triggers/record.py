"""The diary as arrays: when what was done, and when what was felt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter

from flarepath.course import Outcome, sides_match
from flarepath.diary import FELT, TRAINED, Diary, Entry
from flarepath.exercises import raw_dose, resolve
from flarepath.quantities import HOURS_PER_UNIT, in_hours
from flarepath.triggers.cautions import food_caution
from flarepath.triggers.doses import Doses, Floats, Record, Series, merged
from flarepath.triggers.mechanisms import mechanisms
from flarepath.triggers.priors import Kind, Priors

Row = tuple[float, Entry]
"""An entry with its instant, in seconds since the epoch."""

SAME_MOMENT_HOURS = 1.0
"""Entries of one outcome this close count as their highest (PRODUCT, Words: flare)."""

RATED = frozenset({"stress", "mood"})
"""Daily values that are ratings: those of a day are averaged, where amounts are added up."""

USUAL_DAYS = 121
"""A daily value is compared with the running median of this many days around it."""

USUAL_SPREAD = 1.3
"""The standard deviation of a usual pain, in points."""

COVERED_SHARE = 0.5
"""A daily value that fewer of its days have is a thing done now and then."""


def record(diary: Diary, *, priors: Priors) -> Record:
    """Read a diary into arrays.

    Args:
        diary: the person's diary.
        priors: which kinds are exposures, and which of them every day has.
    """
    named: dict[str, list[Row]] = defaultdict(list)
    felt: dict[tuple[str, str], list[Row]] = defaultdict(list)
    measured: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in zip(diary.stamps, diary.entries, strict=True):
        entry = row[1]
        kind = entry.kind
        if kind in priors.kinds:
            named[exposure_key(kind, entry.what)].append(row)
        elif entry.value is not None and (kind == "energy" or (kind in FELT and entry.where)):
            felt[kind, entry.where].append(row)
        elif kind == "test" and entry.value is not None and not entry.text("change"):
            measured[entry.what, entry.where].append(row)
    often = priors.numbers["least_checkins"]
    felt |= {place: rows for place, rows in measured.items() if len(rows) >= often}
    exposures = [_exposure(key, rows, priors.kinds[key.partition(":")[0]]) for key, rows in named.items()]
    exposures += _qualities(named, priors) + _components(named, priors) + mechanisms(exposures, priors)
    offset = diary.last.utcoffset() if diary.last else None
    return Record(
        tuple(exposures),
        tuple(_all_series(felt)),
        _days(felt, named),
        offset.total_seconds() / 3600 if offset else 0.0,
        food_caution(diary),
        tuple(stamp / 3600 for stamp, one in zip(diary.stamps, diary.entries, strict=True) if _is_period(one)),
    )


def _is_period(entry: Entry) -> bool:
    return entry.kind == "event" and entry.what == "period"


@cache
def exposure_key(kind: str, what: str) -> str:
    """The key of an exposure: the library's id where the name is known, else the name as written, in lower case.

    Args:
        kind: the kind of entry.
        what: the name as written.
    """
    known = resolve(what) if kind in TRAINED else None
    name = known or what.strip().lower()
    return f"{kind}:{name}" if name else kind


def _hours(rows: Sequence[Row]) -> Floats:
    return np.fromiter((stamp for stamp, _ in rows), float, len(rows)) / 3600


def _days(*groups: Mapping[Any, list[Row]]) -> int:
    """The days from the first exposure or check-in to the last, both counted."""
    ends = [row for group in groups for each in group.values() for row in (each[0], each[-1])]
    if not ends:
        return 0
    (_, first), (_, last) = min(ends, key=itemgetter(0)), max(ends, key=itemgetter(0))
    return (last.time.date() - first.time.date()).days + 1


def _exposure(key: str, rows: Sequence[Row], kind: Kind) -> Doses:
    hours, entries = _hours(rows), [entry for _, entry in rows]
    if kind.is_daily and _is_every_day(hours):
        return _daily(key, hours, np.array([_level(each) for each in entries]), kind, unit=_unit(kind, entries[0]))
    amounts = _levels_done(entries) if kind.is_daily else _amounts(entries)
    sides = frozenset(each.side for each in entries)
    return Doses(key, kind, *merged(hours, amounts), per="typical dose", sides=sides)


def _is_every_day(hours: Floats) -> bool:
    days = np.unique(np.floor(hours / 24))
    return len(days) > 1 and len(days) >= COVERED_SHARE * (days[-1] - days[0] + 1)


def _level(row: Entry) -> float:
    """A daily value as it stands, times in hours; a row without a number counts as one."""
    if row.value is None:
        return 1.0
    return in_hours(row.value, row.unit) if row.unit in HOURS_PER_UNIT else row.value


def _unit(kind: Kind, row: Entry) -> str:
    """What a daily value is counted in."""
    if kind.name in RATED:
        return "points"
    if kind.name == "steps":
        return "steps"
    return "h" if row.unit in HOURS_PER_UNIT or kind.name == "sleep" else row.unit


def _levels_done(rows: Sequence[Entry]) -> Floats:
    levels = np.array([_level(row) for row in rows])
    usual = np.median(levels[levels > 0]) if (levels > 0).any() else 1.0
    return levels / usual


def _amounts(rows: Sequence[Entry]) -> Floats:
    """Doses of a thing done, each unit against its own median."""
    if rows[0].kind in TRAINED:
        raw = np.array([0.0 if row.value == 0 else raw_dose(row) for row in rows])
        units = np.array([row.unit for row in rows])
    else:
        raw = np.array([1.0 if row.value is None else row.value for row in rows])
        units = np.array([row.unit for row in rows])
    amounts = np.ones(len(rows))
    for unit in set(units):
        here = units == unit
        some = raw[here & (raw > 0)]
        amounts[here] = raw[here] / (np.median(some) if some.size else 1.0)
    return amounts


def _daily(key: str, hours: Floats, levels: Floats, kind: Kind, *, unit: str) -> Doses:
    """One value a day against the usual; ratings of a day are averaged, amounts added up, at the day's last entry."""
    day = np.floor(hours / 24)
    starts = np.flatnonzero(np.diff(day, prepend=-np.inf) > 0)
    ends = np.append(starts[1:], len(hours)) - 1
    totals = np.add.reduceat(levels, starts)
    if unit == "points":
        totals = totals / (ends - starts + 1)
    away = totals - median_filter(totals, size=min(USUAL_DAYS, 2 * (len(totals) // 2) + 1), mode="reflect")
    spread = float(np.std(totals))
    amounts = away / spread if spread > 0 else np.zeros_like(away)
    return Doses(key, kind, hours[ends], amounts, per=f"{_rounded(spread)} {unit} more than usual", is_daily=True)


def _rounded(number: float) -> str:
    """Two figures that count, without an exponent."""
    return f"{float(f'{number:.2g}'):,g}" if number < 1e6 else f"{number:,.0f}"  # noqa: PLR2004 - where g turns to exponents


def _qualities(named: Mapping[str, list[Row]], priors: Priors) -> list[Doses]:
    """How well the person slept, beside how long."""
    rated = [(row, level) for row in named.get("sleep", ()) if (level := row[1].number("quality")) is not None]
    if not rated:
        return []
    rows, levels = [row for row, _ in rated], np.array([level for _, level in rated])
    return [_daily("sleep:quality", _hours(rows), levels, priors.kinds["sleep"], unit="points")]


def _components(named: Mapping[str, list[Row]], priors: Priors) -> list[Doses]:
    """What several foods contain (R101); a component of one food alone cannot be told from it and is left out."""
    holding: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for key, rows in named.items():
        if key.startswith("food:"):
            for row in rows:
                for part in filter(None, row[1].text("contains").lower().split("+")):
                    holding[part][key].append(row)
    shared = {part: foods for part, foods in holding.items() if len(foods) > 1}
    kind = priors.kinds["component"]
    return [
        _exposure(f"component:{part}", sorted(chain.from_iterable(foods.values()), key=itemgetter(0)), kind)
        for part, foods in shared.items()
    ]


def _all_series(felt: Mapping[tuple[str, str], list[Row]]) -> Iterator[Series]:
    for (kind, region), rows in felt.items():
        sides = dict.fromkeys(entry.side for _, entry in rows)
        for side in sides:
            own = rows if len(sides) == 1 else [row for row in rows if sides_match(row[1].side, side)]
            yield _series(Outcome(kind, region, side), own)
        if kind == "energy":
            yield _swings(_series(Outcome(kind, region, ""), rows))


def _series(outcome: Outcome, rows: Sequence[Row]) -> Series:
    """Check-ins in time order, close ones as their highest."""
    hours = _hours(rows)
    points = np.fromiter((entry.value or 0.0 for _, entry in rows), float, len(rows))
    if len(hours) > 1 and np.diff(hours).min() <= SAME_MOMENT_HOURS:
        starts = _moment_starts(hours)
        hours, points = hours[starts], np.maximum.reduceat(points, starts)
    if outcome.kind in FELT or outcome.kind == "energy":
        return Series(outcome, hours, points)
    unit = float(points.std()) / USUAL_SPREAD or 1.0
    return Series(outcome, hours, points / unit, unit)


def _moment_starts(hours: Floats) -> NDArray[np.intp]:
    """Where each moment begins: the first entry that is more than an hour after the moment's own first."""
    starts, first = [0], hours[0]
    for place, hour in enumerate(hours):
        if hour - first > SAME_MOMENT_HOURS:
            starts.append(place)
            first = hour
    return np.array(starts)


def _swings(series: Series) -> Series:
    """How far each value is from the person's usual, whichever way: the variability of an outcome (R104)."""
    usual = median_filter(series.points, size=min(USUAL_DAYS, 2 * (len(series.points) // 2) + 1), mode="reflect")
    return Series(Outcome("energy_swings", "", ""), series.hours, np.abs(series.points - usual))

"""What was trained: every logged exercise, stretch and massage as an exposure.

Dose (PRODUCT): sets x reps (or seconds) x load x effort / 5, relative to the person's own median for that exercise
over the diary given; of a stretch or massage, its minutes. What is missing counts as 1. A number stands in `value`
only where there are neither reps nor seconds (30 min of running). Rows of one exercise close together are one session.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache
from statistics import median

from flarepath.body import muscles_named
from flarepath.diary import TRAINED, Diary, Entry
from flarepath.exercises.library import DEPTH_PATTERNS, DEPTHS, EXERCISES, resolve
from flarepath.exercises.model import Bout, Exercise, Work
from flarepath.quantities import HOURS_PER_UNIT, Side, Zone, days_between, in_hours

SESSION = timedelta(hours=3)
"""Rows of one exercise at most this far apart are one session (ours)."""

COMPARED = timedelta(days=28)
"""A dose is compared with the median of this long before (EVIDENCE 3.2, family b; ours)."""

USUAL_EFFORT = 5.0
"""The effort, 0-10, at which a dose counts once."""

PASSIVE_ZONE: dict[str, Zone] = {"stretch": "long", "massage": "mid"}
"""Where a stretch or massage of a muscle counts, unless the row says its own zone."""

_ZONES: dict[str, Zone] = {"short": "short", "mid": "mid", "long": "long"}


@dataclass(slots=True)
class _Past:
    """What the diary already held of one exercise: times and doses, and where its present session began."""

    times: list[datetime] = field(default_factory=list)
    doses: list[float] = field(default_factory=list)
    session_start: int = 0
    gap_days: float | None = None

    def add(self, time: datetime, dose: float) -> float | None:
        """Note one more row; returns the share above the median dose of the weeks before its session."""
        if self.times and time - self.times[-1] > SESSION:
            self.session_start, self.gap_days = len(self.times), days_between(self.times[-1], time)
        earlier = self.doses[bisect_left(self.times, time - COMPARED) : self.session_start]
        self.times.append(time)
        self.doses.append(dose)
        usual = median(earlier) if earlier else 0.0
        return dose / usual - 1 if usual > 0 else None


def bouts(diary: Diary) -> tuple[Bout, ...]:
    """Every exercise, stretch and massage of the diary in time order, with dose, novelty and what it worked.

    Doses are relative to the person's own median over all of the diary given, so they hold for that diary only.
    """
    return diary.kept(_bouts)


def _bouts(diary: Diary) -> tuple[Bout, ...]:
    pasts: dict[tuple[str, str], _Past] = {}
    rises: list[tuple[float | None, float | None]] = []
    for entry in diary.of(*TRAINED):
        past = pasts.setdefault(_key(entry), _Past())
        rise = past.add(entry.time, raw_dose(entry))
        rises.append((past.gap_days, rise))
    usual = {key: median(past.doses) for key, past in pasts.items()}
    return tuple(
        _bout(entry, usual[_key(entry)], gap_days, rise)
        for entry, (gap_days, rise) in zip(diary.of(*TRAINED), rises, strict=True)
    )


def _key(entry: Entry) -> tuple[str, str]:
    return entry.kind, _named(entry.what)[1]


@lru_cache(maxsize=4096)
def _named(what: str) -> tuple[Exercise | None, str]:
    """The library's exercise of that name, if there is one, and the name that its rows share."""
    known = EXERCISES.get(resolve(what) or "")
    return known, known.id if known else " ".join(what.lower().split())


def _bout(entry: Entry, usual: float, gap_days: float | None, dose_rise: float | None) -> Bout:
    known, name = _named(entry.what)
    depth = entry.text("depth")
    works = _works(entry, known, depth)
    return Bout(
        entry=entry,
        time=entry.time,
        kind=entry.kind,
        name=name,
        exercise=known,
        side=_side(entry, known),
        work=works,
        dose=raw_dose(entry) / usual if usual > 0 else 1.0,
        gap_days=gap_days,
        dose_rise=dose_rise,
        form=entry.number("form"),
        effort=entry.number("effort"),
        depth=depth,
        felt=frozenset(filter(None, entry.text("felt").split("+"))),
        felt_muscle=_felt_muscle(entry, works),
        after=entry.number("after") if entry.kind == "exercise" else None,
    )


def raw_dose(entry: Entry) -> float:
    """How much one row was, in its own unit; what is missing or zero counts as 1.

    Example:
        >>> from datetime import datetime, UTC
        >>> done = (("sets", "3"), ("reps", "10"), ("load_kg", "20"), ("effort", "10"))
        >>> raw_dose(Entry(datetime(2026, 3, 2, tzinfo=UTC), "exercise", "row", detail=done))
        1200.0
    """
    counted = _counted(entry)
    if entry.kind != "exercise":
        return counted
    amount = entry.number("reps") or entry.number("seconds") or counted
    effort = entry.number("effort")
    share = 1.0 if effort is None else effort / USUAL_EFFORT
    return (entry.number("sets") or 1.0) * amount * (entry.number("load_kg") or 1.0) * share


def _counted(entry: Entry) -> float:
    """The number of a row: a time in seconds (bare numbers are minutes), anything else (km, laps) as it stands."""
    if not entry.value:
        return 1.0
    unit = entry.unit or "min"
    return 3600 * in_hours(entry.value, unit) if unit in HOURS_PER_UNIT else entry.value


def _side(entry: Entry, known: Exercise | None) -> Side:
    return entry.side or ("both" if known and known.sides == "both" else "")


def _works(entry: Entry, known: Exercise | None, depth: str) -> tuple[Work, ...]:
    """What a row worked: by the library, else by the muscle it names, else by the muscle that was felt."""
    said = _ZONES.get(entry.text("zone"))
    passive = PASSIVE_ZONE.get(entry.kind)
    if known:
        other_kind = passive if known.kind != entry.kind else None
        return tuple(_placed(work, said or other_kind, _at_depth(known, depth, work)) for work in known.work)
    named = muscles_named(entry.what) if passive else ()
    muscles = named or muscles_named(entry.text("felt_muscle"))
    return tuple(Work(muscle, "main", said or passive or "mid") for muscle in muscles)


def _placed(work: Work, said: Zone | None, by_depth: Zone | None) -> Work:
    """The work in the zone said for it (mains only), else in the one its depth gives, else as the library has it."""
    zone = said if said and work.role == "main" else by_depth or work.zone
    return work if zone == work.zone else replace(work, zone=zone)


def _at_depth(known: Exercise, depth: str, work: Work) -> Zone | None:
    return DEPTHS.get(depth, {}).get(work.muscle) if known.pattern in DEPTH_PATTERNS else None


def _felt_muscle(entry: Entry, works: tuple[Work, ...]) -> str:
    """The muscle that was felt; of several with that name, one that the row worked. Empty where the word is unknown."""
    felt = muscles_named(entry.text("felt_muscle"))
    worked = {work.muscle for work in works}
    return next((muscle for muscle in felt if muscle in worked), felt[0] if felt else "")

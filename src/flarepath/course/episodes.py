"""Flare-ups found in a series of check-ins.

A flare-up begins at the first check-in that is at least 2 points above the median of the 7 days before it; that
baseline is frozen until the flare-up ends, at the first check-in below the line that is not a mere dip.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from flarepath.course.checkins import Outcome, checkins, logging_since, outcomes
from flarepath.course.episode import Checkin, Episode
from flarepath.course.numbers import NUMBERS
from flarepath.diary import FELT, Diary
from flarepath.quantities import days_between, hours_between
from flarepath.sources import Numbers

KIND_ORDER = {"pain": 0, "soreness": 1, "tightness": 2}
"""Of two equal rises the one that worries most comes first."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The usual level before a moment; `known` is False where nothing was logged and 0 is assumed."""

    points: float
    known: bool


@dataclass(slots=True)
class _Open:
    """A flare-up being followed; `low` holds the check-ins below the line since the last one above it."""

    baseline: Baseline
    high: list[Checkin]
    low: list[Checkin] = field(default_factory=list)

    @property
    def line(self) -> float:
        return self.baseline.points


def baseline_before(series: tuple[Checkin, ...], time: datetime, *, numbers: Numbers = NUMBERS) -> Baseline:
    """The median of the 7 days before `time`; else the last check-in of 28 days; else 0, not known.

    Args:
        series: check-ins of one outcome in time order.
        time: the moment before which to look; a check-in at that moment does not count.
        numbers: the part's numbers.
    """
    end = bisect_left(series, time, key=_time)
    start = bisect_left(series, time - timedelta(days=numbers["baseline_days"]), hi=end, key=_time)
    if start < end:
        return Baseline(median(checkin.points for checkin in series[start:end]), known=True)
    # Who writes only when it changes has said the usual level with the last line.
    if end and days_between(series[end - 1].time, time) <= numbers["baseline_wider_days"]:
        return Baseline(series[end - 1].points, known=True)
    return Baseline(0.0, known=False)


def _time(checkin: Checkin) -> datetime:
    return checkin.time


def episodes(diary: Diary, outcome: Outcome, *, numbers: Numbers = NUMBERS) -> tuple[Episode, ...]:
    """Every flare-up of one outcome, oldest first; the last one may still be open (`end` is None)."""
    return diary.kept(_episodes, outcome, frozenset(numbers.items()))


def _episodes(diary: Diary, outcome: Outcome, pairs: frozenset[tuple[str, float]]) -> tuple[Episode, ...]:
    numbers = dict(pairs)
    series = checkins(diary, outcome, numbers=numbers)
    found: list[Episode] = []
    going: _Open | None = None
    for checkin in series:
        if going and _is_over(going, checkin, diary, numbers):
            found.append(_closed(going, outcome, numbers))
            going = None
        if going:
            _follow(going, checkin, numbers)
        else:
            going = _begin(series, checkin, numbers)
    if going:
        found.append(_closed(going, outcome, numbers) if going.low else _still_open(going, outcome, numbers))
    return tuple(found)


def _begin(series: tuple[Checkin, ...], checkin: Checkin, numbers: Numbers) -> _Open | None:
    baseline = baseline_before(series, checkin.time, numbers=numbers)
    risen = checkin.points >= baseline.points + numbers["rise_points"]
    return _Open(baseline, [checkin]) if risen else None


def _follow(going: _Open, checkin: Checkin, numbers: Numbers) -> None:
    if checkin.points >= going.line + numbers["rise_points"]:
        going.high.append(checkin)
        going.low.clear()
    elif not (checkin.resting and any(high.loaded for high in going.high)):
        # Rest pain 0 beside pain on motion does not end a flare-up, so such a check-in is not counted as low.
        going.low.append(checkin)


def _is_over(going: _Open, checkin: Checkin, diary: Diary, numbers: Numbers) -> bool:
    onset, last = going.high[0].time, max(going.high + going.low, key=lambda each: each.time).time
    if days_between(last, checkin.time) > numbers["silence_days"]:
        return True
    if going.low and hours_between(going.low[0].time, checkin.time) >= numbers["dip_hours"]:
        return True
    return days_between(onset, checkin.time) > _longest_days(going, onset, diary, numbers)


def _longest_days(going: _Open, onset: datetime, diary: Diary, numbers: Numbers) -> float:
    """Six weeks; one week where the diary is too young at the onset for the usual level to have been seen."""
    first = logging_since(diary) or onset
    unseen = not going.baseline.known and days_between(first, onset) < numbers["baseline_days"]
    return numbers["unknown_baseline_days" if unseen else "standing_days"]


def _closed(going: _Open, outcome: Outcome, numbers: Numbers) -> Episode:
    after = going.low or going.high[-1:]
    return _episode(going, outcome, numbers, end=after[0].time)


def _still_open(going: _Open, outcome: Outcome, numbers: Numbers) -> Episode:
    return _episode(going, outcome, numbers, end=None)


def _episode(going: _Open, outcome: Outcome, numbers: Numbers, *, end: datetime | None) -> Episode:
    peak = max(going.high, key=lambda checkin: checkin.points)
    first, last = going.high[0], going.high[-1]
    return Episode(
        kind=outcome.kind,
        region=outcome.region,
        side=outcome.side,
        onset=first.time,
        peak=peak.time,
        peak_points=peak.points,
        now=(going.low or going.high)[-1].points,
        baseline=going.baseline.points,
        baseline_known=going.baseline.known,
        confirmed=hours_between(first.time, last.time) >= numbers["confirm_hours"],
        end=end,
        checkins=tuple(going.high),
    )


def current(found: tuple[Episode, ...], *, at: datetime, numbers: Numbers = NUMBERS) -> Episode | None:
    """The flare-up that lasts at `at`, or None.

    Args:
        found: flare-ups of one outcome, oldest first.
        at: the moment asked about.
        numbers: the part's numbers.
    """
    if not found or found[-1].end is not None:
        return None
    silent = days_between(found[-1].checkins[-1].time, at)
    return found[-1] if silent <= numbers["silence_days"] else None


def lasting(diary: Diary, *, at: datetime, numbers: Numbers = NUMBERS) -> tuple[Episode, ...]:
    """Every flare-up that lasts at `at`, in any place, in order of first mention of what is felt.

    Args:
        diary: entries up to `at`.
        at: the moment asked about.
        numbers: the part's numbers.
    """
    # A flare-up that nobody wrote of within the silence is over, so older places need no look.
    recent = diary.between(at - timedelta(days=numbers["silence_days"] + 1), at + timedelta(microseconds=1), *FELT)
    fresh = {(entry.kind, entry.where) for entry in recent}
    asked = [outcome for outcome in outcomes(diary) if (outcome.kind, outcome.region) in fresh]
    found = (current(episodes(diary, outcome, numbers=numbers), at=at, numbers=numbers) for outcome in asked)
    return tuple(flare for flare in found if flare)

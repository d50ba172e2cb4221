"""Which place is spoken of first: the one that hurts most now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from flarepath.course.checkins import Outcome, checkins, outcomes, sides_match
from flarepath.course.episodes import KIND_ORDER, baseline_before
from flarepath.course.numbers import NUMBERS
from flarepath.diary import FELT, Diary
from flarepath.quantities import Side, days_between
from flarepath.sources import Numbers


@dataclass(frozen=True, slots=True)
class Felt:
    """What one outcome is now: the newest check-in, and how far it is above the usual level where that is known.

    `rise` is 0 where no usual level is known: a place that was noted for the first time wins by its number alone.
    """

    outcome: Outcome
    time: datetime
    points: float
    rise: float


def worst_first(
    diary: Diary, *, at: datetime, region: str = "", side: Side = "", numbers: Numbers = NUMBERS
) -> tuple[Felt, ...]:
    """Everything felt within the last week, the worst first.

    The highest present number leads; at the same number pain before soreness before tightness, then the larger rise
    above a known usual level, then what was written down last, then the alphabet.

    Args:
        diary: entries up to `at`.
        at: the moment asked about.
        region: a region id; empty for any.
        side: a side; empty for any.
        numbers: the part's numbers.
    """
    recent = diary.between(at - timedelta(days=numbers["silence_days"]), at + timedelta(microseconds=1), *FELT)
    fresh = {Outcome(entry.kind, entry.where, entry.side) for entry in recent}
    asked = [
        outcome
        for outcome in outcomes(diary)
        if outcome in fresh and region in ("", outcome.region) and sides_match(outcome.side, side)
    ]
    found = [felt for outcome in asked if (felt := _felt(diary, outcome, at, numbers))]
    return tuple(
        sorted(
            found,
            key=lambda one: (-one.points, KIND_ORDER[one.outcome.kind], -one.rise, -one.time.timestamp(), one.outcome),
        )
    )


def first_place(
    diary: Diary, *, at: datetime, region: str = "", side: Side = "", numbers: Numbers = NUMBERS
) -> Outcome | None:
    """What hurts most now; None where nothing was felt within the last week.

    Args:
        diary: entries up to `at`.
        at: the moment asked about.
        region: a region id; empty for any.
        side: a side; empty for any.
        numbers: the part's numbers.
    """
    found = worst_first(diary, at=at, region=region, side=side, numbers=numbers)
    return found[0].outcome if found else None


def _felt(diary: Diary, outcome: Outcome, at: datetime, numbers: Numbers) -> Felt | None:
    series = checkins(diary, outcome, numbers=numbers)
    if not series or days_between(series[-1].time, at) > numbers["silence_days"]:
        return None
    last = series[-1]
    usual = baseline_before(series, last.time, numbers=numbers)
    return Felt(outcome, last.time, last.points, last.points - usual.points if usual.known else 0.0)

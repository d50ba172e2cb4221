"""What soreness to expect after an exercise: where, when, how much, how long (R42).

Written down before the session, so that it can be wrong. The first time is the sorest; the same dose leaves about half
the second time and a third the fourth (EVIDENCE 2.1). Where the person's own first sessions are in the diary they count
instead of the usual figure.

Source: doms, chen09
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flarepath.body import MUSCLES
from flarepath.exercises import Exercise
from flarepath.flares import repeated_bout_share
from flarepath.plan.words import listed, region_name

FIRST_POINTS: Final = {"plain": 3.0, "long": 4.0, "small": 5.0}
"""Soreness to expect after the first set, 0-10: of ordinary work, of work at long length or slow lowering, of small
hip muscles (ours; the order is EVIDENCE 2.1 and R54)."""

SMALL_HIP: Final = frozenset({"gluteus_medius_minimus", "deep_hip_rotators", "tensor_fasciae_latae"})
SORER: Final = frozenset({"long_length", "slow_lowering"})
SPREAD_POINTS: Final = 2.0
"""People differ by about so much either way (ours)."""

FORGOTTEN: Final = 0.5
"""Below this nothing is worth telling."""


@dataclass(frozen=True, slots=True)
class SorenessForecast:
    """Soreness to expect: places, hours of the peak, days until it is gone, points with a band."""

    places: tuple[str, ...]
    peak_hours: tuple[float, float]
    gone_days: float
    low: float
    middle: float
    high: float

    @property
    def words(self) -> str:
        """The forecast as a sentence."""
        where = listed(region_name(place) for place in self.places[:3])
        return (
            f"Soreness of about {self.middle:.0f} of 10 ({self.low:.0f} to {self.high:.0f}) in the {where} is likely "
            f"from the next day, most after one to three days, and gone within {self.gone_days:.0f} days. Longer than "
            "that, or still rising after three days, is worth a new look at the safety questions."
        )


def soreness_forecast(exercise: Exercise, *, times_before: int, first_points: float | None = None) -> SorenessForecast:
    """What to expect after the next session of an exercise.

    Args:
        exercise: of the library.
        times_before: how often it was done before in a comparable dose.
        first_points: how sore its first session left this person, where that is known.
    """
    kind = "small" if SMALL_HIP & set(exercise.mains) else "long" if exercise.strains & SORER else "plain"
    first = FIRST_POINTS[kind] if first_points is None else first_points
    middle = first * repeated_bout_share(times_before + 1)
    places = dict.fromkeys(place for muscle in exercise.mains for place in MUSCLES[muscle].felt_in)
    return SorenessForecast(
        places=tuple(places),
        peak_hours=(24.0, 72.0),
        gone_days=7.0,
        low=max(0.0, middle - SPREAD_POINTS),
        middle=middle,
        high=min(10.0, middle + SPREAD_POINTS),
    )

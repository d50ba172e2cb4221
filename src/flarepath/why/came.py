"""What was forecast a day before, and what came: the forecast held against the diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from flarepath.course import Checkin, checkins
from flarepath.diary import Diary
from flarepath.quantities import Side, hours_between
from flarepath.why.explain import asked_of, explanation_of
from flarepath.why.settings import Settings
from flarepath.why.settings import settings as shipped

AHEAD_HOURS: Final = 24
NEAR_HOURS: Final = 6.0
"""A check-in so near to the forecast time is what came of it."""


@dataclass(frozen=True, slots=True)
class Came:
    """The band (points, 0-10) that was forecast for one time a day ahead, and the points that came."""

    time: datetime
    low: float
    high: float
    points: float

    @property
    def held(self) -> bool:
        """Whether the points lie in the band, as they should four times out of five."""
        return self.low <= self.points <= self.high


def came(
    diary: Diary, *, at: datetime, region: str = "", side: Side = "", settings: Settings | None = None, days: int = 7
) -> tuple[Came, ...]:
    """The forecasts of the last days that a check-in has answered, the oldest first; none where nothing may be told.

    Each is worked out anew from the diary as it was a day before, so it says what would have been shown then.

    Args:
        diary: the person's diary.
        at: the moment, aware.
        region: a region id; the place that hurts most by default.
        side: a side, or empty.
        settings: the numbers to work with; those shipped by default.
        days: how many days back.
    """
    numbers = settings or shipped()
    asked, known, outcome = asked_of(diary, at, region, side, numbers)
    if outcome is None or not asked.gate.may_explain:
        return ()
    found = []
    for back in range(days, 0, -1):
        made = at - timedelta(days=back)
        due = made + timedelta(hours=AHEAD_HOURS)
        then, near = known.until(made), _nearest(checkins(known, outcome), due)
        forecast = explanation_of(then, outcome, made, numbers).forecast if near and checkins(then, outcome) else ()
        band = next((point for point in forecast if point.time == due), None)
        if near and band:
            found.append(Came(near.time, band.low, band.high, near.points))
    return tuple(found)


def _nearest(series: tuple[Checkin, ...], due: datetime) -> Checkin | None:
    near = [each for each in series if abs(hours_between(each.time, due)) <= NEAR_HOURS]
    return min(near, key=lambda each: abs(hours_between(each.time, due)), default=None)

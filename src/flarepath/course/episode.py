"""A flare-up as a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flarepath.quantities import Side


@dataclass(frozen=True, slots=True)
class Checkin:
    """What one outcome was at one time: entries within an hour count as their highest.

    `loaded` says whether any of the entries was felt on motion or press; `resting` that all of them were felt at rest.
    """

    time: datetime
    points: float
    loaded: bool = False
    resting: bool = False


@dataclass(frozen=True, slots=True)
class Episode:
    """A flare-up of one region: at least 2 points above the baseline, which is frozen at the onset.

    `end` is None while it lasts; `now` is the latest check-in at the moment asked about. `baseline_known` is False
    when nothing was logged before the onset and 0 was assumed.
    """

    kind: str
    region: str
    side: Side
    onset: datetime
    peak: datetime
    peak_points: float
    now: float
    baseline: float
    baseline_known: bool
    confirmed: bool
    end: datetime | None
    checkins: tuple[Checkin, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A pain that has been there for six weeks and more without a flare-up at the moment.

    `level` is the median of the last 7 days, `weeks` how long it has been logged.
    """

    kind: str
    region: str
    side: Side
    level: float
    weeks: float
    since: datetime

"""What a person reports: noise, check-ins that are missing, rounding, and the ends of the scale."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.quantities import NRS_LEAST, NRS_MOST
from flarepath.simulate.setting import Setting

Points = NDArray[np.float64]

HOURS: Final = {1: (20.5,), 2: (8.0, 20.5), 3: (8.0, 13.0, 20.5)}
"""When people check in, by how often a day (ours)."""

LATE_MOST_HOURS: Final = 1.75
"""How far from its hour a check-in may be; it keeps them in order and within the day (ours)."""

REPORT_POINTS: Final = (0.3, 0.6)
FINEST: Final = 0.01
"""The step of points that are not rounded."""

FARTHEST: Final = 500.0
"""Log odds beyond which nothing is looked for."""

HALVINGS: Final = 60


def checkin_quarters(about: Setting) -> NDArray[np.int64]:
    """When the person would check in, in order, before any is missing.

    Args:
        about: the person.
    """
    hours = HOURS[about.world.checkins_a_day]
    late = about.chance.of("check-in times").normal(size=(about.days.days, len(HOURS)))[:, : len(hours)]
    times = np.array(hours) + np.clip(about.world.checkin_spread_hours * late, -LATE_MOST_HOURS, LATE_MOST_HOURS)
    return np.array([about.days.quarter(day, hour) for day, row in enumerate(times.tolist()) for hour in row])


def reported(about: Setting, points: Points) -> Points:
    """What would be written at each check-in, shape (regions, T).

    Args:
        about: the person.
        points: true points at the check-ins, shape (regions, T).
    """
    size = about.world.report_noise * about.chance.of("report size").uniform(*REPORT_POINTS)
    said = points + size * about.chance.of("report noise").standard_normal(points.shape[::-1]).T
    step = about.world.rounding or FINEST
    # Adding 0 turns a minus zero into a zero.
    return np.asarray(np.clip(np.round(np.round(said / step) * step, 2), NRS_LEAST, NRS_MOST) + 0.0)


def kept(about: Setting, points: Points) -> NDArray[np.bool_]:
    """Which check-ins are not missing, shape (T,): as many as the switch says, fewer on bad days.

    Args:
        about: the person.
        points: true points at the check-ins, shape (regions, T).
    """
    picks, pain = about.chance.of("missing").random(points.shape[1]), points.mean(axis=0)
    if not about.world.share_missing:
        return np.ones(len(pain), dtype=bool)
    worse = about.world.missing_on_bad_days * (pain - pain.mean()) / (pain.std() or 1.0)
    return np.asarray(picks >= _shares(worse, about.world.share_missing))


def _shares(log_odds: Points, mean: float) -> Points:
    """Chances whose log odds differ as these do, with that mean; found by halving."""
    low, high = -FARTHEST, FARTHEST
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _chances(log_odds + middle).mean() < mean else (low, middle)
    return _chances(log_odds + high)


def _chances(log_odds: Points) -> Points:
    return np.asarray(1 / (1 + np.exp(-log_odds.clip(-FARTHEST, FARTHEST))))

"""Hidden things that move pain: illness, unlogged events, flare-ups from nowhere, weekday and slow drift."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.simulate.calendar import QUARTERS_A_DAY
from flarepath.simulate.illness import moments
from flarepath.simulate.noise import noise
from flarepath.simulate.setting import Setting
from flarepath.simulate.shapes import shape

Points = NDArray[np.float64]

ILL_POINTS: Final = (0.8, 2.0)
EVENT_POINTS: Final = (1.0, 3.0)
EVENT_KINDS: Final = ("soreness", "mechanical")
FLARE_POINTS: Final = (1.5, 3.5)
FLARE_RISE_DAYS: Final = (0.25, 1.0)
FLARE_FALL_DAYS: Final = (1.0, 2.5)


def background(about: Setting) -> Points:
    """All that hurts without an exposure: baseline, noise and what is hidden, shape (regions, quarter hours).

    Args:
        about: the person.
    """
    points = noise(about)
    for hidden in (_illness, _events, _flares, _weekday, _drift):
        points += [hidden(about, region) for region in range(len(points))]
    return points


def _illness(about: Setting, region: int) -> Points:
    noons = np.array(about.days.midnights) + QUARTERS_A_DAY // 2
    worst = about.chance.of("illness points", region).uniform(*ILL_POINTS)
    return np.asarray(worst * np.interp(np.arange(about.days.quarters), noons, about.ill.severity))


def _events(about: Setting, region: int) -> Points:
    """Heavy days and knocks: what they do looks like what an exercise does."""
    draw, end = about.chance.of("unlogged events", region), about.days.quarters
    points = np.zeros(end)
    for when in moments(about.world.times(about.world.unlogged_events), end, draw):
        curve = draw.uniform(*EVENT_POINTS) * shape(str(draw.choice(EVENT_KINDS)), draw).values
        points[when : when + len(curve)] += curve[: end - when]
    return points


def _flares(about: Setting, region: int) -> Points:
    """Flare-ups that rise within a day and fade over some."""
    draw, quarters = about.chance.of("flare-ups", region), np.arange(about.days.quarters)
    points = np.zeros(about.days.quarters)
    for when in moments(about.world.times(about.world.flare_ups), about.days.quarters, draw):
        rise, fall = (QUARTERS_A_DAY * draw.uniform(*span) for span in (FLARE_RISE_DAYS, FLARE_FALL_DAYS))
        after = np.maximum(quarters - when, 0)
        course = np.minimum(after / rise, 1) * np.exp(-np.maximum(after - rise, 0) / fall)
        points += draw.uniform(*FLARE_POINTS) * course
    return points


def _weekday(about: Setting, region: int) -> Points:
    by_weekday = about.world.weekday_effect * about.chance.of("weekday", region).standard_normal(7)
    of_days = by_weekday[[about.days.weekday(day) for day in range(about.days.days)]]
    return np.asarray(of_days[about.days.day(np.arange(about.days.quarters))])


def _drift(about: Setting, region: int) -> Points:
    """A straight line and a slow wave over the whole diary."""
    draw, share = about.chance.of("trend", region), np.linspace(-1, 1, about.days.quarters)
    wave = np.sin(np.pi * (draw.uniform(0.5, 2) * share + draw.uniform(0, 2)))
    return np.asarray(about.world.trend * (draw.normal() * share + 0.7 * draw.normal() * wave))

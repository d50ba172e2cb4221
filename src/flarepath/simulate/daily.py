"""Daily values that hang together: sleep, stress, screen, sitting, steps and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.simulate.chance import persistent
from flarepath.simulate.doing import Doing
from flarepath.simulate.foods import SATURDAY
from flarepath.simulate.setting import Setting

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Gauge:
    """A daily value: usual level and spread (each least, most), unit, step, limits, and the hour it is written."""

    usual: tuple[float, float]
    spread: tuple[float, float]
    unit: str
    step: float
    least: float
    most: float
    hour: float
    when_ill: float


GAUGES: Final = {
    "sleep": Gauge((6.3, 8), (0.7, 1.3), "h", 0.25, 2, 12, 7, 0.5),
    "stress": Gauge((3, 5), (1.3, 2.2), "nrs", 1, 0, 10, 20.5, 0.7),
    "screen": Gauge((3, 6), (1, 2), "h", 0.25, 0, 16, 21, 0.5),
    "sitting": Gauge((5, 9), (1, 2), "h", 0.25, 0, 16, 21, 0.5),
    "steps": Gauge((5000, 10000), (1500, 3500), "count", 100, 300, 40000, 21.5, -1.5),
    "daylight": Gauge((1, 2.5), (0.5, 1), "h", 0.25, 0, 12, 20, -1),
    "walk": Gauge((20, 45), (8, 18), "min", 5, 0, 240, 19.5, -1),
    "work": Gauge((6, 8.5), (1.2, 2.2), "h", 0.25, 0, 16, 19, -1.5),
}
"""Levels of ordinary adults (ours); `when_ill` is the change on the illest day, in standard deviations."""

LINKS: Final = {
    "sitting": {"desk": 0.85},
    "screen": {"desk": 0.8, "stress": 0.2},
    "steps": {"desk": -0.5},
    "daylight": {"desk": -0.5},
    "walk": {"steps": 0.6},
    "work": {"desk": 0.6, "stress": 0.3},
    "sleep": {"stress": -0.4, "desk": -0.15},
}
"""What a value takes from others of the same day, in standard deviations (ours); `desk` is a day at the desk."""

OWN_MEMORY: Final = 0.2
"""Correlation of what is a value's own with the day before (ours)."""

LEFT_LEAST: Final = 0.1
"""The least variance that is a value's own (ours)."""

WEEKEND: Final = 0.8
"""How much less desk a weekend has, in standard deviations (ours)."""

LATE_HOURS: Final = 0.4


def daily(about: Setting) -> list[Doing]:
    """Every daily value of every day.

    Args:
        about: the person.
    """
    scores = _scores(about)
    places = {thing.kind: place for place, thing in enumerate(about.things) if thing.habit == "daily"}
    return [doing for kind, place in places.items() for doing in _written(about, place, kind, scores[kind])]


def _scores(about: Setting) -> dict[str, Values]:
    """Each value in standard deviations from its usual, shape days."""
    how_strongly = about.world.daily_links
    stress = persistent(about.world.stress_memory, about.days.days, about.chance.of("stress"))
    scores = {"desk": _desk(about), "stress": stress}
    for kind, links in LINKS.items():
        linked, left = np.zeros(about.days.days), 1.0
        for name, share in links.items():
            # A night is short after a stressful day, not before it: sleep is written the next morning.
            source = np.roll(scores[name], 1) if kind == "sleep" else scores[name]
            linked, left = linked + how_strongly * share * source, left - (how_strongly * share) ** 2
        own = persistent(OWN_MEMORY, about.days.days, about.chance.of("daily", _number(kind)))
        scores[kind] = linked + np.sqrt(max(LEFT_LEAST, left)) * own
    return scores


def _desk(about: Setting) -> Values:
    """How much of a day is spent at the desk: little on weekends."""
    weekend = np.array([about.days.weekday(day) >= SATURDAY for day in range(about.days.days)])
    desk = about.chance.of("desk").standard_normal(about.days.days) - about.world.daily_links * WEEKEND * weekend
    return np.asarray((desk - desk.mean()) / desk.std())


def _number(kind: str) -> int:
    return sorted(GAUGES).index(kind)


def _written(about: Setting, place: int, kind: str, scores: Values) -> Iterator[Doing]:
    gauge, draw = GAUGES[kind], about.chance.of("gauge", _number(kind))
    usual, spread = draw.uniform(*gauge.usual), draw.uniform(*gauge.spread)
    raw = usual + spread * (scores + gauge.when_ill * about.ill.severity)
    # Adding 0 turns a minus zero into a zero.
    values = np.clip(np.round(raw / gauge.step) * gauge.step, gauge.least, gauge.most) + 0.0
    late = draw.normal(0, LATE_HOURS, size=len(values)).clip(-1, 1)
    for day, value in enumerate(values.tolist()):
        yield Doing(place, about.days.quarter(day, gauge.hour + late[day]), value, value=value, unit=gauge.unit)

"""From a lived life to the diary: what is forgotten, what is felt, and what nobody writes down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from flarepath.diary import Diary, Entry
from flarepath.simulate.calendar import ZONE, Calendar
from flarepath.simulate.doing import Doing
from flarepath.simulate.exposures import Exposure
from flarepath.simulate.reporting import checkin_quarters, kept, reported
from flarepath.simulate.setting import Setting

BIRTH_YEAR = 1985.0
"""Simulated people are adults."""


def remembered(about: Setting, done: Sequence[Doing]) -> list[Doing]:
    """What is written down of what was done.

    Args:
        about: the person.
        done: what really happened.
    """
    picks = [about.chance.of("forgotten", place).random(about.days.quarters) for place in range(len(about.things))]
    return [doing for doing in done if picks[doing.exposure][doing.quarter] >= about.world.forgotten_share]


def written(about: Setting, doings: Sequence[Doing], points: NDArray[np.float64]) -> Diary:
    """The diary of these doings and of what was felt.

    Args:
        about: the person.
        doings: what is written down.
        points: true points, shape (regions, quarter hours).
    """
    return Diary.of_entries(
        [
            *_facts(about.days),
            *(_done(about.things[doing.exposure], doing, about.days) for doing in doings),
            *_felt(about, points),
            *_illnesses(about),
        ]
    )


def _facts(days: Calendar) -> Iterator[Entry]:
    start = datetime(days.first.year, days.first.month, days.first.day, tzinfo=ZoneInfo(ZONE))
    yield Entry(start, "fact", "timezone", word=ZONE)
    yield Entry(start, "fact", "birth_year", value=BIRTH_YEAR)


def _done(exposure: Exposure, doing: Doing, days: Calendar) -> Entry:
    time = days.moment(doing.quarter)
    return Entry(time, exposure.kind, exposure.what, value=doing.value, unit=doing.unit, detail=doing.detail)


def _felt(about: Setting, points: NDArray[np.float64]) -> Iterator[Entry]:
    quarters = checkin_quarters(about)
    felt = points[:, quarters]
    said = reported(about, felt)
    for column in np.flatnonzero(kept(about, felt)).tolist():
        time = about.days.moment(int(quarters[column]))
        for outcome, value in zip(about.outcomes, said[:, column].tolist(), strict=True):
            yield Entry(time, outcome.kind, where=outcome.region, side=outcome.side, value=value, unit="nrs")


def _illnesses(about: Setting) -> Iterator[Entry]:
    if about.world.illness_logged:
        for day in about.ill.first_days:
            yield Entry(about.days.moment(about.days.quarter(day, 9)), "event", "illness")

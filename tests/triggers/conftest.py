"""Small builders shared by the tests of this part: doses, check-ins, candidates and diaries without files."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from flarepath.course import Outcome
from flarepath.diary import Diary, Entry
from flarepath.triggers.design import design
from flarepath.triggers.doses import Doses, Series
from flarepath.triggers.priors import shipped
from flarepath.triggers.record import record

MONDAY = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture
def numbers():
    """The part's numbers."""
    return shipped().numbers


@pytest.fixture
def doses():
    """An exposure of these hours; its kind is the first word of its key."""

    def of(key, hours, amounts=None, *, sides=("",), is_daily=False):
        hours = np.asarray(hours, float)
        amounts = np.ones(len(hours)) if amounts is None else np.asarray(amounts, float)
        kind = shipped().kinds[key.partition(":")[0]]
        return Doses(key, kind, hours, amounts, "typical dose", frozenset(sides), is_daily)

    return of


@pytest.fixture
def series():
    """The check-ins of one outcome."""

    def of(hours, points, *, kind="pain", region="wrist", side="left"):
        return Series(Outcome(kind, region, side), np.asarray(hours, float), np.asarray(points, float))

    return of


@pytest.fixture
def candidates():
    """The candidates of these exposures at these check-ins."""

    def of(exposures, hours):
        return design(exposures, np.asarray(hours, float), shipped())

    return of


@pytest.fixture
def row():
    """A row of the diary so many days and hours after a Monday's midnight."""

    def of(day, kind, what="", value=None, *, hour=12.0, detail=(), **more):
        time = MONDAY + timedelta(days=float(day), hours=float(hour))
        return Entry(time, kind, what, value=value, detail=tuple(detail), **more)

    return of


@pytest.fixture
def pain(row):
    """A check-in of the left wrist."""

    def of(day, points, *, hour=20.0, where="wrist", side="left"):
        return row(day, "pain", value=float(points), hour=hour, where=where, side=side)

    return of


@pytest.fixture
def meal(row):
    """A portion of a food."""

    def of(day, name="butter", amount=1.0, *, hour=12.5):
        return row(day, "food", name, amount, hour=hour, unit="portion")

    return of


@pytest.fixture
def recorded():
    """The record of these rows."""
    return lambda rows: record(Diary.of_entries(rows), priors=shipped())


@pytest.fixture
def planted(pain, meal):
    """Days on which butter raises the evening's pain by `points`, rice does nothing, and pain wanders by itself."""

    def of(points=2.5, *, seed=1, days=100):
        rng = np.random.default_rng(seed)
        butter, rice = rng.random(days) < 0.35, rng.random(days) < 0.5
        wander, rows = 0.0, []
        for day in range(days):
            wander = 0.5 * wander + 0.7 * rng.normal()
            rows += [meal(day)] * int(butter[day]) + [meal(day, "rice", hour=18)] * int(rice[day])
            rows.append(pain(day, np.clip(round(3 + wander + points * butter[day]), 0, 10)))
        return rows

    return of

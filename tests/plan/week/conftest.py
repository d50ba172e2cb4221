"""A person's weeks as rows: the same session on the same days, and what the mornings after were like."""

from datetime import date, timedelta

import pytest

from flarepath.plan.week import Log, week

FIRST = date(2026, 1, 5)


@pytest.fixture
def sessions():
    """Rows of one exercise every so many days from Monday 5 January, each with a number the next morning."""

    def of(  # noqa: PLR0913 - a training is all of these
        name, mornings, *, where, every=7, kind="soreness", dose="sets=3; reps=10; effort=5", side="both", calm=0
    ):
        """One session for each of `mornings`: the points the morning after; every other morning is at `calm`."""
        rows = []
        for place, points in enumerate(mornings):
            day = FIRST + timedelta(days=place * every)
            told = dose[place] if isinstance(dose, list) else dose
            rows.append(f"{day}T18:00,exercise,{name},,{side},,,{told}")
            for after in range(1, every + 1):
                level = points if after == 1 else calm
                rows.append(f"{day + timedelta(days=after)}T08:00,{kind},,{where},{side},{level},nrs,")
        before = [f"{FIRST - timedelta(days=d)}T08:00,{kind},,{where},{side},{calm},nrs," for d in range(7, 0, -1)]
        return "\n".join(before + rows)

    return of


@pytest.fixture
def planned_week(setting):
    """The week of a diary at its last entry."""

    def of(rows, **frame):
        place = {key: frame.pop(key) for key in ("region", "side", "clearance") if key in frame}
        return week(setting(rows, **place), **frame)

    return of


@pytest.fixture
def step_of(planned_week):
    """What becomes of one exercise."""

    def of(name, rows, **frame):
        return next(step for step in planned_week(rows, **frame).steps if step.name == name)

    return of


@pytest.fixture
def log_of(setting):
    """The log of a diary at its last entry."""
    return lambda rows, **place: Log(setting(rows, **place))

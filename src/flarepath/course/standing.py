"""A pain that has been there for weeks."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

from flarepath.course.checkins import Outcome, checkins
from flarepath.course.episode import Standing
from flarepath.course.numbers import NUMBERS
from flarepath.diary import Diary
from flarepath.quantities import days_between
from flarepath.sources import Numbers


def standing(diary: Diary, outcome: Outcome, *, at: datetime, numbers: Numbers = NUMBERS) -> Standing | None:
    """The standing pain of one outcome at `at`: there in most check-ins for six weeks and more, or None.

    Args:
        diary: entries up to `at`.
        outcome: what is followed.
        at: the moment asked about.
        numbers: the part's numbers.
    """
    series = [checkin for checkin in checkins(diary, outcome, numbers=numbers) if checkin.time <= at]
    felt = [checkin for checkin in series if checkin.points >= numbers["standing_points"]]
    if not felt or days_between(series[-1].time, at) > numbers["silence_days"]:
        return None
    since = at - timedelta(days=numbers["standing_days"])
    window = [checkin for checkin in series if checkin.time >= since]
    here = [checkin for checkin in window if checkin.points >= numbers["standing_points"]]
    began = felt[0].time
    if began > since or len(here) < numbers["standing_share"] * len(window):
        return None
    week = [c.points for c in series if c.time >= at - timedelta(days=numbers["baseline_days"])]
    weeks = days_between(began, at) / 7
    return Standing(outcome.kind, outcome.region, outcome.side, median(week), weeks, began)

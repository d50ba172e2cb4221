"""Whether an outcome goes with the periods: they are no exposure that anybody could leave out, but they are linked."""

from __future__ import annotations

import numpy as np

from flarepath.sources import Numbers
from flarepath.triggers.doses import Record, Series

DAY_HOURS = 24.0


def with_periods(series: Series, record: Record, numbers: Numbers) -> str:
    """That the outcome was high with nearly every period and hardly between them; empty where it was not.

    Args:
        series: the outcome.
        record: the whole diary.
        numbers: the part's numbers (`period_...`).
    """
    starts = [start for start in record.periods if series.hours[0] <= start + DAY_HOURS and start <= series.hours[-1]]
    if len(starts) < numbers["period_least"]:
        return ""
    inside = np.zeros(len(series.hours), bool)
    high = series.points >= np.median(series.points) + numbers["period_rise_points"]
    came = 0
    for start in starts:
        near = (series.hours >= start - DAY_HOURS) & (series.hours <= start + DAY_HOURS * numbers["period_days"])
        inside |= near
        came += bool((high & near).any())
    between = high[~inside]
    is_linked = came >= numbers["period_share"] * len(starts) and came >= numbers["period_least"]
    if not is_linked or not len(between) or between.mean() > 1 - numbers["period_share"]:
        return ""
    return f"It was high with {came} of {len(starts)} periods, and hardly between them; show that to your doctor."

"""What to expect over the next week, in points with a band."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from statistics import median

from flarepath.course import Episode, episodes
from flarepath.flares.model import CauseClass, ForecastPoint, Suspect
from flarepath.flares.repeats import exposures
from flarepath.flares.situation import Situation
from flarepath.quantities import clamp_points, days_between, hours_between

AHEAD_HOURS = (12, 24, 48, 72, 120, 168)
"""The times that are forecast, from the moment asked about."""

REPEATED_BOUT = {1: 1.0, 2: 0.5, 3: 0.42}
"""Share of the first soreness at the nth comparable exposure (EVIDENCE 2.1); from the fourth on, .35."""


def forecast(situation: Situation, leading: CauseClass, suspected: Suspect | None) -> tuple[ForecastPoint, ...]:
    """The expected course with a band that should hold four times out of five.

    Soreness rises until about 48 hours after the dose and is gone after about 6 days; anything else falls from where
    it is to its baseline over the person's own median duration (4.9 days until two flare-ups have ended). Without a
    flare-up the usual level stays, within its own spread.

    Args:
        situation: the moment.
        leading: the likeliest cause.
        suspected: the bout that set it off, None where no bout is suspected.

    Returns:
        One point for each of the next 12, 24, 48, 72, 120 and 168 hours; empty where nothing was felt lately.
    """
    if not situation.series:
        return ()
    flare = situation.flare
    recent = _recent(situation)
    usual = median(recent) if recent else situation.series[-1].points
    level = situation.standing.level if situation.standing else usual
    half = _half_width(situation, recent, usual)
    points = []
    for hours in AHEAD_HOURS:
        time = situation.at + timedelta(hours=hours)
        if flare is None:
            middle = level
        elif leading == "sore_muscle" and suspected is not None:
            middle = _sore(flare, hours_between(suspected.bout.time, situation.at), hours, situation)
        else:
            middle = _settling(flare, hours, situation)
        points.append(
            ForecastPoint(time, clamp_points(middle - half), clamp_points(middle), clamp_points(middle + half))
        )
    return tuple(points)


def repeated_bout_share(times: int) -> float:
    """The share of the first soreness to expect at the nth comparable exposure.

    Example:
        >>> repeated_bout_share(2), repeated_bout_share(7)
        (0.5, 0.35)
    """
    return REPEATED_BOUT.get(times, 0.35)


def _sore(flare: Episode, since_dose: float, ahead: float, situation: Situation) -> float:
    peak_at, end_at = situation.numbers["soreness_peak_hours"], situation.numbers["soreness_end_hours"]
    then = since_dose + ahead
    rise = flare.now - flare.baseline
    if since_dose < peak_at:
        top = _top(rise, situation) if since_dose < peak_at / 2 else rise
        if then <= peak_at:
            return flare.baseline + rise + (top - rise) * ahead / (peak_at - since_dose)
        return flare.baseline + top * max(0.0, (end_at - then) / (end_at - peak_at))
    left = max(end_at - since_dose, 24.0)
    return flare.baseline + rise * max(0.0, 1 - ahead / left)


def _top(rise: float, situation: Situation) -> float:
    """The rise to expect at the peak, from what is felt in the first half of the way to it.

    Where the same session was done before, the first response times the repeated-bout share; never less than now. Where
    it was not, what is felt is taken as three quarters of what comes.
    """
    found = exposures(situation)
    if len(found) > 1:
        return max(rise, found[0].points * repeated_bout_share(len(found)))
    return rise / 0.75


def _settling(flare: Episode, ahead: float, situation: Situation) -> float:
    left_days = max(1.0, usual_days(situation) - days_between(flare.onset, situation.at))
    return flare.baseline + (flare.now - flare.baseline) * max(0.0, 1 - ahead / (24 * left_days))


def usual_days(situation: Situation) -> float:
    """The person's own median length of a flare-up here, in days; 4.9 until two have ended."""
    past = [e for e in episodes(situation.diary, situation.outcome) if e.end is not None]
    lengths = [days_between(e.onset, e.end) for e in past if e.end is not None]
    return (
        median(lengths)
        if len(lengths) >= situation.numbers["similar_needed"]
        else situation.numbers["typical_flare_days"]
    )


def _recent(situation: Situation) -> list[float]:
    """The points of the last weeks."""
    days = situation.numbers["usual_days"]
    return [each.points for each in situation.series if days_between(each.time, situation.at) <= days]


def _half_width(situation: Situation, recent: list[float], usual: float) -> float:
    """The distance from what is usual within which four of five of the last weeks' check-ins lay; wider in a flare-up.

    It is the same for every time ahead: single check-ins scatter as much from one day to the next as over a week.
    """
    if len(recent) < situation.numbers["spread_checkins"]:
        spread = situation.numbers["forecast_spread_points"]
    else:
        spread = _four_of_five(sorted(abs(points - usual) for points in recent))
    return max(0.5, spread) * (situation.numbers["flare_band_times"] if situation.flare else 1.0)


def _four_of_five(distances: list[float]) -> float:
    """The distance that a next one stays within four times out of five, where it comes from where these came from."""
    return distances[min(len(distances), ceil(0.8 * (len(distances) + 1))) - 1]

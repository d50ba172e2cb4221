"""An ache that rises for two days, and how often that came before a flare-up of this person (R18)."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from flarepath.course import Checkin, episodes
from flarepath.flares.situation import Situation
from flarepath.quantities import days_between


def early_warning(situation: Situation) -> str:
    """A sentence with hits and false alarms where the ache rises now, no flare-up lasts and two have passed."""
    if situation.flare is not None:
        return ""
    onsets = [e.onset for e in episodes(situation.diary, situation.outcome)]
    times = _rises(situation.series, days=situation.numbers["warning_days"])
    if len(onsets) < situation.numbers["similar_needed"] or not times or days_between(times[-1], situation.at) > 1:
        return ""
    ahead = situation.numbers["warning_ahead_days"]
    earlier = [time for time in times[:-1] if days_between(time, situation.at) > ahead]
    hits = sum(_is_followed(time, onsets, ahead) for time in earlier)
    if not hits:
        return ""
    return (
        f"This has been rising for two days. Before, such a rise came {len(earlier)} times: "
        f"{hits} times a flare-up followed, {len(earlier) - hits} times it did not."
    )


def _rises(series: tuple[Checkin, ...], *, days: float) -> list[datetime]:
    """The times at which the day's highest check-in had risen on two days running, by a point or more in all."""
    daily = _daily_tops(series)
    found = []
    for (first, second), (_, third) in zip(pairwise(daily), pairwise(daily[1:]), strict=False):
        near = days_between(first.time, third.time) <= days + 1
        if near and first.points < second.points < third.points and third.points - first.points >= 1:
            found.append(third.time)
    return found


def _daily_tops(series: tuple[Checkin, ...]) -> list[Checkin]:
    tops: dict[object, Checkin] = {}
    for checkin in series:
        day = checkin.time.date()
        if day not in tops or checkin.points > tops[day].points:
            tops[day] = checkin
    return list(tops.values())


def _is_followed(time: datetime, onsets: list[datetime], ahead: float) -> bool:
    return any(0 <= days_between(time, onset) <= ahead for onset in onsets)

"""Soreness that leaves its usual course: still strong at 96 hours, rising after 72, or older than a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from flarepath.course import Checkin, Episode, Outcome, checkins, lasting
from flarepath.diary import Diary
from flarepath.safety.answers import Place
from flarepath.safety.wording import WORDS, points_text
from flarepath.sources import Numbers


def late_soreness(diary: Diary, *, at: datetime, numbers: Numbers) -> Iterator[tuple[datetime, Place, str]]:
    """Each way in which a soreness is not the usual one: since when, where, and why.

    Args:
        diary: entries up to `at`.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    for flare in lasting(diary, at=at):
        if flare.kind == "soreness":
            place = Place(flare.region, flare.side)
            yield from ((time, place, why) for time, why in _too_sore(diary, flare, at, numbers))


def _too_sore(diary: Diary, flare: Episode, at: datetime, numbers: Numbers) -> Iterator[tuple[datetime, str]]:
    words = WORDS["news"]
    series = checkins(diary, Outcome(flare.kind, flare.region, flare.side))
    long_at = flare.onset.astimezone(UTC) + timedelta(days=numbers["soreness_days"])
    if at > long_at:
        yield long_at, words["soreness_long"].format(days=points_text(numbers["soreness_days"]))
    late = [
        one
        for one in _from(series, flare.onset, numbers["soreness_late_hours"])
        if one.points >= numbers["soreness_late_points"]
    ]
    if late:
        hours = points_text(numbers["soreness_late_hours"])
        yield late[0].time, words["soreness_late"].format(points=points_text(late[0].points), hours=hours)
    later = _from(series, flare.onset, numbers["soreness_rise_hours"])
    earlier = [checkin.points for checkin in series if checkin.time >= flare.onset and checkin not in later]
    rising = [one for one in later if earlier and one.points > earlier[-1]]
    if rising:
        yield rising[0].time, words["soreness_rising"].format(hours=points_text(numbers["soreness_rise_hours"]))


def _from(series: tuple[Checkin, ...], onset: datetime, hours: float) -> tuple[Checkin, ...]:
    start = onset.astimezone(UTC) + timedelta(hours=hours)
    return tuple(checkin for checkin in series if checkin.time >= start)

"""How long an answer counts: 28 days, and in a flare-up only from its onset, for 7 days, until pain rises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flarepath.course import Checkin, Episode, Outcome, checkins
from flarepath.diary import Diary
from flarepath.safety.answers import Said
from flarepath.sources import Numbers


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells whether an answer still counts at `at` (UTC); `onset` is None without a flare-up.

    `series` are the check-ins that a rise is looked for in: pain, and what the flare-up is of.
    """

    at: datetime
    onset: datetime | None
    series: tuple[tuple[Checkin, ...], ...]
    numbers: Numbers

    def counts_full(self, said: Said) -> bool:
        """Whether the answer is young enough for the full screen; at exactly 28 days it is."""
        return self.at - said.time <= timedelta(days=self.numbers["full_days"])

    def counts_short(self, said: Said) -> bool:
        """Whether the answer counts for the short screen of the flare-up, or of no flare-up at all."""
        if self.onset is None:
            return self.counts_full(said)
        young = self.at - said.time <= timedelta(days=self.numbers["short_days"])
        # Place and level are asked first: an answer of the two hours before the onset was given for what begins now.
        begun = self.onset - timedelta(hours=self.numbers["grace_hours"])
        return young and said.time >= begun and not self._risen_since(max(said.time, self.onset))

    def _risen_since(self, time: datetime) -> bool:
        return any(_rise(series, time) >= self.numbers["short_rise_points"] for series in self.series)


def _rise(series: tuple[Checkin, ...], time: datetime) -> float:
    """Points by which the check-ins after `time` went above the last one up to it."""
    before = [checkin.points for checkin in series if checkin.time <= time]
    after = [checkin.points for checkin in series if checkin.time > time]
    return max(after, default=0.0) - (before[-1] if before else 0.0)


def clock(diary: Diary, flare: Episode | None, *, at: datetime, numbers: Numbers) -> Clock:
    """The clock for one flare-up, or for none; a flare-up that is over asks nothing.

    Args:
        diary: entries up to `at`.
        flare: the flare-up of the region asked about.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    if flare is None or (flare.end is not None and flare.end <= at):
        return Clock(at, None, (), numbers)
    kinds = dict.fromkeys(("pain", flare.kind))
    series = tuple(checkins(diary, Outcome(kind, flare.region, flare.side)) for kind in kinds)
    return Clock(at, flare.onset.astimezone(UTC), series, numbers)

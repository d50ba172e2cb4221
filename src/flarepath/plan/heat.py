"""How much each place hurts now, and at which level what works it may come back.

Pain or soreness of 6 and more is never trained, nor one of 4 and more that is sharp, pinches or catches. What waits for
a place waits for its level and never for a date alone: it comes back at 3 or less, or at the usual of that place; what
left it at 8 or more within three days comes back at 2.

Source: pmm, product, expert
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from statistics import median
from typing import Final

from flarepath.course import sides_match
from flarepath.diary import Diary, Entry
from flarepath.plan.numbers import NUMBERS
from flarepath.quantities import Side, hours_between
from flarepath.sources import Numbers

KINDS: Final = ("pain", "soreness", "tightness")
CATCHES: Final = frozenset({"sharp", "pinch", "jam"})
"""Qualities that make a lower number count: a joint or a tendon that says stop."""

NERVE: Final = frozenset({"numb", "electric"})
"""Qualities of a nerve: nothing there is tested or pulled on."""

SIDED: Final = frozenset({"left", "right"})

UNSIDED_HOURS: Final = 48.0
"""For so long a number without a side stands beside a newer one of one side (ours)."""

HOUR: Final = 1.0
"""Entries of one feeling within an hour count as their highest (PRODUCT, "flare")."""


@dataclass(frozen=True, slots=True)
class Told:
    """One number of a place; `is_hot` where it stops work, `resting` where it was felt at rest alone."""

    time: datetime
    points: float
    is_hot: bool
    resting: bool = False


@dataclass(frozen=True, slots=True)
class Warmth:
    """One feeling of one place on one side over the last weeks, oldest number first."""

    region: str
    side: Side
    kind: str
    told: tuple[Told, ...]
    back: float

    @property
    def now(self) -> Told:
        """The newest number."""
        return self.told[-1]

    @property
    def hottest_last(self) -> Told | None:
        """The last number that was too high to be trained; None where none was."""
        return next((each for each in reversed(self.told) if each.is_hot), None)

    def cooled_at(self, level: float) -> datetime | None:
        """When it was first at a level or below it after it was last hot; None while it was not.

        Args:
            level: points, 0-10.
        """
        hot = self.hottest_last
        if hot is None:
            return None
        # A low number at rest says nothing of a pain that came with motion.
        later = (each for each in self.told if each.time > hot.time and (hot.resting or not each.resting))
        return next((each.time for each in later if each.points <= level), None)


@dataclass(frozen=True, slots=True)
class Wait:
    """What something waits for: a place on a side at a level, and what it is at now."""

    region: str
    side: Side
    level: float
    now: float


def _tells_of(entry: Entry, side: Side, last: datetime) -> bool:
    """Whether a number says how a side is, of which the newest own number was told at `last`.

    One of two sides says nothing of both. What was told without a side may have been either, so for two days one side
    does not answer it; after that the side that goes on being told is taken to be meant.
    """
    if not sides_match(entry.side, side):
        return False
    if side in SIDED or entry.side not in SIDED:
        return True
    return side != "both" and hours_between(last, entry.time) > UNSIDED_HOURS


@dataclass(frozen=True)
class Heat:
    """The places of one moment; entries later than it do not count."""

    diary: Diary
    at: datetime
    numbers: Numbers = field(default_factory=lambda: NUMBERS)

    @cached_property
    def warmths(self) -> tuple[Warmth, ...]:
        """Every feeling of every place of the last four weeks."""
        found: dict[tuple[str, Side, str], list[Entry]] = {}
        for entry in self._entries:
            found.setdefault((entry.where, entry.side, entry.kind), [])
        for region, side, kind in found:
            same = [e for e in self._entries if (e.where, e.kind) == (region, kind)]
            last = max(e.time for e in same if e.side == side)
            found[region, side, kind] = [e for e in same if _tells_of(e, side, last)]
        return tuple(self._warmth(*key, entries) for key, entries in found.items())

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        since = self.at - timedelta(days=self.numbers["log_days"])
        felt = self.diary.between(since, self.at + timedelta(microseconds=1), *KINDS)
        return tuple(entry for entry in felt if entry.value is not None and entry.where)

    def _warmth(self, region: str, side: Side, kind: str, entries: list[Entry]) -> Warmth:
        moments: list[list[Entry]] = []
        for entry in entries:
            if moments and hours_between(moments[-1][0].time, entry.time) <= HOUR:
                moments[-1].append(entry)
            else:
                moments.append([entry])
        told = tuple(self._told(kind, moment) for moment in moments)
        return Warmth(region, side, kind, told, self._back(told))

    def _told(self, kind: str, moment: list[Entry]) -> Told:
        points = max(entry.value or 0.0 for entry in moment)
        hot = self.numbers["hot_points"]
        catching = max((e.value or 0.0 for e in moment if e.qualities & CATCHES), default=0.0)
        # Tightness is a feeling of its own (R78): a high number of it alone stops nothing.
        is_hot = (kind != "tightness" and points >= hot) or catching >= self.numbers["hot_sharp_points"]
        return Told(moment[-1].time, points, is_hot, all(e.text("when") == "rest" for e in moment))

    def _back(self, told: tuple[Told, ...]) -> float:
        """The level at which what waited comes back: 3, or the usual where that is higher but not above 5."""
        usual = median(each.points for each in told)
        return (
            max(self.numbers["back_level"], usual)
            if usual <= self.numbers["amber_points"]
            else self.numbers["back_level"]
        )

    def now(self, region: str) -> float:
        """The newest number of a place, the highest over its sides and feelings; 0 where nothing was told.

        Tightness does not count.

        Args:
            region: a region id.
        """
        own = (each.now.points for each in self.warmths if each.region == region and each.kind != "tightness")
        return max(own, default=0.0)

    @cached_property
    def hot(self) -> Mapping[str, Warmth]:
        """The places that nothing may work now: hot, or not back yet since they were."""
        waiting = [each for each in self.warmths if each.hottest_last and each.cooled_at(each.back) is None]
        return {each.region: each for each in sorted(waiting, key=lambda each: each.now.points)}

    def wait(self, places: Iterable[str], *, done: Iterable[datetime] = ()) -> Wait | None:
        """What something that works these places waits for; None where nothing holds it.

        Args:
            places: the regions that it works or bends.
            done: when it was done.
        """
        own, times = set(places), list(done)
        found = [wait for each in self.warmths if each.region in own and (wait := self._wait(each, times))]
        return max(found, key=lambda wait: (wait.now, -wait.level), default=None)

    def _wait(self, warmth: Warmth, done: list[datetime]) -> Wait | None:
        if warmth.hottest_last is None:
            return None
        level = self.numbers["sore_points"] if self._crippled(warmth, done) else warmth.back
        if warmth.cooled_at(level) is not None:
            return None
        return Wait(warmth.region, warmth.side, level, warmth.now.points)

    def _crippled(self, warmth: Warmth, done: list[datetime]) -> bool:
        """Whether a session of it left the place at 8 or more within three days."""
        hours = self.numbers["amber_soreness_hours"]
        worst = [each.time for each in warmth.told if each.is_hot and each.points >= self.numbers["crippled_points"]]
        return any(0 < hours_between(time, bad) <= hours for time in done for bad in worst)

    def above_back(self, places: Iterable[str]) -> Wait | None:
        """The place that is above the level at which something comes back; None where all are low.

        Args:
            places: regions.
        """
        own = set(places)
        high = [
            Wait(each.region, each.side, each.back, each.now.points)
            for each in self.warmths
            if each.region in own and each.kind != "tightness" and each.now.points > each.back
        ]
        return max(high, key=lambda wait: wait.now, default=None)

    def returns_at_half(self, places: Iterable[str], *, done: Iterable[datetime]) -> Warmth | None:
        """The place that was hot since something was last done and is back; None where it never was.

        Args:
            places: the regions that it works or bends.
            done: when it was done.
        """
        own, times = set(places), list(done)
        for each in self.warmths:
            if each.region in own and each.hottest_last is not None:
                level = self.numbers["sore_points"] if self._crippled(each, times) else each.back
                cooled = each.cooled_at(level)
                if cooled and not any(time >= cooled for time in times):
                    return each
        return None

    def back_since(self, places: Iterable[str]) -> list[datetime]:
        """When the places that were hot came back: what was done before does not count as what is done now.

        Args:
            places: regions.
        """
        own = set(places)
        found = (each.cooled_at(each.back) for each in self.warmths if each.region in own)
        return [time - timedelta(microseconds=1) for time in found if time]

    def has_nerve_signs(self, places: Iterable[str]) -> bool:
        """Whether a place was numb or electric lately and nothing newer was told of it.

        Args:
            places: regions.
        """
        newest: dict[tuple[str, Side, str], Entry] = {}
        for entry in self._entries:
            newest[entry.where, entry.side, entry.kind] = entry
        return any(entry.where in set(places) and entry.qualities & NERVE for entry in newest.values())

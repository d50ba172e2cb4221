"""Everything about one moment that the feature rules look at, gathered once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from flarepath.body import MUSCLES, REGIONS
from flarepath.course import (
    Checkin,
    Episode,
    Outcome,
    Standing,
    baseline_before,
    checkins,
    logging_since,
    outcomes,
    sides_match,
)
from flarepath.diary import FELT, Diary, Entry
from flarepath.exercises import Bout, Measure, MuscleState, bouts, measures, muscle_state
from flarepath.flares.numbers import NUMBERS
from flarepath.quantities import hours_between
from flarepath.sources import Numbers
from flarepath.triggers import Attributed

LIMBS = frozenset({"shoulder_arm", "hip_thigh", "knee_leg", "foot"})
"""Areas of the body that have a side of their own."""

MOMENT = timedelta(microseconds=1)
"""Makes a half-open range take in its end."""


@dataclass(frozen=True)
class Situation:
    """One region at one moment, with the log around it.

    `diary` holds entries up to `at` only. `since` is the onset of the flare-up, or `at` where there is none.
    `attributed` is what drives the outcome over the whole diary; None where nobody looked.
    """

    diary: Diary
    at: datetime
    outcome: Outcome
    flare: Episode | None
    standing: Standing | None
    numbers: Numbers = field(default_factory=lambda: NUMBERS)
    attributed: Attributed | None = None
    known_bouts: tuple[Bout, ...] | None = None

    @property
    def since(self) -> datetime:
        """The moment before which causes are looked for."""
        return self.flare.onset if self.flare else self.at

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """Every exercise, stretch and massage up to `at`; those given, where somebody has read them already."""
        return bouts(self.diary) if self.known_bouts is None else self.known_bouts

    @cached_property
    def window(self) -> tuple[Bout, ...]:
        """The training of the 72 hours before the onset; of 14 days where there is no flare-up."""
        hours = self.numbers["window_hours"] if self.flare else 24 * self.numbers["standing_window_days"]
        return self.bouts_before(hours)

    def bouts_before(self, hours: float) -> tuple[Bout, ...]:
        """The training of the last `hours` before the onset."""
        return self.bouts_within(hours, self.since)

    def bouts_within(self, hours: float, time: datetime) -> tuple[Bout, ...]:
        """The training of the last `hours` up to any moment."""
        end = bisect_right(self._bout_stamps, time.timestamp())
        return self.bouts[bisect_left(self._bout_stamps, time.timestamp() - 3600 * hours) : end]

    @cached_property
    def _bout_stamps(self) -> list[float]:
        return [bout.time.timestamp() for bout in self.bouts]

    @cached_property
    def trained(self) -> bool | None:
        """Whether anything was trained in the 72 hours before; None where the diary does not reach back so far."""
        hours = self.numbers["window_hours"]
        if self.bouts_before(hours):
            return True
        first = logging_since(self.diary)
        reaches = first is not None and hours_between(first, self.since) >= hours
        return False if reaches else None

    @cached_property
    def series(self) -> tuple[Checkin, ...]:
        """The check-ins of the outcome asked about."""
        return checkins(self.diary, self.outcome)

    @cached_property
    def felt(self) -> tuple[Entry, ...]:
        """What was felt in the region during the flare-up (or the last 7 days), on the side asked about."""
        return tuple(e for e in self._felt_anywhere if e.where == self.outcome.region and self._same_side(e))

    @cached_property
    def companions(self) -> tuple[Entry, ...]:
        """What was felt in other regions in the same time, at least 2 points above what is usual there."""
        return tuple(e for e in self._felt_anywhere if e.where != self.outcome.region and self._is_risen(e))

    @cached_property
    def _felt_anywhere(self) -> tuple[Entry, ...]:
        start = self.flare.onset - timedelta(hours=24) if self.flare else self.at - timedelta(days=7)
        return self.diary.between(start, self.at + MOMENT, *FELT)

    def _same_side(self, entry: Entry) -> bool:
        return sides_match(entry.side, self.outcome.side)

    def _is_risen(self, entry: Entry) -> bool:
        usual = self._usual.get(Outcome(entry.kind, entry.where, entry.side), 0.0)
        return entry.value is not None and entry.value >= usual + self.numbers["risen_points"]

    @cached_property
    def _usual(self) -> dict[Outcome, float]:
        """What is usual in each place that was felt in this time; 0 where there is no flare-up to compare with."""
        if not self.flare:
            return {}
        before = self.since - timedelta(hours=24)
        felt = {Outcome(entry.kind, entry.where, entry.side) for entry in self._felt_anywhere}
        return {outcome: baseline_before(checkins(self.diary, outcome), before).points for outcome in felt}

    @cached_property
    def risen_regions(self) -> frozenset[str]:
        """The region asked about and every other that hurts with it."""
        here = {self.outcome.region} if self.felt else set()
        return frozenset(here | {entry.where for entry in self.companions})

    @cached_property
    def qualities(self) -> frozenset[str]:
        """Every word used for how it feels."""
        return frozenset().union(*(entry.qualities for entry in self.felt))

    @cached_property
    def whens(self) -> frozenset[str]:
        """When it is felt: rest, motion, press, night."""
        return frozenset().union(*(set(filter(None, entry.text("when").split("+"))) for entry in self.felt))

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every home test up to `at`."""
        return measures(self.diary)

    def state(self, muscle: str) -> MuscleState:
        """What the tests say of a muscle on the side asked about."""
        return muscle_state(self.measures, muscle, self.outcome.side, at=self.at, bouts=self.bouts)

    @cached_property
    def trained_muscles(self) -> frozenset[str]:
        """The muscles that the training of the window worked, chiefly or in help."""
        bouts = (bout for bout in self.window if not self.is_other_side(bout))
        return frozenset(w.muscle for bout in bouts for w in bout.work if w.role in ("main", "helps"))

    def is_other_side(self, bout: Bout) -> bool:
        """Whether a bout worked the other arm or leg than the one that hurts."""
        return REGIONS[self.outcome.region].area in LIMBS and not sides_match(bout.side, self.outcome.side)

    @cached_property
    def near_muscles(self) -> tuple[str, ...]:
        """The muscles felt in the region, then those that pull on it, then those whose trouble may show there."""
        region = self.outcome.region
        belly = [m.id for m in MUSCLES.values() if region in m.felt_in]
        pulls = [m.id for m in MUSCLES.values() if region in m.pulls_on]
        shows = [m.id for m in MUSCLES.values() if region in m.trouble_shows]
        return tuple(dict.fromkeys(belly + pulls + shows))

    def entries_before(self, hours: float, *kinds: str) -> tuple[Entry, ...]:
        """Entries of these kinds in the last `hours` before the onset."""
        return self.diary.between(self.since - timedelta(hours=hours), self.since + MOMENT, *kinds)

    def other_outcomes(self) -> tuple[Outcome, ...]:
        """Every other outcome of the diary."""
        return tuple(outcome for outcome in outcomes(self.diary) if outcome != self.outcome)

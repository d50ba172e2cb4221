"""One explained moment with everything the plan looks at, gathered once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from flarepath.body import MUSCLES, REGIONS
from flarepath.course import Checkin, Episode, Outcome, checkins, episodes
from flarepath.diary import FELT, Diary, Entry
from flarepath.exercises import (
    NEAR,
    Bout,
    Exercise,
    Measure,
    MuscleState,
    bouts,
    for_muscle,
    measures,
    muscle_state,
)
from flarepath.flares import CauseClass, Explanation, Suspect
from flarepath.plan.allowed import Allowed, allowed
from flarepath.plan.heat import Heat
from flarepath.plan.numbers import NUMBERS
from flarepath.quantities import Zone, hours_between
from flarepath.rules import Answer
from flarepath.safety import Clearance
from flarepath.sources import Numbers

MOMENT = timedelta(microseconds=1)
"""Makes a half-open range take in its end."""

DEEP = frozenset({"parallel", "full"})
"""Depths at which a pinch says: not so deep."""

BENDS = frozenset({"squat", "lunge"})
"""The patterns of the library that have a depth."""

WRONG = frozenset({"uncomfortable", "wrong", "odd", "pinch"})
"""A bout with one of these did not feel right while it was done (Q2)."""


def is_passive(bout: Bout) -> bool:
    """Whether a bout was a stretch or a massage, by its kind or by what the library says of it.

    Args:
        bout: what was done.
    """
    return bout.kind in ("stretch", "massage") or (bout.exercise is not None and bout.exercise.kind != "exercise")


@dataclass(frozen=True)
class Setting:
    """A moment that the safety gate lets advice through for; without a Clearance there is none.

    `diary` holds entries up to the moment only.
    """

    clearance: Clearance
    explanation: Explanation
    diary: Diary
    numbers: Numbers = field(default_factory=lambda: NUMBERS)

    @property
    def at(self) -> datetime:
        """The moment asked about."""
        return self.explanation.at

    @property
    def leading(self) -> CauseClass:
        """The likeliest cause; ordinary fluctuation where none was weighed."""
        return self.explanation.causes[0].cause if self.explanation.causes else "fluctuation"

    @property
    def second(self) -> CauseClass | None:
        """The next likeliest cause."""
        return self.explanation.causes[1].cause if len(self.explanation.causes) > 1 else None

    @cached_property
    def outcome(self) -> Outcome:
        """What is followed: the flare-up's kind of feeling, else the standing pain's, else what was felt here last."""
        followed = self.explanation.flare or self.explanation.standing
        here = [entry for entry in self.diary.of(*FELT) if entry.where == self.explanation.region]
        kind = followed.kind if followed else here[-1].kind if here else "pain"
        return Outcome(kind, self.explanation.region, self.explanation.side)

    @cached_property
    def series(self) -> tuple[Checkin, ...]:
        """The check-ins of what is followed."""
        return checkins(self.diary, self.outcome)

    @cached_property
    def past_flares(self) -> tuple[Episode, ...]:
        """The flare-ups before this one, oldest first."""
        onset = self.explanation.flare.onset if self.explanation.flare else self.at
        return tuple(flare for flare in episodes(self.diary, self.outcome) if flare.onset < onset)

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """Every exercise, stretch and massage up to the moment."""
        return bouts(self.diary)

    @cached_property
    def recent(self) -> tuple[Bout, ...]:
        """The training of the last four weeks."""
        since = self.at - timedelta(days=self.numbers["log_days"])
        return tuple(bout for bout in self.bouts if bout.time >= since)

    @cached_property
    def heat(self) -> Heat:
        """How much each place hurts, and what waits for it."""
        return Heat(self.diary, self.at, self.numbers)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every home test up to the moment."""
        return measures(self.diary)

    def state(self, muscle: str) -> MuscleState:
        """What the tests say of a muscle on the side asked about."""
        if muscle not in self._states:
            told = self.explanation.state
            own = told if told and told.muscle == muscle else None
            self._states[muscle] = own or muscle_state(
                self.measures, muscle, self.explanation.side, at=self.at, bouts=self.bouts
            )
        return self._states[muscle]

    @cached_property
    def _states(self) -> dict[str, MuscleState]:
        return {}

    @cached_property
    def near_muscles(self) -> tuple[str, ...]:
        """The muscles felt in the region, then those that pull on it, then those whose trouble may show there."""
        region = self.explanation.region
        belly = [m.id for m in MUSCLES.values() if region in m.felt_in]
        pulls = [m.id for m in MUSCLES.values() if region in m.pulls_on]
        shows = [m.id for m in MUSCLES.values() if region in m.trouble_shows]
        return tuple(dict.fromkeys(belly + pulls + shows))

    @cached_property
    def suspect(self) -> Suspect | None:
        """The most suspected bout that has to do with this place: by its muscles, or because it felt wrong.

        Where a trigger leads, nothing else that was done as usual is suspected beside it.
        """
        return next((each for each in self.explanation.suspects if self._stands(each.bout)), None)

    def _stands(self, bout: Bout) -> bool:
        lead = self.explanation.lead
        if lead is None:
            return self._concerns(bout)
        named = bout.name in {exposure.what for exposure in lead.exposures}
        is_new = bout.novel or (bout.dose_rise or 0.0) >= self.numbers["lead_dose_rise"]
        return self._concerns(bout) and (named or is_new)

    def _concerns(self, bout: Bout) -> bool:
        if bout.felt & WRONG or (bout.after is not None and bout.after > 0):
            return True
        if not bout.work:
            # Nobody knows what an exercise in own words works; where it is new it is suspected all the same.
            return bout.novel
        near = {work.muscle for work in bout.work if work.role != "little"} & set(self.near_muscles)
        is_light = bout.effort is not None and bout.effort <= self.numbers["light_effort"]
        return bool(near) and not is_light

    def wrong_length(self, bout: Bout) -> str:
        """The muscle that tests short and was worked short, or tests long and was stretched or pressed; else empty."""
        passive = is_passive(bout)
        for work in bout.work:
            if work.role not in ("main", "helps"):
                continue
            length = self.state(work.muscle).length
            if (passive and length == "long") or (not passive and work.zone == "short" and length == "short"):
                return work.muscle
        return ""

    @cached_property
    def muscle(self) -> str:
        """The muscle that the leading cause speaks of, as its own evidence points to it."""
        wanted: dict[CauseClass, tuple[str, str]] = {
            "short_muscle": ("short", ""),
            "long_weak_muscle": ("long", "weak"),
        }
        if self.leading in wanted:
            return self._tested(*wanted[self.leading]) or self.explanation.muscle
        worked = self.worked if self.leading == "sore_muscle" else ()
        return next(iter(worked), self.explanation.muscle)

    @property
    def worked(self) -> tuple[str, ...]:
        """The muscles of the suspect that are felt in this place, else those that it was chosen for."""
        if self.suspect is None:
            return ()
        worked = [work.muscle for work in self.suspect.bout.work if work.role in ("main", "helps")]
        felt = [m for m in worked if m in MUSCLES and self.explanation.region in MUSCLES[m].felt_in]
        return tuple(felt or worked)

    def _tested(self, length: str, strength: str) -> str:
        """A muscle that tests so: worked against that lately, near or worked by the suspect; both labels first."""
        wrongly = Counter(filter(None, (self.wrong_length(bout) for bout in self.recent)))
        against = [muscle for muscle, _ in wrongly.most_common() if muscle in self.near_muscles]
        ordered = dict.fromkeys((*against, self.explanation.muscle, *self.worked, *self.near_muscles))
        states = [self.state(muscle) for muscle in ordered if muscle]
        fitting = [state for state in states if state.length == length]
        both = [state for state in fitting if not strength or state.strength == strength]
        return next((state.muscle for state in both + fitting), "")

    def holds(self, feature: str) -> bool | None:
        """Whether a feature of the log holds; None where nobody logged it."""
        answer = next((f.answer for f in self.explanation.findings if f.rule == feature), Answer.UNKNOWN)
        return None if answer is Answer.UNKNOWN else answer is Answer.YES

    def told(self, feature: str) -> str:
        """The sentence of a feature that holds, or an empty string."""
        return next((f.because for f in self.explanation.findings if f.rule == feature and f.answer is Answer.YES), "")

    def entries(self, hours: float, *kinds: str) -> tuple[Entry, ...]:
        """Entries of these kinds of the last `hours`."""
        return self.diary.between(self.at - timedelta(hours=hours), self.at + MOMENT, *kinds)

    def bouts_before(self, time: datetime, *, hours: float) -> tuple[Bout, ...]:
        """The training of the `hours` before a time."""
        return tuple(bout for bout in self.bouts if 0 <= hours_between(bout.time, time) <= hours)

    @cached_property
    def familiar(self) -> frozenset[str]:
        """The ids and names of what the person did in the last four weeks and what did not feel wrong."""
        return frozenset(bout.name for bout in self.recent) - self.felt_wrong

    @cached_property
    def felt_wrong(self) -> frozenset[str]:
        """What felt wrong or made it worse at once in the last four weeks."""
        return frozenset(b.name for b in self.recent if b.felt & WRONG or (b.after is not None and b.after > 0))

    def allows(self, exercise: Exercise) -> bool:
        """Whether an exercise may be proposed: the filter permits it, it is not suspected and did not feel wrong."""
        suspected = {each.bout.name for each in self.explanation.suspects if self._concerns(each.bout)}
        if exercise.id in self.felt_wrong or (exercise.kind == "exercise" and exercise.id in suspected):
            return False
        return not self._is_too_deep(exercise) and self.may.permits(exercise)

    @cached_property
    def may(self) -> Allowed:
        """What this person may be handed."""
        return allowed(self.clearance, self.diary, at=self.at)

    def _is_too_deep(self, exercise: Exercise) -> bool:
        """A deep bend where a knee gives way, or a deep squat or lunge where depth has pinched before (SC3)."""
        knee = self.deep_is_out and any(work.zone == "long" for work in exercise.work if work.muscle == "vasti")
        deep = exercise.pattern in BENDS and any(work.zone == "long" for work in exercise.work)
        return knee or (deep and bool(self.pinched_deep))

    @cached_property
    def pinched_deep(self) -> tuple[str, ...]:
        """The names of what pinched when it went deep."""
        found = [b.name for b in self.bouts if b.depth in DEEP and "pinch" in b.felt]
        return tuple(dict.fromkeys(found))

    def choice(self, muscle: str, zone: Zone | None = None, *, kind: str = "exercise") -> Exercise | None:
        """What to propose for a muscle: what the person knows first, then the easiest of the library."""
        found = [each for each in for_muscle(muscle, zone, kind=kind) if self.allows(each)]
        if kind != "exercise":
            found = [each for each in found if each.id in self.familiar or not each.easier]
        return min(found, key=lambda each: (each.id not in self.familiar, len(each.strains)), default=None)

    @property
    def deep_is_out(self) -> bool:
        """Whether a knee locks or gives way by the safety answers, so that it bends deep under no load (SC3)."""
        told = (f for f in self.clearance.findings if f.id == "n3" and f.answer in ("yes", "unsure"))
        # The same question asks about a shoulder that slips out; only one told of there leaves the knees alone.
        return any(f.region not in NEAR["shoulder"] for f in told)

    @property
    def place(self) -> str:
        """The region and its side in words."""
        region, side = self.explanation.region, self.explanation.side
        name = REGIONS[region].name.lower() if region in REGIONS else region.replace("_", " ") or "whole body"
        sides = {"left": " on the left", "right": " on the right", "both": " on both sides"}
        inner = name.removeprefix("deep in the ")
        return f"{name if inner == name else f'deep part of the {inner}'}{sides.get(side, '')}"

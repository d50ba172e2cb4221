"""How the body answered each session of an exercise: a traffic light of the places that it works or pulls on.

A place that rose after a session in which many exercises met there is charged to the one that is suspected most; the
others are held where they are until it is calm, but they are not cut (only what hurts is, and one thing at a time).

Source: pmm, expert
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from math import exp
from statistics import mean
from typing import Final

from flarepath.body import MUSCLES
from flarepath.course import Outcome, sides_match
from flarepath.exercises import Bout
from flarepath.flares import Suspect, Suspicion
from flarepath.plan.light import Answered, Light, Tissue, answered
from flarepath.plan.week.log import Done, Known, Log
from flarepath.quantities import Side, hours_between

INSERTIONS: Final = frozenset({"achilles", "heel", "elbow_inner", "elbow_outer", "elbow_tip"})
"""Where tendons end (PRODUCT, "Causes and verdict")."""

WORSE: Final = {None: 0, "green": 1, "amber": 2, "red": 3}


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to one session: the colour, the place that gave it, and its levels in points.

    `charged` is False where the place rose but another exercise is suspected more.
    """

    time: datetime
    light: Light | None
    region: str = ""
    side: Side = ""
    kind: str = ""
    peak: float = 0.0
    usual: float = 0.0
    charged: bool = True


@dataclass(frozen=True)
class Responses:
    """The answers to every session of every known exercise."""

    log: Log

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Response, ...]]:
        """The answers of each exercise, oldest session first."""
        return {name: tuple(self._of(known)) for name, known in self.log.known.items()}

    def _of(self, known: Known) -> Iterator[Response]:
        since = self.log.at - timedelta(days=2 * self.log.numbers["log_days"])
        recent = [done for done in known.sessions if done.time >= since]
        for place, done in enumerate(recent):
            following = recent[place + 1].time if place + 1 < len(recent) else None
            yield self._worst(known, done, following)

    def _worst(self, known: Known, done: Done, until: datetime | None) -> Response:
        if any(row.after is not None and row.after >= self.log.numbers["at_once_points"] for row in done.rows):
            return Response(done.time, "red", peak=max(row.after or 0.0 for row in done.rows))
        found = [self._in(outcome, known, done, until) for outcome in concerned(known, done, self.log)]
        worst = max((each for each in found if each), key=lambda each: WORSE[each.light], default=None)
        return worst or Response(done.time, None)

    def _in(self, outcome: Outcome, known: Known, done: Done, until: datetime | None) -> Response | None:
        numbers, series = self.log.numbers, self.log.series[outcome]
        tissue = tissue_of(outcome, known)
        told = answered(series, done.time, until=until, at=self.log.at, tissue=tissue, numbers=numbers)
        if told is None:
            return None
        light = "red" if self._woke(outcome, done) else told.light
        if light in (None, "green") or self._is_charged(outcome, known, done):
            return _response(done, outcome, told, light, charged=True)
        # Another one is suspected more: where this works the sore place itself, it waits; where it pulls, it need not.
        held = outcome.region in felt_by(known)
        return _response(done, outcome, told, "amber", charged=False) if held else None

    def _woke(self, outcome: Outcome, done: Done) -> bool:
        hours = self.log.numbers["green_hours"]
        return any(
            entry.where == outcome.region
            and sides_match(entry.side, outcome.side)
            and 0 < hours_between(done.time, entry.time) <= hours
            for entry in self.log.waking
        )

    def _is_charged(self, outcome: Outcome, known: Known, done: Done) -> bool:
        """Whether this exercise is suspected most of what was done in the days before.

        The weight of a suspect counts as often as the place rose more after sessions with it than without it.
        """
        window = self._window(done.time, self.log.numbers["suspect_hours"])
        ranked = [each for each in self._suspicion(outcome).ranked(window) if each.bout.name in self.log.known]
        if not ranked:
            return True
        most = max(ranked, key=lambda each: self._blame(outcome, each))
        return most.bout.name == known.name

    def _blame(self, outcome: Outcome, each: Suspect) -> tuple[float, str]:
        """How much a bout is suspected.

        More where its muscle pulls on the place and was worked short (R64); less where it was cut already, since the
        place rose all the same.
        """
        pulls = any(
            work.role == "main" and work.zone == "short" and outcome.region in MUSCLES[work.muscle].pulls_on
            for work in each.bout.work
            if work.muscle in MUSCLES
        )
        short = self.log.numbers["short_pull_times"] if pulls else 1.0
        tried = 1 + self._cuts(each.bout.name)
        return each.weight * short * self._lift(outcome, each.bout.name) / tried, each.bout.name

    def _cuts(self, name: str) -> int:
        """How often an exercise was cut by 30 % and more from one session to the next, in eight weeks."""
        since = self.log.at - timedelta(days=2 * self.log.numbers["log_days"])
        done = [each.dose.amount for each in self.log.known[name].sessions if each.time >= since]
        least = self.log.numbers["cut_share"] + self.log.numbers["cut_slack_share"]
        return sum(after <= least * before for before, after in pairwise(done))

    def _lift(self, outcome: Outcome, name: str) -> float:
        """How much more the place rose after sessions with an exercise than after those without it, as a factor."""
        if (outcome, name) not in self._lifts:
            days = {done.time.date() for done in self.log.known[name].sessions}
            rises = self._rises(outcome)
            with_it = [rise for day, rise in rises.items() if day in days]
            without = [rise for day, rise in rises.items() if day not in days]
            self._lifts[outcome, name] = self._factor(with_it, without)
        return self._lifts[outcome, name]

    def _factor(self, with_it: list[float], without: list[float]) -> float:
        if not with_it or not without:
            return 1.0
        fewer = min(len(with_it), len(without))
        share = fewer / (fewer + self.log.numbers["charged_weight"])
        return float(exp(share * (mean(with_it) - mean(without))))

    def _rises(self, outcome: Outcome) -> Mapping[date, float]:
        """The rise of a place after each training day of the last eight weeks."""
        if outcome not in self._risen:
            series = self.log.series[outcome]
            since = self.log.at - timedelta(days=2 * self.log.numbers["log_days"])
            times = {bout.time.date(): bout.time for bout in self.log.setting.bouts if bout.time >= since}
            told = {
                day: answered(series, time, until=None, at=self.log.at, numbers=self.log.numbers)
                for day, time in times.items()
            }
            self._risen[outcome] = {day: each.peak - each.usual for day, each in told.items() if each}
        return self._risen[outcome]

    @cached_property
    def _lifts(self) -> dict[tuple[Outcome, str], float]:
        return {}

    @cached_property
    def _risen(self) -> dict[Outcome, Mapping[date, float]]:
        return {}

    def _suspicion(self, outcome: Outcome) -> Suspicion:
        if outcome not in self._suspicions:
            setting = self.log.setting
            self._suspicions[outcome] = Suspicion.of(setting.diary, outcome, at=self.log.at, known=setting.bouts)
        return self._suspicions[outcome]

    @cached_property
    def _suspicions(self) -> dict[Outcome, Suspicion]:
        return {}

    def _window(self, time: datetime, hours: float) -> list[Bout]:
        """Everything done within a session's hours around a time, and in the days before it."""
        same = self.log.numbers["session_hours"]
        return [b for b in self.log.setting.bouts if -same <= hours_between(b.time, time) <= hours]


def _response(done: Done, outcome: Outcome, told: Answered, light: Light | None, *, charged: bool) -> Response:
    return Response(
        done.time, light, outcome.region, outcome.side, outcome.kind, told.peak, told.usual, charged=charged
    )


def concerned(known: Known, done: Done, log: Log) -> Iterator[Outcome]:
    """What was felt in the places that an exercise works or pulls on, on the side that was worked.

    Args:
        known: the exercise.
        done: one of its sessions.
        log: the moment.
    """
    places = places_of(known)
    for outcome in log.series:
        if outcome.region in places and any(sides_match(side, outcome.side) for side in done.sides):
            yield outcome


def places_of(known: Known) -> frozenset[str]:
    """The regions where the muscles of an exercise are felt, and those that its chief muscles pull on.

    Args:
        known: the exercise.
    """
    work = known.last.rows[0].work
    worked = [(MUSCLES[each.muscle], each.role) for each in work if each.role != "little" and each.muscle in MUSCLES]
    felt = {place for muscle, _ in worked for place in muscle.felt_in}
    pulled = {place for muscle, role in worked if role == "main" for place in muscle.pulls_on}
    return frozenset(felt | pulled)


def felt_by(known: Known) -> frozenset[str]:
    """The regions where the muscles that an exercise is chosen for are felt.

    Args:
        known: the exercise.
    """
    chief = (work.muscle for work in known.last.rows[0].work if work.role == "main" and work.muscle in MUSCLES)
    return frozenset(place for muscle in chief for place in MUSCLES[muscle].felt_in)


def tissue_of(outcome: Outcome, known: Known) -> Tissue:
    """What answers: the soreness of a worked muscle gets 72 hours, a tendon end, a joint or a nerve 24 (rule 7).

    A pain outside the bellies of the worked muscles is taken as that of a joint.

    Args:
        outcome: what is felt.
        known: the exercise.
    """
    if outcome.kind != "pain":
        return "muscle"
    if outcome.region in INSERTIONS:
        return "tendon"
    work = known.last.rows[0].work
    bellies = {place for each in work if each.muscle in MUSCLES for place in MUSCLES[each.muscle].felt_in}
    return "muscle" if outcome.region in bellies else "joint"

"""A made-up person who trains as told, under a simple truth: what a plan is compared on.

The truth: each muscle is used to a volume (sets x reps x effort / 5). More than that makes it sore, from 8 hours on,
most after 36, gone after 5 days; long-length work more so; the second time half, the fourth a third (the repeated
bout). Training it again while it is sore makes it sorer and gains nothing; within its reach it gets used to more. One
muscle is short, and working it in its short position irritates a place beside it for three days, however used to it the
person is; working it long makes it less short, slowly. Stress comes in spells and lifts everything. Numbers are round,
uncertain by about half a point, and some mornings are not written down. All figures are ours, none is fitted to data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.body import MUSCLES
from flarepath.diary import Entry
from flarepath.exercises import EXERCISES, Exercise
from flarepath.simulate.chance import Chance, persistent

FIRST_DAY: Final = datetime(2026, 1, 5, tzinfo=UTC)
PROGRAM: Final = ("glute_bridge", "single_leg_hinge", "squat", "banded_march", "row")
"""What everybody trains at first; the march works the short muscle short."""

SHORT_MUSCLE: Final = "iliopsoas"
BESIDE: Final = "lower_back"
GOALS: Final = ("gluteus_maximus", "hamstrings", "vasti", "iliopsoas", "middle_lower_trapezius")
PAINS: Final = (BESIDE, "knee_front")
FULL_VOLUME: Final = 36.0
"""Three sets of twelve at effort 5."""

BOUT_SHARE: Final = (1.0, 0.5, 0.42, 0.35)
BOUT_DAYS: Final = 42
ALIKE: Final = 0.7
"""A dose of at least this share of today's protects, for six weeks."""

TOO_SORE: Final = 4.0
SORE_HOURS: Final = (8.0, 36.0, 120.0)
IRRITATED_HOURS: Final = (4.0, 14.0, 72.0)
MORNING, EVENING, TRAINING = 8, 20, 18


@dataclass(frozen=True, slots=True)
class Planned:
    """One exercise of a session as it was asked for: effort 0-10, reps or seconds a set."""

    exercise: str
    sets: int
    reps: int | None = None
    seconds: float | None = None
    effort: float = 5.0

    @property
    def volume(self) -> float:
        """Sets x reps x effort / 5; three seconds of a hold count as a rep."""
        return self.sets * (self.reps or (self.seconds or 0.0) / 3 or 8.0) * self.effort / 5


@dataclass(slots=True)
class _Muscle:
    used_to: float = 6.0
    last_day: int = 0
    curves: list[tuple[float, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cause:
    """What one exercise of one day adds to a place at its height, in points: the truth behind a change."""

    day: int
    exercise: str
    region: str
    points: float


class Follower:
    """One person, day by day. Ask for the mornings, let them train, and read the truth at the end."""

    def __init__(self, seed: int, *, days: int = 182) -> None:
        """Draw a person.

        Args:
            seed: of all chance.
            days: how long.
        """
        chance = Chance(seed)
        person = chance.of("person")
        self.days = days
        self.base = {region: float(person.uniform(0.3, 2.0)) for region in PAINS}
        self.soreness_per_volume = float(np.exp(person.normal(np.log(3.0), 0.25)))
        self.irritation = float(person.uniform(2.5, 4.5))
        self.shortness = 1.0
        self.tests_itself = bool(person.random() < 0.5)  # noqa: PLR2004 - half of the people
        self._noise = {region: persistent(0.7, days + 1, chance.of("noise", i)) for i, region in enumerate(PAINS)}
        self._stress = _spells(days, chance)
        self._report = chance.of("report")
        self._muscles = {muscle: _Muscle() for muscle in MUSCLES}
        self._irritated: list[tuple[float, float]] = []
        self._volumes: dict[str, list[tuple[int, float]]] = {}
        self.causes: list[Cause] = []
        self.done: list[tuple[int, Planned]] = []

    def time(self, day: int, hour: int) -> datetime:
        """The moment of an hour of a day.

        Args:
            day: from 0.
            hour: of the day.
        """
        return FIRST_DAY + timedelta(days=day, hours=hour)

    def pain(self, region: str, day: int, hour: int = MORNING) -> float:
        """The true pain of a place, in points, 0-10.

        Args:
            region: one of PAINS.
            day: from 0.
            hour: of the day.
        """
        level = self.base[region] + 0.6 * float(self._noise[region][day]) + 1.2 * float(self._stress[day])
        if region == BESIDE:
            level += sum(points * _shape(24 * day + hour - begun, IRRITATED_HOURS) for begun, points in self._irritated)
        return float(np.clip(level, 0, 10))

    def soreness(self, muscle: str, day: int, hour: int = MORNING) -> float:
        """The true soreness of a muscle, in points, 0-10.

        Args:
            muscle: a muscle id.
            day: from 0.
            hour: of the day.
        """
        curves = self._muscles[muscle].curves
        return float(np.clip(sum(p * _shape(24 * day + hour - begun, SORE_HOURS) for begun, p in curves), 0, 10))

    def worst(self, day: int) -> float:
        """The worst of everything felt on a morning, in points.

        Args:
            day: from 0.
        """
        return max(*(self.pain(region, day) for region in PAINS), *(self.soreness(muscle, day) for muscle in GOALS))

    def morning(self, day: int) -> Iterator[Entry]:
        """What is written down in the morning; one in ten is not.

        Args:
            day: from 0.
        """
        if self._report.random() < 0.1:  # noqa: PLR2004 - one in ten
            return
        time = self.time(day, MORNING)
        stressed = self._stress[day] > 0
        yield Entry(time, "sleep", value=round(float(self._report.normal(5.4 if stressed else 7.3, 0.5)), 1), unit="h")
        yield Entry(time, "stress", value=float(round(self._report.normal(7.6 if stressed else 3.0, 0.8))))
        for region in PAINS:
            yield Entry(time, "pain", where=region, value=self._told(self.pain(region, day)), unit="nrs")
        for muscle in GOALS:
            place = MUSCLES[muscle].felt_in[0]
            told = self._told(self.soreness(muscle, day))
            yield Entry(time, "soreness", where=place, side="both", value=told, unit="nrs")

    def _told(self, points: float) -> float:
        return float(np.clip(round(points + float(self._report.normal(0, 0.4))), 0, 10))

    def tests(self) -> Iterator[Entry]:
        """The tests of the first days, where this person makes any: the short muscle is found short, and strong."""
        for day in (0, 2) if self.tests_itself else ():
            for what, word in (("length", "short"), ("strength", "normal")):
                yield Entry(self.time(day, 9), "test", what, where=SHORT_MUSCLE, side="both", word=word)

    def train(self, day: int, session: Iterable[Planned]) -> Iterator[Entry]:
        """Do a session; the body answers from then on.

        Args:
            day: from 0.
            session: what is done.

        Yields:
            The rows of the diary.
        """
        for planned in session:
            exercise = EXERCISES[planned.exercise]
            self.done.append((day, planned))
            self._load(day, planned, exercise)
            yield _row(self.time(day, TRAINING), planned)

    def _load(self, day: int, planned: Planned, exercise: Exercise) -> None:
        if exercise.kind != "exercise":
            return
        bout = self._bout_share(planned, day)
        for work in exercise.work:
            if work.role in ("main", "helps"):
                volume = planned.volume * (1.0 if work.role == "main" else 0.4)
                self._strain(day, work.muscle, volume, planned.exercise, bout * (1.3 if work.zone == "long" else 1.0))
            if work.muscle == SHORT_MUSCLE and work.role == "main":
                self._irritate(day, planned, short=work.zone == "short")
        self._volumes.setdefault(planned.exercise, []).append((day, planned.volume))

    def _bout_share(self, planned: Planned, day: int) -> float:
        """How much of the first soreness is left at about this dose."""
        before = self._volumes.get(planned.exercise, [])
        alike = sum(day - then <= BOUT_DAYS and volume >= ALIKE * planned.volume for then, volume in before)
        return BOUT_SHARE[min(alike, len(BOUT_SHARE) - 1)]

    def _strain(self, day: int, name: str, volume: float, exercise: str, share: float) -> None:
        muscle = self._muscles[name]
        sore = self.soreness(name, day, TRAINING)
        muscle.used_to *= 0.997 ** max(0, day - muscle.last_day - 7)
        over = max(0.0, volume / muscle.used_to - 0.6)
        points = min(9.0, self.soreness_per_volume * over * share * (1.3 if sore > TOO_SORE else 1.0))
        points *= 1 + 0.3 * float(self._stress[day] > 0)
        muscle.curves = [(begun, p) for begun, p in muscle.curves if 24 * day - begun < SORE_HOURS[2]]
        muscle.curves.append((24.0 * day + TRAINING, points))
        if sore <= TOO_SORE:
            pace = 0.25 if volume > muscle.used_to else 0.05
            muscle.used_to += pace * (min(volume, 1.5 * muscle.used_to) - muscle.used_to)
        muscle.last_day = day
        self.causes.append(Cause(day, exercise, MUSCLES[name].felt_in[0], points))

    def _irritate(self, day: int, planned: Planned, *, short: bool) -> None:
        """The short muscle worked short irritates; worked long it gets less short."""
        if short:
            points = self.irritation * self.shortness * min(1.5, planned.volume / 24)
            self._irritated.append((24.0 * day + TRAINING, points))
            self.causes.append(Cause(day, planned.exercise, BESIDE, points))
        else:
            self.shortness *= 0.97


def _spells(days: int, chance: Chance) -> NDArray[np.float64]:
    """Stress, 0 or 1 a day: spells of two to five days, about one a month."""
    draw, stress = chance.of("stress"), np.zeros(days + 1)
    day = int(draw.integers(5, 30))
    while day < days:
        stress[day : day + int(draw.integers(2, 6))] = 1.0
        day += int(draw.integers(15, 45))
    return stress


def _shape(hours: float, span: tuple[float, float, float]) -> float:
    """From 0 at the beginning to 1 at the height and back."""
    begins, top, ends = span
    if hours <= begins or hours >= ends:
        return 0.0
    return (hours - begins) / (top - begins) if hours < top else (ends - hours) / (ends - top)


def _row(time: datetime, planned: Planned) -> Entry:
    amount = ("reps", f"{planned.reps}") if planned.reps else ("seconds", f"{planned.seconds or 20:g}")
    kind = EXERCISES[planned.exercise].kind
    detail = (("sets", f"{planned.sets}"), amount, ("effort", f"{planned.effort:g}"), ("form", "5"), ("felt", "fine"))
    if kind != "exercise":
        minutes = planned.sets * (planned.seconds or 60.0) / 60
        return Entry(time, kind, planned.exercise, side="both", value=minutes, unit="min")
    return Entry(time, "exercise", planned.exercise, side="both", detail=detail)

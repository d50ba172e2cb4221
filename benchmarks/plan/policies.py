"""Four ways to train for half a year: the plan, and three plain ones."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import numpy as np

from flarepath.diary import Diary, Entry
from flarepath.exercises import EXERCISES, Wish, swaps
from flarepath.safety import QUESTIONS, SHORT_SCREEN
from flarepath.simulate.follower import PROGRAM, Follower, Planned
from flarepath.why import Room, weekly

FIRST_WEEK, WEEK, STRONG, RISEN = 5, 7, 5.0, 2.0
ROOM = Room(days=3, minutes=60.0, equipment=frozenset({"band", "dumbbell", "step"}))


def first(name: str) -> Planned:
    """An exercise at the library's first dose."""
    dose = EXERCISES[name].first
    return Planned(name, dose.sets, dose.reps, dose.seconds, dose.effort or 5.0)


def grown(planned: Planned, weeks: int) -> Planned:
    """The dose after so many weeks of a plain schedule: a set a week up to three, then a rep or 10 s a week."""
    sets = min(3, planned.sets + weeks)
    more = max(0, weeks - (3 - planned.sets))
    if planned.reps:
        return replace(planned, sets=sets, reps=min(12, planned.reps + more), effort=5.0)
    return replace(planned, sets=sets, seconds=min(45.0, (planned.seconds or 20.0) + 10 * more), effort=5.0)


@dataclass
class Policy:
    """What is trained on a day; `changes` are (day, exercise) that were cut, left out or exchanged."""

    follower: Follower
    seed: int
    begun: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PROGRAM, 0))
    changes: list[tuple[int, str]] = field(default_factory=list)

    def session(self, day: int, diary: Diary) -> list[Planned]:  # noqa: ARG002 - the plain schedule looks at nothing
        """Every exercise at the dose of the plain schedule."""
        return [grown(first(name), (day - since) // 7) for name, since in self.begun.items()]


class NeverChange(Policy):
    """The schedule, whatever hurts."""


class StopAtPain(Policy):
    """Nothing at all while something is 2 above usual or at 5; then every exercise at its first dose again."""

    stopped = False

    def session(self, day: int, diary: Diary) -> list[Planned]:
        """Nothing while it hurts."""
        if hurts(diary, self.follower.time(day, 17)):
            if not self.stopped:
                self.changes += [(day, name) for name in self.begun]
            self.stopped = True
            return []
        if self.stopped:
            # Half of the way that was reached, as people do.
            self.begun = {name: day - 7 * ((day - since) // 14) for name, since in self.begun.items()}
            self.stopped = False
        return super().session(day, diary)


class SwapAtRandom(Policy):
    """One exercise drawn by lot is exchanged for another whenever something hurts, at most once a week."""

    last = -7

    def session(self, day: int, diary: Diary) -> list[Planned]:
        """A swap where it hurts."""
        if hurts(diary, self.follower.time(day, 17)) and day - self.last >= WEEK:
            draw = np.random.default_rng([self.seed, day])
            name = draw.choice(list(self.begun))
            offered = [each.exercise.id for each in swaps(name, Wish(equipment=ROOM.equipment))]
            offered = [each for each in offered if each not in self.begun]
            if offered:
                del self.begun[name]
                self.begun[str(draw.choice(offered))] = day
                self.changes.append((day, name))
            self.last = day
        return super().session(day, diary)


class ThePlan(Policy):
    """What `flarepath plan` says each evening before; the first week is the program at its first dose."""

    standing = frozenset()

    def session(self, day: int, diary: Diary) -> list[Planned]:
        """The first session of the week that the plan builds."""
        if day < FIRST_WEEK:
            return super().session(0, diary)
        at = self.follower.time(day - 1, 21)
        found = weekly(Diary.of_entries([*diary.entries, *gate(at)]).until(at), at=at, room=ROOM)
        if found.training is None:
            raise RuntimeError(f"the gate is {found.gate.level}: {found.gate.missing}")
        told = {(change.id, change.exercise) for change in found.training.changes if change.before}
        self.changes += [(day, name) for change, name in told if change not in self.standing]
        self.standing = {change for change, _ in told}
        sessions = [each for each in found.training.week.sessions if each.day == self.follower.time(day, 0).date()]
        return [
            Planned(item.id, item.dose.sets, item.dose.reps, item.dose.seconds, item.dose.effort or 5.0)
            for session in sessions
            for item in session.items
            if item.dose
        ]


def hurts(diary: Diary, at: datetime) -> bool:
    """Whether the last morning had a place at 5, or 2 above the median of the week before."""
    start = at - timedelta(days=8)
    week = diary.between(start, at, "pain", "soreness")
    if not week:
        return False
    last = week[-1].time
    for entry in week:
        if entry.time == last:
            before = [e.value or 0.0 for e in week if (e.kind, e.where) == (entry.kind, entry.where) and e.time < last]
            usual = float(np.median(before)) if before else 0.0
            level = entry.value or 0.0
            if level >= STRONG or level >= usual + RISEN:
                return True
    return False


def gate(at: datetime) -> list[Entry]:
    """Every safety question answered with no: these people have no red flag."""
    full = [Entry(at - timedelta(minutes=30), "answer", name, word="no") for name in QUESTIONS]
    short = [Entry(at - timedelta(minutes=20), "answer", name, word="no") for name in SHORT_SCREEN]
    facts = [
        Entry(at - timedelta(minutes=40), "fact", "birth_year", value=1988.0),
        Entry(at - timedelta(minutes=40), "fact", "country", word="GB"),
    ]
    return [*facts, *full, *short]


POLICIES = {
    "never change": NeverChange,
    "stop at pain": StopAtPain,
    "swap at random": SwapAtRandom,
    "the plan": ThePlan,
}

"""The diary as the week looks at it: sessions by exercise, and series by place; each read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from flarepath.course import Checkin, Outcome, checkins, outcomes
from flarepath.diary import Entry
from flarepath.exercises import Bout, Exercise
from flarepath.plan.allowed import Allowed
from flarepath.plan.energy import falling_by, worsens_after_effort
from flarepath.plan.heat import Wait
from flarepath.plan.reach import reached
from flarepath.plan.setting import Setting
from flarepath.plan.week.dose import EASY_EFFORT, Dose, dose_of
from flarepath.plan.week.late import late
from flarepath.plan.week.shrinking import shrinking
from flarepath.quantities import Side, days_between, hours_between
from flarepath.sources import Numbers


@dataclass(frozen=True, slots=True)
class Done:
    """One exercise in one session."""

    time: datetime
    rows: tuple[Bout, ...]
    dose: Dose

    @property
    def felt(self) -> frozenset[str]:
        """Every word for how it felt."""
        return frozenset().union(*(row.felt for row in self.rows))

    @property
    def sides(self) -> frozenset[Side]:
        """The sides that were worked."""
        return frozenset(row.side for row in self.rows)

    @property
    def form(self) -> float | None:
        """The worst form, 1-5."""
        return min((row.form for row in self.rows if row.form is not None), default=None)


@dataclass(frozen=True, slots=True)
class Known:
    """An exercise of the last weeks with all its sessions, oldest first."""

    name: str
    exercise: Exercise | None
    kind: str
    sessions: tuple[Done, ...]

    @property
    def last(self) -> Done:
        """The newest session."""
        return self.sessions[-1]

    def sessions_since(self, time: datetime) -> tuple[Done, ...]:
        """The sessions from a time on.

        Args:
            time: an aware time.
        """
        return tuple(done for done in self.sessions if done.time >= time)

    @property
    def times(self) -> tuple[datetime, ...]:
        """When it was done, oldest first."""
        return tuple(done.time for done in self.sessions)

    @property
    def places(self) -> frozenset[str]:
        """The regions that it works or bends."""
        return reached(self.last.rows[0])

    @property
    def is_light(self) -> bool:
        """Whether it is light work by the effort of its last session; what nobody rated is not."""
        return self.last.dose.effort is not None and self.last.dose.effort <= EASY_EFFORT

    @property
    def mains(self) -> frozenset[str]:
        """The muscles that it is chosen for."""
        return frozenset(work.muscle for work in self.last.rows[0].work if work.role == "main")

    @property
    def usual(self) -> Dose:
        """The dose of the last session that was no light one, as what there is to come back to."""
        hard = [done.dose for done in self.sessions[-6:] if (done.dose.effort or 5.0) > 3.0]  # noqa: PLR2004 - R49
        return max(hard, key=lambda dose: dose.volume * (dose.load_kg or 1.0), default=self.last.dose)


@dataclass(frozen=True)
class Log:
    """One moment of a diary, as the week looks at it."""

    setting: Setting

    @property
    def at(self) -> datetime:
        """The moment."""
        return self.setting.at

    @property
    def numbers(self) -> Numbers:
        """The numbers of the plan."""
        return self.setting.numbers

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """What was done in the last four weeks, by name, with the sessions of half a year."""
        since = self.at - timedelta(days=self.numbers["half_year_days"])
        rows: dict[tuple[str, str], list[Bout]] = defaultdict(list)
        for bout in self.setting.bouts:
            if bout.time >= since:
                rows[bout.kind, bout.name].append(bout)
        found = (
            Known(name, own[0].exercise, kind, tuple(self._sessions(own)))
            for (kind, name), own in rows.items()
            if days_between(own[-1].time, self.at) <= self.numbers["log_days"]
        )
        return {each.name: each for each in found}

    def _sessions(self, rows: list[Bout]) -> list[Done]:
        groups: list[list[Bout]] = []
        for row in rows:
            if groups and hours_between(groups[-1][-1].time, row.time) < self.numbers["session_hours"]:
                groups[-1].append(row)
            else:
                groups.append([row])
        return [Done(group[0].time, tuple(group), dose_of(group)) for group in groups]

    @cached_property
    def series(self) -> Mapping[Outcome, tuple[Checkin, ...]]:
        """The check-ins of everything that was felt in the last half year."""
        since = self.at - timedelta(days=self.numbers["half_year_days"])
        diary = self.setting.diary
        felt = {(e.kind, e.where) for e in diary.between(since, self.at + timedelta(microseconds=1)) if e.where}
        return {
            outcome: checkins(diary, outcome) for outcome in outcomes(diary) if (outcome.kind, outcome.region) in felt
        }

    @cached_property
    def waking(self) -> tuple[Entry, ...]:
        """What woke the person or tingled: pain at night, numb or electric."""
        return tuple(
            entry
            for entry in self.setting.diary.of("pain")
            if ("night" in entry.text("when") or entry.qualities & {"numb", "electric"})
            and (entry.value or 0.0) >= self.numbers["sore_points"]
        )

    @property
    def may(self) -> Allowed:
        """What this person may be handed."""
        return self.setting.may

    @cached_property
    def late(self) -> tuple[Wait, ...]:
        """The places whose soreness is late."""
        return late(self.setting)

    def wait(self, places: frozenset[str], done: tuple[datetime, ...] = ()) -> Wait | None:
        """What something that works these places waits for: a hot place, or late soreness; None where nothing holds it.

        Args:
            places: the regions that it works or bends.
            done: when it was done.
        """
        held = self.setting.heat.wait(places, done=done)
        return held or next((each for each in self.late if each.region in places), None)

    def is_open(self, exercise: Exercise) -> bool:
        """Whether something new may be begun: permitted, and every place that it works is low.

        Args:
            exercise: of the library.
        """
        places = reached(exercise)
        high = self.wait(places) or self.setting.heat.above_back(places)
        return high is None and not places & shrinking(self.setting) and self.may.permits(exercise)

    @cached_property
    def energy_fall(self) -> float:
        """By how much the energy falls after sessions; 0 where that is no pattern."""
        return falling_by(self.setting.diary, self.at, numbers=self.numbers)

    @cached_property
    def worsens_after_effort(self) -> bool:
        """Whether the person gets worse after effort, by their word or by their diary."""
        return worsens_after_effort(self.setting.diary, self.at, numbers=self.numbers)

    @cached_property
    def weeks(self) -> float:
        """How many weeks of training the frequency of an exercise is counted over, at most four."""
        times = [known.sessions[0].time for known in self.known.values()]
        first = min(times, default=self.at)
        return min(self.numbers["log_days"], max(7.0, days_between(first, self.at))) / 7

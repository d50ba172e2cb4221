"""The week: sessions for the person's days, minutes and tools, with at most one new exercise in each (R25).

What is known keeps its place with the dose that its last answer asks for. What is missing comes in one at a time, never
on a strained day, never for a muscle that is not ready, and never two within three days that could be felt in the same
place, so that causes stay separable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from flarepath.exercises import EXERCISES, TESTS, Exercise, for_muscle, is_at_hand
from flarepath.plan.home_tests import rested_on, waits
from flarepath.plan.setting import Setting
from flarepath.plan.week.dose import Dose, capped, first_dose, lowered, minutes_of
from flarepath.plan.week.frame import Frame, frame_of
from flarepath.plan.week.log import Log
from flarepath.plan.week.one_step import STEPS, Step
from flarepath.plan.week.queue import Wanted, queue
from flarepath.plan.week.sessions import Item, New, Session, Week, feel_of, item_of, spots, test_of
from flarepath.plan.week.soreness import SorenessForecast, soreness_forecast
from flarepath.plan.week.step import Steps
from flarepath.plan.words import exercise_name
from flarepath.quantities import days_between

APART_DAYS = 3
"""The soreness of one new thing has shown itself by then (EVIDENCE 2.1: 72 hours)."""

HEALING = frozenset({"surgery", "trauma"})
"""Events after which nobody begins something new on their own."""

STARTERS = (
    "chair_squat", "glute_bridge", "wall_push_up", "row", "bird_dog", "calf_raise", "dead_bug", "side_lying_leg_raise",
)  # fmt: skip
"""Where to begin when nothing is known: one easy exercise for each part of the body (ours)."""


def week(
    setting: Setting,
    *,
    days: int | None = None,
    minutes: float | None = None,
    equipment: frozenset[str] | None = None,
) -> Week:
    """The week that follows a moment.

    Args:
        setting: the moment; there is none without a Clearance.
        days: training days; those of the facts or of the diary by default.
        minutes: of one session; likewise.
        equipment: tools at hand beside what every home has; likewise.
    """
    log = Log(setting)
    frame = frame_of(log, days=days, minutes=minutes, equipment=equipment)
    found = _Builder(log, frame).week()
    fewer = min(frame.days, int(log.numbers["upkeep_days"]))
    # Upkeep needs fewer days, where nobody asked for a number of them.
    return _Builder(log, replace(frame, days=fewer)).week() if found.upkeep and days is None else found


@dataclass(frozen=True)
class _Builder:
    log: Log
    frame: Frame

    @cached_property
    def steps(self) -> Steps:
        return Steps(self.log, self.frame)

    @cached_property
    def queue(self) -> tuple[Wanted, ...]:
        return queue(self.log)

    @property
    def setting(self) -> Setting:
        return self.log.setting

    @cached_property
    def days(self) -> list[date]:
        """The training days, spread over the week; the first is tomorrow."""
        today = self.setting.diary.local(self.log.at).date()
        return [today + timedelta(days=1 + round(7 * place / self.frame.days)) for place in range(self.frame.days)]

    def week(self) -> Week:
        new = self._placed(list(self._new()))
        left: dict[str, None] = {}
        sessions = tuple(self._session(place, day, new, left) for place, day in enumerate(self.days))
        done = {item.id for session in sessions for item in session.items}
        return Week(
            at=self.log.at,
            frame=self.frame,
            strained=self.steps.strained,
            upkeep=self.steps.upkeep,
            sessions=tuple(session for session in sessions if session.items),
            steps=self.steps.all,
            added=tuple(self._added(each) for each in new.values() if each.exercise.id in done),
            queue=self.queue,
            conditions=self.steps.conditions,
            responses=self.steps.responses,
            left_for_later=tuple(exercise_name(name) for name in left if name not in done),
        )

    def _session(self, place: int, day: date, new: Mapping[int, New], left: dict[str, None]) -> Session:
        """What fits into the time: tests, then what is new, then what was begun this week, then what is known."""
        is_short = bool(self.steps.strained) and place == 0
        room = self.frame.minutes * (self.log.numbers["strained_share"] if is_short else 1.0)
        begun = [item_of(new[place])] if place in new else []
        kept = [self._item(step, is_short=is_short) for step in self._kept.get(place, ())]
        items: list[Item] = []
        for item in (*self._tests(place), *begun, *self._again(place, new), *kept):
            if item.minutes <= room + 1e-9:
                items.append(item)
                room -= item.minutes
            else:
                left[item.id] = None
        return Session(day, "short" if is_short else "elsewhere" if self._locks else "usual", tuple(items))

    @property
    def _locks(self) -> bool:
        return bool(self.setting.clearance.locked)

    def _again(self, place: int, new: Mapping[int, New]) -> Iterator[Item]:
        """What was begun earlier in the week, two days later and more: the same dose, if the answer lets it."""
        for at, each in new.items():
            if at < place and (self.days[place] - self.days[at]).days % 2 == 0:
                yield replace(item_of(each), is_new=False, move="again", why=STEPS["again"]["reason"])

    def _tests(self, place: int) -> Iterator[Item]:
        """The tests, first in the session: in a calm place, and in the first session that finds its muscle rested."""
        for wanted in self.queue:
            if wanted.mode == "test" and place == self._test_places.get(wanted.test):
                yield test_of(wanted)

    @cached_property
    def _test_places(self) -> Mapping[str, int]:
        """In which session each test is done; those are missing that no session suits."""
        busy = {state.muscle for state in self.steps.conditions} | self.steps.orders.eased
        found: dict[str, int] = {}
        if self.log.worsens_after_effort:
            return found
        for wanted in self.queue:
            if wanted.mode == "test" and wanted.muscle not in busy and not waits(TESTS[wanted.test], self.setting):
                place = next((place for place in range(len(self.days)) if self._is_rested(wanted, place)), None)
                if place is not None:
                    found[wanted.test] = place
        return found

    def _is_rested(self, wanted: Wanted, place: int) -> bool:
        """Whether no hard work of its muscle lies in the three days before a session, done or planned."""
        since = rested_on(TESTS[wanted.test], self.setting)
        apart = round(self.log.numbers["test_rest_hours"] / 24)
        if since is not None and self.days[place] <= self.setting.diary.local(since).date():
            return False
        before = (
            step for p in range(place) if (self.days[place] - self.days[p]).days <= apart for step in self._kept[p]
        )
        known = (self.log.known[step.name] for step in before)
        return not any(wanted.muscle in {w.muscle for w in each.last.rows[0].work} for each in known)

    # --- what is known

    @cached_property
    def _kept(self) -> Mapping[int, list[Step]]:
        """The known exercises by day: as often as usual, two days apart, and the days about equally full."""
        minutes = dict.fromkeys(range(len(self.days)), 0.0)
        kept: dict[int, list[Step]] = {place: [] for place in minutes}
        # What waits for a level is in no session: it comes back when the level is told, not by a date.
        due = (step for step in self.steps.all if step.after is not None and not step.waits)
        for step in sorted(due, key=lambda each: self.log.known[each.name].last.time):
            taken = [self.setting.diary.local(self.log.known[step.name].last.time).date()]
            for _ in range(self._times(step)):
                free = [p for p in minutes if step not in kept[p] and self._is_free(step, self.days[p], taken)]
                if free:
                    place = min(free, key=lambda p: (minutes[p], p))
                    kept[place].append(step)
                    taken.append(self.days[place])
                    minutes[place] += self._item(step, is_short=False).minutes
        return kept

    def _times(self, step: Step) -> int:
        """How often a week: as usual; what was begun lately twice."""
        since = self.log.at - timedelta(days=self.log.numbers["log_days"])
        known = self.log.known[step.name]
        a_week = len(known.sessions_since(since)) / self.log.weeks
        # Four weeks of it show how often it is wanted; what was begun lately is done twice, so that it can be learned.
        begun = known.sessions[0].time > since and known.kind == "exercise"
        least = self.log.numbers["new_times"] if begun else 1
        return min(self.frame.days, round(max(a_week, least)))

    def _is_free(self, step: Step, day: date, taken: list[date]) -> bool:
        """Whether a day is far enough from the others of this exercise, and not before it may be done again."""
        known = self.log.known[step.name]
        light = known.kind != "exercise" or (step.after is not None and (step.after.effort or 5.0) <= 3.0)  # noqa: PLR2004 - R49
        apart = 1 if light else round(self.log.numbers["apart_hours"] / 24)
        held = step.not_before is not None and day < self.setting.diary.local(step.not_before).date()
        return not held and all(abs((day - each).days) >= apart for each in taken)

    def _item(self, step: Step, *, is_short: bool) -> Item:
        known = self.log.known[step.name]
        exercise, dose = known.exercise, step.after or known.last.dose
        if is_short:
            dose = lowered(min((dose, known.last.dose), key=lambda each: each.volume), self.log.numbers["half_share"])
        times, sides = len(known.sessions), known.last.sides - {""}
        is_fresh = known.kind == "exercise" and times <= self.log.numbers["unadapted_sessions"]
        return Item(
            id=step.name,
            name=exercise_name(step.name),
            side=next(iter(sides)) if len(sides) == 1 else "both",
            dose=dose,
            move="strained" if is_short else step.rule,
            is_new=False,
            why=self.steps.why_strained if is_short else step.reason,
            feel=feel_of(exercise, dose),
            stops=exercise.stop_signs if exercise else (),
            minutes=minutes_of(dose, sides=2 if exercise and exercise.sides == "one" else 1),
            forecast=self._forecast(exercise, times) if exercise and is_fresh else None,
        )

    def _forecast(self, exercise: Exercise, times: int) -> SorenessForecast:
        told = self.steps.responses.by_name.get(exercise.id, ())
        first = next((each.peak - each.usual for each in told if each.kind == "soreness" and each.charged), None)
        is_first = bool(told) and times == len(told)
        return soreness_forecast(exercise, times_before=times, first_points=first if is_first else None)

    # --- what is new

    def _new(self) -> Iterator[New]:
        """What may be begun this week, in the order of the queue; swaps first, as they take the place of something."""
        closed = self.setting.clearance.level == "days" or self.steps.still or self.steps.orders.is_still
        if closed or self.setting.heat.hot or self._is_held():
            return
        for step in self.steps.all:
            if step.instead is not None and self.log.is_open(step.instead):
                yield New(step.instead, self._first(step.instead), "both", step.reason, step.rule)
        if self.setting.explanation.flare is not None or self.setting.leading == "systemic" or self.steps.upkeep:
            return
        for wanted in self.queue:
            may = wanted.mode != "test" and (wanted.led or self._may_try)
            found = self._choice(wanted) if may else None
            if found:
                yield New(found, self._first(found), wanted.side, wanted.why, "new")
        if not self.log.known or self._is_bare:
            yield from self._starters()

    @property
    def _is_bare(self) -> bool:
        """Whether everything known is out for this person, so that there has to be something else (R24)."""
        out = all(step.after is None for step in self.steps.all)
        since = self.log.at - timedelta(days=self.log.numbers["test_locked_days"])
        return out and not any(e.what in HEALING for e in self.setting.diary.of("event") if e.time >= since)

    def _first(self, exercise: Exercise) -> Dose:
        """The dose that the library begins with, under what this person may do at most."""
        most = self.log.may.ceiling(exercise)
        return capped(first_dose(exercise), effort=most.effort, hold_seconds=most.hold_seconds)

    @cached_property
    def _may_try(self) -> bool:
        """Whether something that no test led to may be begun: calm for two weeks, and the last one four weeks ago."""
        numbers, at = self.log.numbers, self.log.at
        told = [each for answers in self.steps.responses.by_name.values() for each in answers]
        red = any(each.light == "red" and days_between(each.time, at) <= numbers["calm_days"] for each in told)
        begun = [known.sessions[0].time for known in self.log.known.values() if known.kind == "exercise"]
        return not red and not any(days_between(time, at) <= numbers["hint_days"] for time in begun)

    def _is_held(self) -> bool:
        """Whether nothing new is begun at all: the last new exercise has no answer yet."""
        fresh = [
            known for known in self.log.known.values()
            if len(known.sessions) == 1 and days_between(known.last.time, self.log.at) < APART_DAYS
            if known.last.rows[0].novel and known.kind == "exercise"
        ]  # fmt: skip
        return any(self.steps.responses.by_name[known.name][-1].light is None for known in fresh)

    def _choice(self, wanted: Wanted) -> Exercise | None:
        """The easiest that fits and is not done yet; None where the person does one for it already."""
        kind = "exercise" if wanted.mode == "strengthen" else wanted.mode
        found = [each for each in for_muscle(wanted.muscle, wanted.zone, kind=kind) if self._may_begin(each)]
        if any(each.id in self.log.known for each in found):
            return None
        return next((each for each in found if not each.easier or wanted.mode != "strengthen"), next(iter(found), None))

    def _may_begin(self, exercise: Exercise) -> bool:
        """At hand, allowed, not refused, for muscles that are ready, and against no measured length (R62, R79)."""
        if not is_at_hand(exercise, self.frame.equipment) or not self.setting.allows(exercise):
            return False
        if not self.log.is_open(exercise):
            return False
        word = self.steps.decisions.get(f"new:{exercise.id}")
        if word is not None and word.said == "refuse":
            return False
        busy = {state.muscle for state in self.steps.conditions}
        passive = exercise.kind != "exercise"
        for work in exercise.work:
            length = self.setting.state(work.muscle).length
            if work.role == "main" and (
                work.muscle in busy
                or (length == "long" and passive)
                or (length == "short" and not passive and work.zone == "short")
            ):
                return False
        return True

    def _starters(self) -> Iterator[New]:
        for name in STARTERS:
            if name in EXERCISES and self._may_begin(EXERCISES[name]):
                why = "What you know is out for now, so the week begins with one easy exercise a session."
                if not self.log.known:
                    why = "Nothing is written down yet, so the week begins with one easy exercise a session."
                yield New(EXERCISES[name], self._first(EXERCISES[name]), "both", why, "new")

    def _placed(self, found: list[New]) -> dict[int, New]:
        """One new thing a session, few a week; none on a strained day; within three days never two in one place."""
        placed: dict[int, New] = {}
        most = int(self.log.numbers["new_a_week"]) if self.log.known else len(self.days)
        for place, day in enumerate(self.days):
            if len(placed) == most or (place == 0 and self.steps.strained):
                continue
            recent = (each for at, each in placed.items() if (day - self.days[at]).days <= APART_DAYS)
            near = frozenset(spot for each in recent for spot in spots(each.exercise))
            fits = next((each for each in found if not near & spots(each.exercise)), None)
            if fits:
                placed[place] = fits
                found = [each for each in found if each.exercise.id != fits.exercise.id]
        return placed

    def _added(self, new: New) -> Step:
        review = self.log.at + timedelta(days=STEPS["new"]["review_days"])
        return Step(new.exercise.id, "new", None, new.dose, new.why, review)

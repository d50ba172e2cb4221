"""What becomes of each exercise that is known: one rule of `steps.toml`, the first that fits.

Green grows one variable, amber repeats, red cuts that one exercise; two reds in a row pause it for a week, a third
swaps it. What the tests, the form and the state of the muscle say comes before the colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from statistics import mean
from types import MappingProxyType
from typing import Final

from flarepath.body import MUSCLES
from flarepath.course import sides_match
from flarepath.exercises import Exercise, Wish, swaps
from flarepath.plan.locks import bout_strains_locked
from flarepath.plan.setting import is_passive
from flarepath.plan.trials import stretching
from flarepath.plan.week.condition import Condition, conditions
from flarepath.plan.week.dose import Dose, lowered, raised, restart
from flarepath.plan.week.frame import Decision, Frame, decisions
from flarepath.plan.week.log import Known, Log
from flarepath.plan.week.one_step import STEPS, Step
from flarepath.plan.week.response import Response, Responses, felt_by
from flarepath.plan.week.strain import strained
from flarepath.plan.week.upkeep import recovered
from flarepath.plan.words import exercise_name, muscle_name, number, region_name
from flarepath.quantities import days_between

EVER: Final = datetime.min.replace(tzinfo=UTC)

OTHERS: Final = 4
"""So many other exercises are offered in the place of the one that is proposed."""

FELT_WRONG: Final = frozenset({"wrong", "pinch"})
"""Words that ask for another exercise; uncomfortable and odd ask for a repeat."""


@dataclass(frozen=True)
class Steps:
    """Every known exercise with its step."""

    log: Log
    frame: Frame

    @cached_property
    def all(self) -> tuple[Step, ...]:
        """In the order in which the exercises stand in the diary; a refused change leaves its exercise as it was."""
        return tuple(self._one_at_a_time(self._spoken(self.rule_of(each), each) for each in self.log.known.values()))

    def _one_at_a_time(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Of the exercises for one muscle one grows at a time, the one that is least done first (R25)."""
        found = list(steps)
        grown: set[str] = set()
        waiting: set[str] = set()
        for step in sorted((s for s in found if s.rule == "raise" and s.after), key=_amount):
            muscles = {work.muscle for work in self.log.known[step.name].last.rows[0].work if work.role == "main"}
            if muscles & grown:
                waiting.add(step.name)
            grown |= muscles
        for step in found:
            known = self.log.known[step.name]
            yield self.step("turn", known, self.level(known)) if step.name in waiting else step

    @cached_property
    def responses(self) -> Responses:
        """How the body answered."""
        return Responses(self.log)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The muscles that are not ready."""
        return conditions(self.log)

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """What the person said of earlier changes."""
        return decisions(self.log.setting.diary)

    @cached_property
    def strained(self) -> str:
        """Why today is a strained day; empty where it is none."""
        return strained(self.log)

    @cached_property
    def calm(self) -> bool:
        """Whether the person has recovered: four weeks at a low level without a flare-up."""
        return recovered(self.log)

    @property
    def upkeep(self) -> bool:
        """Whether nothing has to grow any more: calm, and everything at its full dose."""
        return self.calm and all(step.rule in ("upkeep", "enough") for step in self.all)

    @property
    def why_strained(self) -> str:
        """What is said of a strained day's session."""
        return str(STEPS["strained"]["reason"]).format(what=self.strained)

    def _spoken(self, step: Step, known: Known) -> Step:
        """The step after the person's own word: no keeps things as they were, another exercise takes its place."""
        word = self.decisions.get(step.id)
        days = STEPS["refused"]["review_days"]
        if word is None or step.rule == "locked" or days_between(word.on, self.log.at) > days:
            return step
        if word.said == "change":
            other = next((each for each in self._stand_ins(known) if each.id == word.instead), None)
            return replace(step, instead=other) if other else step
        if word.said == "accept" or step.adjustment is None:
            return step
        facts = {"what": f" ({word.reason})" if word.reason else "", "date": _day(word.on + timedelta(days=days))}
        return self.step("refused", known, known.last.dose, facts)

    def step(
        self,
        rule: str,
        known: Known,
        after: Dose | None,
        facts: Mapping[str, str] = MappingProxyType({}),
        *,
        instead: Exercise | None = None,
        not_before: datetime | None = None,
    ) -> Step:
        """A step by its rule, with its sentence filled in.

        Args:
            rule: a row of `steps.toml`.
            known: the exercise.
            after: the dose from now on, None where it is left out.
            facts: what the sentence names.
            instead: what takes its place.
            not_before: the first moment at which it may be done again.
        """
        words = {"other": _other(known, instead)}
        reason = STEPS[rule]["reason"].format_map({**words, **facts})
        review_on = self.log.at + timedelta(days=STEPS[rule]["review_days"])
        others = tuple(each for each in self._stand_ins(known) if each != instead)[:OTHERS] if instead else ()
        return Step(known.name, rule, known.usual, after, reason, review_on, instead, not_before, others)

    def rule_of(self, known: Known) -> Step:
        """The first rule that fits.

        Args:
            known: the exercise.
        """
        return next(
            step
            for rules in (self._closed, self._exchanged, self._held, self._answered, self._grown)
            for step in rules(known)
        )

    def _closed(self, known: Known) -> Iterator[Step]:
        """What is left out whatever the colour: a locked place, two reds, what was exchanged already."""
        if bout_strains_locked(known.last.rows[-1], self.log.setting.clearance.locked):
            yield self.step("locked", known, None)
        other = self._successor(known)
        if other:
            yield self.step("left", known, None, {"what": exercise_name(other)})
        reds = self._trailing_reds(known)
        if len(reds) >= self.log.numbers["reds_in_a_row"]:
            yield from self._paused(known, reds)

    def _successor(self, known: Known) -> str:
        """The exercise that took the place of one that had answered amber or red; empty where none did."""
        if known.exercise is None or all(each.light in (None, "green") for each in self._charged(known)[-3:]):
            return ""
        mains = set(known.exercise.mains)
        later = (
            each.name
            for each in self.log.known.values()
            if each.exercise and mains & set(each.exercise.mains) and each.sessions[0].time > known.last.time
        )
        return next(later, "")

    def _charged(self, known: Known) -> list[Response]:
        return [each for each in self.responses.by_name[known.name] if each.light and each.charged]

    def _held(self, known: Known) -> Iterator[Step]:
        """What waits or comes back small: a muscle that is not ready, a long pause, poor form."""
        for state in self._not_ready(known):
            facts = {"muscle": muscle_name(state.muscle), "state": state.state, "what": state.because}
            if state.state == "fragile":
                ready = state.ready_on or self.log.at
                yield self.step("hold", known, self._cut(known), {**facts, "date": _day(ready)}, not_before=ready)
            yield self.step("half", known, lowered(self.level(known), self.log.numbers["half_share"]), facts)
        gap = days_between(known.last.time, self.log.at)
        if gap >= self.log.setting.numbers["week_days"] * 3 and not is_passive(known.last.rows[0]):
            yield self.step("returned", known, restart(known.usual), {"days": f"{gap:.0f}"})
        yield from self._formed(known)

    def _trailing_reds(self, known: Known) -> list[Response]:
        reds: list[Response] = []
        for response in reversed([each for each in self.responses.by_name[known.name] if each.light]):
            if response.light != "red":
                break
            reds.append(response)
        return reds

    def _paused(self, known: Known, reds: list[Response]) -> Iterator[Step]:
        """Two reds pause for a week; the third ends it with another exercise."""
        facts = _place(reds[0])
        if len(reds) > self.log.numbers["reds_in_a_row"]:
            yield self.step("swap_red", known, None, instead=self._stand_in(known, hurts=reds[0].region))
            return
        over = reds[0].time + timedelta(days=self.log.numbers["pause_days"])
        if self.log.at < over:
            # Nothing of it before the week is over; then it comes back small.
            yield self.step("pause", known, restart(known.usual), facts, not_before=over)
        else:
            yield self.step("back", known, restart(known.usual))

    def level(self, known: Known) -> Dose:
        """The most that was done of it in four weeks, since it was last charged with a red answer.

        Sessions that were shorter for another reason (a strained day, a sore muscle) do not lower it.

        Args:
            known: the exercise.
        """
        reds = [each.time for each in self.responses.by_name[known.name] if each.light == "red"]
        since = max([*reds[-1:], known.last.time - timedelta(days=self.log.numbers["log_days"])])
        counting = [done.dose for done in known.sessions if done.time > since] or [known.last.dose]
        return max(counting, key=lambda dose: dose.amount)

    def _cut(self, known: Known) -> Dose:
        """The level, less what a red answer to the last session takes away."""
        told = self.responses.by_name[known.name]
        if told and told[-1].light == "red":
            return lowered(known.last.dose, self.log.numbers["cut_share"])
        return self.level(known)

    def _not_ready(self, known: Known) -> Iterator[Condition]:
        """The muscles it is chosen for, on the sides worked, that are not ready; the fragile first."""
        chief = {work.muscle for work in known.last.rows[0].work if work.role == "main"}
        own = [
            state
            for state in self.conditions
            if state.muscle in chief and any(sides_match(side, state.side) for side in known.last.sides)
        ]
        if known.kind == "exercise":
            yield from sorted(own, key=lambda state: state.state != "fragile")

    def _formed(self, known: Known) -> Iterator[Step]:
        """The same exercise, lighter and better, where the form was poor or another muscle did the work (table D1)."""
        last, numbers = known.last, self.log.numbers
        elsewhere = any(row.felt_muscle and row.felt_muscle not in {w.muscle for w in row.work} for row in last.rows)
        if (last.form is not None and last.form <= numbers["poor_form"]) or elsewhere:
            what = f"{last.form:g} of 5" if last.form is not None and not elsewhere else "felt in another muscle"
            yield self.step("form", known, lowered(last.dose, numbers["half_share"]), {"what": what})

    def _exchanged(self, known: Known) -> Iterator[Step]:
        """Another exercise: it felt wrong in good form, it works against a measured length, or it never gets easier."""
        last = known.last
        if last.form is not None and last.form <= self.log.numbers["poor_form"]:
            return
        if last.felt & FELT_WRONG:
            words = " and ".join(sorted(last.felt & FELT_WRONG))
            yield self.step("swap_wrong", known, None, {"what": words}, instead=self._stand_in(known))
        yield from self._wrong_length(known)
        if self._is_unadapted(known):
            yield self.step("swap_unadapted", known, None, instead=self._stand_in(known))

    def _wrong_length(self, known: Known) -> Iterator[Step]:
        """A short muscle worked short where it answered; a long one stretched or pressed, unless that helps."""
        wrong = next((muscle for row in known.last.rows if (muscle := self.log.setting.wrong_length(row))), "")
        if not wrong:
            return
        if is_passive(known.last.rows[0]):
            clock = stretching(self.log.setting)
            helps = clock is not None and clock.muscle == wrong and clock.judgement in ("helps", "masked")
            if not helps and self.log.setting.state(wrong).strength in ("weak", "unknown"):
                yield self.step("swap_long", known, None, {"muscle": muscle_name(wrong)})
            return
        risen = [each for each in self.responses.by_name[known.name] if each.light in ("amber", "red") and each.charged]
        if risen:
            other = self._stand_in(known, muscle=wrong)
            facts = {"muscle": muscle_name(wrong), **_place(risen[-1])}
            yield self.step("swap_length", known, None, facts, instead=other)

    def _answered(self, known: Known) -> Iterator[Step]:
        """What the colour of the last session asks for."""
        told = self.responses.by_name[known.name]
        last = told[-1] if told else None
        if last is not None and last.light == "red":
            yield self.step("reduce", known, self._cut(known), _place(last))
        if last is None or last.light is None:
            yield self.step("open", known, self.level(known))
        elif last.light == "amber":
            rule = "amber" if last.charged else "near"
            yield self.step(rule, known, self.level(known), _place(last))
        if self._is_flared(known):
            place = region_name(self.log.setting.explanation.region)
            yield self.step("flare", known, self.level(known), {"place": place})

    def _is_unadapted(self, known: Known) -> bool:
        """The same dose for weeks, sore every time, and no less at the end than at first (R46)."""
        numbers = self.log.numbers
        doses = {done.time: done.dose for done in known.sessions}
        volume = known.last.dose.volume
        told = [
            each
            for each in self._charged(known)
            if abs(doses[each.time].volume / volume - 1) <= numbers["same_dose_share"]
        ]
        if len(told) < numbers["unadapted_sessions"]:
            return False
        long_enough = days_between(told[0].time, told[-1].time) >= numbers["unadapted_days"]
        rises, few = [each.peak - each.usual for each in told], int(numbers["unadapted_sessions"])
        now, then = mean(rises[-few:]), mean(rises[:few])
        # The mean of three: one bad or good morning decides nothing.
        return long_enough and now >= numbers["sore_points"] and now >= (1 - numbers["back_share"]) * then

    def _is_flared(self, known: Known) -> bool:
        explanation = self.log.setting.explanation
        return explanation.flare is not None and explanation.region in felt_by(known)

    def _grown(self, known: Known) -> Iterator[Step]:
        """Green: one variable grows."""
        last = self.level(known)
        if is_passive(known.last.rows[0]) or self.strained:
            yield self.step("same" if self.strained else "enough", known, last)
        after, what = raised(last, may_add_set=self._may_add_set(known), numbers=self.log.numbers)
        if what:
            yield self.step("raise", known, after, {"what": what})
        if self.calm:
            yield self.step("upkeep", known, last)
        yield self.step("same" if last.sets < self.log.numbers["full_sets"] else "enough", known, last)

    def _may_add_set(self, known: Known) -> bool:
        """Whether the number of sets has been the same for a week."""
        sets = self.level(known).sets
        reds = [each.time for each in self.responses.by_name[known.name] if each.light == "red"]
        since = [done.time for done in known.sessions if done.dose.sets >= sets and done.time > max(reds, default=EVER)]
        return bool(since) and days_between(since[0], self.log.at) >= self.log.numbers["set_days"]

    def _stand_in(self, known: Known, *, hurts: str = "", muscle: str = "") -> Exercise | None:
        """Another exercise for the same muscles; None where one of them is done already, or none fits."""
        spared, all_ = self._stand_ins(known, hurts=hurts, muscle=muscle), self._stand_ins(known, muscle=muscle)
        same = [each for each in (*spared, *all_) if known.exercise and set(each.mains) & set(known.exercise.mains)]
        found = same or spared or all_
        if any(each.id in self.log.known for each in found):
            return None
        return next(iter(found), None)

    def _stand_ins(self, known: Known, *, hurts: str = "", muscle: str = "") -> list[Exercise]:
        if known.exercise is None:
            return []
        short = frozenset(each for each in MUSCLES if self.log.setting.state(each).length == "short")
        wish = Wish(
            zone="long" if muscle else None, equipment=self.frame.equipment, hurts=hurts, muscle=muscle, short=short
        )
        offered = [swap.exercise for swap in swaps(known.name, wish)]
        allowed = [each for each in offered if self.log.setting.allows(each)]
        return sorted(allowed, key=lambda each: len(each.strains))


def _other(known: Known, instead: Exercise | None) -> str:
    """What is done instead, as a sentence."""
    if instead is None:
        return "You do another one for it already, or the library has none that fits; leave this one out for now."
    shared = known.exercise is not None and bool(set(instead.mains) & set(known.exercise.mains))
    what = "works the same muscles another way" if shared else "works the muscles beside them"
    return f"{exercise_name(instead.id).capitalize()} {what} and starts light."


def _amount(step: Step) -> float:
    return step.after.volume if step.after else 0.0


def _place(response: Response) -> dict[str, str]:
    name = region_name(response.region) if response.region else "place"
    return {"place": name, "peak": number(response.peak), "usual": number(response.usual)}


def _day(time: datetime) -> str:
    return f"{time:%a} {time.day} {time:%b}"

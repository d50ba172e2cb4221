"""What becomes of each exercise that is known: one rule of `steps.toml`, the first that fits.

What is locked, what this person must not do and what works a place that hurts too much comes first, and no word takes
it back. Then what was advised, the tests, the form and the state of the muscle, and only then the colour: green grows
one variable of one exercise, amber repeats, red cuts it; two reds in a row pause it for a week, a third swaps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from statistics import mean
from typing import Final

from flarepath.course import sides_match
from flarepath.plan.setting import is_passive
from flarepath.plan.trials import stretching
from flarepath.plan.week.ceilings import FIRM, Ceilings
from flarepath.plan.week.condition import Condition, when
from flarepath.plan.week.dose import Dose, halved, lowered, raised, restart
from flarepath.plan.week.log import Known
from flarepath.plan.week.maker import Maker, place_of
from flarepath.plan.week.one_step import STEPS, Step
from flarepath.plan.week.response import Response, felt_by
from flarepath.plan.words import exercise_name, muscle_name, number, spoken
from flarepath.quantities import days_between

EVER: Final = datetime.min.replace(tzinfo=UTC)

FELT_WRONG: Final = frozenset({"wrong", "pinch"})
"""Words that ask for another exercise; uncomfortable and odd ask for a repeat."""


@dataclass(frozen=True)
class Steps(Maker):
    """Every known exercise with its step."""

    @cached_property
    def ceilings(self) -> Ceilings:
        """The rules that come before every colour."""
        return Ceilings(self)

    @cached_property
    def all(self) -> tuple[Step, ...]:
        """In the order in which the exercises stand in the diary; a refused change leaves its exercise as it was."""
        return tuple(self._one_at_a_time(self._spoken(self.rule_of(each), each) for each in self.log.known.values()))

    def _one_at_a_time(self, steps: Iterable[Step]) -> Iterator[Step]:
        """One exercise grows at a time, the one that has been at its dose the longest first (R25)."""
        found = list(steps)
        growing = [step for step in found if step.rule == "raise"]
        first = min(growing, key=lambda step: self._since(self.log.known[step.name]), default=None)
        for step in found:
            known = self.log.known[step.name]
            waits = step.rule == "raise" and step is not first
            yield self.step("turn", known, self.level(known)) if waits else step

    def _since(self, known: Known) -> datetime:
        """Since when an exercise has been at its present dose."""
        amount = self.level(known).amount
        lower = [done.time for done in known.sessions if done.dose.amount < amount]
        after = [done.time for done in known.sessions if done.time > max(lower, default=EVER)]
        return min(after, default=known.last.time)

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
        if word is None or step.rule in FIRM or step.waits or days_between(word.on, self.log.at) > days:
            return step
        if word.said == "change":
            other = next((each for each in self.stand_ins.of(known) if each.id == word.instead), None)
            return replace(step, instead=other) if other else step
        if word.said == "accept" or step.adjustment is None:
            return step
        facts = {"what": f" ({word.reason})" if word.reason else "", "date": _day(word.on + timedelta(days=days))}
        return self.step("refused", known, step.before or known.last.dose, facts)

    def rule_of(self, known: Known) -> Step:
        """The first rule that fits.

        Args:
            known: the exercise.
        """
        return next(
            step
            for rules in (
                self.ceilings.closed,
                self.ceilings.hot,
                self.ceilings.ordered_out,
                self._left,
                self._exchanged,
                self.ceilings.returning,
                self.ceilings.ordered_less,
                self._held,
                self.ceilings.spent,
                self._answered,
                self._grown,
            )
            for step in rules(known)
        )

    def _left(self, known: Known) -> Iterator[Step]:
        """What was exchanged already, and what two reds in a row pause."""
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
            if state.state == "fragile" and not known.is_light:
                yield self.step("hold", known, restart(known.usual), facts, waits=state.ends)
            yield self.step("half", known, halved(self.level(known)), facts)
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
        facts = place_of(reds[0])
        if len(reds) > self.log.numbers["reds_in_a_row"]:
            yield self.step("swap_red", known, None, instead=self.stand_ins.first(known, hurts=reds[0].region))
            return
        over = reds[0].time + timedelta(days=self.log.numbers["pause_days"])
        high = self.log.setting.heat.above_back({reds[0].region})
        waits = when(spoken(high.region), high.level) if high else ""
        if self.log.at < over or high:
            # Nothing of it before the week is over and the place is low; then it comes back small.
            until = over if self.log.at < over else None
            yield self.step("pause", known, restart(known.usual), facts, not_before=until, waits=waits)
        else:
            yield self.step("back", known, restart(known.usual))

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
            yield self.step("form", known, halved(last.dose), {"what": what})

    def _exchanged(self, known: Known) -> Iterator[Step]:
        """Another exercise: it felt wrong in good form, it works against a measured length, or it never gets easier."""
        last = known.last
        if last.form is not None and last.form <= self.log.numbers["poor_form"]:
            return
        if last.felt & FELT_WRONG:
            words = " and ".join(sorted(last.felt & FELT_WRONG))
            yield self.step("swap_wrong", known, None, {"what": words}, instead=self.stand_ins.first(known))
        yield from self._wrong_length(known)
        if self._is_unadapted(known):
            yield self.step("swap_unadapted", known, None, instead=self.stand_ins.first(known))

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
            other = self.stand_ins.first(known, muscle=wrong)
            facts = {"muscle": muscle_name(wrong), **place_of(risen[-1])}
            yield self.step("swap_length", known, None, facts, instead=other)

    def _answered(self, known: Known) -> Iterator[Step]:
        """What the colour of the last session asks for."""
        told = self.responses.by_name[known.name]
        last = told[-1] if told else None
        if last is not None and last.light == "red":
            yield self.step("reduce", known, self._cut(known), place_of(last))
        if last is None or last.light is None:
            yield self.step("open", known, self.level(known))
        elif last.light == "amber":
            rule = "amber" if last.charged else "near"
            yield self.step(rule, known, self.level(known), place_of(last))
        if self._is_flared(known):
            place = spoken(self.log.setting.explanation.region)
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
        """Green: one variable grows, where nothing speaks against it."""
        last, place = self.level(known), spoken(self.log.setting.explanation.region)
        if is_passive(known.last.rows[0]):
            yield self.step("enough", known, last)
        why = self.still or self._keeps(known) or (f"a strained day ({self.strained})" if self.strained else "")
        if why:
            yield self.step("still", known, last, {"what": why, "place": place})
        if (last.effort or 0.0) >= self.log.numbers["no_raise_effort"]:
            yield self.step("effort", known, last, {"what": number(last.effort or 0.0)})
        after, what = raised(last, numbers=self.log.numbers)
        if what and self.under_ceiling(known, after)[0] == after:
            yield self.step("raise", known, after, {"what": what})
        yield self.step("upkeep" if self.calm else "enough", known, last)

    def _keeps(self, known: Known) -> str:
        """Why this one exercise does not grow: a place that it works is not low, or nobody here knows what is right."""
        ceiling = self.log.may.ceiling(known.exercise or known.name)
        if not ceiling.may_raise:
            return ceiling.ask or "what is right for you is for somebody to say who knows you"
        region = self.log.setting.explanation.region
        if self.orders.keeps(known) and self.ceilings.now > 0:
            return f"the {spoken(region)} is at {number(self.ceilings.now)} of 10, and one thing changes at a time"
        high = self.log.setting.heat.above_back(known.places)
        return f"the {spoken(high.region)} is at {number(high.now)} of 10" if high else ""


def _day(time: datetime) -> str:
    return f"{time:%a} {time.day} {time:%b}"

"""What every rule of the week works with: the answers of the body, the state of the muscles, what was advised and said.

A step is made here alone, so that no rule can go over what this person may do at most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from types import MappingProxyType

from flarepath.exercises import Exercise
from flarepath.plan.week.condition import Condition, conditions
from flarepath.plan.week.dose import Dose, capped
from flarepath.plan.week.frame import Decision, Frame, decisions
from flarepath.plan.week.log import Known, Log
from flarepath.plan.week.one_step import STEPS, Step
from flarepath.plan.week.orders import Orders, orders
from flarepath.plan.week.response import Response, Responses
from flarepath.plan.week.stand_in import StandIns
from flarepath.plan.week.still import still
from flarepath.plan.week.strain import strained
from flarepath.plan.week.upkeep import recovered
from flarepath.plan.words import exercise_name, number, spoken


@dataclass(frozen=True)
class Maker:
    """One moment with what its rules share."""

    log: Log
    frame: Frame

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
        return strained(self.log) or ("sleep and stress are off" if self.orders.shortens else "")

    @cached_property
    def calm(self) -> bool:
        """Whether the person has recovered: four weeks at a low level without a flare-up."""
        return recovered(self.log)

    @cached_property
    def stand_ins(self) -> StandIns:
        """What may take the place of an exercise."""
        return StandIns(self.log, self.frame)

    @cached_property
    def orders(self) -> Orders:
        """What the plan of the moment asks of what is known."""
        return orders(self.log.setting)

    @cached_property
    def still(self) -> str:
        """Why nothing grows and nothing is new for now; empty where nothing speaks against it."""
        return still(self.log)

    def step(  # noqa: PLR0913 - a step is all of these
        self,
        rule: str,
        known: Known,
        after: Dose | None,
        facts: Mapping[str, str] = MappingProxyType({}),
        *,
        instead: Exercise | None = None,
        not_before: datetime | None = None,
        waits: str = "",
    ) -> Step:
        """A step by its rule, with its sentence filled in and under what this person may do at most.

        Args:
            rule: a row of `steps.toml`.
            known: the exercise.
            after: the dose from now on, None where it is left out.
            facts: what the sentence names.
            instead: what takes its place.
            not_before: the first moment at which it may be done again.
            waits: at which level of which place it may be done again, as the end of a sentence.
        """
        words = {"other": _other(known, instead), "when": waits}
        lower, most = self.under_ceiling(known, after)
        reason = f"{STEPS[rule]['reason'].format_map({**words, **facts})} {most}".strip()
        review_on = self.log.at + timedelta(days=STEPS[rule]["review_days"])
        others = self.stand_ins.others(known, instead)
        return Step(known.name, rule, known.usual, lower, reason, review_on, instead, not_before, others, waits)

    def under_ceiling(self, known: Known, after: Dose | None) -> tuple[Dose | None, str]:
        """The dose under what this person may do at most, and what is said where that took something away.

        Args:
            known: the exercise.
            after: the dose that its answer asks for.
        """
        if after is None:
            return None, ""
        ceiling = self.log.may.ceiling(known.exercise or known.name)
        lower = capped(after, effort=ceiling.effort, hold_seconds=ceiling.hold_seconds)
        return lower, "" if lower == after else " ".join(reason.text for reason in ceiling.reasons)

    def level(self, known: Known) -> Dose:
        """The most that was done of it in four weeks, since a red answer or since a place that was high came back.

        Sessions that were shorter for another reason (a strained day, a sore muscle) do not lower it.

        Args:
            known: the exercise.
        """
        reds = [each.time for each in self.responses.by_name[known.name] if each.light == "red"]
        cooled = self.log.setting.heat.back_since(known.places)
        since = max([*reds[-1:], *cooled, known.last.time - timedelta(days=self.log.numbers["log_days"])])
        counting = [done.dose for done in known.sessions if done.time > since] or [known.last.dose]
        return max(counting, key=lambda dose: dose.amount)


def _other(known: Known, instead: Exercise | None) -> str:
    """What is done instead, as a sentence."""
    if instead is None:
        return "You do another one for it already, or the library has none that fits; leave this one out for now."
    shared = known.exercise is not None and bool(set(instead.mains) & set(known.exercise.mains))
    what = "works the same muscles another way" if shared else "works the muscles beside them"
    return f"{exercise_name(instead.id).capitalize()} {what} and starts light."


def place_of(response: Response) -> dict[str, str]:
    """What a sentence names of an answer: the place, the peak and what was usual.

    Args:
        response: the answer to one session.
    """
    name = spoken(response.region) if response.region else "place"
    return {"place": name, "peak": number(response.peak), "usual": number(response.usual)}

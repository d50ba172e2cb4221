"""The one filter before everything that hands out movement: the plan, the week, the swaps, the tests, the lessons.

How to use it (the whole of it is pure; ask once a moment and keep the record)::

    may = allowed(clearance, diary, at=at)       # or the Gate: anything with `locked` and `findings`
    may.permits(exercise, side="left")           # Exercise, Bout, or a name as somebody wrote it
    may.reason(exercise)                         # why not, as a sentence; empty where it is permitted
    may.closed(exercise)                         # the same without the level of the day: what no rest changes
    may.ceiling(exercise)                        # Ceiling(effort, hold_seconds, may_raise, ask, reasons)
    may.permits_test(test, side="left")          # HomeTest or its slug: whether it may be done now
    may.test_reason(test)                        # why not now, as a sentence
    may.closed_test(test)                        # why not at all, as a sentence: what does not pass with a day of rest

What excludes what is data: `exercises/not_with.toml` and the `traits` of every row (docs/method/not-with.md).

Source: pmm, expert, known_nice_ifompt
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Final

from flarepath.body import REGIONS
from flarepath.diary import Diary
from flarepath.exercises import REST_HOURS, TRAITS, HomeTest, Rule, bouts, home_test, is_hard, loads
from flarepath.plan.demand import Demand, Movement, demand, demand_of_test
from flarepath.plan.heat import Heat, Warmth
from flarepath.plan.holding import Asked, Holding, holding
from flarepath.plan.locks import closes, test_closes
from flarepath.plan.numbers import NUMBERS
from flarepath.quantities import Side, hours_between
from flarepath.sources import Numbers

LOCKED: Final = "That place takes no training until it was looked at, by your answers."


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is left out or kept low: the rule's key, a sentence for the person, and a key of sources.toml."""

    rule: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that this person takes of an exercise: effort 0-10 and the seconds of one hold, None where unlimited.

    `may_raise` is False where nobody here can know what is right; `ask` is then what to say, if anything.
    """

    effort: float | None = None
    hold_seconds: float | None = None
    may_raise: bool = True
    ask: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Allowed:
    """What this person may be handed at one moment."""

    gate: Asked
    diary: Diary
    at: datetime
    numbers: Numbers = field(default_factory=lambda: NUMBERS)

    def permits(self, movement: Movement, *, side: Side = "") -> bool:
        """Whether it may be handed out.

        Args:
            movement: what is asked about.
            side: the side it would be done on; empty for either.
        """
        return next(self._against(demand(movement), side), None) is None

    def reasons(self, movement: Movement, *, side: Side = "") -> tuple[Reason, ...]:
        """Everything that speaks against it; empty where it is permitted.

        Args:
            movement: what is asked about.
            side: the side it would be done on; empty for either.
        """
        return tuple(dict.fromkeys(self._against(demand(movement), side)))

    def reason(self, movement: Movement, *, side: Side = "") -> str:
        """Why it is left out, as a sentence; empty where it is permitted.

        Args:
            movement: what is asked about.
            side: the side it would be done on; empty for either.
        """
        return next((reason.text for reason in self._against(demand(movement), side)), "")

    def closed(self, movement: Movement, *, side: Side = "") -> str:
        """Why it is out for this person whatever the level of the day, as a sentence; empty where it is not.

        Args:
            movement: what is asked about.
            side: the side it would be done on; empty for either.
        """
        return next((reason.text for reason in self._closing(demand(movement), side)), "")

    def ceiling(self, movement: Movement) -> Ceiling:
        """The most effort and the longest hold for this person.

        Args:
            movement: what is asked about.
        """
        asked = demand(movement)
        if asked.kind != "exercise":
            return Ceiling()
        rules = [each.rule for each in self.holding if not each.rule.near or each.rule.near & asked.places]
        effort = min((rule.effort for rule in rules if rule.effort is not None), default=None)
        hold = min((rule.hold_seconds for rule in rules if rule.hold_seconds is not None), default=None)
        binding = [rule for rule in rules if effort == rule.effort is not None or hold == rule.hold_seconds is not None]
        ask = self._ask(asked, rules)
        may_raise = not ask and all(rule.may_raise for rule in rules)
        return Ceiling(effort, hold, may_raise, ask, tuple(dict.fromkeys(_plain(rule) for rule in binding)))

    def permits_test(self, test: HomeTest | str, *, side: Side = "") -> bool:
        """Whether a home test may be done now.

        Args:
            test: the test or its slug.
            side: the side it would be done on; empty for either.
        """
        return not self.test_reason(test, side=side)

    def test_reason(self, test: HomeTest | str, *, side: Side = "") -> str:
        """Why a home test is left out now, as a sentence; empty where it is permitted.

        Args:
            test: the test or its slug.
            side: the side it would be done on; empty for either.
        """
        known = home_test(test) if isinstance(test, str) else test
        return self.closed_test(known, side=side) or self._too_high(known) or self._tired(known)

    def closed_test(self, test: HomeTest | str, *, side: Side = "") -> str:
        """Why a home test is out for this person whatever the level of the day; empty where it is not.

        Args:
            test: the test or its slug.
            side: the side it would be done on; empty for either.
        """
        known = home_test(test) if isinstance(test, str) else test
        asked = demand_of_test(known.id)
        if test_closes(asked.work, asked.places, self.gate.locked):
            return LOCKED
        if self.heat.has_nerve_signs(asked.places):
            return "A place that it works is numb or electric; that is not tested at home."
        return next((reason.text for reason in self._by_rules(asked, side)), "")

    @cached_property
    def holding(self) -> tuple[Holding, ...]:
        """The rules that hold."""
        return self.diary.kept(_holding, self.gate, self.at)

    @cached_property
    def heat(self) -> Heat:
        """How much each place hurts."""
        return Heat(self.diary, self.at, self.numbers)

    def _closing(self, asked: Demand, side: Side) -> Iterator[Reason]:
        if closes(asked.work, asked.places, self.gate.locked):
            yield Reason("lock", LOCKED, "known_nice_ifompt")
        yield from self._by_rules(asked, side)

    def _against(self, asked: Demand, side: Side) -> Iterator[Reason]:
        yield from self._closing(asked, side)
        for warmth in self.heat.hot.values():
            if warmth.region in asked.places and not asked.spares(warmth.side, side):
                yield Reason("hot", _waits(warmth), "pmm")

    def _by_rules(self, asked: Demand, side: Side) -> Iterator[Reason]:
        for each in self.holding:
            rule = each.rule
            if each.region in REGIONS and asked.spares(each.side, side):
                continue
            found = sorted(asked.traits & rule.never, key=list(TRAITS).index)
            if found:
                yield Reason(rule.id, f"It {TRAITS[found[0]].means}. {rule.says}", rule.source)
            elif (rule.closes and each.region in asked.places) or asked.not_with & rule.names:
                yield _plain(rule)

    def _ask(self, asked: Demand, rules: list[Rule]) -> str:
        """What to say of something that nobody here knows, to somebody for whom much may be wrong."""
        if asked.is_known or asked.traits or not rules:
            return ""
        return (
            f"Nobody here knows what {asked.name!r} asks of you. Ask whoever looks after you before you do more of it."
        )

    def _too_high(self, test: HomeTest) -> str:
        most = self.numbers["test_points"]
        # A test of how well a joint is felt works no place; of several at the same level the name decides.
        high = max(sorted(demand_of_test(test.id).places), key=self.heat.now, default="")
        now = self.heat.now(high) if high else 0.0
        return f"The {_name(high)} is at {now:g} of 10. It is tested at {most:g} or less." if now > most else ""

    def _tired(self, test: HomeTest) -> str:
        hard = [bout for bout in bouts(self.diary) if loads(bout, test.muscle) and is_hard(bout)]
        if not hard or hours_between(hard[-1].time, self.at) > REST_HOURS:
            return ""
        return f"That muscle worked hard in the last {REST_HOURS} hours; tested tired it says nothing."


def _holding(diary: Diary, gate: Asked, at: datetime) -> tuple[Holding, ...]:
    return holding(gate, diary, at=at)


def _plain(rule: Rule) -> Reason:
    return Reason(rule.id, rule.says, rule.source)


def _name(region: str) -> str:
    return REGIONS[region].name.lower() if region in REGIONS else region.replace("_", " ")


def _waits(warmth: Warmth) -> str:
    place = " ".join(filter(None, (warmth.side, _name(warmth.region))))
    return f"The {place} is at {warmth.now.points:g} of 10. What works or bends it waits for {warmth.back:g} or less."


def allowed(gate: Asked, diary: Diary, *, at: datetime) -> Allowed:
    """What a person may be handed at a moment.

    Args:
        gate: the gate's answer, or the Clearance made from it.
        diary: the person's entries; only those up to `at` count.
        at: the moment asked about, aware.
    """
    return Allowed(gate, diary.until(at), at)

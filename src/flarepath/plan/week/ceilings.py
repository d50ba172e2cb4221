"""The rules that come before every colour: what is locked or denied, what waits for a level, what was advised.

Source: pmm, product
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flarepath.plan.locks import bout_strains_locked
from flarepath.plan.setting import Setting
from flarepath.plan.week.condition import when
from flarepath.plan.week.dose import easy, halved, lowered, restart
from flarepath.plan.week.log import Known
from flarepath.plan.week.maker import Maker
from flarepath.plan.week.one_step import Step
from flarepath.plan.words import muscle_name, number, spoken

FIRM: Final = frozenset({"locked", "denied", "hot", "late", "returning", "spent_less"})
"""Rules that no word of the person takes back."""


LEVEL: Final = "hot"
"""The reason of the filter that a level ends."""


@dataclass(frozen=True)
class Ceilings:
    """The ceilings of one moment."""

    maker: Maker

    @property
    def setting(self) -> Setting:
        """The moment."""
        return self.maker.log.setting

    @property
    def now(self) -> float:
        """The newest number of the place asked about, whatever was felt."""
        told = self.setting.series[-1].points if self.setting.series else 0.0
        return max(told, self.setting.heat.now(self.setting.explanation.region))

    def closed(self, known: Known) -> Iterator[Step]:
        """What is left out whatever the colour: a locked place, and what this person must not do.

        Args:
            known: the exercise.
        """
        bout = known.last.rows[-1]
        here = self.setting.clearance.level == "days" and self.setting.explanation.region in known.places
        if here or bout_strains_locked(bout, self.setting.clearance.locked):
            yield self.maker.step("locked", known, None)
        # What is out for its level alone waits for it, by the rule below.
        why = [each.text for each in self.maker.log.may.reasons(bout) if each.rule != LEVEL]
        if why:
            yield self.maker.step("denied", known, None, {"what": why[0]})

    def hot(self, known: Known) -> Iterator[Step]:
        """What works a place that hurts too much, or whose soreness is late: it waits for a level.

        Args:
            known: the exercise.
        """
        wait = self.maker.log.wait(known.places, known.times)
        if wait is not None:
            rule = "hot" if self.setting.heat.wait(known.places, done=known.times) else "late"
            facts = {"place": spoken(wait.region), "now": number(wait.now)}
            waits = when(spoken(wait.region), min(wait.level, self._ordered_level(known, wait.region)))
            yield self.maker.step(rule, known, restart(known.usual), facts, waits=waits)

    def _ordered_level(self, known: Known, region: str) -> float:
        """The level that the advice names for an exercise it leaves out; 10 where it names none."""
        orders = self.maker.orders
        named = orders.leaves_out(known) or bool(known.mains & orders.eased)
        return self.maker.log.numbers["sore_points"] if named and region == self.setting.explanation.region else 10.0

    def ordered_out(self, known: Known) -> Iterator[Step]:
        """What was advised to leave out: the suspect, and hard work for its muscles by whatever name.

        Args:
            known: the exercise.
        """
        orders, back, level = self.maker.orders, restart(known.usual), self.maker.log.numbers["sore_points"]
        waits = when(spoken(self.setting.explanation.region), level)
        # What is at that level already is not out any more.
        high = self.now > level or self.setting.explanation.soreness_state == "fragile"
        if high and orders.leaves_out(known):
            yield self.maker.step("out", known, back, waits=waits)
        eased, hard = sorted(known.mains & orders.eased), known.kind == "exercise" and not known.is_light
        if high and eased and hard:
            yield self.maker.step("eased", known, back, {"muscle": muscle_name(eased[0])}, waits=waits)
        if orders.rests_all and hard:
            yield self.maker.step("rest", known, easy(known.usual))

    def returning(self, known: Known) -> Iterator[Step]:
        """What waited for a place comes back with half at most, and grows from there.

        Args:
            known: the exercise.
        """
        cooled = self.setting.heat.returns_at_half(known.places, done=known.times)
        if cooled is not None:
            yield self.maker.step("returning", known, restart(known.usual), {"place": spoken(cooled.region)})

    def ordered_less(self, known: Known) -> Iterator[Step]:
        """What was advised to exchange or to halve.

        Args:
            known: the exercise.
        """
        orders, region = self.maker.orders, self.setting.explanation.region
        if orders.exchanges(known):
            yield self.maker.step("exchanged", known, None)
        place, high = spoken(region), self.setting.heat.above_back({region})
        if orders.halves(known):
            waits = when(place, high.level) if high else ""
            yield self.maker.step("half_for_now", known, halved(known.usual), {"place": place}, waits=waits)
        if orders.eases_place and region in known.places:
            yield self.maker.step("eased_place", known, halved(known.usual), {"place": place})

    def spent(self, known: Known) -> Iterator[Step]:
        """Less of everything where the energy falls far after sessions.

        Args:
            known: the exercise.
        """
        if self.maker.log.energy_fall >= self.maker.log.numbers["energy_fall"] + 1:
            yield self.maker.step("spent_less", known, lowered(known.last.dose, self.maker.log.numbers["cut_share"]))

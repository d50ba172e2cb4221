"""What may take the place of an exercise: the same muscles first, nothing that works a place that waits."""

from __future__ import annotations

from dataclasses import dataclass

from flarepath.body import MUSCLES
from flarepath.exercises import Exercise, Wish, swaps
from flarepath.plan.week.frame import Frame
from flarepath.plan.week.log import Known, Log


@dataclass(frozen=True)
class StandIns:
    """The exercises on offer for one that is left out."""

    log: Log
    frame: Frame

    def first(self, known: Known, *, hurts: str = "", muscle: str = "") -> Exercise | None:
        """Another exercise for the same muscles; None where one of them is done already, or none fits.

        Args:
            known: the exercise that is left out.
            hurts: a place to spare, where there is one.
            muscle: a muscle to load long instead, where there is one.
        """
        spared, all_ = self.of(known, hurts=hurts, muscle=muscle), self.of(known, muscle=muscle)
        same = [each for each in (*spared, *all_) if known.exercise and set(each.mains) & set(known.exercise.mains)]
        found = same or spared or all_
        if any(each.id in self.log.known for each in found):
            return None
        return next(iter(found), None)

    def of(self, known: Known, *, hurts: str = "", muscle: str = "") -> list[Exercise]:
        """Everything that may take its place, what strains least first.

        Args:
            known: the exercise that is left out.
            hurts: a place to spare, where there is one.
            muscle: a muscle to load long instead, where there is one.
        """
        if known.exercise is None:
            return []
        short = frozenset(each for each in MUSCLES if self.log.setting.state(each).length == "short")
        wish = Wish(
            zone="long" if muscle else None, equipment=self.frame.equipment, hurts=hurts, muscle=muscle, short=short
        )
        offered = [swap.exercise for swap in swaps(known.name, wish, allows=self._may_stand_in)]
        return sorted(offered, key=lambda each: len(each.strains))

    def _may_stand_in(self, exercise: Exercise) -> bool:
        return self.log.setting.allows(exercise) and self.log.is_open(exercise)

    def others(self, known: Known, instead: Exercise | None) -> tuple[Exercise, ...]:
        """What else is offered beside the one that is proposed.

        Args:
            known: the exercise that is left out.
            instead: the one that is proposed.
        """
        return tuple(each for each in self.of(known) if each != instead)[:OTHERS] if instead else ()


OTHERS = 4
"""So many other exercises are offered in the place of the one that is proposed."""

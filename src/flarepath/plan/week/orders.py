"""What the plan's actions ask of the exercises that are known, so that the week never says something else.

Source: product
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flarepath.exercises import zone_of
from flarepath.plan.advise import plan
from flarepath.plan.avoid import short_muscles, sore_muscles
from flarepath.plan.setting import Setting, is_passive
from flarepath.plan.week.log import Known

OUT: Final = {"ease_muscle", "rest_a_day", "pause"}
"""Actions that leave the suspect out until the place is low."""

LED: Final = {"lead_training", "lead_pulling"}
"""Actions on what a leading trigger of training is about: half of it, or none."""

EXCHANGED: Final = {"same_muscle", "other_muscle"}
"""Actions that put something else in the place of the suspect."""

HALVED: Final = {"change_angle", "change_ground", "better_form", "return_small"}
"""Actions that let the suspect come back with half."""

EASED: Final = {"ease_muscle": 2}
"""Actions that take hard work from the first so many muscles of the suspect."""

PLACE: Final = {"ease_place", "ease_long"}
"""Actions that halve what works the place."""

WHOLE: Final = {"wait"}
"""Actions that leave easy movement and nothing else."""


@dataclass(frozen=True)
class Orders:
    """What was advised at a moment, as the week obeys it."""

    setting: Setting
    names: frozenset[str]

    @property
    def suspect(self) -> str:
        """The exercise that is suspected; empty where none is."""
        return self.setting.suspect.bout.name if self.setting.suspect else ""

    @property
    def led(self) -> frozenset[str]:
        """The names of what a leading trigger of training is about."""
        lead = self.setting.explanation.lead
        return frozenset(each.what for each in lead.exposures) if lead and self.names & LED else frozenset()

    def leaves_out(self, known: Known) -> bool:
        """Whether an exercise is out until the place is low.

        Args:
            known: the exercise.
        """
        if known.name in self.led:
            here = self.setting.heat.now(self.setting.explanation.region)
            return "lead_pulling" in self.names or here > self.setting.numbers["back_level"]
        return known.name == self.suspect and bool(self.names & OUT)

    def exchanges(self, known: Known) -> bool:
        """Whether something else takes its place, or it is left out as it works a muscle against its length.

        Args:
            known: the exercise.
        """
        return (known.name == self.suspect and bool(self.names & EXCHANGED)) or known.name in self.against_length

    @property
    def against_length(self) -> frozenset[str]:
        """What the avoid list names as work of a short muscle in its short part."""
        short = short_muscles(self.setting)
        named = (b.name for b in self.setting.recent if not is_passive(b) for m in short if zone_of(b, m) == "short")
        return frozenset(named)

    def halves(self, known: Known) -> bool:
        """Whether an exercise is done by half while the place is not at its usual.

        Args:
            known: the exercise.
        """
        return known.name in self.led or (known.name == self.suspect and bool(self.names & HALVED))

    @property
    def eased(self) -> frozenset[str]:
        """The muscles that do no hard work for now."""
        most = max((EASED[name] for name in self.names & EASED.keys()), default=0)
        return frozenset(self.setting.worked[:most]) | frozenset(sore_muscles(self.setting))

    @property
    def eases_place(self) -> bool:
        """Whether what works the place is halved."""
        return bool(self.names & PLACE) and self.setting.explanation.flare is not None

    @property
    def rests_all(self) -> bool:
        """Whether only easy movement is left."""
        return bool(self.names & WHOLE)

    def keeps(self, known: Known) -> bool:
        """Whether an exercise stays at its dose: as the suspect, by its muscles, or with everything else.

        Args:
            known: the exercise.
        """
        muscles = known.mains & frozenset(self.setting.worked[:2])
        return (
            "keep_comfortable" in self.names
            or ("return_same" in self.names and known.name == self.suspect)
            or ("ease_little" in self.names and bool(muscles))
        )

    @property
    def shortens(self) -> bool:
        """Whether the next session is a short one of what is known."""
        return "short_session" in self.names

    @property
    def is_still(self) -> bool:
        """Whether nothing new is begun."""
        return bool(self.names & {"keep_comfortable", "short_session", "wait"}) or (
            self.setting.holds("bad_sleep_or_stress") is True or self.setting.explanation.confounded
        )


def orders(setting: Setting) -> Orders:
    """What the plan of a moment asks.

    Args:
        setting: the moment.
    """
    advised = plan(setting.clearance, setting.explanation, diary=setting.diary, numbers=setting.numbers).advice
    return Orders(setting, frozenset(each.name for each in advised))

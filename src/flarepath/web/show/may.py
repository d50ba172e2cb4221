"""What the one filter for movement says, in words for a page: why something is left out here, and how much at most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from flarepath.exercises import EXERCISES, Exercise, HomeTest
from flarepath.plan import Allowed
from flarepath.quantities import Side

Document = dict[str, Any]

BOTH: tuple[Side, ...] = ("left", "right")


@dataclass(frozen=True, slots=True)
class May:
    """Whether something may be handed out: why not at all, or why not on one side; what is empty may be done."""

    never: str
    left: str = ""
    right: str = ""

    @property
    def sides(self) -> list[tuple[str, str]]:
        """The sides on which it is left out, with the reason."""
        return [(side, why) for side, why in ((_("left"), self.left), (_("right"), self.right)) if why]


def may(allowed: Allowed, movement: Exercise | HomeTest) -> May:
    """Why an exercise or a home test is left out, on both sides or on one.

    Args:
        allowed: what this person may be handed.
        movement: the exercise or the test.
    """
    ask = allowed.test_reason if isinstance(movement, HomeTest) else allowed.reason
    return _may(lambda side: ask(movement, side=side))  # type: ignore[arg-type]  # each asks about its own kind


def _may(why: Callable[[Side], str]) -> May:
    left, right = (why(side) for side in BOTH)
    return May(left) if left and right else May("", left, right)


def fits(allowed: Allowed, exercise: Exercise, side: str = "") -> bool:
    """Whether an exercise may be offered: on the side it is wanted for, else on one of the two at least.

    Args:
        allowed: what this person may be handed.
        exercise: the exercise.
        side: left or right; any other word stands for either.
    """
    wanted = [each for each in BOTH if side not in BOTH or each == side]
    return any(allowed.permits(exercise, side=each) for each in wanted)


def stopped(allowed: Allowed, item: Document) -> str:
    """Why a step of a session is not for now; empty where it is.

    Args:
        allowed: what this person may be handed.
        item: of the session, with the exercise that was chosen in its place.
    """
    side: Side = next((each for each in BOTH if each == item["side"]), "")
    known = EXERCISES.get(item["id"])
    if known is None and item["move"] == "test":
        return allowed.test_reason(item["id"], side=side)
    return allowed.reason(known or item["name"], side=side)


def most(allowed: Allowed, exercise: Exercise) -> list[str]:
    """How much of an exercise this person takes at most, a sentence each; empty where nothing limits it.

    Args:
        allowed: what this person may be handed.
        exercise: the exercise.
    """
    limit = allowed.ceiling(exercise)
    effort = limit.effort is not None and _("At most effort %(effort)g of 10.") % {"effort": limit.effort}
    hold = limit.hold_seconds is not None and _("Hold for at most %(s)g seconds, and keep breathing.") % {
        "s": limit.hold_seconds
    }
    told = [*(reason.text for reason in limit.reasons), effort, hold, limit.ask]
    return [each for each in dict.fromkeys(told) if each]

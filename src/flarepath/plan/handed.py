"""Whether a movement may be handed out at all: by the one filter, and by the level of every place that it works.

Source: pmm, product
"""

from __future__ import annotations

from flarepath.exercises import Bout, Exercise
from flarepath.plan.reach import reached
from flarepath.plan.setting import Setting


def may_hand(movement: Exercise | Bout, setting: Setting) -> bool:
    """Whether an exercise may be named to somebody now.

    Args:
        movement: of the library, or as it was logged.
        setting: the moment.
    """
    if setting.heat.wait(reached(movement)) is not None:
        return False
    return setting.may.permits(movement)

"""The state of a muscle after a dose it was not used to: fragile, repairing, ready (R45)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from flarepath.flares.model import Suspect
from flarepath.flares.situation import Situation
from flarepath.quantities import days_between, hours_between

SorenessState = Literal["ready", "fragile", "repairing"]


def soreness_state(situation: Situation, suspected: Suspect | None) -> tuple[SorenessState, datetime | None]:
    """The state of the muscle and the day it should be ready again.

    It is `fragile` until the soreness has clearly passed its peak, `repairing` until it is at 2 points or less, then
    `ready`. Without a flare-up it is ready.

    Args:
        situation: the moment.
        suspected: the bout that set it off, None where no bout is suspected.
    """
    flare = situation.flare
    if flare is None or suspected is None or flare.now <= situation.numbers["ready_points"]:
        return "ready", None
    ready_on = suspected.bout.time + timedelta(hours=situation.numbers["soreness_end_hours"])
    peak_hours = situation.numbers["soreness_peak_hours"]
    past_peak = flare.now < flare.peak_points and hours_between(suspected.bout.time, situation.at) >= peak_hours
    return ("repairing" if past_peak else "fragile"), max(ready_on, situation.at + timedelta(days=1))


def is_old(situation: Situation, suspected: Suspect | None) -> bool:
    """Whether the soreness is older than 7 days, counted from the dose or, where none is known, from the onset."""
    if situation.flare is None:
        return False
    start = suspected.bout.time if suspected else situation.flare.onset
    return days_between(start, situation.at) > situation.numbers["old_soreness_days"]

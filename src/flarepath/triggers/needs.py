"""What is still missing to be surer of a trigger, in one sentence (R60, R106)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from flarepath.sources import Numbers
from flarepath.triggers.doses import Doses, doses_apart

MOST_MORE = 60
"""Beyond so many further doses a planned test is the shorter way."""


def needs(
    members: Sequence[Doses], repeated: int, contrary: int, probability: float, prior: float, numbers: Numbers
) -> str:
    """What to log next; empty where a planned test is the next step.

    Args:
        members: the set's exposures, the likeliest first.
        repeated: how often a dose was followed by what it is said to do.
        contrary: how often its absence was followed by the contrary.
        probability: of the set.
        prior: of the lead, beforehand.
        numbers: the part's numbers.
    """
    lead = members[0]
    word = "day" if lead.is_daily else {"exercise": "session", "food": "meal"}.get(lead.kind.name, "time")
    if len(members) > 1:
        apart = int(numbers["apart_doses"]) - doses_apart(lead, members[1])
        return f"{_times(max(apart, 1), word)} with one and without the other"
    if not contrary:
        return f"{_times(int(numbers['likely_doses']), word)} without it"
    if probability <= numbers["sure"]:
        return _more(lead, word, probability, prior, numbers)
    missing = int(numbers["likely_doses"]) - repeated
    return f"{_times(missing, word)} with it and the same after it" if missing > 0 else ""


def _more(lead: Doses, word: str, probability: float, prior: float, numbers: Numbers) -> str:
    """How many further doses would do, if they speak as clearly as those so far."""
    sure, now = numbers["sure"], float(np.clip(probability, 1e-6, 1 - 1e-6))
    gained = np.log(now / (1 - now)) - np.log(prior)
    wanted = np.log(sure / (1 - sure)) - np.log(prior)
    more = int(np.ceil(len(lead.hours) * (wanted / gained - 1))) if gained > 0 else MOST_MORE + 1
    if more > MOST_MORE:
        return "a planned test; the diary alone would take long"
    return f"about {_times(max(more, 1), word)} with it and as many days without"


def _times(many: int, word: str) -> str:
    return f"{many} more {word}" if many == 1 else f"{many} more {word}s"

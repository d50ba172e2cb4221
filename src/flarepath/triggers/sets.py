"""Credible sets: exposures of which one drives the outcome, where the data cannot tell which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from flarepath.sources import Numbers
from flarepath.triggers.design import Design
from flarepath.triggers.doses import Floats, doses_apart
from flarepath.triggers.draws import Draws

LEAST_GAIN = 0.01
"""A member that adds less than this to the set's probability is left out."""

MOST_MEMBERS = 4
"""A set names no more exposures than this."""


@dataclass(frozen=True, slots=True)
class CredibleSet:
    """The places of the member exposures, the likeliest first, and the probability that at least one is a trigger."""

    members: tuple[int, ...]
    probability: float


def credible_sets(design: Design, draws: Draws, numbers: Numbers) -> tuple[CredibleSet, ...]:
    """The sets with a probability worth showing, the surest first; no exposure is in two.

    Args:
        design: the candidates.
        draws: their joint draws.
        numbers: the part's numbers.
    """
    active = draws.active(design)
    shares = active.mean(axis=0)
    taken: set[int] = set()
    found = []
    for lead in np.argsort(-shares, kind="stable"):
        if lead in taken or shares[lead] < numbers["shown"] / MOST_MEMBERS:
            continue
        members = _members(int(lead), active, shares, taken, numbers["set_level"])
        members += _partners(members, design, draws, taken, numbers)
        probability = float(active[:, members].any(axis=1).mean())
        if probability >= numbers["shown"]:
            found.append(CredibleSet(tuple(members), probability))
            taken.update(members)
    return tuple(sorted(found, key=lambda each: -each.probability))


def _members(lead: int, active: NDArray[np.bool_], shares: Floats, taken: set[int], level: float) -> list[int]:
    """The lead and those that stand in for it, added while they help, until the level is reached.

    Only an exposure that is on when the lead is off, more often than by chance, stands in for it.
    """
    members, covered = [lead], active[:, lead].copy()
    while covered.mean() < level and len(members) < MOST_MEMBERS:
        gains = (active & ~covered[:, None]).mean(axis=0)
        chance = shares * (1 - covered.mean())
        gains[[*members, *taken]] = 0.0
        gains[gains < chance + LEAST_GAIN] = 0.0
        best = int(np.argmax(gains))
        if gains[best] <= 0:
            break
        members.append(best)
        covered |= active[:, best]
    return members


def _partners(members: list[int], design: Design, draws: Draws, taken: set[int], numbers: Numbers) -> list[int]:
    """Exposures that go with the lead too closely to be told from it yet ("one of these: you do them together")."""
    lead = members[0]
    column = _usual_column(lead, design, draws)
    if column < 0:
        return []
    exposures = design.exposures
    found = [
        other
        for other in range(len(exposures))
        if other not in members
        and other not in taken
        and doses_apart(exposures[lead], exposures[other]) < numbers["apart_doses"]
        and _closeness(other, column, design) > numbers["partner_correlation"]
    ]
    return found[: MOST_MEMBERS - len(members)]


def _closeness(other: int, column: int, design: Design) -> float:
    """How closely any response to an exposure goes with a column of another one."""
    own = design.columns[:, design.starts[other] : design.starts[other + 1]]
    if not own.shape[1]:
        return 0.0
    lead = design.columns[:, column] - design.columns[:, column].mean()
    centred = own - own.mean(axis=0)
    sizes = np.sqrt((lead @ lead) * (centred**2).sum(axis=0))
    return float((np.abs(lead @ centred) / np.where(sizes > 0, sizes, 1.0)).max())


def _usual_column(exposure: int, design: Design, draws: Draws) -> int:
    """The column in which an exposure is drawn most often; -1 where it never is."""
    drawn = draws.columns[draws.columns >= 0]
    own = drawn[design.exposure[drawn] == exposure]
    return int(np.bincount(own).argmax()) if own.size else -1

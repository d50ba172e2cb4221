"""A plan can only be built with a Clearance, and only this module makes one."""

from __future__ import annotations

from flarepath.safety.model import Clearance, Gate, NotCleared

REFUSED = frozenset({"emergency", "same_day", "unanswered"})
"""The levels at which nothing is advised."""


def clear(gate: Gate) -> Clearance:
    """Let advice through, with the regions that take none.

    A minor and a person in crisis are not coached at any level.

    Args:
        gate: the gate's answer for the moment and place that the advice is for.

    Raises:
        NotCleared: an urgent answer stands, a question is open, or the person is below 18 years or in crisis.
    """
    if gate.level in REFUSED or gate.minor or gate.crisis:
        raise NotCleared(gate.level, gate.findings)
    return Clearance(gate.level, gate.findings, gate.locked)

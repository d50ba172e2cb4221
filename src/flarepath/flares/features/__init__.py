"""The features of the log that speak for or against a cause, one module a family (EVIDENCE 3.2)."""

from flarepath.flares.features import context, course, exposure, onset, response, sensation, strength
from flarepath.flares.situation import Situation
from flarepath.rules import Finding, judge

FAMILIES = {
    "a": onset,
    "b": exposure,
    "c": sensation,
    "d": strength,
    "e": response,
    "f": course,
    "g": context,
}
"""Family letter of the table and the module that reads it from the log."""


def features(situation: Situation) -> tuple[Finding, ...]:
    """Every feature of the table: YES, NO or UNKNOWN, with the words for it."""
    return tuple(finding for family in FAMILIES.values() for finding in judge(family.RULES, family.facts(situation)))


__all__ = ["FAMILIES", "features"]

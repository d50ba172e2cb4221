"""Weights in the unit that the person chose; the diary holds kilograms."""

from __future__ import annotations

import re

from django import template

register = template.Library()

KG_PER_LB = 0.45359237


@register.filter
def in_units(words: str, units: str) -> str:
    """The words with every weight in pounds, where those were chosen.

    Args:
        words: such as "2 sets of 8 with 12.5 kg".
        units: kg or lbs.

    Example:
        >>> in_units("2 sets of 8 with 20 kg", "lbs"), in_units("20 kg", "kg")
        ('2 sets of 8 with 44 lb', '20 kg')
    """
    if units != "lbs" or not words:
        return words
    return re.sub(r"(\d+(?:\.\d+)?) kg\b", lambda found: f"{pounds(float(found[1]))} lb", words)


@register.filter
def pounds(kilograms: float | None) -> str:
    """A weight in pounds, to the half.

    Args:
        kilograms: a weight, or None.

    Example:
        >>> pounds(45.36), pounds(None)
        ('100', '')
    """
    return f"{round(2 * kilograms / KG_PER_LB) / 2:g}" if kilograms else ""

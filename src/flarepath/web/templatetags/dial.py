"""Emergency numbers that a phone calls with one tap."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


NUMBER = re.compile(r"(?<![\w/-])(?<!to )(\d(?:[\d -]*\d)?)(?![\w/-])")
"""Digits with or without gaps; not those that somebody sends a text to."""

SHORTEST = 3
"""A number of fewer digits is no telephone's."""


@register.filter
def dial(words: str) -> SafeString:
    """The words with each telephone number made a link that calls it.

    Args:
        words: such as "112 or 911".

    Example:
        >>> dial("call 999 <now>")
        'call <a class="call" href="tel:999">999</a> &lt;now&gt;'
        >>> dial("116 123, within 7 days")
        '<a class="call" href="tel:116123">116 123</a>, within 7 days'
    """
    return mark_safe("".join(_made(part) for part in NUMBER.split(words)))  # noqa: S308 - every part is escaped


def _made(part: str) -> str:
    digits = part.replace(" ", "").replace("-", "")
    if digits.isdecimal() and len(digits) >= SHORTEST and part == part.strip():
        return format_html('<a class="call" href="tel:{}">{}</a>', digits, part)
    return format_html("{}", part)

"""Emergency numbers that a phone calls with one tap."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def dial(words: str) -> SafeString:
    """The words with each number of three digits made a link that calls it.

    Args:
        words: such as "112 or 911".

    Example:
        >>> dial("call 999 <now>")
        'call <a class="call" href="tel:999">999</a> &lt;now&gt;'
    """
    parts = re.split(r"\b(\d{3})\b", words)
    made = [
        format_html('<a class="call" href="tel:{}">{}</a>', part, part) if place % 2 else format_html("{}", part)
        for place, part in enumerate(parts)
    ]
    return mark_safe("".join(made))  # noqa: S308 - every part was escaped above

"""Numbers as people and spreadsheets write them."""

from __future__ import annotations

import re
from typing import Final

from flarepath.diary.unreadable import Unreadable, quoted
from flarepath.diary.vocabulary import Limits

_NUMERAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_WITH_COMMA: Final = re.compile(r"[+-]?[0-9]+,[0-9]+")
_THOUSAND: Final = re.compile(r"[+-]?[0-9]{1,3},[0-9]{3}")
_NOTHING: Final = re.compile(r"[+-]?(?:nan|inf|infinity)|#[A-Z0-9/]+[!?]?", re.IGNORECASE)


def is_numeral(text: str) -> bool:
    """Whether the text is a number, or what a program writes where it has none (NaN, inf, #N/A).

    Example:
        >>> is_numeral("-1.5"), is_numeral("NaN"), is_numeral("none")
        (True, True, False)
    """
    return bool(_NUMERAL.fullmatch(text) or _WITH_COMMA.fullmatch(text) or _NOTHING.fullmatch(text))


def number(text: str, limits: Limits, *, comma: bool = False) -> float:
    """The number that the text is.

    Args:
        text: without spaces around it.
        limits: the least and the most that make sense.
        comma: whether the file may write 7,5 for 7.5, because its columns are not parted by commas.

    Raises:
        Unreadable: it is none, or out of range.

    Example:
        >>> number("7,5", (0, 10), comma=True)
        7.5
    """
    if not _NUMERAL.fullmatch(text):
        text = _with_point(text, comma=comma)
    found, (least, most) = float(text), limits
    if not least <= found <= most:
        raise Unreadable(f"{quoted(text)} is out of range: {least:g} to {most:g} can be read here")
    return found


def _with_point(text: str, *, comma: bool) -> str:
    if not _WITH_COMMA.fullmatch(text):
        raise Unreadable(f"{quoted(text)} stands where a number belongs")
    if not comma or _THOUSAND.fullmatch(text):
        raise Unreadable(f"{quoted(text)} can be read as two numbers; write it with a point, or without a comma")
    return text.replace(",", ".")

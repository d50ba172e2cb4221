r"""Signs that a cell of diary.csv cannot hold as they are, written so that they read back the same.

`\xHH` and `\uHHHH` (capital hex digits) stand for the character of that number; every other backslash is a backslash.
So text by other programs reads as it stands, and a `;` inside a detail is written `\x3B`.
"""

from __future__ import annotations

import re
from typing import Final

FORMULA_SIGNS: Final = "=+-@"
"""A spreadsheet may run a cell that begins with one of these."""

_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-F]{2})|u([0-9A-F]{4}))")
# Control characters and line ends of every kind, halves of characters, and a backslash that would read as an escape.
_UNSAID: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]" + r"|\\(?=x[0-9A-F]{2}|u[0-9A-F]{4})|^\s|\s$"
)
_FORMULA: Final = re.compile(r"=|[+@-](?:.*[(|!]|\$?[A-Za-z]{1,3}\$?[0-9]+(?:[-+*/^:&].*)?$)", re.DOTALL)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run this text.

    Example:
        >>> is_formula("=cmd()"), is_formula("+1 cup of milk"), is_formula("@SUM(A1:A9)"), is_formula("-")
        (True, False, True, False)
    """
    return text[:1] in ("=", "+", "-", "@") and _FORMULA.match(text) is not None


def escaped(text: str, *, besides: str = "", first: bool = False) -> str:
    r"""The text with every sign that a cell cannot hold written as an escape.

    Args:
        text: any text.
        besides: further signs to be escaped.
        first: whether the first sign is escaped as well, so that no spreadsheet runs the text and no reader counts it.

    Example:
        >>> escaped("bread; butter", besides=";"), escaped("=cmd()", first=True)
        ('bread\\x3B butter', '\\x3Dcmd()')
    """
    if first and text:
        return _escape(text[0]) + escaped(text[1:], besides=besides)
    out = _UNSAID.sub(lambda found: _escape(found.group()), text)
    for sign in besides:
        out = out.replace(sign, _escape(sign))
    return out


def unescaped(text: str) -> str:
    r"""The text that an escaped one stands for.

    Example:
        >>> unescaped(r"bread\x3B butter, C:\new")
        'bread; butter, C:\\new'
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), text) if "\\" in text else text


def _escape(sign: str) -> str:
    number = ord(sign)
    return f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}"  # noqa: PLR2004 - two hex digits

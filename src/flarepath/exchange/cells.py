"""Numbers and dates as other programs write them; what cannot be read surely is not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Final

from babel.dates import get_month_names

# fmt: off
LANGUAGES: Final = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
    "th", "tr", "uk", "vi", "zh",
)
# fmt: on
"""Languages whose month names are looked up (CLDR, by Babel)."""

_DAY_FIRST: Final = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d]+)\.?,?\s+(?:de\s+)?(\d{4}),?\s+(\d{1,2}:\d\d.*)")
_MONTH_FIRST: Final = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4}),?\s+(\d{1,2}:\d\d.*)")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_NOON: Final = 12

MOST: Final = 1e9
"""No number of a log is as large."""


class Unclear(ValueError):
    """A cell that cannot be read surely; the message says why."""


def number(text: str) -> float | None:
    """A number with a point or a comma; None where nothing stands there.

    Args:
        text: the cell.

    Raises:
        Unclear: it is no number.

    Example:
        >>> number("82,5"), number("1,234.5"), number("")
        (82.5, 1234.5, None)
    """
    plain = text.replace("\u00a0", "").replace(" ", "")
    if not plain:
        return None
    if "," in plain and "." in plain:
        thousands = "," if plain.rindex(".") > plain.rindex(",") else "."
        plain = plain.replace(thousands, "")
    try:
        found = float(plain.replace(",", "."))
    except ValueError:
        raise Unclear(f"{text[:30]!r} is no number") from None
    if not abs(found) < MOST:
        raise Unclear(f"{text[:30]!r} is no number that makes sense")
    return found


def month_word(text: str) -> str:
    """The name of the month in a date, in lower case; empty where the month is a number.

    Args:
        text: the cell.
    """
    found = _DAY_FIRST.fullmatch(text.strip())
    other = _MONTH_FIRST.fullmatch(text.strip())
    return _plain(found[2]) if found else _plain(other[1]) if other else ""


def months(words: Iterable[str]) -> dict[str, int]:
    """The months that these names mean: in the languages that know most of them, where those agree.

    The same word may be October in one language and November in another; the file's other months tell them apart.

    Args:
        words: every name of a month in the file.

    Example:
        >>> months({"juli", "mai"})
        {'juli': 7, 'mai': 5}
        >>> months({"listopad"})
        {}
    """
    wanted = set(words)
    tables = [_months_of(language) for language in LANGUAGES]
    most = max(len(wanted & table.keys()) for table in tables)
    knowing = [table for table in tables if len(wanted & table.keys()) == most]
    meant = {word: {table[word] for table in knowing if word in table} for word in sorted(wanted)}
    return {word: found.pop() for word, found in meant.items() if len(found) == 1}


@cache
def _months_of(language: str) -> dict[str, int]:
    names: dict[str, set[int]] = {}
    for width in ("abbreviated", "wide"):
        for context in ("format", "stand-alone"):
            for month, name in get_month_names(width, context, language).items():
                names.setdefault(_plain(str(name)), set()).add(month)
    return {name: found.pop() for name, found in names.items() if len(found) == 1}


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).lower().strip(". ")


def local_time(text: str, known: dict[str, int]) -> datetime:
    """A moment on the person's clock.

    Args:
        text: the cell.
        known: what the names of months in this file mean, of `months`.

    Raises:
        Unclear: it is no date, or one that could be two.

    Example:
        >>> local_time("21 Feb 2025, 07:17", {"feb": 2}).isoformat()
        '2025-02-21T07:17:00'
    """
    day_first, month_first = _DAY_FIRST.fullmatch(text.strip()), _MONTH_FIRST.fullmatch(text.strip())
    try:
        if day_first:
            day, name, year, clock = day_first.groups()
        elif month_first:
            name, day, year, clock = month_first.groups()
        else:
            return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
        return datetime(int(year), known[_plain(name)], int(day), *_hours(clock))  # noqa: DTZ001 - a clock without zone
    except KeyError:
        raise Unclear(f"the month in {text[:40]!r} is not known, or it is two months in two languages") from None
    except ValueError:
        raise Unclear(f"{text[:40]!r} is no date that can be read surely") from None


def _hours(clock: str) -> tuple[int, int, int]:
    found = _CLOCK.fullmatch(clock.strip())
    if not found:
        raise ValueError(clock)
    hour, minute, second, half = found.groups()
    if half:
        return int(hour) % _NOON + _NOON * (half.lower() == "p"), int(minute), int(second or 0)
    return int(hour), int(minute), int(second or 0)

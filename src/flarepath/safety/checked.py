"""Checks of a table's rows as they are loaded: a slip stops the program and names file, row, key and what was meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from flarepath.body import nearest

Word = TypeVar("Word", bound=str)


def one_of(value: str, allowed: Collection[Word], *, at: str) -> Word:
    """The value, if it is allowed.

    Args:
        value: what stands in the table.
        allowed: what may stand there.
        at: file, row and key, for the message.

    Raises:
        ValueError: it is not allowed; the message says the nearest word that is.

    Example:
        >>> one_of("backk", ["back", "head"], at="questions.toml, e1, page")
        Traceback (most recent call last):
        ValueError: questions.toml, e1, page: 'backk' is not known; did you mean 'back'?
    """
    for each in allowed:
        if each == value:
            return each
    meant = nearest(str(value), allowed)
    raise ValueError(f"{at}: {value!r} is not known" + (f"; did you mean {meant!r}?" if meant else ""))


def all_of(values: Iterable[str], allowed: Collection[str], *, at: str) -> frozenset[str]:
    """The values, if each of them is allowed.

    Args:
        values: what stands in the table.
        allowed: what may stand there.
        at: file, row and key, for the message.

    Raises:
        ValueError: one is not allowed.
    """
    return frozenset(one_of(value, allowed, at=at) for value in values)


def row_of(row: Mapping[str, Any], *, needed: Collection[str], may: Collection[str] = (), at: str) -> Mapping[str, Any]:
    """The row, if it holds every key that is needed and none that nobody reads.

    Args:
        row: one row of a table.
        needed: keys that must stand there.
        may: keys that may stand there.
        at: file and row, for the message.

    Raises:
        ValueError: a key is missing, or is not known.
    """
    for key in row:
        one_of(key, [*needed, *may], at=f"{at}, key")
    missing = [key for key in needed if key not in row]
    if missing:
        raise ValueError(f"{at}: {', '.join(missing)} is missing")
    return row

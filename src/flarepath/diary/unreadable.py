"""Why a row cannot be read; raised inside the part only, where it becomes a `Problem`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from flarepath.body import nearest

SHOWN: Final = 120
"""At most this many signs of a line are shown."""

_WORD: Final = 40
_NO_PRINT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Unreadable(ValueError):
    """One row cannot be read; the reason, and the word that may have been meant.

    Args:
        why: the reason.
        word: the word that no table holds.
        among: gives the words that the tables hold; asked only when the reason is shown.
    """

    def __init__(self, why: str, *, word: str = "", among: Callable[[], Iterable[str]] = tuple) -> None:
        super().__init__(why)
        self.why, self.word, self.among = why, word, among

    def sentence(self) -> str:
        """The reason, with the nearest word that would have been read."""
        meant = _meant(self.word[:_WORD], tuple(self.among())) if self.word else None
        return f"{self.why}; did you mean {meant!r}?" if meant else self.why


@lru_cache(maxsize=256)
def _meant(word: str, among: tuple[str, ...]) -> str | None:
    """The nearest word; people repeat their slips."""
    return nearest(word, among)


def shown(text: str, *, most: int = SHOWN) -> str:
    """The text short enough for one line of a terminal, without signs that steer it.

    Args:
        text: any text.
        most: how many signs may be shown.
    """
    short = text if len(text) <= most else text[: most - 1] + "…"
    return _NO_PRINT.sub("·", short)


def quoted(word: str) -> str:
    """A word of the file inside a sentence."""
    return f"'{shown(word, most=_WORD)}'"

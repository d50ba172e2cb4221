"""The words people type, brought to one form, so that "Hip-Flexors" and "hip flexor" are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

ALIKE: Final = 0.6
"""How much of two words must agree before one is offered for the other (0-1)."""

PLURAL_FROM: Final = 3
"""Shorter words keep their s: it belongs to them."""


def plain(words: str) -> str:
    """Lower case, single spaces, no hyphens, underscores, apostrophes or plural s.

    Args:
        words: as somebody typed them.

    Example:
        >>> plain("  Hip-Flexors "), plain("knee_front"), plain("golfer's elbow")
        ('hip flexor', 'knee front', 'golfer elbow')
    """
    return " ".join(_singular(word) for word in re.split(r"[\s_\-]+", words.lower()) if word)


def _singular(word: str) -> str:
    word = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?$", "", word)
    return word[:-1] if len(word) >= PLURAL_FROM and word.endswith("s") and not word.endswith("ss") else word


def nearest(word: str, among: Iterable[str]) -> str | None:
    """The id that a slip of the finger most likely meant; None where nothing is close.

    Args:
        word: what was written.
        among: the ids that exist.

    Example:
        >>> nearest("Knee frnt", ["knee_front", "knee_back"])
        'knee_front'
    """
    forms = {plain(each): each for each in among}
    close = get_close_matches(plain(word), list(forms), n=1, cutoff=ALIKE)
    return forms[close[0]] if close else None

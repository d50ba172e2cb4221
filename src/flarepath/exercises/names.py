"""What people call an exercise: names made comparable, exact matches only, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

TOOL_WORDS = frozenset(
    [
        "dumbbell",
        "barbell",
        "kettlebell",
        "band",
        "banded",
        "weighted",
        "bodyweight",
        "cable",
        "machine",
        "smith",
        "db",
        "bb",
        "kb",
        "with",
    ]
)
"""Words that name a tool; without them the muscles stay the same."""

SHORTEST_PLURAL = 3
"""Shorter words keep their s."""

_SIDED = re.compile(r"\b(?:(?:each|per|both|left|right)(?: (?:side|leg|arm)s?$)?(?= |$)|[lr]$)")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in one form: lower case, no punctuation, no side, no plural.

    Example:
        >>> words_of("Step-Ups (each side)")
        ('step', 'up')
    """
    plain = re.sub(r"[^a-z0-9]+", " ", name.lower().replace("'", "")).strip()
    return tuple(singular(word) for word in _SIDED.sub(" ", plain).split())


def singular(word: str) -> str:
    """A word without its plural ending; short words and those in -ss, -us, -is stay.

    Example:
        >>> [singular(word) for word in ("lunges", "stretches", "flies", "press")]
        ['lunge', 'stretch', 'fly', 'press']
    """
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


class NameIndex:
    """Names and aliases of many things, looked up exactly; a name claimed by two things belongs to none."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._owners: dict[str, set[str]] = {}
        for owner, each in names.items():
            for name in (owner, *each):
                self._owners.setdefault("".join(words_of(name)), set()).add(owner)

    def find(self, name: str) -> str | None:
        """The one owner of that name, with or without the words for a tool, or None; never the nearest."""
        words = words_of(name)
        bare = tuple(word for word in words if word not in TOOL_WORDS)
        for key in ("".join(words), "".join(bare)):
            owners = self._owners.get(key, set())
            if key and owners:
                return next(iter(owners)) if len(owners) == 1 else None
        return None

    def near(self, name: str, *, most: int = 3) -> tuple[str, ...]:
        """What may have been meant: owners of the very name first, then those of similar ones."""
        key = "".join(words_of(name))
        close = get_close_matches(key, self._owners, n=3 * most, cutoff=0.6)
        ranked = [owner for match in close for owner in sorted(self._owners[match])]
        return tuple(dict.fromkeys(ranked))[:most]

    @property
    def claimed_twice(self) -> frozenset[str]:
        """Names that more than one thing answers to; they resolve to none of them."""
        return frozenset(key for key, owners in self._owners.items() if len(owners) > 1)

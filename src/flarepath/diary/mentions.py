"""Which words of a table a free text speaks of, un-negated; English and German.

A note is read for its words alone. "No fever and not sick" speaks of nothing; "no better, fever 39" speaks of a fever.
Where a text leaves it open, the word counts as said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from flarepath.sources import load_table

_TABLE: Final = load_table("flarepath.diary", "mentions.toml")
_REACH: Final = _TABLE["reach"]
_NEW_THOUGHT: Final = re.compile(r"[.;!?:\n()\[\]\u2013\u2014]|\s-+\s|\s/\s")
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?|,|\.\.\.")
_LETTERS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "\u2019": "'", "`": "'", "\u00b4": "'"})
_CANNOT: Final = re.compile(r"\b(?:can not|can't|cant)\b")
_NOT: Final = re.compile(r"\b(do|does|did|have|has|had|is|was|are|were)(?: not|nt)\b")
_ENDINGS: Final = ("s", "es", "e", "n", "en", "er")


def mentions(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words of the table that the text says, as they stand in the table; what it says is not there is left out.

    A word of several words is found in this order with small words between ("legs numb" in "my legs are numb");
    `...` in it stands for up to four other words, a `*` at a word's end for any ending. A plural counts as its word,
    and so does one slip of the finger in a long word.

    Args:
        text: what somebody wrote.
        words: what to look for.

    Example:
        >>> mentions("no fever and not sick; legs feel numb", ["fever", "sick", "legs numb"])
        ('legs numb',)
        >>> mentions("no better, fever 39", ["fever"])
        ('fever',)
    """
    clauses = list(_clauses(_plain(text)))
    return tuple(dict.fromkeys(word for word in words if any(_said(word, clause, no) for clause, no in clauses)))


def _plain(text: str) -> str:
    """Lower case, plain letters, and one way to write "cannot" and "don't"."""
    return _NOT.sub(r"\1n't", _CANNOT.sub("cannot", text.lower().translate(_LETTERS)))


def _split(text: str) -> list[str]:
    return _WORD.findall(text)


@cache
def _listed(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole words of a list, and the beginnings of words."""
    words = _TABLE[name]["words"]
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(word[:-1] for word in words if word.endswith("*"))


@lru_cache(maxsize=16_384)
def _is_one_of(term: str, name: str) -> bool:
    whole, begun = _listed(name)
    return term in whole or term.startswith(begun)


def _is_word(term: str, word: str) -> bool:
    return term.startswith(word[:-1]) if word.endswith("*") else term == word


def _clauses(text: str) -> Iterator[tuple[list[str], list[bool]]]:
    """The text by thoughts: the words of each, and which of them are said not to be there."""
    thoughts = [terms for part in _NEW_THOUGHT.split(text) if (terms := _split(part))]
    for at, terms in enumerate(thoughts):
        denied = _denied(terms)
        for end in _late_noes(terms, thoughts[at + 1 : at + 2]):
            start = max((i + 1 for i in range(end) if terms[i] == ","), default=0)
            denied[start:end] = [True] * (end - start)
        yield terms, denied


def _late_noes(terms: list[str], after: list[list[str]]) -> Iterator[int]:
    """Where a no stands behind what it denies: "fever no, slept well" and "fever: no"."""
    for at in range(1, len(terms)):
        is_last = at + 1 == len(terms) or terms[at + 1] == ","
        if is_last and terms[at - 1] != "," and _is_one_of(terms[at], "says_no_after"):
            yield at
    if any(len(next_one) == 1 and _is_one_of(next_one[0], "says_no_after") for next_one in after):
        yield len(terms)


def _denied(terms: list[str]) -> list[bool]:
    """For each word whether a no before it reaches it; a no itself stands as the words before it do."""
    denied, left = [], 0
    for at, term in enumerate(terms):
        if _ends_a_no(terms, at):
            left = 0
        denied.append(left > 0)
        if _is_one_of(term, "said_no"):
            left = 0 if _says_something_else(terms, at) else _REACH["no_words"]
        elif _is_one_of(term, "goes_on") and left:
            left = _REACH["no_words"]
        elif term != ",":
            left = max(0, left - 1)
    return denied


def _ends_a_no(terms: list[str], at: int) -> bool:
    """A new thought ends a no; so does a comma, but for that of a list which goes on with an "or"."""
    if terms[at] != ",":
        return _is_one_of(terms[at], "ends_a_no")
    rest = terms[at + 1 :]
    ends = [i for i, term in enumerate(rest) if _is_one_of(term, "ends_a_no")]
    listed = rest[: ends[0]] if ends else rest
    return not any(_is_one_of(term, "goes_on") for term in listed)


def _says_something_else(terms: list[str], at: int) -> bool:
    """Whether the no is spent on the word beside it, small words between them aside."""
    rest = [term for term in terms[at + 1 : at + 3] if term != ","]
    if rest and _is_one_of(rest[0], "little"):
        rest = rest[1:]
    return not rest or terms[at + 1] == "," or _is_one_of(rest[0], "says_something_else")


def _said(word: str, terms: list[str], denied: list[bool]) -> bool:
    wanted = _split_sign(word)
    first = wanted[0][0]
    # Even a slip of the finger keeps the first letter.
    starts = (start for start, term in enumerate(terms) if term[0] == first and not denied[start])
    return any(_stands(wanted, terms, start) for start in starts)


@cache
def _split_sign(word: str) -> list[str]:
    return re.findall(r"\.\.\.|[^\W_]+(?:'[^\W_]+)?\*?", _plain(word))


def _stands(wanted: list[str], terms: list[str], at: int) -> bool:
    """Whether the words stand from here on, with no "no" between them."""
    if not _is_alike(terms[at], wanted[0]):
        return False
    if len(wanted) == 1:
        return True
    is_wide = wanted[1] == "..."
    rest, others = wanted[2 if is_wide else 1 :], _REACH["gap_words"] if is_wide else 0
    for nearest in range(at + 1, len(terms)):
        if _stands(rest, terms, nearest):
            return True
        if terms[nearest] == "," or _is_one_of(terms[nearest], "said_no"):
            return False
        others -= not _is_one_of(terms[nearest], "little")
        if others < 0:
            return False
    return False


def _is_alike(term: str, word: str) -> bool:
    """The same word, its plural, or a long one with one letter too many, too few, other or exchanged."""
    if term[0] != word[0]:
        return False
    if _is_word(term, word):
        return True
    if word.endswith("*"):
        return False
    if term in (word + ending for ending in _ENDINGS) or term + "s" == word:
        return True
    return len(word) >= _REACH["slip_letters"] and _is_one_slip(term, word)


def _is_one_slip(term: str, word: str) -> bool:
    short, long = sorted((term, word), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) == len(short) + 1:
        return short[at:] == long[at + 1 :]
    if len(long) != len(short):
        return False
    swapped = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return long[at:] == swapped or long[at + 1 :] == short[at + 1 :]

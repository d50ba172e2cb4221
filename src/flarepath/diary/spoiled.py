"""Rows that could not be read and may have told of a danger: an answer, a feeling, an event, a fact, a note.

An answer among them counts as the newest, and as missing; any other row keeps the safety gate shut until it is mended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Final

from flarepath.diary.vocabulary import KINDS

QUESTION: Final = re.compile(r"[esdn][1-9][0-9]?")
"""The shape of a safety question's id in lower case; which of them exist, the safety part knows."""

_ANYWHERE: Final = re.compile(r"(?:(?<=answer)|(?<![a-z0-9]))([esdn])[ ._-]?0?([0-9]{1,2})(?![0-9])")
_NEAR: Final = 0.7
_LONGEST_NEAR: Final = 12
_ENOUGH: Final = 4_000


HARMLESS: Final = frozenset(KINDS) - {"answer", "pain", "soreness", "tightness", "event", "fact", "note", "mood"}
"""Kinds that carry no danger by themselves: a lost row of these loses a number and hides nothing."""


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A row that may have told of a danger but cannot be read; `time` is None where even that could not be.

    `question` is the id of the safety question that it answered, empty where it was something else.
    """

    question: str
    time: datetime | None
    line: int


def holds_on(cells: Sequence[str]) -> bool:
    """Whether a row that cannot be read was a fact of the person, which holds however old it is; a zone is none.

    Args:
        cells: the row cut at every separator.

    Example:
        >>> holds_on(["2026-01-05", "fact", "birth_year", "", "", "2027"]), holds_on(["2026-01-05", "pain", "", "x"])
        (True, False)
    """
    words = {cell.strip().strip("\"'").lower() for cell in cells[:_ENOUGH]}
    return "fact" in words and "timezone" not in words


def may_hide_danger(cells: Sequence[str]) -> bool:
    """Whether a row that cannot be read may have told of a danger: it says no known kind, or not a harmless one.

    Args:
        cells: the row cut at every separator.

    Example:
        >>> may_hide_danger(["2026-03-02", "pian", "", "lower_back", "", "9"]), may_hide_danger(["", "food", "x"])
        (True, False)
    """
    words = [cell.strip().strip("\"'").lower() for cell in cells[:_ENOUGH]]
    kinds = [word for word in words if word in KINDS]
    # Without a kind it may still be a row that was meant so: a time or a number stands in it.
    return kinds[0] not in HARMLESS if kinds else any(char.isdigit() for word in words for char in word)


def is_question(word: str) -> bool:
    """Whether the word has the shape of a safety question's id, in any case.

    Example:
        >>> is_question("E5"), is_question("e99"), is_question("e100")
        (True, True, False)
    """
    return QUESTION.fullmatch(word.lower()) is not None


def questions_in(text: str, cells: Sequence[str]) -> tuple[str, ...]:
    """The questions that a line which cannot be read was an answer to; when in doubt, it was.

    Args:
        text: the line as it stands.
        cells: the same line cut at every separator.

    Example:
        >>> questions_in("soon,anwser,e5,,,yes,,", ["soon", "anwser", "e5", "", "", "yes", "", ""])
        ('e5',)
    """
    found = [letter + number for letter, number in _ANYWHERE.findall(text[:_ENOUGH].lower())]
    questions = tuple(dict.fromkeys(each for each in found if QUESTION.fullmatch(each)))
    return questions if questions and _is_answer(text, cells) else ()


def _is_answer(text: str, cells: Sequence[str]) -> bool:
    words = {cell.strip().strip("\"'").lower() for cell in cells[:_ENOUGH]}
    if any(_is_nearly_answer(word) for word in words):
        return True
    if words & KINDS.keys():
        return False
    return "answer" in text[:_ENOUGH].lower() or any(QUESTION.fullmatch(word) for word in words)


def _is_nearly_answer(word: str) -> bool:
    if word in KINDS or not 0 < len(word) <= _LONGEST_NEAR:
        return word == "answer"
    return word.startswith("answer") or SequenceMatcher(None, word, "answer").ratio() >= _NEAR

"""Asking question by question: what is open, and an answer as the diary keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from flarepath.diary import Entry
from flarepath.quantities import Side
from flarepath.safety.checked import one_of
from flarepath.safety.model import Gate
from flarepath.safety.questions import QUESTIONS, Question


def answered(
    question: Question,
    word: Literal["yes", "no", "unsure"],
    *,
    at: datetime,
    region: str = "",
    side: Side = "",
    lines: Sequence[str] = (),
) -> Entry:
    """The diary entry of one answer; a question about the whole person keeps no region.

    Args:
        question: the question as it was asked.
        word: what the person said.
        at: when, aware.
        region: the region it was asked about, empty for the whole body.
        side: its side.
        lines: the ids of the lines that were tapped, kept beside the answer.

    Raises:
        ValueError: the question has no such line.
    """
    known = [line.id for line in question.lines]
    kept = [one_of(line, known, at=f"{question.id}, lines") for line in lines]
    return Entry(
        time=at,
        kind="answer",
        what=question.id,
        where="" if question.whole_body else region,
        side="" if question.whole_body else side,
        word=word,
        detail=(("version", str(question.version)), *([("lines", "+".join(kept))] if kept else [])),
    )


def unanswered(gate: Gate) -> tuple[Question, ...]:
    """The questions whose missing answers block, in the order to ask them."""
    return tuple(QUESTIONS[name] for name in gate.missing)

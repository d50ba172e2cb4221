"""Asking: the pages for a person, what is open, and an answer as the diary keeps it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flarepath.diary import Entry
from flarepath.quantities import Side
from flarepath.rules import Facts
from flarepath.safety.checked import one_of
from flarepath.safety.model import Gate
from flarepath.safety.pages import PAGES, Page
from flarepath.safety.questions import QUESTIONS, Question


@dataclass(frozen=True, slots=True)
class Section:
    """The questions that stand together on a page, under a heading that may be empty."""

    title: str
    questions: tuple[Question, ...]


def asked_pages(facts: Facts, *, among: Collection[str] | None = None) -> tuple[tuple[Page, tuple[Section, ...]], ...]:
    """The pages of the screen for a person, in order, each with what can apply; a page with nothing to ask is left out.

    The page of facts is always there and has no sections: its lines are `FACTS`, by their group.

    Args:
        facts: what is known about the person; a missing fact removes nothing.
        among: only these questions, such as the open ones; None for all.
    """
    found = ((page, _sections(page, facts, among)) for page in PAGES.values())
    return tuple((page, sections) for page, sections in found if sections or page.kind == "facts")


def _sections(page: Page, facts: Facts, among: Collection[str] | None) -> tuple[Section, ...]:
    asked = [
        one
        for one in QUESTIONS.values()
        if one.page == page.id and one.applies(facts) and (among is None or one.id in among)
    ]
    parts = (Section(group.title, tuple(one for one in asked if one.group == group.id)) for group in page.groups)
    return tuple(part for part in parts if part.questions)


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

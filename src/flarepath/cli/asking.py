"""The safety questions asked one by one: the starred ones singly, the rest a page for each area of the body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Final, Literal

from rich.console import RenderableType
from rich.text import Text

from flarepath.cli.show import page_of_questions, question_alone
from flarepath.safety import CRISIS, Question

Reply = Literal["yes", "no", "unsure"]

REPLIES: Final[dict[str, Reply]] = {
    "y": "yes",
    "yes": "yes",
    "n": "no",
    "no": "no",
    "u": "unsure",
    "unsure": "unsure",
    "not sure": "unsure",
}
PAGE: Final = 6
"""More questions than this at once are not read."""

FIT: Final = "Page {} of {}: does any of these fit you at that moment?"
MEANT: Final = "What the questions mean:"
SINGLY: Final = "y yes · n no · u not sure · ? explain · q stop > "
TOGETHER: Final = "n none of these · o one by one · ? explain · q stop > "


@dataclass(frozen=True, slots=True)
class Talk:
    """How to show something to a person and hear what they type; hearing raises `Stopped` when they stop."""

    show: Callable[[RenderableType], None]
    hear: Callable[[str], str]


class Stopped(Exception):
    """The person typed q, or closed the input."""


@dataclass(frozen=True, slots=True)
class Given:
    """One question with its answer."""

    question: Question
    reply: Reply

    @property
    def urgent(self) -> bool:
        """A yes to an emergency, or to not wanting to live: nothing more is asked."""
        grave = self.question.tier == "emergency" or self.question.id in CRISIS
        return self.reply == "yes" and grave


def asked(
    questions: Sequence[Question], *, talk: Talk, reasons: Mapping[str, str] = MappingProxyType({})
) -> tuple[Given, ...]:
    """Ask until everything is answered, the person stops, or somebody must help at once.

    Args:
        questions: what is open, in the order of their urgency.
        talk: the terminal.
        reasons: why a question is asked now, by its id.

    Returns:
        What was answered; all of it counts, also when the person stopped half-way.
    """
    given: list[Given] = []
    try:
        for one in _answers(questions, talk, reasons):
            given.append(one)
            if one.urgent:
                break
    except Stopped:
        pass
    return tuple(given)


def _answers(questions: Sequence[Question], talk: Talk, reasons: Mapping[str, str]) -> Iterator[Given]:
    # What was told makes a question as pressing as the starred ones: it is asked alone, with the reason.
    alone = [question for question in questions if question.starred or question.id in reasons]
    yield from _singly(alone, talk, reasons)
    pages = list(_pages([question for question in questions if question not in alone]))
    for number, page in enumerate(pages, start=1):
        yield from _together(page, talk, number=number, of=len(pages))


def _pages(questions: Sequence[Question]) -> Iterator[list[Question]]:
    """The areas in order of first mention, each in pages of a few questions."""
    order = list(dict.fromkeys(question.area for question in questions))
    ranked = sorted(questions, key=lambda question: order.index(question.area))
    for _, found in groupby(ranked, key=lambda question: question.area):
        area = list(found)
        yield from (area[start : start + PAGE] for start in range(0, len(area), PAGE))


def _singly(
    questions: Sequence[Question], talk: Talk, reasons: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Given]:
    for number, question in enumerate(questions, start=1):
        if question.id in reasons:
            talk.show(Text(f"\n{reasons[question.id]}", "care"))
        talk.show(question_alone(question.text, number=number, of=len(questions)))
        yield Given(question, _reply(question, talk))


def _reply(question: Question, talk: Talk) -> Reply:
    while (typed := talk.hear(SINGLY)) not in REPLIES:
        if typed == "?":
            talk.show(Text(question.gloss, "quiet"))
    return REPLIES[typed]


def _together(page: Sequence[Question], talk: Talk, *, number: int, of: int) -> Iterator[Given]:
    talk.show(page_of_questions(page[0].area, FIT.format(number, of), [question.text for question in page]))
    while (typed := talk.hear(TOGETHER)) not in {"n", "none", "o"}:
        if typed == "?":
            talk.show(page_of_questions(page[0].area, MEANT, [question.gloss for question in page]))
    if typed == "o":
        yield from _singly(page, talk)
    else:
        yield from (Given(question, "no") for question in page)

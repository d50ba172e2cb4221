"""An answer given as a page to read or as one JSON document, with its exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

import click
from rich.console import RenderableType

from flarepath.cli.call import A, Call, Gated
from flarepath.cli.session import Sitting, keep, sit, terminal
from flarepath.cli.show import Context, legible_document, paper, print_document, problems_part, show_all, shown_name
from flarepath.errors import NothingToAnswerFrom
from flarepath.safety import CRISIS, FACTS, Gate, unanswered
from flarepath.why import Screened

TIERS: Final = ("emergency", "same_day", "days", "next_visit")
"""The most urgent first."""

Document = dict[str, Any]
Page = Callable[[Document, Context], Iterator[RenderableType]]


def as_json(
    call: Call, work: Callable[..., A], document: Callable[[A], Document], *, blank: Callable[[Screened], A]
) -> int:
    """Print one document on stdout; problems and the reason of a refusal go to stderr.

    Args:
        call: what was asked.
        work: from a diary and a moment to an answer.
        document: from an answer to its document.
        blank: from the gate to the answer of a diary without an entry.

    Returns:
        The exit code.

    Raises:
        NothingToAnswerFrom: no entry; a document is printed all the same.
    """
    try:
        sitting = sit(call, work, talk=None)
    except NothingToAnswerFrom:
        print_document(document(blank(call.unanswered())))
        raise
    print_document(document(sitting.answer))
    show_all(_problems(sitting), paper(sys.stderr))
    return _ended(sitting.answer)


def as_page(call: Call, work: Callable[..., A], document: Callable[[A], Document], *, page: Page) -> int:
    """Print the answer for a person, who is asked what is open, if there is one.

    Args:
        call: what was asked.
        work: from a diary and a moment to an answer.
        document: from an answer to its document.
        page: from a document to what is printed.

    Returns:
        The exit code.
    """
    talk, sheet = terminal(call.source), paper()
    sitting = sit(call, work, talk=talk)
    context = _context(sitting, sheet.width, asked=talk is not None)
    show_all(page(legible_document(document(sitting.answer)), context), sheet)
    if talk:
        keep(sitting, talk)
    return _ended(sitting.answer)


def _context(sitting: Sitting[A], width: int, *, asked: bool) -> Context:
    gate = sitting.answer.gate
    return Context(
        width=width,
        actions=_actions(gate),
        reasons=_reasons(gate),
        due=gate.due,
        unknown=tuple(FACTS[name].reason or name for name in gate.unknown_facts),
        questions=() if asked else tuple(question.text for question in unanswered(gate)),
        problems=tuple(_problems(sitting)),
        diary=shown_name(sitting.source.name),
    )


def _actions(gate: Gate) -> tuple[str, ...]:
    """What every finding that stands asks to do, the most urgent first; in a crisis that alone."""
    asking = [finding for finding in gate.findings if finding.tier and finding.do]
    if gate.crisis:
        asking = [finding for finding in asking if finding.id in CRISIS]
    ranked = sorted(asking, key=lambda finding: TIERS.index(str(finding.tier)))
    return tuple(dict.fromkeys(finding.do for finding in ranked))


def _reasons(gate: Gate) -> tuple[str, ...]:
    """Why questions are asked again, and which lines are to mend."""
    return tuple(dict.fromkeys(filter(None, (*gate.repairs, *(one.reason for one in gate.open)))))


def _problems(sitting: Sitting[A]) -> Iterator[RenderableType]:
    return problems_part(sitting.diary.problems, where=sitting.source.line, name=shown_name(sitting.source.name))


def _ended(answer: Gated) -> int:
    if answer.refusal:
        click.echo(answer.refusal, err=True)
    return answer.exit_code

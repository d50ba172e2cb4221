"""The gate on a terminal: a line when it is passed, a card when somebody must be seen, a list when it is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from rich.box import HEAVY, ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from flarepath.cli.show.context import Context
from flarepath.cli.show.strokes import bullets, hanging, heading
from flarepath.cli.show.words import LEVELS, moment
from flarepath.safety import CRISIS

STYLES: Final = {
    "clear": "calm",
    "next_visit": "calm",
    "unanswered": "care",
    "days": "care",
    "same_day": "alarm",
    "emergency": "alarm",
}
CALM: Final = frozenset({"clear", "next_visit"})
"""Levels at which a visit can wait for the end of the page."""

LOUD: Final = frozenset({"same_day", "emergency"})
"""Levels whose card has a heavy frame."""

SHORT: Final = 10
"""As many open questions are listed; nobody reads sixty at once."""

ASK: Final = {"emergency": "Call", "same_day": "Today", "days": "See"}
CRISIS_TITLE: Final = "Talk to someone now"

Document = dict[str, Any]


def screen_page(document: Document, context: Context) -> Iterator[RenderableType]:
    """The answer of the gate alone.

    Args:
        document: as `screen --json` gives it, made legible.
        context: what stands beside it.
    """
    yield title("Safety questions", document)
    yield from gate_part(document, context)
    yield from due_part(context.due)
    if context.unknown and not is_crisis(document):
        yield Text(f"\nNot told, so not weighed: {'; '.join(context.unknown)}.", "quiet")
    yield from context.problems


def title(words: str, document: Document) -> RenderableType:
    """What this page is about, and for when.

    Args:
        words: the subject.
        document: with its `at`.
    """
    return Text.assemble((f"\n{words}\n", "strong"), (f"{moment(document['at'])}\n", "quiet"))


def gate_part(document: Document, context: Context) -> Iterator[RenderableType]:
    """The level in a line; then whom to see, or what is still open.

    Args:
        document: with `gate`, `say` and `refer`.
        context: with what to do and the open questions.
    """
    level = document["gate"]["level"]
    if document["refer"] and level not in CALM:
        yield from referral(document, context)
    else:
        yield Text(f"● {LEVELS[level]}", STYLES[level])
        yield Text(document["say"])
        yield from bullets(context.actions)
    if level == "unanswered":
        yield from bullets(context.reasons)
        yield from open_questions(context)


def referral(document: Document, context: Context) -> Iterator[RenderableType]:
    """Whom to see and how soon, in a frame, and below it what to hand over.

    In a crisis nothing stands there but the people to talk to.

    Args:
        document: with `gate`, `say` and a `refer` that is set.
        context: with what to do.
    """
    refer = document["refer"]
    if is_crisis(document):
        yield _card(CRISIS_TITLE, refer["urgency"], [Text(document["say"], "strong")])
        return
    whom = hanging(Text(ASK[refer["urgency"]], "quiet"), Text(refer["to"], STYLES[refer["urgency"]]), width=5)
    say = Text(f"\n{document['say']}", "strong")
    do = [Text(""), *bullets(context.actions)] if context.actions else []
    yield _card(LEVELS[refer["urgency"]], refer["urgency"], [whom, say, *do])
    yield heading("To read out or hand over")
    yield Text(refer["summary"], "quiet")


def visit(document: Document) -> Iterator[RenderableType]:
    """What to take along to a visit that can wait; nothing where none is asked for.

    Args:
        document: with its `gate` and `refer`.
    """
    refer = document["refer"]
    if refer and document["gate"]["level"] in CALM:
        yield heading("To take along")
        yield Text(f"For {refer['to']}.")
        yield Text(refer["summary"], "quiet")


def _card(words: str, urgency: str, parts: Iterable[RenderableType]) -> Panel:
    return Panel(
        Group(*parts),
        title=Text(f" {words} ", STYLES[urgency]),
        box=HEAVY if urgency in LOUD else ROUNDED,
        border_style=STYLES[urgency],
        padding=(1, 2),
    )


def is_crisis(document: Document) -> bool:
    """Whether an answer about not wanting to live stands.

    Args:
        document: with its `gate`.
    """
    findings = document["gate"]["findings"]
    # An answer that a professional has looked at since keeps its word, but asks for nothing to be done.
    return any(f["id"] in CRISIS and f["answer"] in ("yes", "unsure") and f["do"] for f in findings)


def before_all(sentence: str) -> Iterator[RenderableType]:
    """What stands in a diary, above a page that only describes it; nothing where nothing stands.

    Args:
        sentence: what the gate says, or empty.
    """
    if sentence:
        yield Text(f"\n{sentence}", "alarm")


def open_questions(context: Context) -> Iterator[RenderableType]:
    """The first of the questions that are open, and how to answer them.

    Args:
        context: with the questions and the diary's name.
    """
    first = context.questions[:SHORT]
    if first:
        yield heading(f"{'The first' if context.questions[SHORT:] else 'Open'} questions")
    for number, question in enumerate(first, start=1):
        yield hanging(Text(f"{number}", "mark"), Text(question), width=2)
    if context.questions[SHORT:]:
        yield Text(f"and {len(context.questions) - SHORT} more.", "quiet")
    yield Text(f"\nTo answer them one by one, type in a terminal:\n  flarepath screen {context.diary}", "quiet")


def due_part(due: Sequence[str]) -> Iterator[RenderableType]:
    """What is due soon and stops nothing.

    Args:
        due: sentences.
    """
    if due:
        yield heading("Soon")
    yield from (hanging(Text("○", "care"), Text(sentence), width=1) for sentence in due)

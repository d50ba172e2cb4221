"""`triggers` on a terminal: each outcome with its triggers, what cannot be told and why, and what the page is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from flarepath.cli.show.context import Context
from flarepath.cli.show.exposures import outcome_words
from flarepath.cli.show.gate import before_all
from flarepath.cli.show.reasons import folded
from flarepath.cli.show.strokes import bullets, hanging, heading
from flarepath.cli.show.trigger import trigger_part

NOTHING_NAMED = "Cannot tell yet: your diary does not name a trigger."
EMPTY = "No pain, soreness, tightness or energy is written down, so there is nothing to explain yet."

Document = dict[str, Any]


def triggers_page(document: Document, context: Context) -> Iterator[RenderableType]:
    """Every outcome that has something to say, the others in a line, and the safety line.

    Args:
        document: as `triggers --json` gives it, made legible.
        context: with the diary's name and its problems.
    """
    outcomes = document["outcomes"]
    yield from before_all(document.get("safety", ""))
    yield _title(document)
    if not outcomes:
        yield Text(f"\n{EMPTY}")
    elif not by_sureness(outcomes):
        yield Text(f"\n{NOTHING_NAMED}", "strong")
    for outcome in by_sureness(outcomes):
        yield from _outcome(outcome, context.width)
    unnamed = [outcome for outcome in outcomes if not outcome["triggers"]]
    yield from _unnamed(unnamed, alone=len(unnamed) == len(outcomes))
    yield from context.problems
    yield Text(f"\n{not_advice(context.diary)}", "quiet")


def by_sureness(outcomes: Iterable[Document]) -> list[Document]:
    """The outcomes with a trigger, the one with the surest first.

    Args:
        outcomes: of the document.
    """
    named = [outcome for outcome in outcomes if outcome["triggers"]]
    return sorted(named, key=lambda outcome: -max(each["set_probability"] for each in outcome["triggers"]))


def not_advice(diary: str) -> str:
    """The safety line: what the page is, what it is not, and where danger is asked about.

    Args:
        diary: its name, as it can be typed again.
    """
    return (
        "This describes your notes. It is not a diagnosis and gives no advice about a pain: what comes before a pain "
        "need not be its cause. If a pain is new, strong or getting worse, ask a person; do not wait for this "
        f"program. The safety questions: flarepath screen {diary}"
    )


def _title(document: Document) -> Text:
    days = f"{document['days']} {'day' if document['days'] == 1 else 'days'} written down"
    return Text.assemble(("\nTriggers\n", "strong"), (f"{document['diary']}, {days}", "quiet"))


def _outcome(outcome: Document, width: int) -> Iterator[RenderableType]:
    yield heading(outcome_words(outcome))
    yield Text(checkins(outcome["checkins"]), "quiet")
    for number, trigger in enumerate(outcome["triggers"], start=1):
        yield Text("")
        yield hanging(Text(f"{number}", "mark"), Group(*trigger_part(trigger, width)), width=2)
    if outcome["abstains"]:
        yield Text(f"\n{outcome['abstains']}", "care")


def checkins(count: int) -> str:
    """How many check-ins.

    Args:
        count: from nought on.

    Example:
        >>> checkins(1), checkins(12)
        ('1 check-in', '12 check-ins')
    """
    return f"{count} {'check-in' if count == 1 else 'check-ins'}"


def _unnamed(outcomes: Sequence[Document], *, alone: bool) -> Iterator[RenderableType]:
    """Where no trigger can be named, and why; below its own heading unless it is all there is."""
    if outcomes and not alone:
        yield heading("Cannot tell yet")
    yield from bullets(folded(outcomes))

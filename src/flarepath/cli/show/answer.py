"""The whole answer on a terminal: first the gate and what to do, then why, then what next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flarepath.body import Stroke, sketch
from flarepath.cli.show.context import Context
from flarepath.cli.show.exposures import key_words
from flarepath.cli.show.gate import due_part, gate_part, title, visit
from flarepath.cli.show.strokes import bar, bullets, hanging, heading, indented, skyline
from flarepath.cli.show.trigger import trigger_part
from flarepath.cli.show.words import ADJUSTMENTS, EASIER, SOURCES, VERDICTS, day, likelihood, percent, place, points
from flarepath.flares import cause_table
from flarepath.quantities import NRS_MOST, clamp_points

NARROW: Final = 60
"""Below this width one thing stands under the other."""

TOLD: Final = 0.15
"""Causes from this probability on are told with their reasons, the others are named."""

MOST_TOLD: Final = 3

REASONS: Final = (
    ("for", "for", "calm"),
    ("against", "against", "care"),
    ("would_change_our_mind", "what would change our mind", "quiet"),
)

NOT_THIS: Final = (
    "This is not a diagnosis. It is what your own notes point to, with the doubt left in. If you get worse, or "
    "something on the warning list changes, ask a person; do not wait for this program."
)

Document = dict[str, Any]


def answer_page(document: Document, context: Context) -> Iterator[RenderableType]:
    """Every part of the answer in the order in which a worried person needs it.

    Args:
        document: as `why --json` gives it, made legible.
        context: what stands beside it.
    """
    yield title(place(document["region"], document["side"]), document)
    yield from gate_part(document, context)
    if document["causes"]:
        yield from _why(document, context.width)
        yield from _change(document)
        yield from _later(document)
        yield from visit(document)
    yield from due_part(context.due)
    yield from context.problems
    if document["causes"]:
        yield Text("\n" + NOT_THIS, "quiet")


def _why(document: Document, width: int) -> Iterator[RenderableType]:
    drawn, facts = _body(document), Group(*_at_a_glance(document, 12 if width >= NARROW else 8))
    beside = Table.grid(padding=(0, 3))
    beside.add_row(drawn, facts)
    yield Text("")
    yield beside if width >= NARROW else Group(drawn, Text(""), facts)
    yield from _triggers(document["triggers"], width)
    yield from _causes(document)


def _triggers(triggers: Sequence[Document], width: int) -> Iterator[RenderableType]:
    if triggers:
        yield heading("What tends to come before it")
    for number, trigger in enumerate(triggers):
        yield from [Text("")] * (number > 0)
        yield from trigger_part(trigger, width)


def _body(document: Document) -> Text:
    """The side of the sketch on which the place that hurts can be seen, the place filled in."""
    level = clamp_points(sum(share["value"] for share in document["points"]))
    lines = [_line(line) for line in sketch({(document["region"], document["side"]): level})]
    middle = max(len(line) for line in lines) // 2
    front, back = [line[:middle] for line in lines], [line[middle:] for line in lines]
    return Text("\n").join(back if _marked(back) > _marked(front) else front)


def _line(strokes: Sequence[Stroke]) -> Text:
    return Text.assemble(*((text, "quiet" if points is None else "place") for text, points in strokes))


def _marked(lines: Sequence[Text]) -> int:
    return sum(span.end - span.start for line in lines for span in line.spans if span.style == "place")


def _at_a_glance(document: Document, cells: int) -> Iterator[RenderableType]:
    """Where the points come from, and how the causes stand."""
    if document["flare"]:
        yield Text(_course(document["flare"]))
    yield heading("Where it comes from")
    yield _shares(document["points"], cells)
    yield heading(VERDICTS[document["verdict"]])
    for cause in _ranked(document)[:MOST_TOLD]:
        yield Text(_name(cause))
        yield Text.assemble(bar(cause["probability"], most=1, cells=cells), " ", _odds(cause))
    if document["advice"]:
        yield heading("The first step")
        yield Text(document["advice"][0]["do"])


def _shares(shares: Iterable[Document], cells: int) -> Table:
    grid = Table.grid(padding=(0, 1))
    for share in shares:
        name = ", ".join(map(key_words, share["exposures"])) or (
            SOURCES[share["source"]] if share["value"] >= 0 else EASIER
        )
        grid.add_row(
            Text(name), bar(share["value"], most=NRS_MOST, cells=cells), Text(points(share["value"]), "strong")
        )
    return grid


def _course(flare: Document) -> str:
    kind = "flare-up" if flare["confirmed"] else "possible flare-up"
    return (
        f"Day {flare['day_of_flare']} of a {kind}: {points(flare['now'])} of 10 now, highest "
        f"{points(flare['peak_points'])} on {day(flare['peak'])}, usually {points(flare['baseline'])}."
    )


def _ranked(document: Document) -> list[Document]:
    return sorted(document["causes"], key=lambda cause: -cause["probability"])


def _causes(document: Document) -> Iterator[RenderableType]:
    ranked = _ranked(document)
    told = [cause for cause in ranked[:MOST_TOLD] if cause["probability"] >= TOLD] or ranked[:1]
    for cause in told:
        yield heading(_name(cause))
        for key, label, style in REASONS:
            if cause[key]:
                yield Text(label, style)
                yield from map(indented, bullets(cause[key]))
    rest = [f"{_name(cause).lower()} ({percent(cause['probability'])})" for cause in ranked if cause not in told]
    if rest:
        yield Text("\nAlso weighed, and less likely: " + "; ".join(rest) + ".", "quiet")


def _name(cause: Document) -> str:
    return cause_table().texts[cause["cause"]].title


def _odds(cause: Document) -> Text:
    return Text.assemble((likelihood(cause["probability"]), "strong"), f", {percent(cause['probability'])}")


def _change(document: Document) -> Iterator[RenderableType]:
    if document["advice"]:
        yield heading("What to do now and tomorrow")
    for number, advice in enumerate(document["advice"], start=1):
        yield from [Text("")] * (number > 1)
        yield hanging(Text(f"{number}", "mark"), Group(*_advice(advice)), width=2)
    if document["avoid"]:
        yield heading("What to leave out for now")
        yield from bullets(document["avoid"])


def _advice(advice: Document) -> Iterator[RenderableType]:
    instead = f", instead of {advice['instead_of']}" if advice["instead_of"] else ""
    until = f"Until {advice['until'].rstrip('.')}; look again on {day(advice['review_on'])}."
    yield Text(f"{ADJUSTMENTS[advice['adjustment']]}{instead}", "mark")
    yield Text(advice["do"])
    yield Text(advice["expect"], "quiet")
    yield Text(until, "quiet")


def _later(document: Document) -> Iterator[RenderableType]:
    test = document["next_test"]
    if test:
        yield heading("What would tell us more")
        yield Text(f"{test['question']} It takes about {test['days']} days.")
    if document["forecast"]:
        yield heading("What to expect")
        yield _forecast(document["forecast"])
    if document["similar"]:
        yield heading("You have been here before")
        yield from bullets(_similar(flare) for flare in document["similar"])


def _forecast(forecast: list[Document]) -> Text:
    first, last = forecast[0], forecast[-1]
    return Text.assemble(
        f"{day(first['time'])} ",
        skyline([point["middle"] for point in forecast], most=NRS_MOST),
        f" {day(last['time'])}: about {points(last['middle'])}",
        f" (between {points(last['low'])} and {points(last['high'])})",
    )


def _similar(flare: Document) -> str:
    helped = f" Before it ended: {', '.join(flare['what_helped'])}." if flare["what_helped"] else ""
    days = max(1, round(flare["days"]))
    return f"{day(flare['onset'])}: {days} {'day' if days == 1 else 'days'}.{helped}"

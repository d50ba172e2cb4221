"""What there is to learn on a terminal: the own lessons, the guesses, what to answer and what to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.text import Text

from flarepath.cli.show.context import Context
from flarepath.cli.show.gate import due_part, gate_part, title
from flarepath.cli.show.strokes import bullets, hanging, heading
from flarepath.cli.show.words import day, percent, points
from flarepath.flares import cause_table

SAYS: Final = {
    "untested": "not tested since",
    "too_early": "too early to say",
    "holds": "it holds so far",
    "mixed": "sometimes so, sometimes not",
    "does_not_hold": "it mostly did not come: look elsewhere",
}
HINTS: Final = {
    "full": "Every answer shows all its reasons.",
    "short": "You are getting good at this; the reasons are shortened.",
    "none": "You hardly need hints any more.",
}
MOVED: Final = {"better": "better", "worse": "worse", "same": "no change that matters"}
FEW: Final = 5

NOT_ADVICE: Final = (
    "Lessons from your diary are predictions, not proofs. A new, strong or growing pain is for a person first."
)

Document = dict[str, Any]


def learn_page(document: Document, context: Context) -> Iterator[RenderableType]:
    """The gate where it matters, then what there is to learn.

    Args:
        document: as `learn --json` gives it, made legible.
        context: what stands beside it.
    """
    yield title("What you can learn", document)
    is_open = document["gate"]["level"] == "unanswered"
    if document["refer"]:
        yield from gate_part(document, context)
    elif is_open:
        yield Text(document["say"], "care")
    if document["to_read"] or document["tactics"]:
        yield from [] if is_open else _learned(document["learned"])
        yield from _guesses(document)
        yield from _due(document)
        yield from _to_read(document["to_read"])
        yield from _lists(document)
        yield Text(f"\n{NOT_ADVICE}", "quiet")
    yield from due_part(context.due)
    yield from context.problems


def _learned(lessons: list[Document]) -> Iterator[RenderableType]:
    yield heading("What your own flare-ups taught")
    if not lessons:
        yield Text("Nothing yet: a flare-up that has ended, with one thing suspected of it, writes a lesson.")
    for each in lessons:
        tested = f"{each['held']} of {each['tests']} later times it came: " if each["tests"] else ""
        yield hanging(
            Text("·", "quiet"), Group(Text(each["sentence"]), Text(f"{tested}{SAYS[each['says']]}.", "quiet")), width=1
        )


def _guesses(document: Document) -> Iterator[RenderableType]:
    found = document["calibration"]
    yield heading("Guess first")
    if found["guesses"]:
        yield Text(
            f"{found['guesses']} guesses: {percent(found['right_share'])} like our answer, and you were "
            f"{percent(found['sure'])} sure on average. {HINTS[found['hints']]}"
        )
        yield from bullets(map(_guess, document["guesses"][-3:]), style="quiet")
    else:
        yield Text("Before you read an answer, guess: flarepath learn DIARY --guess CAUSE --sure 60.")
    yield Text("A guess is held against our answer, which may itself be wrong.", "quiet")


def _guess(each: Document) -> str:
    names = cause_table().texts
    if each["right"] is None:
        return f"{day(each['time'])}: nothing could be told then."
    answer = " or ".join(names[cause].title.lower() for cause in each["answer"])
    return f"{day(each['time'])}: you said {names[each['cause']].title.lower()}; the answer was {answer}."


def _due(document: Document) -> Iterator[RenderableType]:
    if document["due"]:
        yield heading("Questions that are due")
        yield from bullets(each["name"] for each in document["due"])
    for found in document["scores"].values():
        last, moved = found["scores"][-1], found["change"]
        words = f"{found['name']}: {points(last['value'])} on {day(last['time'])}"
        if moved:
            words += f", {moved['by']:+.1f} since the first: {MOVED[moved['moved']]}"
        yield from bullets([f"{words}."])
        if last["positive"]:
            yield Text("That is a good reason to talk with your doctor about your mood, soon.", "care")


def _to_read(lessons: list[Document]) -> Iterator[RenderableType]:
    if not lessons:
        return
    yield heading("To read next")
    for each in lessons[:FEW]:
        yield hanging(Text("○", "mark"), Group(Text(each["title"], "strong"), Text(each["in_short"])), width=1)
        yield Text(f"  flarepath learn DIARY --lesson {each['id']}", "quiet")
    if len(lessons) > FEW:
        yield Text(f"and {len(lessons) - FEW} more: {', '.join(each['id'] for each in lessons[FEW:])}.", "quiet")


def _lists(document: Document) -> Iterator[RenderableType]:
    if document["lists"]:
        yield heading("Short lists to choose from")
        yield from bullets(f"{each['title']}: {each['in_short']}" for each in document["lists"])
    if document["tactics"]:
        yield heading("The three tactics")
        yield from bullets(f"{each['title']}: {each['in_short']}" for each in document["tactics"])
    if document["workouts"]:
        yield heading("Workouts to begin with, each at three levels")
        yield from bullets(f"{each['title']}: {each['for_whom']}" for each in document["workouts"])


def lesson_page(document: Document) -> Iterator[RenderableType]:
    """One lesson to read.

    Args:
        document: as `learn --lesson ID --json` gives it.
    """
    yield Text(f"\n{document['title']}\n", "strong")
    if document.get("caution"):
        yield Text(f"For you: {document['caution']}.\n", "care")
    yield Text(f"{document['guess']}\n", "mark")
    for paragraph in document["text"]:
        yield Text(f"{paragraph}\n")
    yield Text.assemble(("Try this. ", "strong"), document["try_this"])
    yield Text(f"\nRests on: {', '.join(document['sources'])}.", "quiet")

"""The week on a terminal: what changes and why, then the sessions, then what the plan tests and what comes later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.text import Text

from flarepath.body import MUSCLES
from flarepath.cli.show.context import Context
from flarepath.cli.show.gate import due_part, gate_part, title, visit
from flarepath.cli.show.ledger import joined_sides, muscle_words
from flarepath.cli.show.strokes import bullets, hanging, heading, indented
from flarepath.cli.show.words import ADJUSTMENTS, day, place, points
from flarepath.exercises import EXERCISES

KINDS: Final = {"usual": "", "short": "shorter, nothing new", "elsewhere": "only places without a safety answer"}
QUIET_MOVES: Final = frozenset({"open", "still", "effort", "enough", "upkeep", "amber", "near", "turn", "flare"})
"""Moves that need no sentence in the list of a session."""

BESIDES: Final = frozenset({"recover", "test", "refer", "light_session"})
"""Actions of the answer that are no exercise of the week."""

SAID: Final = {"accept": "you said yes", "change": "you chose another one", "refuse": "you said no"}
LIGHT: Final = {
    "untried": "too early ({tries} of 4 tries)",
    "keep": "it helps you: keep it",
    "adapt": "little difference: change it",
    "drop": "it does not help you: drop it",
}
ADAPTING: Final = {
    "confirmed": "the same dose leaves you less sore: you are adapting",
    "not_confirmed": "the same dose leaves you no less sore: something else may be behind it",
    "too_early": "too early to tell",
}
CLOCKS: Final = {
    "too_early": "too early",
    "not_fair": "not a fair trial yet",
    "helps": "it helps",
    "masked": "it looks better, but a medicine changed",
    "switch": "no change: try the other way",
}
SENSES: Final = {"better": "better", "worse": "worse", "same": "the same", "too_early": "too early"}
FEW: Final = 4

Document = dict[str, Any]


def plan_page(document: Document, context: Context) -> Iterator[RenderableType]:
    """The gate, then the week.

    Args:
        document: as `plan --json` gives it, made legible.
        context: what stands beside it.
    """
    yield title("Your week", document)
    yield from gate_part(document, context)
    if document["frame"] is not None:
        yield from _state(document)
        yield from _changes(document["changes"])
        yield from _sessions(document)
        yield from _besides(document["advice"])
        yield from _tried(document["tried"])
        yield from _later(document)
    yield from visit(document)
    yield from due_part(context.due)
    yield from context.problems


def _state(document: Document) -> Iterator[RenderableType]:
    if document["strained"]:
        yield Text(f"\nA strained day: {document['strained']}. What you know, shorter, nothing new.", "care")
    if document["upkeep"]:
        yield Text("\nFour calm weeks. This is upkeep: nothing has to grow, and fewer numbers are asked for.", "calm")
    for state in joined_sides(document["muscles"], "state", "because"):
        name = muscle_words(state)
        yield Text(f"{name}: {state['state']} ({state['because']}); look again {day(state['ready_on'])}.", "quiet")


def _changes(changes: list[Document]) -> Iterator[RenderableType]:
    if not changes:
        return
    yield heading("What changes")
    for change in changes:
        yield Text.assemble((_name(change["exercise"]), "strong"), f"  {ADJUSTMENTS[change['adjustment']]}")
        yield indented(Group(*_change(change)))


def _change(change: Document) -> Iterator[RenderableType]:
    instead = f"; instead: {_name(change['instead']).lower()}" if change["instead"] else ""
    yield Text(f"{change['before'] or 'nothing yet'} → {change['after'] or 'left out'}{instead}")
    yield Text(change["reason"])
    look = f"Look again {day(change['review_on'])}. Yours to refuse: {change['id']}"
    decision = change["decision"]
    if decision:
        look = f"Look again {day(change['review_on'])}; {SAID[decision['said']]}."
    yield Text(look, "quiet")


def _name(exercise: str | None) -> str:
    if not exercise:
        return "The whole session"
    return EXERCISES[exercise].name if exercise in EXERCISES else exercise.replace("_", " ").capitalize()


def _sessions(document: Document) -> Iterator[RenderableType]:
    if not document["sessions"]:
        yield heading("No session this week")
        yield Text("Nothing fits at the moment. Easy movement that does not hurt stays welcome.")
    for session in document["sessions"]:
        kind = KINDS[session["kind"]]
        minutes = f"about {session['minutes']:.0f} minutes"
        yield heading(f"{day(session['day'])}, {minutes}{f', {kind}' if kind else ''}")
        for item in session["items"]:
            yield hanging(Text("○", "mark"), Group(*_item(item)), width=1)


def _item(item: Document) -> Iterator[RenderableType]:
    side = f", {item['side']}" if item["side"] in ("left", "right") else ""
    name = _name(item["id"]) if item["id"] in EXERCISES else item["name"].capitalize()
    new = Text("  new", "care") if item["new"] else Text("")
    yield Text.assemble((f"{name}{side}", "strong"), f"  {item['dose'] or ''}", new)
    if item["move"] not in QUIET_MOVES:
        yield Text(item["why"], "quiet")
    if item["new"] or item["move"] == "test":
        yield Text(item["feel"])
        if item["expect"]:
            yield Text(item["expect"], "quiet")
        yield Text(f"Stop at: {'; '.join(item['stops'])}.", "quiet")


def _besides(advice: list[Document]) -> Iterator[RenderableType]:
    found = [each["do"] for each in advice if each["adjustment"] in BESIDES]
    if found:
        yield heading("Besides the training")
        yield from bullets(found)


def _tried(tried: Document) -> Iterator[RenderableType]:
    lines = [
        *(
            f"{_name(each['exercise'])}: soreness {points(each['first'])} at first, {points(each['last'])} now over "
            f"{each['sessions']} sessions: {ADAPTING[each['says']]}."
            for each in tried["adaptation"]
        ),
        *(
            f"{_tactic(each)}: day {each['days']:.0f} of 28, {each['sessions']} of 8 sessions: {CLOCKS[each['says']]}."
            for each in tried["clocks"]
        ),
        *(
            f"Body sense, {place(each['region'], each['side']).lower()}: off by {points(each['last'])} degrees, at "
            f"first {points(each['first'])}: {SENSES[each['says']]}."
            for each in tried["body_sense"]
        ),
    ]
    light = tried["light_movement"]
    if light["tries"]:
        lines.append(f"Light movement: {LIGHT[light['says']].format(tries=light['tries'])}.")
    if lines:
        yield heading("What the plan tests on itself")
        yield from bullets(lines)


def _tactic(clock: Document) -> str:
    return f"{clock['tactic'].capitalize()} of the {MUSCLES[clock['muscle']].name.lower()}"


def _later(document: Document) -> Iterator[RenderableType]:
    if document["left_for_later"]:
        yield Text(f"\nNo time this week for: {', '.join(document['left_for_later'])}.", "quiet")
    if document["queue"]:
        yield heading("What is still missing")
        yield from bullets(wanted["why"] for wanted in document["queue"][:FEW])
        more = len(document["queue"]) - FEW
        if more > 0:
            yield Text(f"and {more} more, one at a time.", "quiet")
    if document["open_flares"]:
        yield heading("Still open")
        yield Text(
            f"{len(document['open_flares'])} flare-up(s) ended without a word of yours on what to change. Accept or "
            "refuse one change above, and they close."
        )

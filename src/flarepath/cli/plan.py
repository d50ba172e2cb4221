"""`flarepath plan`: the week and what changes in it; a change is accepted, changed or refused."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from flarepath import why
from flarepath.cli import keeping, moment
from flarepath.cli.call import Call, called
from flarepath.cli.moment import Moment
from flarepath.cli.named import exercise_named, tools_named
from flarepath.cli.options import moment_options
from flarepath.cli.refusal import Exit, Refused
from flarepath.cli.reply import as_json, as_page
from flarepath.cli.show import plan_page
from flarepath.diary import Diary, Entry
from flarepath.plan import NOTE, Change
from flarepath.quantities import Side
from flarepath.why import Room, Screened, Weekly

EXAMPLES = """\b
Examples:
  flarepath plan diary.csv
  flarepath plan diary.csv --days 3 --minutes 25 --equipment band,dumbbell
  flarepath plan diary.csv --refuse swap_length:back_squat --reason "I want to keep my squat"
  flarepath plan diary.csv --change swap_length:back_squat --to goblet_squat
"""

MOST_REASON = 500


@click.command("plan", epilog=EXAMPLES)
@moment_options
@click.option("--days", type=click.IntRange(1, 7), help="Training days; the diary's usual by default.")
@click.option("--minutes", type=click.FloatRange(5, 240), help="Minutes a session; the diary's usual by default.")
@click.option("--equipment", help="What is at hand, with commas: band,dumbbell; or none.")
@click.option("--accept", metavar="CHANGE", help="Say yes to a change, by the name the page gives it.")
@click.option("--refuse", metavar="CHANGE", help="Say no to it; with --reason, which is kept.")
@click.option("--change", metavar="CHANGE", help="Say yes, but with another exercise (--to).")
@click.option("--to", metavar="EXERCISE", help="The exercise you want instead.")
@click.option("--reason", default="", help="Why, in your words.")
def command(  # noqa: PLR0913 - one argument an option
    diary: str,
    *,
    at: Moment | None,
    region: str,
    side: Side,
    days: int | None,
    minutes: float | None,
    equipment: str | None,
    json: bool,
    **said: str | None,
) -> int:
    """The week's training: what changes and why, what is new, what it should feel like, what stops it.

    DIARY is a diary.csv, a folder of them, or - for what comes in through the pipe. One new thing a session at most;
    every change can be refused, and the reason is kept in the diary. The safety questions come first.
    """
    call = called(diary, at=at, region=region, side=side)
    room = Room(days, minutes, None if equipment is None else tools_named(equipment))

    def plan(known: Diary, *, at: datetime | None, region: str, side: Side) -> Weekly:
        return why.weekly(known, at=at, region=region, side=side, room=room)

    word = _word(said)
    if word:
        return _keep(call, plan, *word, to=said["to"] or "", reason=said["reason"] or "")
    if json:
        return as_json(call, plan, why.weekly_document, blank=_blank)
    return as_page(call, plan, why.weekly_document, page=plan_page)


def _blank(gate: Screened) -> Weekly:
    """The week where there is no entry."""
    return Weekly(gate, None)


def _word(said: dict[str, str | None]) -> tuple[str, str] | None:
    """What was said, and of which change; None where nothing was."""
    found = [(word, change) for word in ("accept", "refuse", "change") if (change := said[word])]
    if len(found) > 1:
        raise Refused("Say one thing at a time: --accept, --refuse or --change.")
    if found and found[0][0] == "change" and not said["to"]:
        raise Refused("--change needs --to: which exercise do you want instead?")
    return found[0] if found else None


def _keep(call: Call, plan: Any, word: str, change: str, *, to: str, reason: str) -> int:  # noqa: ANN401 - as for `as_page`
    """Put what was said at the end of the diary, where such a change is on offer."""
    file = call.source.file
    if file is None:
        raise Refused("Only a single diary file can keep what you say of a change.")
    weekly = call.answer(plan, call.source.diary(now=call.clock))
    offered = _offered(weekly)
    if change in {each.id for each in offered if each.is_firm}:
        raise Refused(f"{change!r} is no offer: it holds until the level, the answer or the fact behind it changes.")
    if change not in {each.id for each in offered}:
        names = ", ".join(each.id for each in offered) or "none at the moment"
        raise Refused(f"There is no change {change!r} on offer; there is: {names}.")
    if len(reason) > MOST_REASON:
        raise Refused(f"The reason is longer than {MOST_REASON} letters.")
    instead = exercise_named(to).id if to else ""
    told = (("id", change), ("reason", reason), ("instead", instead))
    details = tuple((key, value) for key, value in told if value)
    time = weekly.at if call.at else moment.now().astimezone(weekly.at.tzinfo).replace(microsecond=0)
    keeping.keep(file, [Entry(time, "note", NOTE, word=word, detail=details, offset_written=True)])
    click.echo(f"Kept at the end of {file.name}: {word} {change}.")
    return Exit.ANSWERED


def _offered(weekly: Weekly) -> tuple[Change, ...]:
    if weekly.training is None:
        raise Refused(weekly.refusal or "The safety answers come first; nothing is on offer until then.")
    return weekly.training.changes

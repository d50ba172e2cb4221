"""`flarepath learn`: what the own flare-ups taught, what to read, how good the guesses are."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType

import click

from flarepath import why
from flarepath.cli import keeping, moment
from flarepath.cli.call import Call, called
from flarepath.cli.moment import Moment
from flarepath.cli.options import moment_options
from flarepath.cli.refusal import Exit, Refused
from flarepath.cli.reply import as_json, as_page
from flarepath.cli.show import learn_page, lesson_page, paper, print_document, show_all
from flarepath.diary import Diary, Entry
from flarepath.errors import UnknownId
from flarepath.flares import cause_table
from flarepath.lessons import GUESS_NOTE, READ_NOTE, calibration, lesson
from flarepath.quantities import Side
from flarepath.why import Learning, Screened

EXAMPLES = """\b
Examples:
  flarepath learn diary.csv
  flarepath learn diary.csv --lesson soreness
  flarepath learn diary.csv --guess short_muscle --sure 60
"""

CAUSES = tuple(cause_table().texts)


@click.command("learn", epilog=EXAMPLES)
@moment_options
@click.option("--lesson", "name", metavar="ID", help="Read one lesson; it counts as read in a diary file.")
@click.option("--guess", type=click.Choice(CAUSES), help="Guess the cause before you look at the answer; it is kept.")
@click.option("--sure", type=click.IntRange(0, 100), default=50, show_default=True, help="How sure, in per cent.")
def command(  # noqa: PLR0913 - one argument an option
    diary: str,
    *,
    at: Moment | None,
    region: str,
    side: Side,
    json: bool,
    name: str | None,
    guess: str | None,
    sure: int,
) -> int:
    """What your own flare-ups taught, what to read next, and how good your guesses are.

    DIARY is a diary.csv, a folder of them, or - for what comes in through the pipe. Lessons that your flare-ups wrote
    are predictions; each next time tests them. Guess a cause before you read the answer: hints fade as you improve.
    """
    call = called(diary, at=at, region=region, side=side)
    if name:
        return _read(call, name, json=json)
    if guess:
        return _keep(
            call, Entry(_now(call), "note", GUESS_NOTE, region, side, word=guess, detail=(("sure", str(sure)),))
        )
    if json:
        return as_json(call, _learn, why.learning_document, blank=_blank)
    return as_page(call, _learn, why.learning_document, page=learn_page)


def _learn(known: Diary, *, at: datetime | None, region: str, side: Side) -> Learning:
    return why.learn(known, at=at, region=region, side=side)


def _blank(gate: Screened) -> Learning:
    """What there is to learn where there is no entry."""
    return Learning(gate, (), (), (), calibration(()), (), MappingProxyType({}), ())


def _read(call: Call, name: str, *, json: bool) -> int:
    """Show one lesson, unless somebody must be seen first, and mark it as read in a single diary file."""
    try:
        found = lesson(name)
    except UnknownId as unknown:
        raise Refused(str(unknown)) from None
    learning = call.answer(_learn, call.source.diary(now=call.clock))
    if learning.gate.level in why.RED and not learning.to_read:
        return as_page(call, _learn, why.learning_document, page=learn_page)
    document = why.lesson_document(found)
    print_document(document) if json else show_all(lesson_page(document), paper())
    if call.source.file and not json:
        _keep(call, Entry(_now(call), "note", READ_NOTE, word=name))
    return learning.exit_code


def _keep(call: Call, entry: Entry) -> int:
    """Put a note at the end of the diary."""
    if call.source.file is None:
        raise Refused("Only a single diary file can keep that.")
    keeping.keep(call.source.file, [entry])
    click.echo(f"Kept at the end of {call.source.file.name}.", err=True)
    return Exit.ANSWERED


def _now(call: Call) -> datetime:
    """The moment asked about, else the real clock, in the diary's zone."""
    diary = call.source.diary(now=call.clock)
    if call.at:
        return call.at.within(diary)
    return diary.local(moment.now()).replace(microsecond=0)

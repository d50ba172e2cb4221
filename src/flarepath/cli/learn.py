"""`flarepath learn`: what the own flare-ups taught, what to read, how good the guesses are."""

from __future__ import annotations

from datetime import datetime

import click

from flarepath import why
from flarepath.cli import keeping
from flarepath.cli.call import Call, called
from flarepath.cli.moment import Moment
from flarepath.cli.options import moment_options
from flarepath.cli.refusal import Exit, Refused
from flarepath.cli.reply import as_json, as_page
from flarepath.cli.show import learn_page, lesson_page, paper, print_document, show_all
from flarepath.diary import Diary, Entry
from flarepath.errors import UnknownId
from flarepath.flares import cause_table
from flarepath.lessons import GUESS_NOTE, READ_NOTE, caution, lesson
from flarepath.quantities import Side
from flarepath.why import Learning

EXAMPLES = """\b
Examples:
  flarepath learn diary.csv
  flarepath learn diary.csv --lesson soreness
  flarepath learn diary.csv --lesson soreness --done
  flarepath learn diary.csv --guess short_muscle --sure 60
"""

CAUSES = tuple(cause_table().texts)


@click.command("learn", epilog=EXAMPLES)
@moment_options
@click.option("--lesson", "name", metavar="ID", help="Read one lesson; nothing is written.")
@click.option("--done", is_flag=True, help="With --lesson: write into the diary file that it was read.")
@click.option(
    "--guess", type=click.Choice(CAUSES), help="Guess the cause before you look; written into the diary file."
)
@click.option("--sure", type=click.IntRange(0, 100), default=50, show_default=True, help="How sure, in per cent.")
def command(  # noqa: PLR0913 - one argument an option
    diary: str,
    *,
    at: Moment | None,
    region: str,
    side: Side,
    json: bool,
    name: str | None,
    done: bool,
    guess: str | None,
    sure: int,
) -> int:
    """What your own flare-ups taught, what to read next, and how good your guesses are.

    DIARY is a diary.csv, a folder of them, or - for what comes in through the pipe. Lessons that your flare-ups wrote
    are predictions; each next time tests them. Guess a cause before you read the answer: hints fade as you improve.
    The diary is written to by --guess and --done alone, and by neither where somebody must be seen first.
    """
    call = called(diary, at=at, region=region, side=side)
    if done and not name:
        raise Refused("--done needs --lesson: which lesson was read?")
    if name:
        return _read(call, name, json=json, done=done)
    if guess:
        return _guess(call, guess, sure, json=json)
    return _shown(call, json=json)


def _shown(call: Call, *, json: bool) -> int:
    """The page, or the card where somebody must be seen first."""
    if json:
        return as_json(call, _learn, why.learning_document, blank=why.nothing_to_learn)
    return as_page(call, _learn, why.learning_document, page=learn_page)


def _learn(known: Diary, *, at: datetime | None, region: str, side: Side) -> Learning:
    return why.learn(known, at=at, region=region, side=side)


def _read(call: Call, name: str, *, json: bool, done: bool) -> int:
    """Show one lesson, unless somebody must be seen first; mark it as read where that was asked for."""
    try:
        found = lesson(name)
    except UnknownId as unknown:
        raise Refused(str(unknown)) from None
    known = call.source.diary(now=call.clock)
    learning = call.answer(_learn, known)
    if learning.is_shut:
        return _shown(call, json=json)
    document = why.lesson_document(found, caution=caution(name, known))
    print_document(document) if json else show_all(lesson_page(document), paper())
    if done:
        _keep(call, Entry(learning.at, "note", READ_NOTE, word=name))
    return learning.exit_code


def _guess(call: Call, cause: str, sure: int, *, json: bool) -> int:
    """Keep a guess of the moment asked about; where nothing may be explained show why, and keep nothing."""
    learning = call.answer(_learn, call.source.diary(now=call.clock))
    if not learning.gate.may_explain:
        code = _shown(call, json=json)
        click.echo(learning.screened.refusal or "Your guess was not written down.", err=True)
        return code or learning.screened.exit_code
    details = (("sure", str(sure)),)
    return _keep(call, Entry(learning.at, "note", GUESS_NOTE, call.region, call.side, word=cause, detail=details))


def _keep(call: Call, entry: Entry) -> int:
    """Put a note at the end of the diary, at the moment asked about: it must not make the safety answers look older."""
    if call.source.file is None:
        raise Refused("Only a single diary file can keep that.")
    keeping.keep(call.source.file, [entry])
    click.echo(f"Written at the end of {call.source.file.name}: {entry.what} {entry.word}.", err=True)
    return Exit.ANSWERED

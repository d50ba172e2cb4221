"""`flarepath ledger`: how much each muscle was loaded, and at which length."""

from __future__ import annotations

from datetime import timedelta

import click

from flarepath.cli.diaries import source
from flarepath.cli.moment import Moment, MomentType, now
from flarepath.cli.picture import SvgPath, keep_ledger
from flarepath.cli.refusal import Exit
from flarepath.cli.show import (
    ledger_page,
    paper,
    print_document,
    problems_part,
    show_all,
    shown_name,
)
from flarepath.errors import NothingToAnswerFrom
from flarepath.exercises import ledger_document, range_ledger

EXAMPLES = """\b
Examples:
  flarepath ledger diary.csv
  flarepath ledger diary.csv --days 28 --json
  flarepath ledger diary.csv --days 90 --plot ledger.svg
"""

USUAL_DAYS = 28
MOST_DAYS = 36_500
NOTHING = "The diary holds no entry, so there is nothing to add up."


@click.command("ledger", epilog=EXAMPLES)
@click.argument("diary", type=click.Path(allow_dash=True))
@click.option(
    "--days", type=click.IntRange(1, MOST_DAYS), default=USUAL_DAYS, help="So many days up to the moment; 28."
)
@click.option("--at", type=MomentType(), help="The moment to look back from; the last entry's by default.")
@click.option("--plot", type=SvgPath(), help="Draw the ledger into this .svg file.")
@click.option("--json", is_flag=True, help="One JSON document.")
def command(diary: str, days: int, at: Moment | None, plot: str | None, *, json: bool) -> int:
    """How much each muscle was loaded, and in which part of its range.

    DIARY is a diary.csv, a folder of them (its files count as one diary), or - for what comes in through the pipe.
    Doses are usual sessions of each exercise; hours of sitting and sleeping in a position stand beside them. It adds
    up your notes and gives no advice about a pain.
    """
    named = source(diary)
    clock = max(now(), at.latest()) if at else now()
    read = named.diary(now=clock)
    if not read.entries or read.last is None:
        raise NothingToAnswerFrom(NOTHING)
    moment = at.within(read) if at else read.last
    rows = ledger_document(range_ledger(read, since=moment - timedelta(days=days), at=moment))
    if plot:
        keep_ledger(plot, rows, days)
    if json:
        print_document(rows)
    else:
        problems = tuple(problems_part(read.problems, where=named.line, name=shown_name(named.name)))
        show_all(ledger_page(rows, days, problems), paper())
    return Exit.ANSWERED

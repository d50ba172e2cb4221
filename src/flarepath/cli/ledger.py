"""`flarepath ledger`: how much each muscle was loaded, and at which length."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

import click

from flarepath.cli.diaries import source
from flarepath.cli.moment import Moment, MomentType, now
from flarepath.cli.picture import SvgPath, keep_ledger
from flarepath.cli.refusal import Exit, Refused
from flarepath.cli.show import (
    before_all,
    ledger_page,
    paper,
    print_document,
    problems_part,
    show_all,
    shown_name,
)
from flarepath.cli.standing import standing
from flarepath.errors import NothingToAnswerFrom
from flarepath.exercises import ledger_document, range_ledger

EXAMPLES = """\b
Examples:
  flarepath ledger diary.csv
  flarepath ledger diary.csv --since 2026-01-05 --json
  flarepath ledger diary.csv --days 90 --plot ledger.svg
"""

USUAL_DAYS = 28
MOST_DAYS = 36_500
NOTHING = "The diary holds no entry up to that moment, so there is nothing to add up."


@click.command("ledger", epilog=EXAMPLES)
@click.argument("diary", type=click.Path(allow_dash=True))
@click.option("--days", type=click.IntRange(1, MOST_DAYS), help="So many days up to the moment; 28 by default.")
@click.option("--since", type=MomentType(), help="From the start of this day on, instead of --days.")
@click.option("--at", type=MomentType(), help="The moment to look back from; the last entry's by default.")
@click.option("--plot", type=SvgPath(), help="Draw the ledger into this .svg file.")
@click.option("--json", is_flag=True, help="One JSON document.")
def command(
    diary: str, days: int | None, since: Moment | None, at: Moment | None, plot: str | None, *, json: bool
) -> int:
    """How much each muscle was loaded, and in which part of its range.

    DIARY is a diary.csv, a folder of them (its files count as one diary), or - for what comes in through the pipe.
    Doses are usual sessions of each exercise; hours of sitting, sleeping in a position and stretching stand beside
    them. It adds up your notes and gives no advice about a pain.
    """
    if days and since:
        raise Refused("Name either --days or --since, not both.")
    named = source(diary)
    read = named.diary(now=max(now(), at.latest()) if at else now())
    moment = at.within(read) if at else read.last
    if moment is None or not read.until(moment).entries:
        if json:
            print_document([])
        raise NothingToAnswerFrom(NOTHING)
    start, period = _period(days or USUAL_DAYS, since.within(read) if since else None, moment)
    rows = ledger_document(range_ledger(read, since=start, at=moment))
    if plot:
        keep_ledger(plot, rows, period)
    first = standing(read, at=moment)
    if json:
        # The document is a list of rows, so what comes first stands beside it.
        show_all(before_all(first), paper(sys.stderr))
        print_document(rows)
    else:
        problems = tuple(problems_part(read.problems, where=named.line, name=shown_name(named.name)))
        show_all((*before_all(first), *ledger_page(rows, period, problems)), paper())
    return Exit.ANSWERED


def _period(days: int, since: datetime | None, moment: datetime) -> tuple[datetime, str]:
    """Where the period begins, and what to call it."""
    if since is None:
        return moment - timedelta(days=days), "the last day" if days == 1 else f"the last {days:,} days"
    start = since.replace(hour=0, minute=0, second=0, microsecond=0)
    if start > moment:
        raise Refused("The day of --since lies after the moment that is looked back from.")
    return start, f"since {start.date()}"

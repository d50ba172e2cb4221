"""`flarepath verdict`: is the training helping or hurting?"""

from __future__ import annotations

from datetime import datetime, timedelta

import click

from flarepath import why
from flarepath.cli.call import called
from flarepath.cli.moment import Moment, MomentType
from flarepath.cli.options import moment_options
from flarepath.cli.reply import as_json, as_page
from flarepath.cli.show import verdict_page
from flarepath.diary import Diary
from flarepath.quantities import Side
from flarepath.why import Judged, Screened

EXAMPLES = """\b
Examples:
  flarepath verdict diary.csv
  flarepath verdict diary.csv --since 2026-01-05 --region knee_front
  flarepath verdict diary.csv --days 90 --json
"""

MOST_DAYS = 36_500


@click.command("verdict", epilog=EXAMPLES)
@moment_options
@click.option("--since", type=MomentType(), help="Where the period begins; six weeks before its end by default.")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), help="How long the period is, instead of --since.")
def command(  # noqa: PLR0913 - one argument an option
    diary: str, at: Moment | None, region: str, side: Side, since: Moment | None, days: int | None, *, json: bool
) -> int:
    """Is the training helping, hurting, or can nobody tell yet?

    DIARY is a diary.csv, a folder of them, or - for what comes in through the pipe. Pain and what you can do are judged
    each by itself, against the ups and downs of your own numbers and by what matters to a person. "Cannot tell" is an
    answer. The safety questions come first.
    """
    call = called(diary, at=at, region=region, side=side)

    def judge(known: Diary, *, at: datetime | None, region: str, side: Side) -> Judged:
        end = at or known.last
        back = end - timedelta(days=days) if end and days else None
        return why.judge(known, since=since.within(known) if since else back, at=at, region=region, side=side)

    if json:
        return as_json(call, judge, why.verdict_document, blank=_blank)
    return as_page(call, judge, why.verdict_document, page=verdict_page)


def _blank(gate: Screened) -> Judged:
    """The verdict where there is no entry to judge."""
    return Judged(gate, gate.at, None)

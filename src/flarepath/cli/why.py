"""`flarepath why`: the whole answer for one moment."""

from __future__ import annotations

import click

from flarepath import why
from flarepath.cli.call import called
from flarepath.cli.moment import Moment
from flarepath.cli.options import moment_options
from flarepath.cli.reply import as_json, as_page
from flarepath.cli.show import answer_page
from flarepath.quantities import Side
from flarepath.why import Answer, Screened

EXAMPLES = """\b
Examples:
  flarepath why diary.csv
  flarepath why diary.csv --at 2026-03-02T22:00 --region knee_front --side left
  flarepath why diaries/ --json > answer.json
  cat diary.csv | flarepath why - --at 2026-03-02
"""


@click.command("why", epilog=EXAMPLES)
@moment_options
def command(diary: str, at: Moment | None, region: str, side: Side, *, json: bool) -> int:
    """Why do I hurt, and what do I change? The whole answer for one moment.

    DIARY is a diary.csv, a folder of them (its files count as one diary, in the order of their names, and have the
    same columns), or - for what comes in through the pipe. Without --at the last entry's time counts, without
    --region the place that rose most. Safety questions that are still open come first; on a terminal they are asked
    one by one.
    """
    call = called(diary, at=at, region=region, side=side)
    if json:
        return as_json(call, why.explain, why.document, blank=_blank)
    return as_page(call, why.explain, why.document, page=answer_page)


def _blank(gate: Screened) -> Answer:
    """The answer where there is no entry to answer from."""
    said, refer = gate.gate.say, gate.gate.referral
    return Answer(gate.at, gate.region, gate.side, gate.gate, None, None, said, (), None, None, refer, {})

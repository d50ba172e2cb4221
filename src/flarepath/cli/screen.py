"""`flarepath screen`: the safety questions alone."""

from __future__ import annotations

import click

from flarepath import why
from flarepath.cli.call import called
from flarepath.cli.moment import Moment
from flarepath.cli.options import moment_options
from flarepath.cli.reply import as_json, as_page
from flarepath.cli.show import screen_page
from flarepath.quantities import Side

EXAMPLES = """\b
Examples:
  flarepath screen diary.csv
  flarepath screen diary.csv --at 2026-03-02T22:00 --region lower_back --json

\b
Rows of a diary that make the answers count as they should:
  2026-03-02T08:00,fact,country,,,GB,,
  2026-03-02T08:00,fact,birth_year,,,1987,,
  2026-03-02T21:00,event,seen_by_professional,knee_front,left,,,
"""


@click.command("screen", epilog=EXAMPLES)
@moment_options
def command(diary: str, at: Moment | None, region: str, side: Side, *, json: bool) -> int:
    """The safety questions alone: what is answered, what is open, and whether somebody must be seen.

    DIARY is a diary.csv, a folder of them, or - for what comes in through the pipe. On a terminal the open questions
    are asked one by one; with your consent the answers are added to the end of the file.

    Most single warning signs change little; several together matter. Fever, weight loss and pain at night are often
    missing even when something is wrong, and older people and people on steroids show fewer signs. So a list that
    finds nothing does not prove that nothing is there: when in doubt, ask a person.
    """
    call = called(diary, at=at, region=region, side=side)
    if json:
        return as_json(call, why.screened, why.screen_document, blank=lambda gate: gate)
    return as_page(call, why.screened, why.screen_document, page=screen_page)

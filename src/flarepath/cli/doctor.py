"""`flarepath doctor`: what is installed, and whether a diary is sound."""

from __future__ import annotations

import click

from flarepath.cli.check import checked, installed, tables
from flarepath.cli.diaries import source
from flarepath.cli.moment import now
from flarepath.cli.refusal import Exit
from flarepath.cli.show import diary_page, paper, show_all, shown_name, tool_page

EXAMPLES = """\b
Examples:
  flarepath doctor
  flarepath doctor diary.csv
"""


@click.command("doctor", epilog=EXAMPLES)
@click.argument("diary", type=click.Path(allow_dash=True), required=False)
def command(diary: str | None) -> int:
    """What is installed, and whether a diary is sound: every line that cannot be read or be right, with the reason.

    DIARY is a diary.csv, a folder of them, or - for what comes in through the pipe. Nothing is changed.
    The exit code is 0 where all is sound, 1 where the diary has lines to mend.
    """
    sheet = paper()
    show_all(tool_page(installed(), tables()), sheet)
    if diary is None:
        return Exit.ANSWERED
    named = source(diary)
    found = checked(named.diary(now=now()))
    show_all(diary_page(found, where=named.line, name=shown_name(named.name)), sheet)
    return Exit.ANSWERED if found.is_sound else Exit.NOTHING_TO_ANSWER_FROM

"""`flarepath triggers`: which exposures drive which outcomes, of one diary or of many."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial

import click
from rich.console import RenderableType

from flarepath.cli.found import Found, One, each_one, found
from flarepath.cli.many import in_order
from flarepath.cli.moment import now
from flarepath.cli.picture import SvgPath, keep_picture
from flarepath.cli.progress import working
from flarepath.cli.refusal import Exit, Refused
from flarepath.cli.show import (
    Context,
    legible_document,
    paper,
    print_line,
    problems_part,
    show_all,
    shown_name,
    triggers_page,
)
from flarepath.cli.tally import tallied

EXAMPLES = """\b
Examples:
  flarepath triggers diary.csv
  flarepath triggers diary.csv --plot triggers.svg
  flarepath triggers people/ --json --jobs 0 > triggers.jsonl
  cat diary.csv | flarepath triggers - --quick
"""

MOST_JOBS = 256


@click.command("triggers", epilog=EXAMPLES)
@click.argument("diaries", metavar="DIARY...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--json", is_flag=True, help="One JSON document a diary, one a line.")
@click.option(
    "--jobs", type=click.IntRange(0, MOST_JOBS), default=1, help="So many diaries at a time; 0 for as many as cores."
)
@click.option("--plot", type=SvgPath(), help="Draw one diary's triggers into this .svg file.")
@click.option("--quick", is_flag=True, help="The instant answer: a little less sure, and at once.")
def command(diaries: Sequence[str], jobs: int, plot: str | None, *, json: bool, quick: bool) -> int:
    """Which exercise, food, night or stress comes before which pain, after how long, how sure.

    DIARY is a diary.csv, a folder of them (here each file is a diary of its own), or - for what comes in through the
    pipe. What is found describes the diary; it is no advice about a pain.

    The exit code is 0 where every diary could be looked at, and 1 where one of them could not: its line then holds
    the reason, and the others go on. "Cannot tell yet" is an answer.
    """
    ones = each_one(diaries)
    if plot and ones[1:]:
        raise Refused(f"--plot draws one diary, and this call names {len(ones)}; name one.")
    shown = as_line if json else as_page
    codes = {Exit.ANSWERED}
    with closing(_each(ones, partial(found, now=now(), quick=quick), jobs)) as results:
        for result in results:
            if plot and not result.error:
                keep_picture(plot, result.document, result.moment)
            shown(result, many=len(ones) > 1)
            codes.add(Exit.NOTHING_TO_ANSWER_FROM if result.error else Exit.ANSWERED)
    return max(codes)


def _each(ones: Sequence[One], work: Callable[[One], Found], jobs: int) -> Generator[Found]:
    """What was found in each, with a sign of life meanwhile."""
    if not ones[1:]:
        yield working("Looking for triggers", lambda: work(ones[0]))
        return
    processes = min(jobs or os.cpu_count() or 1, len(ones))
    yield from tallied(in_order(work, ones, processes=processes), "Looking for triggers", of=len(ones))


def as_line(result: Found, *, many: bool) -> None:
    """Print the document on a line of stdout; what needs a look goes to stderr.

    Args:
        result: what was found in one diary.
        many: whether it is one of several.
    """
    print_line(result.document)
    if many:
        _in_short(result)
    else:
        show_all(_problems(result), paper(sys.stderr))
    _say(result, many=many)


def as_page(result: Found, *, many: bool) -> None:
    """Print the page of one diary.

    Args:
        result: what was found in one diary.
        many: whether it is one of several.
    """
    if not result.error:
        sheet = paper()
        context = Context(sheet.width, problems=tuple(_problems(result)), diary=shown_name(result.one.name))
        show_all(triggers_page(legible_document(result.document), context), sheet)
    _say(result, many=many)


def _say(result: Found, *, many: bool) -> None:
    """The sentence that says why there is no answer."""
    if result.error and result.document.get("safety"):
        click.echo(result.document["safety"], err=True)
    if result.error:
        click.echo(f"{result.one.name}: {result.error}" if many else result.error, err=True)


def _problems(result: Found) -> Iterator[RenderableType]:
    return problems_part(result.problems, where=result.one.source.line, name=shown_name(result.one.name))


def _in_short(result: Found) -> None:
    """One line about the lines of one diary of many."""
    if result.problems:
        name, count = shown_name(result.one.name), len(result.problems)
        lines = "1 line needs" if count == 1 else f"{count} lines need"
        click.echo(f"{result.one.name}: {lines} a look; to see them: flarepath doctor {name}", err=True)

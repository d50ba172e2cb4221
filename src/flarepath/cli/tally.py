"""A bar on stderr that counts what is done, where somebody looks and there is more than one thing to do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from flarepath.cli.show import paper

T = TypeVar("T")


def tallied(results: Iterator[T], words: str, *, of: int) -> Iterator[T]:
    """The same results, counted.

    Args:
        results: one after the other.
        words: what is being done.
        of: how many will come.
    """
    if of < 2 or not sys.stderr.isatty():  # noqa: PLR2004 - a bar for one thing says nothing
        yield from results
        return
    bar = _bar()
    task = bar.add_task(words, total=of)
    bar.start()
    try:
        for result in results:
            # What is printed now must not land in the middle of the bar.
            bar.stop()
            yield result
            bar.advance(task)
            bar.start()
    finally:
        bar.stop()


def _bar() -> Progress:
    columns = (
        TextColumn("{task.description}", style="quiet"),
        BarColumn(style="quiet", complete_style="mark", finished_style="calm", pulse_style="quiet"),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    # Left to itself the bar would catch standard output and print it on stderr.
    return Progress(*columns, console=paper(sys.stderr), transient=True, redirect_stdout=False, redirect_stderr=False)

"""The edge: where every error becomes one sentence on stderr and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from flarepath.cli.commands import flarepath_command
from flarepath.cli.refusal import Exit
from flarepath.errors import FlarepathError

APOLOGY = (
    "Sorry: Flarepath made a mistake and has no answer. Nothing in your diary was lost. "
    "If something feels wrong with your body, do not wait for this program: ask a person for help."
)


def main(words: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    Args:
        words: the arguments; those of the process by default.
    """
    sys.exit(_run(sys.argv[1:] if words is None else list(words)))


def _run(words: list[str]) -> int:
    try:
        return _invoked(words)
    except click.ClickException as refused:
        return _refuse(refused.format_message(), Exit.WRONG_CALL)
    except FlarepathError as unsaid:
        return _refuse(str(unsaid), Exit.NOTHING_TO_ANSWER_FROM)
    except (click.Abort, KeyboardInterrupt):
        return _refuse("Stopped.", Exit.STOPPED)
    except BrokenPipeError:
        # The reader (`| head`) has gone; Python would complain again while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.NOBODY_READS
    except Exception:  # noqa: BLE001 - the one edge where a fault is logged and said (HOUSE, "Errors")
        traceback.print_exc()
        return _refuse(APOLOGY, Exit.FAULT)


def _invoked(words: list[str]) -> int:
    try:
        with flarepath_command.make_context("flarepath", words) as context:
            code = flarepath_command.invoke(context)
    except click.exceptions.Exit as left:  # --help and --version end this way
        code = left.exit_code
    # A reader that has gone is noticed here, not while Python shuts down.
    sys.stdout.flush()
    return int(code)


def _refuse(sentence: str, code: Exit) -> Exit:
    click.echo(sentence, err=True)
    return code

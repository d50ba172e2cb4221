"""The list of commands; each one's module is imported only when it is called, so that `--help` stays quick."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

import flarepath

COMMANDS: Final = {
    "serve": "The app on this machine: check in, why, plan, learn.",
    "why": "Why do I hurt, and what do I change? The whole answer for one moment.",
    "plan": "The week: what changes, what is new, what it should feel like, what stops it.",
    "learn": "What your own flare-ups taught, what to read, how good your guesses are.",
    "verdict": "Is the training helping, hurting, or can nobody tell yet?",
    "triggers": "Which exercise, food, night or stress comes before which pain, after how long, how sure.",
    "exercise": "One exercise of the library: its muscles and their lengths, how to do it, when to stop.",
    "swap": "Other exercises for the same muscles, with the reason.",
    "ledger": "How much each muscle was loaded, and at which length.",
    "screen": "The safety questions alone.",
    "simulate": "Diaries of made-up people whose true triggers are known.",
    "backup": "The app's diary of this machine in one checked file.",
    "restore": "A backup brought back.",
    "doctor": "What is installed, and whether a diary is sound.",
}
"""Every command and its line in the help; its module is of the same name."""

HELP: Final = """Why do I hurt, and what do I change?

Flarepath reads your diary (a diary.csv), asks about danger first, then weighs the likely causes and says what to
change. Nothing leaves this machine.

\b
Example:
  flarepath why diary.csv
  flarepath why diary.csv --at 2026-03-02T22:00 --region knee_front
  flarepath why --help

\b
The exit code says how it ended:
   0  answered
   1  no entry to answer from, or safety questions still open
   2  the call or an id is not right
   3  a warning sign stands: what is printed is whom to see, and how soon
  70  a fault in Flarepath itself
"""


class Commands(click.Group):
    """A group that knows its commands by name and loads them when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click calls it so
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"flarepath.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write the list without importing what the commands need."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(flarepath.__version__, prog_name="flarepath", message="%(prog)s %(version)s")
def flarepath_command() -> None:
    """All commands (the text people read is HELP)."""

"""What `why` and `screen` both take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import click

from flarepath import body
from flarepath.cli.moment import MomentType
from flarepath.errors import UnknownId

SIDES: Final = ("left", "right", "both", "middle")


class RegionType(click.ParamType[str]):
    """A region id of the body map."""

    name = "id"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id itself, when the body map has it; else the nearest one is named."""
        try:
            return body.region(value).id if value else ""
        except UnknownId as unknown:
            self.fail(str(unknown), param, ctx)


def _or_empty(ctx: click.Context, param: click.Parameter, value: str | None) -> str:  # noqa: ARG001 - click calls it so
    return value or ""


_OPTIONS: Final = (
    click.argument("diary", type=click.Path(allow_dash=True)),
    click.option("--at", type=MomentType(), help="The moment to answer for: 2026-03-02T22:00, or a day for its end."),
    click.option("--region", type=RegionType(), default="", help="Where, such as knee_front or lower_back."),
    click.option("--side", type=click.Choice(SIDES), callback=_or_empty, help="On which side."),
    click.option("--json", is_flag=True, help="One JSON document; asks nothing."),
)


def diary_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --diary: whose safety answers are said first where something urgent stands.

    Args:
        command: the function behind the command.
    """
    words = "Whose diary this is for: what is urgent in it is said first."
    return click.option("--diary", type=click.Path(allow_dash=True), help=words)(command)


def moment_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command DIARY, --at, --region, --side and --json.

    Args:
        command: the function behind the command.
    """
    for option in reversed(_OPTIONS):
        command = option(command)
    return command

"""The file that `--plot` writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from flarepath.cli.refusal import Refused

ENDING = ".svg"


class SvgPath(click.ParamType[str]):
    """The name of a picture file: an .svg in a folder that exists."""

    name = "file.svg"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself, when such a file can be written; the reason why not is told before any work."""
        path = Path(value)
        if path.suffix.lower() != ENDING:
            self.fail(f"the picture is an SVG file, so {value!r} must end with {ENDING}.", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"there is no folder {str(path.parent)!r} to put the picture in.", param, ctx)
        return value


def keep_picture(name: str, document: dict[str, Any], moment: dict[str, Any] | None) -> None:
    """Draw what was found, and write it.

    Args:
        name: of the file.
        document: as `triggers --json` gives it.
        moment: the check-in that is split into points, or None.

    Raises:
        Refused: the file cannot be written.
    """
    # Loading the drawing takes longer than most answers do, so only --plot pays for it.
    from flarepath.cli.charts import svg  # noqa: PLC0415

    _keep(name, svg(document, moment))


def keep_ledger(name: str, documents: Sequence[dict[str, Any]], period: str) -> None:
    """Draw the range ledger, and write it.

    Args:
        name: of the file.
        documents: as `ledger --json` gives them.
        period: the days it is about, in words.

    Raises:
        Refused: the file cannot be written.
    """
    from flarepath.cli.charts import ledger_svg  # noqa: PLC0415 - as above

    _keep(name, ledger_svg(documents, period))


def _keep(name: str, drawn: str) -> None:
    try:
        Path(name).write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise Refused(f"{name!r} cannot be written: {error.strerror or error}.") from error
    click.echo(f"The picture is in {click.format_filename(name)}.", err=True)

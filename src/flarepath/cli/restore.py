"""`flarepath restore`: a backup brought back."""

from __future__ import annotations

from pathlib import Path

import click

from flarepath.cli.refusal import Exit, Refused

EXAMPLES = """\b
Examples:
  flarepath restore diary.backup
"""


@click.command("restore", epilog=EXAMPLES)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> int:
    """Bring a backup back into the app's diary of this machine.

    A file that was cut or changed is refused as a whole. What the diary holds already is not taken twice.
    """
    # As in `backup`.
    from flarepath.web import keeping  # noqa: PLC0415

    try:
        count = keeping.bring_back(file)
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from None
    click.echo(f"{count:,} versions came back.")
    return Exit.ANSWERED

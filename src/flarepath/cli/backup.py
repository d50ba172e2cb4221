"""`flarepath backup`: the diary of this machine in one checked file."""

from __future__ import annotations

from pathlib import Path

import click

from flarepath.cli.refusal import Exit, Refused

EXAMPLES = """\b
Examples:
  flarepath backup diary.backup
"""


@click.command("backup", epilog=EXAMPLES)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> int:
    """The app's diary of this machine in one file: every version of every entry, and the numbers you chose.

    The file is read back and checked before the command says that it is there; one that exists is left as it is. With
    logins each person takes their own backup out under My data.
    """
    # Django reads its settings when it is imported, so it comes when it is needed.
    from flarepath.web import keeping  # noqa: PLC0415

    try:
        count = keeping.save(file)
    except FileExistsError:
        raise Refused(f"{file} is there already; choose another name.") from None
    except OSError as error:
        raise Refused(f"{file} cannot be written: {error.strerror}.") from None
    if count is None:
        raise Refused("There is no diary of your own in the app on this machine yet.")
    click.echo(f"{file} holds {count:,} rows, read back and checked.")
    return Exit.ANSWERED

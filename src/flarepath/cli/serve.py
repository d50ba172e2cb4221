"""`flarepath serve`: the app on this machine."""

from __future__ import annotations

import os
import sys

import click

from flarepath.cli.refusal import Exit

EXAMPLES = """\b
Examples:
  flarepath serve
  flarepath serve --port 9000
"""


@click.command("serve", epilog=EXAMPLES)
@click.option("--port", type=click.IntRange(1, 65_535), help="On this machine; 8765 by default.")
def command(port: int | None) -> int:
    """The app on this machine, for one person; nothing outside this machine can reach it.

    The first start makes the database in your data folder and offers your own diary or a made-up one to look around in.
    Ctrl-C ends it.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "flarepath.web.settings")
    if port:
        os.environ["FLAREPATH_PORT"] = str(port)
    # Django reads its settings when it is imported, so it comes after they are known.
    from flarepath.web import server  # noqa: PLC0415

    click.echo(f"Flarepath is at http://127.0.0.1:{server.port()} (Ctrl-C ends it).", err=True)
    sys.stderr.flush()
    server.serve()
    return Exit.ANSWERED

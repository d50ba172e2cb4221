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
  flarepath serve --accounts --host diary.example.org
"""


@click.command("serve", epilog=EXAMPLES)
@click.option("--port", type=click.IntRange(1, 65_535), help="On this machine; 8765 by default.")
@click.option("--accounts", is_flag=True, help="Many people with logins, behind a proxy that ends TLS.")
@click.option("--host", "hosts", multiple=True, help="With --accounts: the name that people ask for; may be repeated.")
def command(port: int | None, accounts: bool, hosts: tuple[str, ...]) -> int:  # noqa: FBT001 - a flag of the command
    """The app on this machine, for one person; nothing outside this machine can reach it.

    The first start makes the database in your data folder and offers your own diary or a made-up one to look around in.
    With --accounts it is for many people with logins; it still listens on this machine only, behind a proxy that ends
    TLS. Ctrl-C ends it.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "flarepath.web.settings")
    told = {"PORT": str(port or ""), "ACCOUNTS": "1" if accounts else "", "HOSTS": ",".join(hosts)}
    os.environ |= {f"FLAREPATH_{name}": value for name, value in told.items() if value}
    # Django reads its settings when it is imported, so it comes after they are known.
    from flarepath.web import server  # noqa: PLC0415

    click.echo(f"Flarepath is at http://127.0.0.1:{server.port()} (Ctrl-C ends it).", err=True)
    sys.stderr.flush()
    server.serve()
    return Exit.ANSWERED

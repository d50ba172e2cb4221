"""Start the app: the database as it must be, then the server, on this machine only."""

from __future__ import annotations

import django
from django.conf import settings
from django.core.management import call_command
from granian.constants import Interfaces
from granian.server import Server

HOME = "127.0.0.1"


def port() -> int:
    """The port that the options name."""
    django.setup()
    return int(settings.OPTIONS.port)


def serve() -> None:
    """Bring the database up to date and answer until somebody ends it."""
    django.setup()
    call_command("migrate", verbosity=0)
    Server(
        "flarepath.web.wsgi:application",
        address=HOME,
        port=port(),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_access=False,
    ).serve()

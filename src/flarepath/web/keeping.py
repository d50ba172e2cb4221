"""Backups of the one person of this machine, without a page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

if TYPE_CHECKING:
    from flarepath.store.models import Person


def save(file: Path) -> int | None:
    """Write the backup and read it back; None where nobody has begun.

    Args:
        file: a name that is not taken.

    Returns:
        How many rows it holds.

    Raises:
        FileExistsError: the name is taken.
        OSError: the file cannot be written.
    """
    _ready()
    # Models can only be imported once Django is set up.
    from flarepath.store.backup import backup, check  # noqa: PLC0415
    from flarepath.web.clock import now  # noqa: PLC0415

    person = _mine()
    if person is None:
        return None
    with file.open("xb") as out:
        out.writelines(backup(person, now()))
        out.flush()
        os.fsync(out.fileno())
    with file.open("rb") as kept:
        return check(kept)


def bring_back(file: Path) -> int:
    """Bring a backup back; how many versions came.

    Args:
        file: a backup.

    Raises:
        BadBackup: it is none, was cut, or was changed.
        OSError: the file cannot be read.
    """
    _ready()
    from flarepath.store.backup import check, restore  # noqa: PLC0415 - as above
    from flarepath.store.models import Person  # noqa: PLC0415 - as above

    with file.open("rb") as kept:
        check(kept)
        kept.seek(0)
        return restore(_mine() or Person.objects.create(), kept)


def _ready() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "flarepath.web.settings")
    django.setup()
    call_command("migrate", verbosity=0)


def _mine() -> Person | None:
    from flarepath.store.models import Person  # noqa: PLC0415 - as above

    return Person.objects.filter(account=None, is_demo=False).order_by("id").first()

"""A file between looking at it and taking it."""

from __future__ import annotations

import io
import zlib
from datetime import datetime, timedelta
from typing import IO, Final

from flarepath.store.models import Person, Waiting

LONGEST_WAIT: Final = timedelta(days=1)


def put(person: Person, file: IO[bytes], *, now: datetime) -> None:
    """Keep a file until the person says yes or no; one that waits already makes room.

    Args:
        person: whose.
        file: an open stream of bytes, not longer than the caller allows.
        now: when.
    """
    content = zlib.compress(file.read(), level=6)
    Waiting.objects.update_or_create(person=person, defaults={"made_at": now, "content": content})


def waiting(person: Person, *, now: datetime) -> IO[bytes] | None:
    """The file that waits, or None; one that waited for more than a day is gone, whoever's it was.

    Args:
        person: whose.
        now: when.
    """
    Waiting.objects.filter(made_at__lt=now - LONGEST_WAIT).delete()
    found = Waiting.objects.filter(person=person).first()
    return io.BytesIO(zlib.decompress(bytes(found.content))) if found else None


def drop(person: Person) -> None:
    """Let go of the file.

    Args:
        person: whose.
    """
    Waiting.objects.filter(person=person).delete()

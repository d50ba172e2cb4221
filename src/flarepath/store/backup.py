"""A person's whole diary in one file, every version of every entry, and back: gzipped JSON lines with a check sum.

The first line says what the file is, each further line is one row of a table, the last one holds the SHA-256 of all
lines before it. A file that was cut or changed is refused as a whole.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from typing import IO, Any
from uuid import UUID

from django.db import models, transaction

from flarepath.errors import FlarepathError
from flarepath.store.models import Chosen, Person, Unread, Version

FORMAT = "flarepath-backup"
NUMBER = 1
MOST_LINES = 5_000_000
LONGEST_LINE = 1_000_000
TABLES: dict[str, type[models.Model]] = {"version": Version, "unread": Unread, "chosen": Chosen}


class BadBackup(FlarepathError):
    """The file is no backup, was cut, or was changed."""


def backup(person: Person, made_at: datetime) -> Iterator[bytes]:
    """The file, piece by piece.

    Args:
        person: whose diary.
        made_at: when, aware.
    """
    packer, checked = zlib.compressobj(wbits=31), sha256()
    for line in _lines(person, made_at):
        checked.update(line)
        yield packer.compress(line)
    yield packer.compress(_line({"sha256": checked.hexdigest()}))
    yield packer.flush()


def _lines(person: Person, made_at: datetime) -> Iterator[bytes]:
    head = {"format": FORMAT, "number": NUMBER, "made_at": made_at.isoformat(), "name": person.name}
    yield _line(head | {"revision": person.revision})
    for table, model in TABLES.items():
        names = [field.name for field in model._meta.concrete_fields if field.name not in ("person", "id")]  # noqa: SLF001 - Django's public name for it
        names += ["id"] if table != "chosen" else []
        for row in model._default_manager.filter(person=person).order_by("pk").values(*names).iterator(2000):  # noqa: SLF001 - as above
            yield _line({"table": table, **row})


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, default=_plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def restore(person: Person, file: IO[bytes]) -> int:
    """Put the rows of a backup into a diary; rows that are there already are left as they are.

    Into an empty diary everything comes back as it was; into one that is not, the rows count as new.

    Args:
        person: whose diary.
        file: the backup, open for reading bytes.

    Returns:
        How many versions came in.

    Raises:
        BadBackup: the file is none, was cut, or was changed; nothing was written.
    """
    try:
        return _restore(person, _checked(file))
    except (TypeError, KeyError, ValueError, StopIteration) as error:
        raise BadBackup("This backup holds a row that cannot be read; nothing was brought back.") from error


def check(file: IO[bytes]) -> int:
    """How many rows a backup holds, when every one of them is as it was written.

    Args:
        file: the backup, open for reading bytes.

    Raises:
        BadBackup: the file is none, was cut, or was changed.
    """
    return sum(1 for _ in _checked(file)) - 1


def _restore(person: Person, rows: Iterator[dict[str, Any]]) -> int:
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        head = next(rows)
        fresh = not Version.objects.filter(person=locked).exists()
        locked.revision = max(locked.revision + 1, int(head["revision"]) if fresh else 0)
        count = sum(_put(locked, batch, fresh=fresh) for batch in _batches(rows))
        locked.save(update_fields=["revision"])
    return count


def _checked(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Every row; an error at the end takes all of them back, as they are written in one transaction."""
    checked, ended = sha256(), ""
    try:
        with gzip.open(file) as lines:
            for number, line in enumerate(iter(lambda: lines.readline(LONGEST_LINE), b"")):
                row = json.loads(line)
                if number == 0 and (row.get("format"), row.get("number")) != (FORMAT, NUMBER):
                    raise BadBackup("This file is not a backup of Flarepath.")
                if ended or number > MOST_LINES:
                    raise BadBackup("This backup goes on after its end; nothing was brought back.")
                ended = row.get("sha256", "")
                if not ended:
                    checked.update(line)
                    yield row
    except (OSError, EOFError, zlib.error, ValueError, AttributeError) as error:
        raise BadBackup("This file is not a backup of Flarepath, or was cut; nothing was brought back.") from error
    if ended != checked.hexdigest():
        raise BadBackup("This backup was cut or changed; nothing was brought back.")


def _batches(rows: Iterable[dict[str, Any]], most: int = 1000) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == most:
            yield batch
            batch = []
    yield batch


def _put(person: Person, batch: list[dict[str, Any]], *, fresh: bool) -> int:
    count = 0
    for table, model in TABLES.items():
        own = [row for row in batch if row.get("table") == table]
        made = [model(person=person, **_fields(row, None if fresh else person.revision)) for row in own]
        if table == "version":
            made = _unknown(person, made)
            count = len(made)
        model._default_manager.bulk_create(made, ignore_conflicts=table != "version")  # noqa: SLF001 - as above
    return count


def _unknown(person: Person, made: list[Any]) -> list[Any]:
    """The versions that are in no diary yet, neither by their id nor as a version of the same entry."""
    ids = set(Version.objects.filter(pk__in=[each.pk for each in made]).values_list("pk", flat=True))
    own = Version.objects.filter(person=person, entry__in=[each.entry for each in made])
    numbers = set(own.values_list("entry", "number"))
    return [each for each in made if each.pk not in ids and (each.entry, each.number) not in numbers]


def _fields(row: dict[str, Any], revision: int | None) -> dict[str, Any]:
    fields = {key: value for key, value in row.items() if key != "table"}
    for key in {"id", "entry"} & fields.keys():
        fields[key] = UUID(fields[key])
    for key in {"time", "recorded_at"} & fields.keys():
        fields[key] = datetime.fromisoformat(fields[key]) if fields[key] else None
    return fields | ({"revision": revision} if revision is not None and "revision" in fields else {})

"""Diaries in and out of the database.

Every change is one transaction: it takes the person's row, counts the revision up by one and adds versions. So two
tabs cannot overwrite each other, and what was acknowledged is on the disk.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import itemgetter
from threading import Lock
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from flarepath.diary import Diary, Entry, Spoiled
from flarepath.errors import UnknownId
from flarepath.store.models import Chosen, Person, Unread, Version, new_id

MOST_KEPT = 200_000
"""The diaries used last are kept in memory, as long as they hold no more entries than this together (about 200 MB)."""

Row = tuple[tuple[datetime, int, UUID], Entry]
"""An entry, and what it is sorted by."""


class _Kept(NamedTuple):
    """A diary as it was read at a revision, with its rows by the ids of their entries."""

    revision: int
    rows: dict[UUID, Row]
    diary: Diary


_kept: OrderedDict[UUID, _Kept] = OrderedDict()
_lock = Lock()


def diary_of(person: Person) -> Diary:
    """The person's diary as it is now; read once for every revision, and then only what came since the last one.

    Args:
        person: whose.
    """
    revision = Person.objects.values_list("revision", flat=True).get(pk=person.pk)
    with _lock:
        known = _kept.get(person.pk)
    if known is None or known.revision != revision:
        known = _read(person, revision, known)
    with _lock:
        _kept[person.pk] = known
        _kept.move_to_end(person.pk)
        while len(_kept) > 1 and sum(len(each.rows) for each in _kept.values()) > MOST_KEPT:
            _kept.popitem(last=False)
    return known.diary


def _read(person: Person, revision: int, known: _Kept | None) -> _Kept:
    # A backup brings old revisions, but only into a diary without rows.
    goes_on = known is not None and known.rows and known.revision < revision
    rows = dict(known.rows) if known and goes_on else {}
    since = known.revision if known and goes_on else -1
    found = Version.objects.filter(person=person, revision__gt=since, revision__lte=revision).order_by(
        "entry", "number"
    )
    for version in found.iterator(chunk_size=2000):
        if version.withdrawn:
            rows.pop(version.entry, None)
        else:
            rows[version.entry] = ((version.time, version.revision, version.id), version.to_entry())
    ordered = [entry for _, entry in sorted(rows.values(), key=itemgetter(0))]
    spoiled = tuple(row.to_spoiled() for row in Unread.objects.filter(person=person).order_by("line"))
    return _Kept(revision, rows, Diary.of_entries(ordered, spoiled=spoiled))


def record(
    person: Person, entries: Iterable[Entry], *, recorded_at: datetime, ids: Iterable[UUID] | None = None
) -> tuple[UUID, ...]:
    """Add new entries; those whose id is there already are left as they are, so that a second sending changes nothing.

    Args:
        person: whose.
        entries: what to add.
        recorded_at: when it is written down, aware.
        ids: one for each entry, made where the entry was made; new ones by default.

    Returns:
        The ids of all entries, in their order.
    """
    added = list(entries)
    names = list(ids) if ids is not None else [new_id() for _ in added]
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        known = set(Version.objects.filter(person=locked, entry__in=names).values_list("entry", flat=True))
        fresh = {name: entry for name, entry in zip(names, added, strict=True) if name not in known}
        if fresh:
            _count_up(locked)
            Version.objects.bulk_create(
                Version.from_entry(entry, person=locked, entry_id=name, number=1, recorded_at=recorded_at)
                for name, entry in fresh.items()
            )
    return tuple(names)


def correct(person: Person, entry_id: UUID, entry: Entry, *, recorded_at: datetime, reason: str = "") -> None:
    """Put a new version of an entry in the place of its last one, which stays readable.

    Args:
        person: whose.
        entry_id: the entry's id.
        entry: what it says now.
        recorded_at: when it is written down.
        reason: in the person's own words.

    Raises:
        UnknownId: this person has no such entry.
    """
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        last = _last(locked, entry_id)
        _count_up(locked)
        version = Version.from_entry(
            entry, person=locked, entry_id=entry_id, number=last.number + 1, recorded_at=recorded_at
        )
        version.reason = reason
        version.save(force_insert=True)


def withdraw(person: Person, entry_id: UUID, *, recorded_at: datetime, reason: str = "") -> None:
    """Take an entry back; its versions stay.

    Args:
        person: whose.
        entry_id: the entry's id.
        recorded_at: when.
        reason: in the person's own words.

    Raises:
        UnknownId: this person has no such entry.
    """
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        last = _last(locked, entry_id)
        _count_up(locked)
        version = Version.from_entry(
            last.to_entry(), person=locked, entry_id=entry_id, number=last.number + 1, recorded_at=recorded_at
        )
        version.withdrawn, version.reason = True, reason
        version.save(force_insert=True)


def keep_unread(person: Person, spoiled: Iterable[Spoiled]) -> None:
    """Keep the answers of a file that could not be read: they count as the newest, and as missing.

    Args:
        person: whose.
        spoiled: what `diary.read` found; the page of the import says what else could not be read.
    """
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        lost = [each for each in spoiled if each.question]
        rows = [Unread(person=locked, question=each.question, time=each.time, line=each.line) for each in lost]
        if rows:
            _count_up(locked)
            Unread.objects.bulk_create(rows)


def chosen(person: Person) -> dict[str, float]:
    """The numbers that a person set to another value, by `part.number`.

    Args:
        person: whose.
    """
    return dict(Chosen.objects.filter(person=person).order_by("name").values_list("name", "value"))


def choose(person: Person, name: str, value: float | None) -> None:
    """Set a number to another value, or back to the one that ships.

    Args:
        person: whose.
        name: `part.number`.
        value: the new value; None for the one that ships.
    """
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        _count_up(locked)
        if value is None:
            Chosen.objects.filter(person=locked, name=name).delete()
        else:
            Chosen.objects.update_or_create(person=locked, name=name, defaults={"value": value})


def entries_between(person: Person, since: datetime, until: datetime) -> Mapping[UUID, Entry]:
    """The entries that count of a stretch of time, by their ids, in the order of their times.

    Args:
        person: whose.
        since: first moment, aware.
        until: first moment after it, aware.
    """
    touched = Version.objects.filter(person=person, time__gte=since, time__lt=until).values("entry")
    versions = Version.objects.filter(person=person, entry__in=touched).order_by("number")
    newest = {version.entry: version for version in versions}
    kept = [version for version in newest.values() if not version.withdrawn and since <= version.time < until]
    return {version.entry: version.to_entry() for version in sorted(kept, key=lambda each: (each.time, each.id))}


def delete(person: Person) -> None:
    """Delete a person with everything that was ever written; nothing stays, in the file neither.

    Args:
        person: whom.
    """
    with _lock:
        _kept.pop(person.pk, None)
    person.delete()
    if connection.vendor == "sqlite":
        # What is deleted is overwritten (`secure_delete`); what the log of changes still holds goes with it.
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _last(person: Person, entry_id: UUID) -> Version:
    found = Version.objects.filter(person=person, entry=entry_id).order_by("-number").first()
    if found is None:
        raise UnknownId("entry", str(entry_id))
    return found


def _count_up(person: Person) -> None:
    person.revision += 1
    person.save(update_fields=["revision"])

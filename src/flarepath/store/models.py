"""The tables: columns and how a row becomes a record; no rule and no sum lives here."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from uuid import UUID

import uuid_utils.compat
from django.conf import settings
from django.db import models

from flarepath.diary import Entry, Spoiled
from flarepath.quantities import Side

SHORT, LONG = 200, 1_000


def new_id() -> UUID:
    """An id that sorts by the time it was made (UUID version 7)."""
    return uuid_utils.compat.uuid7()


def _text(words: str) -> str:
    """The words without NUL, which no text of PostgreSQL can hold and which means nothing."""
    return words.replace("\0", "")


class Person(models.Model):
    """One person and the revision of their diary: a number that grows with every change.

    `account` is the login it belongs to, None for the one person of a machine; `pin` is a hash, empty without a PIN.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="people")
    name = models.CharField(max_length=SHORT, blank=True)
    revision = models.PositiveBigIntegerField(default=0)
    is_demo = models.BooleanField(default=False)
    pin = models.CharField(max_length=SHORT, blank=True)


class Version(models.Model):
    """What one entry was from one revision on; nothing is ever overwritten.

    `entry` names the entry over all its versions; `number` counts them from 1. A withdrawn entry keeps its last cells.
    `offset_seconds` is that of the entry's own clock.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="versions")
    entry = models.UUIDField()
    number = models.PositiveIntegerField()
    revision = models.PositiveBigIntegerField()
    recorded_at = models.DateTimeField()
    reason = models.CharField(max_length=LONG, blank=True)
    withdrawn = models.BooleanField(default=False)
    time = models.DateTimeField()
    offset_seconds = models.IntegerField()
    offset_written = models.BooleanField()
    kind = models.CharField(max_length=SHORT)
    what = models.TextField(blank=True)
    where = models.CharField(max_length=SHORT, blank=True)
    side = models.CharField(max_length=SHORT, blank=True)
    value = models.FloatField(null=True)
    word = models.TextField(blank=True)
    unit = models.TextField(blank=True)
    detail = models.JSONField(default=list)

    class Meta:
        """One number for each version of an entry, and the way a diary is read."""

        constraints = (models.UniqueConstraint(fields=["person", "entry", "number"], name="one_number_a_version"),)
        indexes = (models.Index(fields=["person", "revision"], name="versions_by_revision"),)

    def to_entry(self) -> Entry:
        """The entry that this version holds."""
        side: Side = self.side  # type: ignore[assignment]  # only sides are written
        return Entry(
            time=self.time.astimezone(timezone(timedelta(seconds=self.offset_seconds))),
            kind=self.kind,
            what=self.what,
            where=self.where,
            side=side,
            value=self.value,
            word=self.word,
            unit=self.unit,
            detail=tuple((key, value) for key, value in self.detail),
            offset_written=self.offset_written,
        )

    @classmethod
    def from_entry(cls, entry: Entry, *, person: Person, entry_id: UUID, number: int, recorded_at: datetime) -> Version:
        """A version that holds an entry; its revision is the person's.

        Args:
            entry: what it says.
            person: whose it is.
            entry_id: the id of the entry.
            number: counted from 1.
            recorded_at: when it is written down.
        """
        offset = entry.time.utcoffset() or timedelta(0)
        return cls(
            person=person,
            entry=entry_id,
            number=number,
            revision=person.revision,
            recorded_at=recorded_at,
            time=entry.time,
            offset_seconds=int(offset.total_seconds()),
            offset_written=entry.offset_written,
            kind=entry.kind,
            what=_text(entry.what),
            where=entry.where,
            side=entry.side,
            value=entry.value,
            word=_text(entry.word),
            unit=_text(entry.unit),
            detail=[[key, _text(value)] for key, value in entry.detail],
        )


class Unread(models.Model):
    """An answer to a safety question that could not be read when a file was brought in; it counts as missing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="unread")
    question = models.CharField(max_length=SHORT)
    time = models.DateTimeField(null=True)
    line = models.PositiveIntegerField()

    def to_spoiled(self) -> Spoiled:
        """The record of the diary."""
        return Spoiled(self.question, self.time, self.line)


class Chosen(models.Model):
    """A number of the tables that a person set to another value, by `part.number`."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="chosen")
    name = models.CharField(max_length=SHORT)
    value = models.FloatField()

    class Meta:
        """One value a number."""

        constraints = (models.UniqueConstraint(fields=["person", "name"], name="one_value_a_number"),)


class Waiting(models.Model):
    """A file that was brought in and only looked at yet, compressed; one a person."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="waiting")
    made_at = models.DateTimeField()
    content = models.BinaryField()

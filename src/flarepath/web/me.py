"""The one person of this machine, their diary and their own clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from flarepath.diary import Diary, Entry
from flarepath.store.models import Person
from flarepath.store.people import diary_of, record
from flarepath.web.clock import now


def me() -> Person | None:
    """The person whose diary is open: the own one, else the demo; None before the first start."""
    return Person.objects.order_by("is_demo", "id").first()


def opened() -> Person:
    """The person whose diary is open.

    Raises:
        NobodyYet: nobody has begun.
    """
    person = me()
    if person is None:
        raise NobodyYet
    return person


class NobodyYet(Exception):
    """Nobody has begun on this machine: the welcome page comes first."""


def my_diary() -> Diary:
    """The diary that is open."""
    return diary_of(opened())


def local_now(diary: Diary) -> datetime:
    """This moment on the person's own clock.

    Args:
        diary: whose `timezone` fact applies.
    """
    return diary.local(now())


def keep(entries: Iterable[Entry]) -> None:
    """Write entries down in the diary that is open.

    Args:
        entries: what to add.
    """
    record(opened(), entries, recorded_at=now())

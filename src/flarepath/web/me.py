"""Whose diary a page is about, and that person's own clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from django.conf import settings
from django.http import HttpRequest

from flarepath.diary import Diary, Entry
from flarepath.store.models import Person
from flarepath.store.people import diary_of, record
from flarepath.web.clock import now
from flarepath.web.sent import ids


class NobodyYet(Exception):
    """Nobody has begun: the welcome page comes first."""


def me(request: HttpRequest) -> Person | None:
    """The person whose diary is open: the own one, else the demo; None before the first start.

    With accounts, that of the login; without, the one of this machine.

    Args:
        request: who asks.
    """
    return Person.objects.filter(account_id=account_of(request)).order_by("is_demo", "id").first()


def account_of(request: HttpRequest) -> int | None:
    """The login that asks; None where the app has no logins.

    Args:
        request: who asks.

    Raises:
        NobodyYet: the app has logins and nobody is logged in.
    """
    if not settings.OPTIONS.accounts:
        return None
    if request.user.pk is None:
        raise NobodyYet
    return int(request.user.pk)


def opened(request: HttpRequest) -> Person:
    """The person whose diary is open.

    Args:
        request: who asks.

    Raises:
        NobodyYet: nobody has begun.
    """
    person = me(request)
    if person is None:
        raise NobodyYet
    return person


def my_diary(request: HttpRequest) -> Diary:
    """The diary that is open.

    Args:
        request: who asks.
    """
    return diary_of(opened(request))


def local_now(diary: Diary) -> datetime:
    """This moment on the person's own clock.

    Args:
        diary: whose `timezone` fact applies.
    """
    return diary.local(now())


def keep(request: HttpRequest, entries: Iterable[Entry]) -> None:
    """Write entries down in the diary that is open; a form that comes a second time changes nothing.

    Args:
        request: who asks.
        entries: what to add.
    """
    person, made = opened(request), list(entries)
    names = ids(request, person)
    record(person, made, recorded_at=now(), ids=islice(names, len(made)) if names else None)

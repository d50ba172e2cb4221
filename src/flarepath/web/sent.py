"""What a form says of itself: when, for whom and under which id it was made; a phone may have kept it for days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Final
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from flarepath.body import REGIONS
from flarepath.diary import Diary
from flarepath.quantities import Side
from flarepath.store.models import Person
from flarepath.web.clock import now
from flarepath.web.forms import side_of

SORTED_BY_TIME: Final = 7
"""The version of the ids."""
PLACES: Final = 12
"""So many last bits of a form's id count its entries."""


def moment(request: HttpRequest, diary: Diary) -> datetime:
    """When the form was made, on the person's own clock; now for a plain one. A clock that runs ahead counts as now.

    Args:
        request: with the form.
        diary: whose `timezone` fact applies.
    """
    said, present = request.POST.get("made_at", ""), now()
    if not said:
        return diary.local(present)
    try:
        made = datetime.fromisoformat(said).replace(microsecond=0)
    except ValueError:
        raise SuspiciousOperation("made_at is no time") from None
    if made.tzinfo is None:
        raise SuspiciousOperation("made_at has no zone")
    return diary.local(min(made, present))


def place_of(request: HttpRequest) -> tuple[str, Side]:
    """The place that an address names as `at=REGION.SIDE`; no place where it names none that exists.

    Args:
        request: what was asked.
    """
    region, _, side = request.GET.get("at", "").partition(".")
    return (region, side_of(side)) if region in REGIONS else ("", "")


def ids(request: HttpRequest, person: Person) -> Iterator[UUID] | None:
    """The ids of a form's entries, the same at every sending; None for a plain form.

    Args:
        request: with the form.
        person: whose diary is open.

    Raises:
        SuspiciousOperation: the form was made in another diary, or its id is none.
    """
    said = request.POST.get("made_id", "")
    if not said:
        return None
    if request.POST.get("made_for") != str(person.pk):
        raise SuspiciousOperation("made in another diary")
    try:
        name = UUID(said)
    except ValueError:
        raise SuspiciousOperation("made_id is no id") from None
    if name.version != SORTED_BY_TIME:
        raise SuspiciousOperation("made_id is of another kind")
    first = name.int >> PLACES << PLACES
    return (UUID(int=first + place) for place in count())


def onward(request: HttpRequest, page: str, *parts: str | int) -> HttpResponse:
    """The way to the next page: for a form a redirect, for a phone's queue the address in so many words.

    Args:
        request: with the form.
        page: the page's name or path.
        parts: the parts of its address.
    """
    response = redirect(page, *parts)
    return JsonResponse({"next": response.url}) if "X-Kept" in request.headers else response

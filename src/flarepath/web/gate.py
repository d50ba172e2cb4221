"""The one place in the app that says what may be shown now: every view that hands something out stands behind it.

What is written down, help, the safety questions, the person's own notes and their data stay open at any time. All else
says what it needs, and where the gate does not give it the page is the card: what to do, the number, the ways on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from operator import attrgetter
from types import MappingProxyType
from typing import Concatenate, Literal, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from flarepath import why
from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.plan import Allowed, allowed
from flarepath.safety import Gate, screen
from flarepath.store.people import chosen, diary_of
from flarepath.web.me import local_now, my_diary, opened

Need = Literal["explain", "move", "read"]
"""What a page hands out: an explanation, movement, or something to read."""

Words = ParamSpec("Words")
View = Callable[Concatenate[HttpRequest, Words], HttpResponse]

GIVEN: Mapping[Need, Callable[[Gate], bool]] = MappingProxyType(
    {"explain": attrgetter("may_explain"), "move": attrgetter("may_move"), "read": attrgetter("may_read")}
)
"""Which word of the gate gives it."""

KEPT = "_flarepath_gate"


def behind(need: Need) -> Callable[[View[Words]], View[Words]]:
    """Stand a view behind the gate: where the gate does not give what it needs, its page is the card.

    What a form sends is written down all the same, because nothing that was told may be lost.

    Args:
        need: what the view hands out.
    """

    def around(view: View[Words]) -> View[Words]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Words.args, **words: Words.kwargs) -> HttpResponse:
            if request.method in ("GET", "HEAD") and not GIVEN[need](gate_now(request)):
                return first_this(request)
            return view(request, *args, **words)

        return guarded

    return around


def first_this(request: HttpRequest) -> HttpResponse:
    """The card alone, as a page; as a piece of one where a page asks for it.

    Args:
        request: what was asked.
    """
    page = "gate" if request.headers.get("HX-Request") else "first_this"
    return render(request, f"flarepath/{page}.html", {"gate": gate_now(request)})


def gate_now(request: HttpRequest) -> Gate:
    """What the gate says at this moment, asked once for each request and never from memory: an hour is too old.

    Args:
        request: who asks.

    Raises:
        NobodyYet: nobody has begun.
    """
    if not hasattr(request, KEPT):
        person = opened(request)
        diary = diary_of(person)
        setattr(request, KEPT, gate_of(diary, local_now(diary), why.settings(chosen(person))))
    found: Gate = getattr(request, KEPT)
    return found


def gate_of(diary: Diary, at: datetime, settings: why.Settings) -> Gate:
    """What the gate says of a diary, of an empty one too.

    Args:
        diary: of the person.
        at: the moment.
        settings: the person's numbers.
    """
    try:
        return why.screened(diary, at=at, settings=settings).gate
    except NothingToAnswerFrom:
        return screen(diary, at=at)


def permitted(request: HttpRequest) -> Allowed:
    """What this person may be handed of the library now.

    Args:
        request: who asks.
    """
    diary = my_diary(request)
    return allowed(gate_now(request), diary, at=local_now(diary))


def fresh_gate(request: HttpRequest) -> Gate:
    """What the gate says after something was written down with this request.

    Args:
        request: who asks.
    """
    if hasattr(request, KEPT):
        delattr(request, KEPT)
    return gate_now(request)

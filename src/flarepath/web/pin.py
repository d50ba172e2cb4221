"""A PIN before the diary of the one person of this machine, for whoever wants one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from flarepath.store.models import Person
from flarepath.web.limits import over
from flarepath.web.me import NobodyYet, me

OPENED: Final = "pin"
TRIES_A_MINUTE: Final = 5
WITHOUT: Final = ("/help", "/pin", "/static/", "/accounts/", "/offline", "/worker.js", "/figure")
"""Help and danger come before any lock."""


class Pin:
    """Lead to the PIN page until the PIN was given in this browser."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes after.

        Args:
            respond: the next step.
        """
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or the PIN page first.

        Args:
            request: what was asked.
        """
        if request.path.startswith(WITHOUT) or is_open(request):
            return self.respond(request)
        return redirect("pin")


def is_open(request: HttpRequest) -> bool:
    """Whether no PIN stands before the diary, or it was given in this browser.

    Args:
        request: who asks.
    """
    try:
        person = me(request)
    except NobodyYet:
        return True
    return person is None or not person.pin or request.session.get(OPENED) == person.pin


def tried(request: HttpRequest, person: Person, pin: str) -> bool:
    """Whether this PIN opens the diary; five tries a minute are looked at.

    Args:
        request: who asks.
        person: whose diary.
        pin: what was typed.
    """
    if over(f"pin:{person.pk}", TRIES_A_MINUTE) or not check_password(pin, person.pin):
        return False
    request.session.cycle_key()
    request.session[OPENED] = person.pin
    return True

"""So many changes a minute and no more: a stuck script cannot fill the disk, a guesser cannot guess."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

TOO_BIG = gettext_lazy("Choose a file of at most 50 MB.")

MOST_A_MINUTE = 600
"""Ten a second: more than a thumb can do, and enough for a phone that sends a week of queued entries."""


MOST_BYTES = 51_000_000
"""Of one request: a file of 50 MB and what goes with it."""


class Bounded:
    """Refuse a request that is too long before any of it is read; one without a length holds nothing."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes after.

        Args:
            respond: the next step.
        """
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or a clear sentence that it was too long.

        Args:
            request: what was asked.
        """
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        if length.isdecimal() and int(length) > MOST_BYTES:
            return render(request, "flarepath/brought.html", {"refused": TOO_BIG}, status=413)
        return self.respond(request)


class RateLimit:
    """Count what each login, or each address, changes in a minute."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes after.

        Args:
            respond: the next step.
        """
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or a clear sentence that it was too much.

        Args:
            request: what was asked.
        """
        if request.method == "POST" and over(f"changes:{request.user.pk or address(request)}"):
            response = render(request, "flarepath/slower.html", status=429)
            response["Retry-After"] = "60"
            return response
        return self.respond(request)


def address(request: HttpRequest) -> str:
    """Where a request comes from: with logins what the proxy in front says last, else the machine itself.

    Args:
        request: who asks.
    """
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", "")) if settings.OPTIONS.accounts else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def over(key: str, most: int = MOST_A_MINUTE) -> bool:
    """Count one more of something, and say whether it is too many for this minute.

    Args:
        key: what is counted.
        most: so many are allowed in a minute.
    """
    cache.add(key, 0, timeout=60)
    return cache.incr(key) > most

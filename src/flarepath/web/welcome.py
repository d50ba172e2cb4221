"""Before anybody has begun, every page leads to the welcome."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from flarepath.web.me import NobodyYet


class Welcome:
    """Send whoever has no diary yet to the first page."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes after.

        Args:
            respond: the next step.
        """
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the page.

        Args:
            request: what was asked.
        """
        return self.respond(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:  # noqa: ARG002 - Django calls it so
        """The welcome instead of an error, where nobody has begun.

        Args:
            request: what was asked.
            exception: what was raised.
        """
        return redirect("today") if isinstance(exception, NobodyYet) else None

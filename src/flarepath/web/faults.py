"""What is shown when something fails: a clear sentence, and never a word of the diary or of the program."""

from __future__ import annotations

import sys

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from flarepath.safety import help_numbers
from flarepath.web.context import THEMES


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent makes no sense.

    Args:
        request: what was asked.
        exception: why.
    """
    del request, exception
    return _page("refused", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """403: a form without its token, or a page that is not to be had.

    Args:
        request: what was asked.
        exception: why.
        reason: why a form was not taken.
    """
    del request, exception, reason
    return _page("refused", 403)


def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page.

    Args:
        request: what was asked.
        exception: why.
    """
    del request, exception
    return _page("not_there", 404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500: our own fault. 503 where the database is full, locked or away: then a phone keeps what it wanted to say.

    Args:
        request: what was asked.
    """
    del request
    if not isinstance(sys.exc_info()[1], DatabaseError):
        return _page("our_fault", 500)
    response = _page("unwritten", 503)
    response["Retry-After"] = "30"
    return response


def _page(name: str, status: int) -> HttpResponse:
    # No database and no person: these pages stand when nothing else does.
    text = render_to_string(f"flarepath/{name}.html", {"help": help_numbers(""), "theme": THEMES[0]})
    return HttpResponse(text, status=status)

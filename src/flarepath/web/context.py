"""What every page shows: the emergency number, and whether this is the demo."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from flarepath.safety import help_numbers
from flarepath.store.people import diary_of
from flarepath.web.me import me


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The variables of every template.

    Args:
        request: what was asked.
    """
    person = me(request) if not settings.OPTIONS.accounts or request.user.pk else None
    fact = diary_of(person).fact("country") if person else None
    return {"help": help_numbers(fact.word if fact else ""), "person": person, "here": request.path}

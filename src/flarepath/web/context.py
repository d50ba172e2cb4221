"""What every page shows: the emergency number, the pages, the look, and whether this is the demo."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from flarepath.safety import help_numbers
from flarepath.store.people import diary_of
from flarepath.web.me import NobodyYet, me

THEME: Final = "theme"
THEMES: Final = ("auto", "light", "dark", "dim")
WEIGHTS: Final = "units"
UNITS: Final = ("kg", "lbs")


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The variables of every template.

    Args:
        request: what was asked.
    """
    try:
        person = me(request)
    except NobodyYet:
        person = None
    fact = diary_of(person).fact("country") if person else None
    wanted = request.COOKIES.get(THEME, "")
    theme = wanted if wanted in THEMES else THEMES[0]
    units = request.COOKIES.get(WEIGHTS, "")
    shown = {
        "help": help_numbers(fact.word if fact else ""),
        "person": person,
        "theme": theme,
        "pages": _pages(request),
    }
    return shown | {"units": units if units in UNITS else UNITS[0]}


def _pages(request: HttpRequest) -> list[dict[str, Any]]:
    named = {
        "today": gettext("Today"),
        "why": gettext("Why"),
        "plan": gettext("Plan"),
        "timeline": gettext("Days"),
        "more": gettext("More"),
    }
    return [
        {"name": words, "href": reverse(name), "here": request.path == reverse(name)} for name, words in named.items()
    ]

"""The cards of the gate, for every page that shows it."""

from __future__ import annotations

from typing import Any

from django import template

from flarepath.safety import PAGES, Gate
from flarepath.store.people import diary_of
from flarepath.web import show

register = template.Library()


@register.simple_tag(takes_context=True)
def cards(context: dict[str, Any], gate: Gate) -> list[dict[str, Any]]:
    """What to do for each answer that asks for something, the most urgent first.

    Args:
        context: of the page, with the person whose diary is open.
        gate: what the gate says.
    """
    person = context.get("person")
    return show.cards(gate, diary_of(person)) if person else []


@register.simple_tag(takes_context=True)
def reasons(context: dict[str, Any], gate: Gate) -> list[str]:
    """Why questions are asked again, each reason once.

    Args:
        context: of the page, with the person whose diary is open.
        gate: what the gate says.
    """
    person = context.get("person")
    return show.reasons(gate.open, diary_of(person)) if person else []


@register.filter
def first_open(gate: Gate) -> bool:
    """Whether a page of those before the health check is open.

    Args:
        gate: what the gate says.
    """
    return any(PAGES[name].kind in show.FIRST for name in show.open_pages(gate))

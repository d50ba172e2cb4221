"""The sentences of the gate and the small pieces they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from flarepath.body import REGIONS
from flarepath.safety.answers import WHOLE_BODY, Place
from flarepath.sources import load_table

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(load_table("flarepath.safety", "words.toml"))
"""The sentences of `words.toml` by group and name."""

CARDS: Mapping[str, Any] = MappingProxyType(load_table("flarepath.safety", "cards.toml"))
"""The night card by body area."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Month names, so that no machine's language changes a date."""


def day_text(time: datetime) -> str:
    """A day as people write it.

    Example:
        >>> day_text(datetime(2026, 3, 2))
        '2 March 2026'
    """
    return f"{time.day} {MONTHS[time.month - 1]} {time.year}"


def short_day_text(time: datetime) -> str:
    """A day without its year, as people say it of the last weeks.

    Example:
        >>> short_day_text(datetime(2026, 3, 2))
        '2 March'
    """
    return f"{time.day} {MONTHS[time.month - 1]}"


def moment_text(time: datetime) -> str:
    """A day with its time.

    Example:
        >>> moment_text(datetime(2026, 3, 2, 7, 30))
        '2 March 2026, 07:30'
    """
    return f"{day_text(time)}, {time:%H:%M}"


def points_text(points: float) -> str:
    """A number without a needless .0.

    Example:
        >>> points_text(7.0), points_text(2.5)
        ('7', '2.5')
    """
    return f"{points:g}"


def place_text(place: Place) -> str:
    """A place in words.

    Example:
        >>> place_text(Place())
        'whole body'
    """
    if place.region in WHOLE_BODY:
        return "whole body"
    name = REGIONS[place.region].name if place.region in REGIONS else place.region.replace("_", " ")
    side = "both sides" if place.side == "both" else place.side
    return f"{name}, {side}" if side else name


def days_text(first: datetime, last: datetime, *, now: datetime) -> str:
    """The days of answers as people say them, with the year where it is another one.

    Args:
        first: the oldest of them.
        last: the newest.
        now: the moment they are spoken of.

    Example:
        >>> days_text(datetime(2026, 1, 5), datetime(2026, 1, 13), now=datetime(2026, 1, 14))
        '5 January and 13 January'
    """
    days = dict.fromkeys((day_text if one.year != now.year else short_day_text)(one) for one in (first, last))
    return " and ".join(days)


def night_card(region: str, *, points: float = 0.0, against: frozenset[str] = frozenset()) -> str:
    """One position, one breath, one light move and the morning check, for the part of the body that hurts.

    Args:
        region: a region id, or an empty string for the whole body.
        points: how much it hurts, 0-10.
        against: what `speaking_against` says of the person.
    """
    return " ".join(night_steps(region, points=points, against=against))


def night_steps(
    region: str, *, points: float = 0.0, against: frozenset[str] = frozenset()
) -> tuple[str, str, str, str]:
    """The night card, a sentence each: position, breath, light move, morning check (with `{emergency}` in it).

    Very strong pain is not moved, nor what a fact or an event speaks against: the third sentence says so then.

    Args:
        region: a region id, or an empty string for the whole body.
        points: how much it hurts, 0-10.
        against: what `speaking_against` says of the person.
    """
    card, every = CARDS[REGIONS[region].area if region in REGIONS else "whole_body"], CARDS["every"]
    position = card["position_instead"] if against & set(card["position_not_with"]) else card["position"]
    move = every["leave"] if against & set(card["move_not_with"]) else card["move"]
    return position, every["breath"], move if points < every["still_from"] else every["still"], every["morning"]

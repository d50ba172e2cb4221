"""The body map as a page shows it: places to choose from, or places coloured by what was felt there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil
from typing import Any, Final

from django.utils.translation import gettext_lazy

from flarepath.body import HEIGHT, VIEWS, WIDTH, body_map, face
from flarepath.course import Heat, heat
from flarepath.diary import FELT, Diary
from flarepath.web.show.words import place

Document = dict[str, Any]

BY_DAY_UNTIL: Final = 31
"""A longer time is stepped through week by week."""

MOST_LISTED: Final = 12
CAPTIONS: Final = {"front": gettext_lazy("From the front"), "back": gettext_lazy("From behind")}


def figure(levels: dict[str, int] | None = None) -> list[Document]:
    """Front and back, each with its places.

    Args:
        levels: a colour from 0 to 5 for places, by `REGION.SIDE`.
    """
    return [
        {
            "name": view,
            "caption": CAPTIONS[view],
            "box": f"0 0 {WIDTH} {HEIGHT}",
            "face": face(view),
            "zones": [
                {"id": key, "label": zone.label, "path": zone.path, "level": (levels or {}).get(key, 0)}
                for zone in body_map(view)
                for key in [f"{zone.region}.{zone.side}"]
            ],
        }
        for view in VIEWS
    ]


def felt(diary: Diary, at: datetime, count: int) -> Document:
    """Where it was felt in a time: the coloured figure, the places in words, and the steps of a slider.

    Args:
        diary: of the person.
        at: the end, on the person's own clock.
        count: so many days.
    """
    told = diary.of(*FELT)
    since = max(at - timedelta(days=count), told[0].time if told else at)
    whole = _between(diary, since, at + timedelta(seconds=1))
    return {
        "views": figure(_levels(whole)),
        "places": [_words(each) for each in whole[:MOST_LISTED]],
        "steps": _steps(diary, since, at),
    }


def _between(diary: Diary, since: datetime, before: datetime) -> tuple[Heat, ...]:
    return heat(diary.between(since, before, *FELT), before.tzinfo)


def _steps(diary: Diary, since: datetime, at: datetime) -> list[Document]:
    """Day by day or week by week: its name, and the colour of each place."""
    days = 1 if (at - since).days <= BY_DAY_UNTIL else 7
    begin = at.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)
    found: list[Document] = []
    while begin > since - timedelta(days=days):
        told = _between(diary, begin, min(at + timedelta(seconds=1), begin + timedelta(days=days)))
        name = f"{begin:%A} {begin.day} {begin:%B}" if days == 1 else f"Week from {begin.day} {begin:%B %Y}"
        found.append({"name": name, "levels": _levels(told)})
        begin -= timedelta(days=days)
    return found[::-1]


def _levels(places: Iterable[Heat]) -> dict[str, int]:
    """A colour for each place; a pain of both sides, or of no side, colours each side that it may mean."""
    found: dict[str, int] = {}
    for each in places:
        sides = [each.side] if each.side in ("left", "right", "middle") else ["left", "right", "middle"]
        for side in sides:
            key = f"{each.region}.{side}"
            found[key] = max(found.get(key, 0), ceil(each.mean / 2))
    return found


def _words(each: Heat) -> Document:
    days = "1 day" if each.days == 1 else f"{each.days} days"
    return {
        "name": place(each.region, each.side).capitalize(),
        "mean": f"{each.mean:.1f}",
        "days": days,
        "worst": f"{each.worst:g}",
        "level": ceil(each.mean / 2),
    }

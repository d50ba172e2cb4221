"""How flare-ups of a place went by before, in one line: for the phone without a network."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from flarepath.course import Episode, episodes, outcomes
from flarepath.diary import Diary
from flarepath.quantities import days_between

MOST = 3
"""So many of the last flare-ups are named."""


def history(diary: Diary, at: datetime) -> dict[str, str]:
    """A line for each place (`REGION.SIDE`) that has flared up and calmed down again; nothing of how it is now.

    Args:
        diary: of the person.
        at: the moment.
    """
    known = diary.until(at)
    lines = {}
    for outcome in outcomes(known):
        over = [each for each in episodes(known, outcome) if each.end is not None]
        if outcome.kind == "pain" and over:
            lines[f"{outcome.region}.{outcome.side}"] = _line(over[-MOST:])
    return lines


def _line(over: list[Episode]) -> str:
    days = [max(1, round(days_between(each.onset, each.end))) for each in over if each.end]
    told = _(" and ").join(filter(None, (", ".join(map(str, days[:-1])), str(days[-1]))))
    return ngettext(
        "The last time it flared up here it lasted %(days)s day.",
        "The last times it flared up here it lasted %(days)s days.",
        1 if days == [1] else 2,
    ) % {"days": told}

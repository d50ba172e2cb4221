"""Operations: the part that was operated on takes no training until a professional has said so."""

from __future__ import annotations

from datetime import datetime, timedelta

from flarepath.diary import Diary, happened
from flarepath.safety.answers import WHOLE_BODY, Place, Said
from flarepath.safety.implants import FIELDS
from flarepath.safety.model import EVERYWHERE
from flarepath.sources import Numbers

ABOUT = ("", "s15")
"""What a visit was about that speaks for an operation: everything there, or the question on operations."""


def operated(diary: Diary, visits: tuple[Said, ...], *, at: datetime, numbers: Numbers) -> frozenset[str]:
    """The regions that rest after an operation: its own and those around it; everything where no place was told.

    Args:
        diary: entries up to `at`.
        visits: when and for what a professional was seen who did not say to wait.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    since = at - timedelta(weeks=numbers["operation_weeks"])
    rows = [one for one in diary.between(since, at + timedelta(seconds=1), "event") if happened(one) == "surgery"]
    regions: set[str] = set()
    for row in rows:
        place = Place(row.where, row.side)
        if any(visit.time > row.time and visit.place.touches(place) for visit in visits if visit.question in ABOUT):
            continue
        regions |= {EVERYWHERE} if row.where in WHOLE_BODY else FIELDS.get(row.where, frozenset()) | {row.where}
    return frozenset(regions)

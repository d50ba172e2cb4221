"""What a new pain would add to the signs of a log, by place: a phone without a network must know it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from flarepath.body import REGIONS
from flarepath.diary import Diary, Entry
from flarepath.quantities import NRS_MOST
from flarepath.safety.answers import Said
from flarepath.safety.person import Person
from flarepath.safety.signs import STIFF_TESTS, Sign, signs
from flarepath.sources import Numbers


def foreseen(
    diary: Diary, who: Person, visits: tuple[Said, ...], *, at: datetime, numbers: Numbers
) -> Mapping[str, tuple[Sign, ...]]:
    """The signs that the diary would show if strong pain were noted now, for each region where there would be more.

    A pattern that a new pain could complete needs effort in the last hour, a period, or stiff mornings in the log; time
    that passes takes such a pattern away and never makes one.

    Args:
        diary: entries up to `at`.
        who: what is known about the person.
        visits: when and for what a professional was seen.
        at: the moment, in UTC.
        numbers: the part's numbers.
    """
    if not _can_be_completed(diary, at, numbers):
        return {}
    known = {(one.question, one.word) for one in signs(diary, who, visits, at=at, numbers=numbers)}
    found = {}
    for region in REGIONS:
        then = Diary.of_entries([*diary.entries, Entry(at, "pain", where=region, value=NRS_MOST, unit="nrs")])
        more = signs(then, who, visits, at=at, numbers=numbers)
        new = tuple(one for one in more if (one.question, one.word) not in known)
        if new:
            found[region] = new
    return found


def _can_be_completed(diary: Diary, at: datetime, numbers: Numbers) -> bool:
    end = at + timedelta(seconds=1)
    effort = diary.between(at - timedelta(hours=numbers["effort_hours"]), end, "exercise", "walk")
    told = diary.between(at - timedelta(days=numbers["period_days"]), end, "event", "test", "note")
    return bool(effort) or any(one.what in STIFF_TESTS or one.what == "period" for one in told)

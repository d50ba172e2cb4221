"""Which questionnaires are due: the pain each day, function each week, change and mood each month (EVIDENCE 6.1).

In a flare-up only the pain is asked, and who has recovered is asked less (four times as seldom): the point is to need
this less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from flarepath.diary import Diary
from flarepath.quantities import days_between
from flarepath.questionnaires.instruments import QUESTIONNAIRES, Questionnaire
from flarepath.questionnaires.scores import DAILY, scores

SELDOM = 4.0
"""So many times as seldom after recovery (ours)."""

SLACK_DAYS = 0.5
"""What is due in the evening may be asked in the morning."""


@dataclass(frozen=True, slots=True)
class Due:
    """A questionnaire that is due, since when, and when it was last answered (None: never)."""

    questionnaire: str
    since: datetime
    last: datetime | None


def due(diary: Diary, *, at: datetime, flared: bool = False, recovered: bool = False) -> tuple[Due, ...]:
    """What is due, shortest first.

    Args:
        diary: entries up to `at`.
        at: the moment.
        flared: a flare-up lasts, so that nothing but the pain is asked.
        recovered: four calm weeks have passed, so that everything is asked less often.
    """
    names = (DAILY,) if flared else tuple(QUESTIONNAIRES)
    return tuple(_dues(diary, at, names, seldom=SELDOM if recovered else 1.0))


def _dues(diary: Diary, at: datetime, names: tuple[str, ...], *, seldom: float) -> Iterator[Due]:
    began = next((entry.time for entry in diary.entries if entry.kind not in ("fact", "event")), at)
    for name in names:
        asked = QUESTIONNAIRES[name]
        last, every = _last(diary, asked), asked.every_days * seldom
        # Change since the beginning means nothing on the first day.
        since = last + timedelta(days=every) if last else began + timedelta(days=every if name == "pgic" else 0)
        if days_between(since, at) >= -SLACK_DAYS:
            yield Due(name, since, last)


def _last(diary: Diary, asked: Questionnaire) -> datetime | None:
    if asked.id == DAILY:
        pains = diary.of("pain")
        return pains[-1].time if pains else None
    found = scores(diary, asked.id)
    return found[-1].time if found else None

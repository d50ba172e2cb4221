"""Answers, computed once for every revision of a diary and every hour."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from django.http import HttpRequest

from flarepath import why
from flarepath.diary import Diary
from flarepath.store.people import chosen, diary_of
from flarepath.web.me import local_now, opened
from flarepath.why import Settings

MOST_KEPT = 200
"""So many answers are kept in memory, the ones used last."""

_kept: OrderedDict[tuple[Hashable, ...], Any] = OrderedDict()
_lock = Lock()


def once(request: HttpRequest, make: Callable[..., Any], *words: Hashable) -> Any:  # noqa: ANN401 - what `make` gives
    """What `make(diary, at=..., settings=...)` says now; from memory where the diary and the hour are the same.

    Args:
        request: who asks.
        make: computes it from the diary, the moment, and the numbers that the person chose.
        words: what else it depends on, handed on to `make`.
    """
    person = opened(request)
    diary = diary_of(person)
    at = local_now(diary)
    key = (person.pk, person.revision, at.strftime("%Y%m%d%H"), make.__module__, make.__name__, *words)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = make(diary, at, why.settings(chosen(person)), *words)
    with _lock:
        _kept[key] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found


def explained(diary: Diary, at: datetime, settings: Settings, region: str = "") -> why.Answer:
    """The whole answer.

    Args:
        diary: of the person.
        at: the moment.
        settings: the person's numbers.
        region: a region, or empty for the place that hurts most.
    """
    return why.explain(diary, at=at, region=region, settings=settings)


def careful(diary: Diary, at: datetime, settings: Settings, region: str = "") -> why.Answer:
    """The whole answer, with triggers by the sampled calculation.

    Args:
        diary: of the person.
        at: the moment.
        settings: the person's numbers.
        region: a region, or empty for the place that hurts most.
    """
    return why.explain(diary, at=at, region=region, settings=settings, quick=False)


def came(diary: Diary, at: datetime, settings: Settings, region: str = "") -> tuple[why.Came, ...]:
    """What was forecast a day before, and what came.

    Args:
        diary: of the person.
        at: the moment.
        settings: the person's numbers.
        region: a region, or empty for the place that hurts most.
    """
    return why.came(diary, at=at, region=region, settings=settings)


def week(diary: Diary, at: datetime, settings: Settings) -> why.Weekly:
    """The week.

    Args:
        diary: of the person.
        at: the moment.
        settings: the person's numbers.
    """
    return why.weekly(diary, at=at, settings=settings)


def learned(diary: Diary, at: datetime, settings: Settings) -> why.Learning:
    """What was learned, and what to read.

    Args:
        diary: of the person.
        at: the moment.
        settings: the person's numbers.
    """
    return why.learn(diary, at=at, settings=settings)


def judged(diary: Diary, at: datetime, settings: Settings, weeks: int) -> why.Judged:
    """Helping, hurting, or cannot tell.

    Args:
        diary: of the person.
        at: the end of the period.
        settings: the person's numbers.
        weeks: how long the period is.
    """
    return why.judge(diary, since=at - timedelta(weeks=weeks), at=at, settings=settings)


def forget(person: Hashable) -> None:
    """Let go of every kept answer of a person.

    Args:
        person: the person's id.
    """
    with _lock:
        for key in [key for key in _kept if key[0] == person]:
            del _kept[key]

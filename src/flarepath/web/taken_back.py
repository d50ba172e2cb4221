"""An answer that was given by mistake: it is taken back together with the new one, and both stay in the log."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from flarepath.diary import Diary, Entry
from flarepath.safety import answered, standing_answers
from flarepath.store.models import Person
from flarepath.store.people import entries_between, record, withdraw
from flarepath.web.clock import now
from flarepath.web.me import local_now, my_diary, opened
from flarepath.web.replies import Asked, Word

REASON = "tapped by mistake"


def standing(diary: Diary, about: Asked, at: datetime) -> tuple[Entry, ...]:
    """The answers yes and not sure of that very place that still count.

    Args:
        diary: entries up to `at`.
        about: the question and the place.
        at: the moment.
    """
    return standing_answers(diary, about.question.id, at=at, region=about.region, side=about.side)


def change(request: HttpRequest, about: Asked, word: Word) -> None:
    """Write another answer down; any word but yes takes back what stands, so that nothing is open in between.

    Args:
        request: who says so.
        about: the question and the place.
        word: the new answer.
    """
    person, diary = opened(request), my_diary(request)
    at = local_now(diary)
    slips = () if word == "yes" else standing(diary, about, at)
    entry = answered(about.question, word, at=at, region=about.region, side=about.side)
    with transaction.atomic():
        for name in {name for each in slips for name in _ids(person, each)}:
            withdraw(person, name, recorded_at=now(), reason=REASON)
        record(person, [entry], recorded_at=now())


def _ids(person: Person, slip: Entry) -> list[UUID]:
    rows = entries_between(person, slip.time, slip.time + timedelta(microseconds=1))
    same = (slip.kind, slip.what, slip.word, slip.where, slip.side)
    return [name for name, row in rows.items() if (row.kind, row.what, row.word, row.where, row.side) == same]

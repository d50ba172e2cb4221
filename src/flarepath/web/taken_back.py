"""An answer that was given by mistake: it is taken back together with the new one, and both stay in the log."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from flarepath.diary import Diary, Entry
from flarepath.safety import answered
from flarepath.safety.answers import Place, Said, answers
from flarepath.store.models import Person
from flarepath.store.people import entries_between, record, withdraw
from flarepath.web.clock import now
from flarepath.web.me import local_now, my_diary, opened
from flarepath.web.replies import Asked, Word

REASON = "tapped by mistake"


def standing(diary: Diary, about: Asked, at: datetime) -> tuple[Said, ...]:
    """The answers yes and not sure of that very place that still count.

    Args:
        diary: entries up to `at`.
        about: the question and the place.
        at: the moment.
    """
    place = Place(about.region, about.side)
    found = answers(diary.until(at), at=at).standing(about.question.id, place=place)
    return tuple(each for each in found if each.place == place)


def change(request: HttpRequest, about: Asked, word: Word) -> None:
    """Write another answer down; any word but yes takes back what stands, so that nothing is open in between.

    Args:
        request: who says so.
        about: the question and the place.
        word: the new answer.
    """
    person, diary = opened(request), my_diary(request)
    at = local_now(diary)
    said = () if word == "yes" else standing(diary, about, at)
    with transaction.atomic():
        for name in {name for each in said for name in _ids(person, about, each)}:
            withdraw(person, name, recorded_at=now(), reason=REASON)
        record(person, [answered(about.question, word, at=at, region=about.region, side=about.side)], recorded_at=now())


def _ids(person: Person, about: Asked, said: Said) -> list[UUID]:
    rows = entries_between(person, said.time, said.time + timedelta(microseconds=1))
    where = (said.place.region, said.place.side)
    same = {name: row for name, row in rows.items() if _is(row, about, said)}
    return [name for name, row in same.items() if (row.where, row.side) == where]


def _is(row: Entry, about: Asked, said: Said) -> bool:
    return (row.kind, row.what, row.word) == ("answer", about.question.id, said.word)

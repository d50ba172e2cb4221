"""Many writers at once: nothing is lost, nothing is counted twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Entry

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WRITERS, EACH = 8, 25


@pytest.fixture
def store(people):
    """The store's functions and a person."""
    from flarepath.store import people as functions  # noqa: PLC0415 - Django must be set up first

    functions.me = people.objects.create(name="Ada")
    return functions


def stress(minute, points):
    return Entry(NOON + timedelta(minutes=minute), "stress", value=points, unit="nrs")


def every(count, work):
    """Do something in many threads, each with a connection of its own that is closed again."""
    from django.db import connection  # noqa: PLC0415 - as above

    def alone(place):
        try:
            return work(place)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(alone, range(count)))


def test_eight_writers_lose_nothing_and_count_every_change(store):
    def write(writer):
        for turn in range(EACH):
            store.record(store.me, [stress(writer * EACH + turn, writer)], recorded_at=NOON)

    every(WRITERS, write)
    store.me.refresh_from_db()
    assert store.me.revision == WRITERS * EACH
    assert len(store.diary_of(store.me)) == WRITERS * EACH


def test_the_same_form_sent_by_eight_at_once_is_there_once(store):
    from flarepath.store.models import new_id  # noqa: PLC0415 - as above

    name = new_id()
    every(WRITERS, lambda _: store.record(store.me, [stress(0, 4.0)], recorded_at=NOON, ids=[name]))
    assert len(store.diary_of(store.me)) == 1


def test_two_corrections_at_once_are_two_versions(store):
    from flarepath.store.models import Version  # noqa: PLC0415 - as above

    (name,) = store.record(store.me, [stress(0, 1.0)], recorded_at=NOON)
    every(WRITERS, lambda place: store.correct(store.me, name, stress(0, float(place)), recorded_at=NOON))
    assert sorted(Version.objects.values_list("number", flat=True)) == list(range(1, WRITERS + 2))
    assert len(store.diary_of(store.me)) == 1

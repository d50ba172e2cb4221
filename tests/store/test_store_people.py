"""Diaries in and out of the database: nothing is lost, nothing is overwritten, nothing comes twice."""

from collections import OrderedDict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from flarepath.diary import Entry, read
from flarepath.errors import UnknownId

EXAMPLES = Path(__file__).parents[2] / "examples"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PAIN = Entry(NOON, "pain", where="knee_front", side="left", value=4.0, unit="nrs", detail=(("quality", "ache"),))


@pytest.fixture
def store(people):
    """The store's functions and a person."""
    from flarepath.store import people as functions  # noqa: PLC0415 - Django must be set up first

    functions.me = people.objects.create(name="Ada")
    return functions


@pytest.mark.parametrize("name", ["dana", "marco", "yuki", "cy"])
def test_a_diary_comes_back_as_it_went_in(store, name):
    diary = read((EXAMPLES / f"{name}.csv").read_text(encoding="utf-8").splitlines(keepends=True))
    store.record(store.me, diary.entries, recorded_at=NOON)
    store.keep_unread(store.me, diary.spoiled)
    found = store.diary_of(store.me)
    assert (found.entries, found.spoiled) == (diary.entries, diary.spoiled)


def test_sending_the_same_entry_again_changes_nothing(store):
    ids = store.record(store.me, [PAIN], recorded_at=NOON)
    before = store.diary_of(store.me)
    store.record(store.me, [PAIN], recorded_at=NOON + timedelta(hours=1), ids=ids)
    assert store.diary_of(store.me) is before


def test_a_correction_counts_and_the_old_version_stays(store):
    from flarepath.store.models import Version  # noqa: PLC0415

    (name,) = store.record(store.me, [PAIN], recorded_at=NOON)
    changed = Entry(NOON, "pain", where="knee_front", side="left", value=6.0, unit="nrs")
    store.correct(store.me, name, changed, recorded_at=NOON, reason="a slip")
    assert store.diary_of(store.me).entries == (changed,)
    assert [version.value for version in Version.objects.order_by("number")] == [4.0, 6.0]


def test_what_is_withdrawn_no_longer_counts(store):
    (name,) = store.record(store.me, [PAIN], recorded_at=NOON)
    store.withdraw(store.me, name, recorded_at=NOON)
    assert store.diary_of(store.me).entries == ()


def test_an_entry_that_is_not_there_cannot_be_corrected(store):
    with pytest.raises(UnknownId):
        store.correct(store.me, uuid4(), PAIN, recorded_at=NOON)


def test_every_change_counts_the_revision_up(store):
    (name,) = store.record(store.me, [PAIN], recorded_at=NOON)
    store.withdraw(store.me, name, recorded_at=NOON)
    store.me.refresh_from_db()
    assert store.me.revision == 2


def test_deleted_means_nothing_is_left(store):
    from flarepath.store.models import Unread, Version  # noqa: PLC0415

    store.record(store.me, [PAIN], recorded_at=NOON)
    store.delete(store.me)
    assert (Version.objects.count(), Unread.objects.count()) == (0, 0)


def test_another_persons_diary_is_another(store, people):
    other = people.objects.create(name="Bo")
    store.record(store.me, [PAIN], recorded_at=NOON)
    assert store.diary_of(other).entries == ()


def test_the_tables_are_what_the_migrations_make(database):
    from django.core.management import call_command  # noqa: PLC0415

    del database
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_diary_that_is_read_on_is_the_one_that_is_read_anew(store, monkeypatch):
    """After every change of a long row of them, what was read on equals what another process would read."""
    names = []
    for turn in range(12):
        entry = Entry(NOON + timedelta(hours=-turn if turn % 2 else turn), "stress", value=float(turn % 10), unit="nrs")
        names += store.record(store.me, [entry], recorded_at=NOON)
        if turn % 3 == 2:
            store.correct(store.me, names[turn // 2], replace(entry, value=9.0), recorded_at=NOON)
        if turn % 4 == 3:
            store.withdraw(store.me, names[turn // 3], recorded_at=NOON)
        read_on = store.diary_of(store.me).entries
        monkeypatch.setattr(store, "_kept", OrderedDict())
        assert store.diary_of(store.me).entries == read_on
    store.withdraw(store.me, names[-1], recorded_at=NOON)
    store.correct(store.me, names[-1], entry, recorded_at=NOON)
    assert entry in store.diary_of(store.me).entries


def test_a_nul_in_a_text_is_left_out_and_nothing_else(store):
    entry = Entry(NOON, "note", "a\0b", word="c\0", detail=(("text", "\0d"),))
    store.record(store.me, [entry], recorded_at=NOON)
    (kept,) = store.diary_of(store.me).entries
    assert (kept.what, kept.word, kept.text("text")) == ("ab", "c", "d")

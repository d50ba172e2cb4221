"""The diary answers which entries it holds; it never changes."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry, Spoiled

DAY = timedelta(days=1)
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def entry(day, kind="mood", **more):
    return Entry(START + day * DAY, kind, **more)


DIARY = Diary.of_entries(
    [entry(2), entry(0), entry(1, "pain"), entry(3, "pain"), entry(1, "fact", what="sex", word="female")]
)


def test_entries_stand_in_the_order_of_time():
    assert [(each.time - START).days for each in DIARY.entries] == [0, 1, 1, 2, 3]
    assert (len(DIARY), DIARY.first, DIARY.last) == (5, START, START + 3 * DAY)


def test_an_empty_diary_has_neither_first_nor_last():
    assert (len(Diary()), Diary().first, Diary().last, Diary().of("pain"), Diary().fact("sex")) == (
        0,
        None,
        None,
        (),
        None,
    )


def test_a_diary_made_from_entries_alone_finds_them():
    assert Diary((entry(1), entry(0))).of("mood") == (entry(0), entry(1))


def test_a_diary_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        DIARY.entries = ()


def test_until_takes_the_moment_itself_and_nothing_after():
    shorter = DIARY.until(START + 2 * DAY)
    assert (len(shorter), shorter.last) == (4, START + 2 * DAY)
    assert (len(shorter.of("pain")), len(shorter.until(START + 9 * DAY)), len(DIARY)) == (1, 4, 5)


def test_until_keeps_spoiled_answers_without_a_time():
    lines = (Spoiled("e1", None, 3), Spoiled("e2", START, 4), Spoiled("e3", START + DAY, 5))
    assert Diary.of_entries([], spoiled=lines).until(START).spoiled == lines[:2]


def test_of_gives_some_kinds_in_the_order_of_time():
    assert DIARY.of("pain") == (entry(1, "pain"), entry(3, "pain"))
    assert [each.kind for each in DIARY.of("mood", "pain")] == ["mood", "pain", "mood", "pain"]
    assert (DIARY.of(), DIARY.of("food"), DIARY.of("pain", "pain")) == ((), (), DIARY.of("pain"))


def test_between_is_half_open():
    assert [each.kind for each in DIARY.between(START + DAY, START + 3 * DAY)] == ["pain", "fact", "mood"]
    assert DIARY.between(START + DAY, START + 3 * DAY, "pain") == (entry(1, "pain"),)
    assert DIARY.between(START + 3 * DAY, START, "pain") == DIARY.between(START + 3 * DAY, START) == ()


def test_between_sees_nothing_past_the_end_of_a_shortened_diary():
    assert DIARY.until(START).between(START, START + 9 * DAY) == (entry(0),)


def test_the_newest_fact_counts():
    moved = Diary.of_entries([entry(0, "fact", what="country", word="FR"), entry(2, "fact", what="country", word="DE")])
    assert (moved.fact("country").word, moved.fact("country", at=START + DAY).word) == ("DE", "FR")
    assert (moved.facts()["country"].word, moved.facts(START + DAY)["country"].word, moved.fact("sex")) == (
        "DE",
        "FR",
        None,
    )
    assert moved.until(START + DAY).fact("country", at=START + 9 * DAY).word == "FR"


@pytest.mark.parametrize(
    "ask",
    [
        DIARY.until,
        lambda at: DIARY.between(at, at),
        lambda at: DIARY.fact("sex", at=at),
        lambda at: Diary.of_entries([Entry(at, "mood")]),
    ],
)
def test_a_time_without_a_zone_is_refused(ask):
    with pytest.raises(ValueError, match="has no zone"):
        ask(datetime(2026, 3, 1))  # noqa: DTZ001 - the caller's mistake


def test_two_diaries_of_the_same_entries_are_equal():
    assert Diary.of_entries(reversed(DIARY.until(START).entries)) == DIARY.until(START)

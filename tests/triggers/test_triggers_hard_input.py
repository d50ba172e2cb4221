"""Hard and bad diaries: an abstention or an answer, never a crash, never a number that is none."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flarepath.diary import Diary, Entry
from flarepath.triggers import document, find

START = datetime(2026, 1, 5, 20, tzinfo=UTC)


def felt(day, points, **more):
    return Entry(START + timedelta(days=day), "pain", where="wrist", side="left", value=float(points), **more)


def eaten(day, name="butter", amount=1.0):
    return Entry(START + timedelta(days=day, hours=-7), "food", name, value=amount, unit="portion")


def taken(day):
    return Entry(START + timedelta(days=day, hours=-12), "medicine", "ibuprofen", value=1.0, unit="tablet")


def answer(rows, **how):
    """The answer, proven to be plain JSON."""
    found = find(Diary.of_entries(rows), **how)
    json.dumps(document(found, diary="x"), allow_nan=False)
    return found


MANY = [felt(day, day * 7 % 5) for day in range(60)]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([felt(day, day % 3) for day in range(9)] + [eaten(40)], "9 check-ins so far; at least 10"),
        ([felt(day / 4, day % 3) for day in range(20)] + [eaten(1), eaten(2)], "at least 14 are needed"),
        ([felt(day, 2) for day in range(40)] + [eaten(day) for day in range(9)], "Every check-in says 2"),
        (MANY, "Nothing was logged often enough"),
        ([*MANY, eaten(3)], "Nothing was logged often enough"),
        (
            [felt(day, 5 + day % 3) for day in range(0, 80, 4)] + [eaten(day) for day in range(0, 80, 4)],
            "Only the bad days",
        ),
        (MANY + [eaten(day) for day in range(0, 60, 5)] + [taken(day) for day in range(28, 60)], "Medicine changed"),
    ],
    ids=["few", "short", "constant", "nothing done", "done once", "bad days", "medicine"],
)
def test_it_says_why_it_cannot_tell(rows, why):
    found = answer(rows).outcomes[0]
    assert found.triggers == ()
    assert why in found.abstains


def test_where_the_diary_misleads_nothing_is_likelier_than_not():
    rows = [felt(day, 5 + day % 3) for day in range(0, 80, 4)] + [eaten(day) for day in range(0, 80, 8)]
    assert max(answer(rows).outcomes[0].probabilities.values()) <= 0.5


HARD = {
    "empty": [],
    "nothing felt": [eaten(day) for day in range(30)],
    "clock jumps": [*MANY, felt(-18_000, 3), felt(23_000, 4), *(eaten(day) for day in range(-18_000, 23_000, 4000))],
    "no dose": MANY + [eaten(day, amount=0.0) for day in range(40)],
    "huge dose": MANY + [eaten(day, amount=1e5 if day % 2 else 1e-3) for day in range(40)],
    "one instant": [felt(0, points) for points in range(10)] * 3 + [eaten(0)] * 30,
    "once a month": [felt(30 * month, month % 4) for month in range(24)]
    + [eaten(30 * month) for month in range(0, 24, 2)],
    "long name": MANY + [eaten(day, "b" * 300) for day in range(0, 60, 3)],
    "two people": MANY + [felt(day, 9 - day % 3) for day in range(60)] + [eaten(day) for day in range(0, 60, 2)],
    "always the same": MANY + [Entry(START + timedelta(days=day), "sleep", value=8.0, unit="h") for day in range(60)],
}


@pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])
@pytest.mark.parametrize("rows", HARD.values(), ids=HARD)
def test_hard_diaries_get_an_answer_with_probabilities(rows, quick):
    for outcome in answer(rows, quick=quick).outcomes:
        assert all(0 <= value <= 1 for value in outcome.probabilities.values())


ROW = st.builds(
    lambda kind, day, value: felt(day, value) if kind == "pain" else eaten(day, kind, value),
    st.sampled_from(["pain", "pain", "butter", "rice"]),
    st.floats(0, 90, allow_nan=False),
    st.integers(0, 10),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROW, max_size=80))
def test_any_small_diary_gets_an_answer(rows):
    for outcome in answer(rows).outcomes:
        assert outcome.triggers or outcome.abstains

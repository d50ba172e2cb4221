"""Drawn people: after news of a danger nothing is handed out until the right questions were answered after it.

The news are written down here by hand, one by one, and not read from the tables of the part.
"""

import random
from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry
from flarepath.safety import QUESTIONS, SHORT_SCREEN, NotCleared, clear, screen

START = datetime(2026, 3, 2, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
KNOWN = (("lower_back", ""), ("knee_front", "left"), ("shoulder_front", "right"))
"""Places that hurt a little all the time."""


def felt(time, points, where="knee_front", side="left", *, kind="pain", quality=""):
    detail = (("quality", quality),) if quality else ()
    return Entry(time, kind, "", where, side, value=float(points), unit="nrs", detail=detail)


def note(text):
    return lambda time: [Entry(time, "note", detail=(("text", text),))]


NEWS = {
    "a pop in the calf": (lambda t: [Entry(t, "event", "pop", "calf", "left")], {"s5"}),
    "a twang": (lambda t: [Entry(t, "event", "twang", "thigh_back", "right")], {"s5"}),
    "a fall on the wrist": (lambda t: [Entry(t, "event", "trauma", "wrist", "left")], {"e7"}),
    "a blow on the neck": (lambda t: [Entry(t, "event", "trauma", "neck_back")], {"e7", "e6"}),
    "an operation": (lambda t: [Entry(t, "event", "surgery", "knee_front", "left")], {"s15"}),
    "an illness": (lambda t: [Entry(t, "event", "illness")], {"e10", "s8"}),
    "a bite": (lambda t: [Entry(t, "event", "bite")], {"e18"}),
    "nine in the knee": (lambda t: [felt(t, 9)], {"e10", "e11"}),
    "seven in the back": (lambda t: [felt(t, 7, "lower_back", "")], {"e5", "s8"}),
    "a new place in the chest": (lambda t: [felt(t, 4, "chest", "")], {"e17"}),
    "a new place in the calf": (lambda t: [felt(t, 3, "calf", "left")], {"e9"}),
    "a very sore new place": (lambda t: [felt(t, 6, "calf", "right", kind="soreness")], {"e9"}),
    "a numb knee": (lambda t: [felt(t, 3, quality="numb")], {"s6"}),
    "an electric back": (lambda t: [felt(t, 2, "lower_back", "", quality="ache+electric")], {"s6", "e4"}),
    "wants to die": (note("sometimes I want to die"), {"e14", "s16"}),
    "cannot feel the legs": (note("can't feel my legs tonight"), {"e4"}),
    "fever": (note("chills and 39 fever"), {"e10"}),
    "dark urine": (note("my urine is dark, like cola"), {"e8"}),
    "fainted": (lambda t: [Entry(t, "exercise", "row", detail=(("text", "passed out for a second"),))], {"e17"}),
    "chest after stairs": (
        lambda t: [Entry(t, "exercise", "stair_climbing"), felt(t + HOUR / 4, 3, "jaw", "")],
        {"e1"},
    ),
    "a test that halves": (
        lambda t: [
            Entry(t - timedelta(days=2), "test", "chair_stand", value=18.0, unit="reps"),
            Entry(t, "test", "chair_stand", value=5.0, unit="reps"),
        ],
        {"s6"},
    ),
    "the second place": (lambda t: [felt(t, 6, "shoulder_front", "right")], {"s1", "e1"}),
}

HARMLESS = (
    lambda t: [felt(t, 2)],
    lambda t: [felt(t, 1, "lower_back", "")],
    lambda t: [Entry(t, "sleep", value=7.0, unit="h")],
    lambda t: [Entry(t, "food", "rice", value=1.0, unit="portion")],
    lambda t: [Entry(t, "exercise", "row", detail=(("sets", "3"), ("reps", "8")))],
    lambda t: [Entry(t, "event", "travel")],
    lambda t: [Entry(t, "mood", value=6.0, unit="nrs")],
    note("slept well, no fever, no pain in the chest"),
    note("legs heavy, work was long"),
    lambda t: [felt(t, 1.5, "thigh_front", "left", kind="soreness")],
)


def usual(until):
    days = (until - START).days
    return [
        felt(START + timedelta(days=day, minutes=place), 2, where, side)
        for day in range(days)
        for place, (where, side) in enumerate(KNOWN)
    ]


def answers(time, names=QUESTIONS):
    return [Entry(time, "answer", name, word="no") for name in names]


def drawn(seed):
    """A person with steady pains who answered all, then wrote down harmless things and one piece of news."""
    draw = random.Random(seed)  # noqa: S311 - drawn people
    asked = START + timedelta(days=draw.randrange(20, 30))
    news_at = asked + HOUR * draw.randrange(3, 24 * 8)
    name = draw.choice(sorted(NEWS))
    make, must = NEWS[name]
    rows = [*usual(news_at), *answers(asked)]
    for _ in range(draw.randrange(6)):
        rows += draw.choice(HARMLESS)(asked + (news_at - asked) * draw.random())
    return draw, name, rows, make(news_at), must, news_at + HOUR


def gate(rows, at):
    return screen(Diary.of_entries(rows), at=at, region="lower_back")


def breaches(seed):
    """Every promise that this person sees broken."""
    draw, name, rows, news, must, at = drawn(seed)
    before, after = gate(rows, at), gate([*rows, *news], at)
    found = []
    if not before.may_move:
        found.append(f"{name}: harmless rows shut the gate: {[(one.id, one.reason) for one in before.open][:3]}")
    if after.may_move or not must <= {one.id for one in after.open}:
        found.append(f"{name}: not asked: {must - {one.id for one in after.open}}, {after.level}")
    # Answers from before the news, however many, change nothing; all of them after it open the gate again.
    early = answers(news[-1].time - HOUR * 2.5, draw.sample(sorted(QUESTIONS), 40))
    if gate([*rows, *early, *news], at).may_move:
        found.append(f"{name}: answers from before it opened the gate")
    late = gate([*rows, *news, *answers(at)], at)
    if late.level not in ("clear", "next_visit"):
        found.append(f"{name}: all answered after it, and still {late.level}: {[one.id for one in late.open][:3]}")
    some = [one for one in QUESTIONS if one not in must]
    if gate([*rows, *news, *answers(at, some)], at).may_move:
        found.append(f"{name}: opened without the question on it")
    return found


def test_a_hundred_drawn_people_are_handed_nothing_before_the_news_was_asked_about():
    assert [one for seed in range(120) for one in breaches(seed)] == []


@pytest.mark.truth
def test_twenty_thousand_are_not_either():
    assert [one for seed in range(20_000) for one in breaches(seed)] == []


def test_the_twin_a_gate_that_asks_the_short_screen_alone_would_be_found_out():
    """The ten starred questions after the news are enough for a rise in a known place, and for little else."""
    rows = [*usual(START + timedelta(days=25)), *answers(START + timedelta(days=20))]
    time = START + timedelta(days=24)
    at = time + HOUR
    shut = {
        name
        for name, (make, _) in NEWS.items()
        if not gate([*rows, *make(time), *answers(at, SHORT_SCREEN)], at).may_move
    }
    assert "the second place" not in shut
    assert len(shut) > len(NEWS) / 2


def test_no_clearance_is_made_while_anything_is_open():
    rows = [*usual(START + timedelta(days=25)), *answers(START + timedelta(days=20))]
    time = START + timedelta(days=24)
    for make, _ in NEWS.values():
        with pytest.raises(NotCleared):
            clear(gate([*rows, *make(time)], time + HOUR))

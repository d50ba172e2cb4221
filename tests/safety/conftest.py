"""What the tests of the gate share: days, answers, facts and a person who answered everything with no."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from flarepath.course import Outcome, current, episodes
from flarepath.diary import Diary, Entry
from flarepath.safety import QUESTIONS, SHORT_SCREEN, screen

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""The moment asked about, unless a test says otherwise."""


def days(number):
    return timedelta(days=number)


def answer(question, word="no", *, at=MONDAY, where="", side=""):
    return Entry(at, "answer", question, where, side, word=word)


def everything(word="no", *, at=MONDAY, where="", side="", but=()):
    """An answer to every question that blocks, save those in `but`."""
    asked = [one.id for one in QUESTIONS.values() if one.blocks and one.id not in but]
    return [answer(name, word, at=at, where=where, side=side) for name in asked]


def short(*, at=MONDAY, where="", side="", but=()):
    return [answer(name, at=at, where=where, side=side) for name in SHORT_SCREEN if name not in but]


def fact(name, value="yes", *, at=MONDAY, where="", side=""):
    number = float(value) if str(value).isdecimal() else None
    return Entry(at, "fact", name, where, side, value=number, word="" if number is not None else str(value))


def event(what, *, at=MONDAY, where="", side=""):
    return Entry(at, "event", what, where, side)


def felt(points, *, at=MONDAY, where="knee_front", side="left", kind="pain"):
    return Entry(at, kind, "", where, side, value=float(points), unit="nrs")


def gate(entries, *, at=MONDAY, region="", side="", **more):
    return screen(Diary.of_entries(entries), at=at, region=region, side=side, **more)


def gate_in_flare(entries, *, at=MONDAY, region="knee_front", side="left", kind="pain"):
    """The gate for the flare-up that the course part finds in these entries."""
    diary = Diary.of_entries(entries)
    flare = current(episodes(diary.until(at), Outcome(kind, region, side)), at=at)
    assert flare is not None
    return screen(diary, at=at, region=region, side=side, flare=flare)


def finding(found, question):
    return next(one for one in found.findings if one.id == question)


@pytest.fixture
def ask():
    """The words that the tests of the gate are written in."""
    names = (days, answer, everything, short, fact, event, felt, gate, gate_in_flare, finding)
    return SimpleNamespace(MONDAY=MONDAY, **{function.__name__: function for function in names})

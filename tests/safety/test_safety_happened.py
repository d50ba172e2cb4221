"""An event in a person's own words asks and locks like the event that it stands for."""

import pytest

from flarepath.diary import Diary, Entry, happened
from flarepath.plan.allowed import allowed


def opened(ask, what):
    event = ask.event(what, where="calf", side="left", at=ask.MONDAY)
    known = [ask.felt(0, at=ask.MONDAY - ask.days(9), where="calf"), *ask.everything(at=ask.MONDAY - ask.days(2))]
    return {one.id for one in ask.gate([*known, event]).open}


@pytest.mark.parametrize(
    ("own", "stands_for"),
    [
        ("fall", "trauma"),
        ("bike accident", "trauma"),
        ("sprained_ankle", "trauma"),
        ("Sturz", "trauma"),
        ("operation", "surgery"),
        ("Knie-OP", "surgery"),
        ("snapped", "pop"),
        ("torn_muscle", "pop"),
        ("Muskelfaserriss", "pop"),
        ("Zerrung", "twang"),
        ("tick", "bite"),
        ("flu", "illness"),
        ("Kreuzbandriss", "pop"),
        ("fainted", "faint"),
        ("stroke", "attack"),
    ],
)
def test_own_words_for_an_event_open_what_the_event_opens(ask, own, stands_for):
    assert happened(ask.event(own)) == stands_for
    assert opened(ask, own) >= opened(ask, stands_for) > set()


@pytest.mark.parametrize("own", ["birthday", "no fall", "moved house", "opera", "new job", "doctor", "seen by doctor"])
def test_other_words_stand_for_nothing_and_least_of_all_for_a_visit(ask, own):
    assert happened(ask.event(own)) == own
    assert opened(ask, own) == set()


@pytest.mark.parametrize(("own", "out"), [("torn_muscle", True), ("birthday", False)])
def test_own_words_for_a_pop_lock_as_a_pop_does(ask, own, out):
    event = Entry(ask.MONDAY, "event", own, "calf", "left")
    may = allowed(ask.gate(ask.everything()), Diary.of_entries([event]), at=ask.MONDAY + ask.days(1))
    assert (not may.permits("calf_raise")) is out

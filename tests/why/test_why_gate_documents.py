"""Every JSON document obeys the gate as the pages do: what may not be told or handed out is null or empty in all."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath import why
from flarepath.diary import Diary, Entry
from flarepath.safety import QUESTIONS

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
STATES = {
    "unanswered": None,
    "clear": {},
    "days": {"d1": "yes"},
    "same_day": {"s14": "yes"},
    "emergency": {"e1": "yes"},
    "crisis": {"e14": "yes"},
    "crisis_unsure": {"s16": "unsure"},
    "minor": {},
}
SHUT = ("emergency", "crisis", "crisis_unsure", "minor")
SILENT = ("unanswered", "same_day", *SHUT)
EXPLAINS = ("meaning", "points", "triggers", "causes", "verdict", "forecast", "similar")
MOVES = ("advice", "avoid", "next_test")
WEEK = ("frame", "sessions", "changes", "advice", "queue", "muscles", "tried", "chores")
VERDICT = ("verdict", "pain", "function", "measured", "because", "against", "settles")


def diary(state):
    """Six weeks of a knee and of training, with the answers of a state."""
    dose = (("sets", "3"), ("reps", "8"), ("load_kg", "20"), ("effort", "6"))
    rows = [Entry(NOW - timedelta(days=90), "fact", "birth_year", value=2013.0 if state == "minor" else 1985.0)]
    for day in range(42, 0, -1):
        at = NOW - timedelta(days=day)
        rows.append(Entry(at, "pain", where="knee_front", side="left", value=1.0 + 2.0 * (day % 7 == 4)))
        rows += [Entry(at, "exercise", "goblet_squat", detail=dose)] if day % 3 == 0 else []
    if STATES[state] is not None:
        words = dict.fromkeys(QUESTIONS, "no") | STATES[state]
        rows += [Entry(NOW - timedelta(hours=1), "answer", name, word=word) for name, word in words.items()]
    return Diary.of_entries(rows)


def documents(state):
    found = diary(state)
    return {
        "why": why.document(why.explain(found, at=NOW)),
        "plan": why.weekly_document(why.weekly(found, at=NOW)),
        "verdict": why.verdict_document(why.judge(found, at=NOW)),
        "learn": why.learning_document(why.learn(found, at=NOW)),
    }


def told(document, keys):
    return [key for key in keys if document[key]]


@pytest.mark.parametrize("state", SILENT)
def test_where_the_gate_is_silent_no_document_explains_or_hands_out_anything(state):
    found = documents(state)
    assert told(found["why"], (*EXPLAINS, *MOVES)) == []
    assert told(found["plan"], WEEK) == []
    assert told(found["verdict"], VERDICT) == []
    assert told(found["learn"], ("workouts", "learned")) == []
    assert why.came(diary(state), at=NOW) == ()


@pytest.mark.parametrize("state", SHUT)
def test_where_help_comes_first_there_is_nothing_to_read(state):
    found = documents(state)["learn"]
    assert told(found, ("to_read", "lists", "tactics", "workouts", "learned", "due")) == []
    assert found["refer"]


@pytest.mark.parametrize("state", STATES)
def test_every_document_says_the_same_of_the_gate_and_what_to_do(state):
    found = documents(state)
    (level,) = {each["gate"]["level"] for each in found.values()}
    (do,) = {tuple(f["do"] for f in each["gate"]["findings"] if f["do"]) for each in found.values()}
    assert bool(do) == (state not in ("unanswered", "clear", "minor"))
    assert level == {"crisis": "emergency", "minor": "days"}.get(state, level)


def test_behind_a_clear_gate_all_of_them_speak():
    found = documents("clear")
    assert found["why"]["verdict"]
    assert found["plan"]["sessions"]
    assert found["verdict"]["verdict"]
    assert found["learn"]["workouts"]
    assert why.came(diary("clear"), at=NOW)

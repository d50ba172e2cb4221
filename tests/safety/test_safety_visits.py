"""A visit that says which question it was about settles that one and no other."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry
from flarepath.safety import QUESTIONS, screen

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=2)


def gate(**detail):
    said = [
        Entry(EARLIER, "answer", name, "" if QUESTIONS[name].whole_body else "calf", word="yes")
        for name in ("e1", "s4")
    ]
    visit = Entry(NOW, "event", "seen_by_professional", detail=tuple(detail.items()))
    return screen(Diary.of_entries([*said, visit]), at=NOW)


def standing(found):
    return {each.id for each in found.findings if each.tier}


def test_a_visit_for_one_question_leaves_the_other_standing():
    assert standing(gate(said="go_on", question="e1")) == {"s4"}


def test_a_visit_that_names_no_question_speaks_for_all_of_its_place():
    assert standing(gate()) == set()


@pytest.mark.parametrize("said", ["wait", "treatment"])
def test_told_to_wait_or_under_treatment_leaves_it_standing(said):
    assert standing(gate(said=said, question="e1")) == {"e1", "s4"}

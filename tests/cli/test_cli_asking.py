"""The safety questions asked one by one."""

import pytest

from flarepath.cli.asking import Stopped, Talk, asked
from flarepath.safety import CRISIS, QUESTIONS, SHORT_SCREEN

SHORT = [QUESTIONS[name] for name in SHORT_SCREEN]
AREA = "mind"
REST = [question for question in QUESTIONS.values() if not question.starred and question.blocks]


class Typing:
    """A person who types these words, and then closes the terminal."""

    def __init__(self, *words):
        self.words, self.shown = list(words), []

    def hear(self, _prompt):
        if not self.words or self.words[0] == "q":
            raise Stopped
        return self.words.pop(0)

    @property
    def talk(self):
        return Talk(self.shown.append, self.hear)


def replies(questions, *words):
    return [one.reply for one in asked(questions, talk=Typing(*words).talk)]


def test_each_starred_question_is_asked_alone():
    assert replies(SHORT[:3], "n", "no", "u") == ["no", "no", "unsure"]


def test_a_question_mark_explains_and_asks_again():
    person = Typing("?", "n")
    assert len(asked(SHORT[:1], talk=person.talk)) == 1
    assert any(SHORT[0].gloss in str(shown) for shown in person.shown)


def test_what_is_no_answer_is_asked_again():
    assert replies(SHORT[:1], "", "maybe", "n") == ["no"]


def test_who_stops_half_way_keeps_what_was_answered():
    assert replies(SHORT, "n", "n", "q") == ["no", "no"]


def test_a_yes_to_an_emergency_stops_at_once():
    assert replies(SHORT, "n", "y", "n", "n") == ["no", "yes"]


@pytest.mark.parametrize("name", sorted(CRISIS))
def test_a_yes_about_not_wanting_to_live_stops_at_once(name):
    words = ["y", "n"] if name in SHORT_SCREEN else ["o", "y", "n"]
    assert replies([QUESTIONS[name], QUESTIONS["d15"]], *words) == ["yes"]


def test_a_yes_to_be_seen_today_goes_on():
    assert replies([QUESTIONS["s1"], QUESTIONS["s4"]], "y", "n") == ["yes", "no"]


def test_none_of_these_is_a_no_for_every_question_of_the_page():
    page = [question for question in REST if question.area == AREA]
    given = asked(page, talk=Typing("n").talk)
    assert [(one.question, one.reply) for one in given] == [(question, "no") for question in page]


def test_a_page_can_be_answered_one_by_one():
    page = [question for question in REST if question.area == AREA]
    assert replies(page, "o", *["n"] * (len(page) - 1), "u")[-1] == "unsure"


def test_a_page_belongs_to_one_area_and_is_short():
    person = Typing(*["n"] * len(REST))
    given = asked(REST, talk=person.talk)
    assert {one.question.id for one in given} == {question.id for question in REST}
    assert len({question.area for question in REST}) <= len(person.shown) <= len(REST) // 3


def test_an_unanswered_page_answers_nothing():
    assert replies(REST, "q") == []

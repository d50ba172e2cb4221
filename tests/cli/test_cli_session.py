"""One sitting at the terminal."""

import pytest

from flarepath import why
from flarepath.cli.asking import Stopped, Talk
from flarepath.cli.call import called
from flarepath.cli.session import keep, sit
from flarepath.safety import QUESTIONS

PAIN = "2026-03-02T08:00,pain,,knee_front,left,2,nrs,"


@pytest.fixture
def person():
    """Somebody who answers as told, and then stops."""

    def typing(*words):
        left = list(words)

        def hear(prompt):
            heard.append(prompt)
            if not left:
                raise Stopped
            return left.pop(0)

        return Talk(lambda _: None, hear)

    heard = []
    typing.heard = heard
    return typing


def everything():
    """A no to every single question and every page."""
    return ["n"] * len(QUESTIONS)


def call(path):
    return called(str(path), at=None, region="", side="")


def test_who_answers_everything_with_no_gets_an_answer(file, person):
    sitting = sit(call(file(PAIN)), why.screened, talk=person(*everything()))
    assert sitting.answer.gate.level == "clear"


def test_an_emergency_is_answered_at_once(file, person):
    sitting = sit(call(file(PAIN)), why.screened, talk=person("y"))
    assert sitting.answer.gate.level == "emergency"
    assert [entry.what for entry in sitting.given] == ["e1"]


def test_answers_stand_at_the_moment_asked_about(file, person):
    sitting = sit(call(file(PAIN)), why.screened, talk=person("n", "n"))
    assert {entry.time for entry in sitting.given} == {sitting.answer.at}


def test_nobody_is_asked_where_nothing_is_open(file, person):
    path = file(PAIN)
    keep(sit(call(path), why.screened, talk=person(*everything())), person("y"))
    sitting = sit(call(path), why.screened, talk=person())
    assert person.heard[-1].startswith("Keep")
    assert sitting.answer.gate.level == "clear"
    assert sitting.given == ()


def test_without_consent_the_file_stays_as_it_is(file, person):
    path = file(PAIN)
    before = path.read_bytes()
    for words in (["n"], [], ["maybe", "no"]):
        keep(sit(call(path), why.screened, talk=person("n")), person(*words))
    assert path.read_bytes() == before


def test_answers_to_a_folder_are_not_offered_to_be_kept(file, person):
    sitting = sit(call(file(PAIN).parent), why.screened, talk=person("n"))
    person.heard.clear()
    keep(sitting, person("y"))
    assert person.heard == []


def test_a_file_that_cannot_be_written_is_said_and_the_answer_stands(file):
    path, shown = file(PAIN), []
    path.write_text("time,kind,where,side,value\n2026-03-02T08:00Z,pain,knee_front,left,2\n")
    talk = Talk(lambda part: shown.append(str(part)), lambda _: "y")
    sitting = sit(call(path), why.screened, talk=talk)
    keep(sitting, talk)
    assert "The answers were not kept: the diary has no column 'what'." in shown
    assert sitting.answer.exit_code == 3


def test_a_question_that_news_asks_again_comes_with_its_reason(file, person):
    shown = []
    answers = [f"2026-03-02T08:10,answer,{name},,,no,,version=1" for name in QUESTIONS]
    note = "2026-03-02T09:00,note,,,,,,text=I can't feel my legs"
    talk = Talk(lambda part: shown.append(str(part)), person(*everything()).hear)
    sitting = sit(call(file(PAIN, *answers, note)), why.screened, talk=talk)
    assert any("You wrote" in part for part in shown)
    assert sitting.given


def test_a_no_is_kept_for_every_place_that_it_was_asked_for(file, person):
    calm = [f"2026-03-0{day}T08:00,pain,,{where},,0,nrs," for day in (1, 2, 3) for where in ("chest", "abdomen")]
    risen = [f"2026-03-04T08:00,pain,,{where},,4,nrs," for where in ("chest", "abdomen")]
    sitting = sit(call(file(*calm, *risen)), why.screened, talk=person(*everything()))
    assert {
        entry.where for entry in sitting.given if entry.kind == "answer" and not QUESTIONS[entry.what].whole_body
    } >= {
        "chest",
        "abdomen",
    }
    assert sitting.answer.gate.level == "clear"

"""The gate asked question by question on a terminal."""

import re

import pytest

from flarepath.safety import QUESTIONS, SHORT_SCREEN

pytestmark = pytest.mark.journey

PROMPT = "q stop > "


def plain(shown):
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)


def reply(shown):
    """No to every question, nothing to what has to be typed, and yes to keeping it."""
    if "Keep" in shown:
        return "y"
    return "" if "type it" in shown.splitlines()[-1] else "n"


def test_who_answers_everything_with_no_is_answered_and_asked_only_once(terminal, diary, run):
    path = diary()
    rows = len(path.read_text().splitlines())
    there = terminal("why", path)
    while "Keep" not in there.shown:
        there.wait_for("> ")
        there.type(reply(there.shown))
    assert there.end() == 0
    assert "What to do now and tomorrow" in plain(there.shown)
    assert f"Keep {len(path.read_text().splitlines()) - rows} answers" in plain(there.shown)
    assert run("why", path).returncode == 0


def test_a_yes_to_an_emergency_shows_the_card_at_once(terminal, diary):
    path = diary()
    there = terminal("screen", path)
    there.wait_for(PROMPT)
    there.type("y")
    there.wait_for("Keep 1 answer")
    assert "Emergency" in plain(there.shown)
    assert "999" in plain(there.shown)
    there.type("y")
    assert there.end() == 3
    assert (
        path.read_text().splitlines()[-1]
        == f"2026-03-02T09:00:00+00:00,answer,e1,,,yes,,version={QUESTIONS['e1'].version}"
    )


def test_a_question_mark_explains(terminal, diary):
    there = terminal("why", diary())
    there.wait_for(PROMPT)
    there.type("?")
    there.wait_for(PROMPT)
    gloss = " ".join(QUESTIONS[SHORT_SCREEN[0]].gloss.split())
    assert gloss in " ".join(plain(there.shown).split())
    there.type("q")
    assert there.end() == 1


def test_who_stops_half_way_may_keep_what_was_answered(terminal, diary):
    path = diary()
    there = terminal("why", path)
    for word in ("n", "n", "q"):
        there.wait_for(PROMPT)
        there.type(word)
    there.wait_for("Keep 2 answers")
    there.type("y")
    assert there.end() == 1
    assert path.read_text().count(",no,,version=") == 2


def test_who_does_not_agree_finds_the_file_as_it_was(terminal, diary):
    path = diary()
    before = path.read_bytes()
    there = terminal("why", path)
    for word in ("n", "q"):
        there.wait_for(PROMPT)
        there.type(word)
    there.wait_for("Keep 1 answer")
    there.type("n")
    assert there.end() == 1
    assert path.read_bytes() == before


def test_with_json_nobody_is_asked(terminal, diary):
    there = terminal("why", diary(), "--json")
    assert there.end() == 1
    assert PROMPT not in there.shown


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_of_the_questions_is_wider_than_the_window(terminal, diary, columns):
    there = terminal("why", diary(), columns=columns)
    there.wait_for("q stop")
    there.type("q")
    assert there.end() == 1
    lines = plain(there.shown).splitlines()[:-1]  # the last is the sentence for stderr, which nobody wraps
    assert max(map(len, lines)) <= columns

"""What stands in a diary is said first, also by commands that only describe it."""

import json
from pathlib import Path

import pytest

from flarepath.cli import main

CASES = Path(__file__).parents[1] / "cases" / "safety"
STOP = "Stop what you are doing and call 999"


@pytest.fixture
def said(capsys):
    """The exit code of a command, and what it printed."""

    def of(*words):
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        shown = capsys.readouterr()
        return int(left.value.code or 0), shown.out, shown.err

    return of


@pytest.fixture
def standing():
    """A diary in which an emergency stands."""
    return CASES / "66-emergency-and-triggers.csv"


@pytest.fixture
def calm(standing, tmp_path):
    """Its twin, without the yes."""
    path = tmp_path / "calm.csv"
    path.write_text(standing.read_text(encoding="utf-8").replace(",e1,,,yes,", ",e1,,,no,"), encoding="utf-8")
    return path


COMMANDS = [
    ("triggers", "{}", "--quick"),
    ("ledger", "{}"),
    ("exercise", "deadlift", "--diary", "{}"),
    ("exercise", "list", "--diary", "{}"),
    ("swap", "deadlift", "--diary", "{}"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_an_emergency_is_named_before_anything_else(said, standing, words):
    code, out, _ = said(*(word.format(standing) for word in words))
    assert (code, " ".join(out.split())[: len(STOP)]) == (0, STOP)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_where_nothing_stands_nothing_is_named(said, calm, words):
    assert STOP not in " ".join(said(*(word.format(calm) for word in words))[1].split())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_document_holds_it_or_has_it_beside_itself(said, standing, words):
    _, out, err = said(*(word.format(standing) for word in words), "--json")
    document = json.loads(out)
    assert STOP in (" ".join(err.split()) if isinstance(document, list) else document["safety"])


def test_a_document_where_nothing_stands_has_no_such_key(said, calm):
    assert "safety" not in json.loads(said("triggers", calm, "--quick", "--json")[1])


def test_the_other_case_is_named_by_both(said):
    path = CASES / "67-emergency-and-ledger.csv"
    assert all(STOP in " ".join(said(*words)[1].split()) for words in (("triggers", path, "--quick"), ("ledger", path)))


def test_a_crisis_names_who_listens(said, tmp_path, calm):
    path = tmp_path / "crisis.csv"
    path.write_text(calm.read_text(encoding="utf-8") + "2026-02-13T09:00,answer,e14,,,yes,,\n", encoding="utf-8")
    assert "116 123" in said("ledger", path)[1]


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_a_diary_that_cannot_be_looked_into_says_it_all_the_same(said, tmp_path, json_too):
    path = tmp_path / "one.csv"
    path.write_text("time,kind,what,where,side,value,unit,detail\n2026-02-13T08:00+00:00,answer,e1,,,yes,,\n")
    _, out, _ = said("triggers", path, *json_too)
    assert "call" in " ".join(out.split())


def test_a_swap_for_a_diary_that_is_not_there_is_refused(said):
    assert said("swap", "deadlift", "--diary", "nowhere.csv")[0] == 2


@pytest.mark.parametrize(("hurts", "is_asked"), [("chest", True), ("jaw", True), ("knee_front", False)])
def test_where_the_heart_may_speak_it_is_asked_about_before_a_swap(said, hurts, is_asked):
    _, out, _ = said("swap", "bench_press", "--hurts", hurts)
    assert (" ".join(out.split()).startswith("First: Do you have pressure")) == is_asked
    document = json.loads(said("swap", "bench_press", "--hurts", hurts, "--json")[1])
    assert ("emergency number" in document.get("safety", "")) == is_asked

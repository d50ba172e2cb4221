"""`flarepath plan`: the week behind the gate, and a person's word on a change kept in the diary."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from flarepath.cli import main
from flarepath.exercises import EXERCISES

EXAMPLES = Path(__file__).parents[2] / "examples"
AT = ("--at", "2026-03-15T21:00")


@pytest.fixture
def marco(tmp_path):
    """A copy of Marco's diary."""
    return shutil.copy(EXAMPLES / "marco.csv", tmp_path / "marco.csv")


@pytest.fixture
def planned(capsys):
    """The week of a diary: its exit code, and what was said."""

    def of(diary, *words):
        with pytest.raises(SystemExit) as left:
            main(["plan", str(diary), *words])
        said = capsys.readouterr()
        return SimpleNamespace(exit_code=int(left.value.code or 0), out=said.out, err=said.err)

    return of


def test_what_a_hot_place_holds_back_is_no_offer_to_refuse(planned, tmp_path):
    case = Path(__file__).parents[1] / "cases" / "safety" / "02-steady-nine-squats-raised.csv"
    diary = shutil.copy(case, tmp_path / "diary.csv")
    before = Path(diary).read_text(encoding="utf-8")
    changes = json.loads(planned(diary, "--json").out)["changes"]
    (held,) = [change["id"] for change in changes if change["exercise"] == "back_squat"]
    said = planned(diary, "--refuse", held)
    assert (said.exit_code, "is no offer" in said.err) == (2, True)
    assert Path(diary).read_text(encoding="utf-8") == before


def test_marco_keeps_training_and_gets_one_swap(planned, marco):
    document = json.loads(planned(marco, "--json", *AT).out)
    (swap,) = [change for change in document["changes"] if change["instead"]]
    assert swap["id"] == "swap_length:back_squat"
    assert "vasti" in EXERCISES[swap["instead"]].mains
    assert {item["id"] for session in document["sessions"] for item in session["items"]} >= {"row", "bench_press"}


def test_the_page_says_what_changes_why_and_what_stops_it(planned, marco):
    shown = " ".join(planned(marco, *AT).out.split())
    for words in ("What changes", "Back squat", "test short", "Look again", "Stop at:", "What is still missing"):
        assert words in shown


def test_a_refused_change_is_kept_in_the_diary_and_followed(planned, marco):
    said = planned(marco, *AT, "--refuse", "swap_length:back_squat", "--reason", "I like it; really")
    document = json.loads(planned(marco, "--json", *AT).out)
    assert (said.exit_code, "refuse swap_length:back_squat" in said.out) == (0, True)
    assert "swap_length:back_squat" not in {change["id"] for change in document["changes"]}
    assert "I like it; really" in json.dumps(document)


def test_another_exercise_can_be_asked_for(planned, marco):
    planned(marco, *AT, "--change", "swap_length:back_squat", "--to", "reverse nordic")
    document = json.loads(planned(marco, "--json", *AT).out)
    (swap,) = [change for change in document["changes"] if change["instead"]]
    assert (swap["decision"]["said"], swap["instead"]) == ("change", "reverse_nordic")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--refuse", "swap_red:nothing"), "no change 'swap_red:nothing' on offer"),
        (("--change", "swap_length:back_squat"), "--change needs --to"),
        (("--accept", "a:b", "--refuse", "a:b"), "one thing at a time"),
        (("--equipment", "hovercraft"), "no equipment of the library"),
    ],
)
def test_a_wrong_word_is_refused_and_nothing_is_written(planned, marco, words, sentence):
    before = Path(marco).read_bytes()
    said = planned(marco, *AT, *words)
    assert (said.exit_code, sentence in said.err) == (2, True)
    assert Path(marco).read_bytes() == before


def test_behind_a_red_flag_there_is_no_week(planned):
    said = planned(EXAMPLES / "cy.csv", "--json")
    document = json.loads(said.out)
    assert said.exit_code == 3
    assert (document["sessions"], document["changes"], document["advice"], document["tried"]) == ([], [], [], None)
    assert document["refer"]


def test_before_the_safety_questions_there_is_no_week(planned, tmp_path):
    rows = "".join(f"2026-01-{day:02}T20:00,pain,,knee_front,left,{day % 5},nrs,\n" for day in range(1, 31))
    (tmp_path / "new.csv").write_text(f"time,kind,what,where,side,value,unit,detail\n{rows}", encoding="utf-8")
    said = planned(tmp_path / "new.csv", "--json")
    assert (said.exit_code, json.loads(said.out)["sessions"]) == (1, [])


def test_the_days_and_minutes_asked_for_are_kept(planned, marco):
    document = json.loads(planned(marco, "--json", *AT, "--days", "4", "--minutes", "12").out)
    assert len(document["sessions"]) <= 4
    assert max(session["minutes"] for session in document["sessions"]) <= 12

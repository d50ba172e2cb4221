"""With a diary, `swap` and `exercise` ask what is for this person now."""

import json

import pytest

from flarepath.cli import main

HEAD = "time,kind,what,where,side,value,unit,detail\n"


@pytest.fixture
def asked(capsys, tmp_path):
    """The JSON document of a command for a diary of these rows."""

    def of(rows, *words):
        path = tmp_path / "diary.csv"
        path.write_text(HEAD + rows, encoding="utf-8")
        with pytest.raises(SystemExit):
            main([*words, "--diary", str(path), "--json"])
        return json.loads(capsys.readouterr().out)

    return of


BRITTLE = "2026-03-01T08:00+00:00,fact,osteoporosis,,,yes,,\n"
NOTHING = "2026-03-01T08:00+00:00,fact,osteoporosis,,,no,,\n"


def test_an_exercise_says_why_it_is_not_for_this_person(asked):
    assert "Thin bones" in asked(BRITTLE, "exercise", "roll_down")["not_now"]


def test_an_exercise_that_is_for_everybody_says_nothing(asked):
    assert "not_now" not in asked(NOTHING, "exercise", "roll_down")
    assert "not_now" not in asked(BRITTLE, "exercise", "row")


def test_a_swap_offers_what_is_for_this_person(asked):
    theirs = {row["exercise"] for row in asked(BRITTLE, "swap", "sit_up")["swaps"]}
    everybody = {row["exercise"] for row in asked(NOTHING, "swap", "sit_up")["swaps"]}
    assert theirs
    assert not theirs & {"curl_up", "boat_pose", "bicycle_crunch", "toes_to_bar"}
    assert everybody & {"curl_up", "boat_pose", "bicycle_crunch", "toes_to_bar"}


def test_where_an_emergency_stands_nothing_is_offered(asked):
    found = asked("2026-03-01T08:00+00:00,answer,e1,,,yes,,\n", "swap", "sit_up")
    assert (found["swaps"], "not for you now" in found["none_because"]) == ([], True)

"""`exercise`, `swap` and `ledger` as a person calls them."""

import json
from pathlib import Path

import pytest

MARCO = str(Path(__file__).parents[3] / "examples" / "marco.csv")


def test_an_exercise_is_found_by_the_name_people_type(invoke):
    ran = invoke("exercise", "RDLs", "--json")
    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["id"] == "romanian_deadlift"


def test_a_slip_of_the_finger_is_asked_about_and_never_guessed(invoke):
    ran = invoke("exercise", "clamshel")
    assert ran.exit_code == 2
    assert "clamshell" in ran.stderr


def test_the_page_tells_muscles_lengths_and_when_to_stop(invoke):
    shown = invoke("exercise", "romanian_deadlift").stdout
    for words in ("Hamstrings", "longer", "Stop at", "no advice about a pain"):
        assert words in shown


def test_the_list_can_be_narrowed(invoke):
    found = json.loads(invoke("exercise", "list", "--muscle", "hammies", "--zone", "long", "--json").stdout)
    assert "romanian_deadlift" in {each["id"] for each in found}
    assert "glute_bridge" not in {each["id"] for each in found}


def test_a_word_for_several_muscles_is_asked_about(invoke):
    ran = invoke("exercise", "list", "--muscle", "quads")
    assert ran.exit_code == 2
    assert "vasti" in ran.stderr


def test_a_swap_spares_what_hurts_and_says_why(invoke):
    document = json.loads(invoke("swap", "back squat", "--hurts", "knee_front", "--json").stdout)
    assert document["exercise"] == "back_squat"
    assert {"exercise", "why", "zone", "shares", "first_dose"} == set(document["swaps"][0])


@pytest.mark.parametrize("words", [("--equipment", "dumbell"), ("--pattern", "squatt"), ("--hurts", "nee")])
def test_a_word_the_library_does_not_know_is_refused(invoke, words):
    assert invoke("swap", "back squat", *words).exit_code == 2


def test_where_no_swap_fits_the_page_says_so(invoke):
    ran = invoke("swap", "quad stretch", "--hurts", "thigh_front")
    assert ran.exit_code == 0
    assert "place that hurts" in ran.stdout


def test_the_ledger_of_a_diary(invoke):
    rows = json.loads(invoke("ledger", MARCO, "--json").stdout)
    vasti = next(row for row in rows if row["muscle"] == "vasti")
    assert vasti["short"] > 0
    assert vasti["warning"]


def test_the_ledgers_page_carries_the_line_that_it_is_no_advice(invoke):
    assert "no advice about a pain" in " ".join(invoke("ledger", MARCO).stdout.split())


def test_the_ledgers_picture_is_written(invoke, tmp_path):
    ran = invoke("ledger", MARCO, "--plot", str(tmp_path / "ledger.svg"))
    assert ran.exit_code == 0
    assert "Knee straighteners" in (tmp_path / "ledger.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("days", ["0", "-3", "x"])
def test_an_impossible_period_is_refused(invoke, days):
    assert invoke("ledger", MARCO, "--days", days).exit_code == 2


def test_an_empty_diary_has_no_ledger(invoke, tmp_path):
    empty = tmp_path / "diary.csv"
    empty.write_text("time,kind,what,where,side,value,unit,detail\n", encoding="utf-8")
    ran = invoke("ledger", str(empty))
    assert ran.exit_code == 1
    assert "no entry" in ran.stderr

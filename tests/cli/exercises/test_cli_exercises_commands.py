"""`exercise`, `swap` and `ledger` as a person calls them."""

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[3] / "examples"
MARCO, YUKI = (str(EXAMPLES / name) for name in ("marco.csv", "yuki.csv"))
DAYS = ("2026-02-01", "2026-03-01")


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


def test_the_list_can_be_held_to_the_tools_at_hand(invoke):
    found = json.loads(invoke("exercise", "list", "--equipment", "none", "--json").stdout)
    assert "squat" in {each["id"] for each in found}
    assert "romanian_deadlift" not in {each["id"] for each in found}


def test_no_tools_at_all_can_be_said_in_words(invoke):
    nothing, empty = (invoke("swap", "back squat", "--equipment", words, "--json").stdout for words in ("none", ""))
    assert nothing == empty


def test_a_swap_is_called_by_its_name_and_its_id(invoke):
    shown = invoke("swap", "back squat").stdout
    assert "Instead of: Back squat" in shown
    assert "Chair squat  chair_squat" in shown


def test_the_ledger_of_a_diary(invoke):
    rows = json.loads(invoke("ledger", MARCO, "--json").stdout)
    vasti = next(row for row in rows if row["muscle"] == "vasti")
    assert vasti["short"] > 0
    assert vasti["warning"]


def test_both_sides_stand_in_the_document_and_in_one_line_on_the_page(invoke):
    rows = json.loads(invoke("ledger", MARCO, "--json").stdout)
    assert {row["side"] for row in rows} == {"left", "right"}
    assert "Knee straighteners, left" not in invoke("ledger", MARCO).stdout


def test_a_yogi_sees_what_she_stretched_and_for_how_long(invoke):
    shown = invoke("ledger", YUKI).stdout
    assert "Stretched or massaged, not loaded" in shown
    assert "Deep hip flexors, right  1.6 h long" in shown


def test_the_period_can_begin_on_a_day(invoke):
    assert "since 2026-03-01" in invoke("ledger", MARCO, "--since", "2026-03-01").stdout
    early, late = (json.loads(invoke("ledger", MARCO, "--since", day, "--json").stdout) for day in DAYS)
    assert early[0]["short"] > late[0]["short"]


@pytest.mark.parametrize("more", [("--days", "7"), ("--at", "2026-02-01")])
def test_a_period_that_contradicts_itself_is_refused(invoke, more):
    assert invoke("ledger", MARCO, "--since", "2026-03-01", *more).exit_code == 2


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
    assert invoke("ledger", str(empty), "--json").stdout.strip() == "[]"


def test_before_the_first_entry_there_is_nothing_to_add_up(invoke):
    assert invoke("ledger", MARCO, "--at", "1999-01-01").exit_code == 1

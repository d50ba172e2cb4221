"""The installed command as a process."""

import json
import sys

import pytest

pytestmark = pytest.mark.journey

YES = "2026-03-02T09:06,answer,{},,,yes,,version=1"


@pytest.mark.parametrize(
    "words", [["--help"], ["why", "--help"], ["screen", "--help"], ["doctor", "--help"], ["--version"]]
)
def test_help_and_version_are_exit_0(run, words):
    assert run(*words).returncode == 0


def test_help_loads_neither_the_tables_nor_rich(run):
    seen = run("--help", PYTHONPROFILEIMPORTTIME="1").stderr
    assert "click" in seen
    assert "flarepath.safety" not in seen
    assert "rich.console" not in seen


def test_an_answered_gate_is_exit_0_and_the_answer_is_printed(run, diary, noes):
    shown = run("why", diary(noes))
    assert shown.returncode == 0
    assert "Back of the thigh, left" in shown.stdout
    assert "What to do now and tomorrow" in shown.stdout


def test_an_open_gate_is_exit_1_and_advises_nothing(run, diary):
    shown = run("why", diary(), "--json")
    document = json.loads(shown.stdout)
    assert shown.returncode == 1
    assert shown.stderr.startswith("The safety questions come first")
    assert document["gate"]["level"] == "unanswered"
    assert document["causes"] == document["advice"] == document["avoid"] == []


def test_a_diary_without_an_entry_is_exit_1(run, tmp_path):
    path = tmp_path / "empty.csv"
    path.write_text("time,kind,what,where,side,value,unit,detail\n")
    shown = run("why", path, "--json")
    assert shown.returncode == 1
    assert "no entry" in shown.stderr
    assert json.loads(shown.stdout)["advice"] == []


@pytest.mark.parametrize(
    "words", [["nowhere.csv"], ["{}", "--region", "kne"], ["{}", "--at", "soon"], ["{}", "--side", "up"]]
)
def test_a_wrong_call_is_exit_2_and_one_sentence(run, diary, noes, words):
    shown = run("why", *[word.format(diary(noes)) for word in words])
    assert shown.returncode == 2
    assert shown.stdout == ""
    assert shown.stderr.count("\n") == 1


@pytest.mark.parametrize(("question", "level"), [("e4", "emergency"), ("s1", "same_day"), ("d4", "days")])
def test_a_red_flag_is_exit_3_and_a_referral(run, diary, noes, question, level):
    path = diary(noes, YES.format(question))
    shown = run("why", path, "--json")
    document = json.loads(shown.stdout)
    assert (shown.returncode, document["gate"]["level"]) == (3, level)
    assert document["refer"]["urgency"] == level
    assert document["refer"]["to"] in " ".join(run("screen", path).stdout.replace("┃", "").replace("│", "").split())


def test_a_crisis_shows_people_to_talk_to_and_nothing_else(run, diary, noes):
    shown = run("why", diary(noes, YES.format("s16")))
    assert shown.returncode == 3
    assert "116 123" in shown.stdout
    assert "hand over" not in shown.stdout


def test_the_diary_may_come_in_through_the_pipe(run, diary, noes):
    path = diary(noes)
    piped, named = run("why", "-", "--json", text=path.read_text()), run("why", path, "--json")
    assert piped.returncode == 0
    assert piped.stdout == named.stdout


def test_a_folder_is_one_diary(run, diary, tmp_path, noes):
    whole = run("why", diary(noes, name="whole.csv"), "--json").stdout
    folder = tmp_path / "parts"
    folder.mkdir()
    header, *rows = (tmp_path / "whole.csv").read_text().splitlines()
    (folder / "a.csv").write_text("\n".join([header, *rows[:5]]))
    (folder / "b.csv").write_text("\n".join([header, *rows[5:]]))
    assert run("why", folder, "--json").stdout == whole


def test_a_moment_before_the_flare_knows_nothing_of_it(run, diary, noes):
    document = json.loads(run("why", diary(noes), "--at", "2026-02-28", "--json").stdout)
    assert document["at"] == "2026-02-28T23:59:59+00:00"
    assert document["flare"] is None


def test_no_color_is_respected_and_a_pipe_has_none(run, diary, noes):
    assert "\x1b" not in run("why", diary(noes)).stdout
    assert "\x1b[31m" not in run("why", diary(noes), NO_COLOR="1", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_window(run, diary, noes, columns):
    shown = run("why", diary(noes), COLUMNS=str(columns))
    assert max(map(len, shown.stdout.splitlines())) <= columns


def test_where_only_ascii_can_be_written_it_still_answers(run, diary, noes):
    shown = run("why", diary(noes), PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert shown.stdout.isascii()


def test_json_can_be_read_where_only_ascii_can_be_written(run, diary, noes):
    path = diary(noes, "2026-03-02T08:00,food,Käse,,,1,portion,")
    shown = run("why", path, "--json", PYTHONIOENCODING="ascii")
    assert json.loads(shown.stdout) == json.loads(run("why", path, "--json").stdout)


@pytest.mark.parametrize("lines", [1, 3])
def test_a_reader_that_goes_away_is_no_fault(process, diary, noes, lines):
    left = process("why", diary(noes))
    for _ in range(lines):
        left.stdout.readline()
    left.stdout.close()
    assert "Traceback" not in left.stderr.read()
    left.stderr.close()
    assert left.wait() in (0, 141)


def test_the_doctor_finds_the_bad_line(run, diary):
    shown = run("doctor", diary("2026-03-02T08:00,pain,,knee_frnt,left,2,nrs,"))
    assert shown.returncode == 1
    assert "did you mean 'knee_front'" in " ".join(shown.stdout.split())


def test_the_command_is_the_one_beside_this_python(run):
    assert run("doctor").stdout.count(f"{sys.version_info.major}.{sys.version_info.minor}.") >= 1

"""The commands, their help and their exit codes, with a stand-in for the answer."""

import json
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from flarepath import why
from flarepath.cli import main
from flarepath.cli.commands import COMMANDS, flarepath_command
from flarepath.safety import Gate

PAIN = "2026-03-02T08:00,pain,,knee_front,left,2,nrs,"


def run(*words, **how):
    return CliRunner().invoke(flarepath_command, [str(word) for word in words], standalone_mode=False, **how)


def left_with(capsys, *words):
    """The exit code, and what was said on stderr."""
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    return int(left.value.code), capsys.readouterr().err


@pytest.fixture
def answering(monkeypatch, bo):
    """Make `why` answer as told."""

    def answers(code=0, refusal="", level="clear", document=bo):
        gate = Gate(level, (), True, True, True, (), frozenset(), None, "")  # noqa: FBT003 - the record's own order
        answer = SimpleNamespace(gate=gate, exit_code=code, refusal=refusal, at=datetime(2026, 3, 2, tzinfo=UTC))
        monkeypatch.setattr(why, "explain", lambda _, **asked: asked_for.update(asked) or answer)
        monkeypatch.setattr(why, "document", lambda _: document)

    asked_for = {}
    answers.asked_for = asked_for
    return answers


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"simulate", "exercise", "swap", "serve", "backup", "restore"}))
def test_every_help_has_an_example_and_tells_what_diary_is(name):
    text = run(name, "--help").output
    assert f"flarepath {name} diary.csv" in text
    assert "a folder of them" in text


def test_the_help_lists_every_command_and_every_exit_code():
    text = run("--help").output
    assert all(f"\n  {name} " in text for name in COMMANDS)
    assert all(f"\n    {code:2}  " in text for code in (0, 1, 2, 3, 70))


def test_the_version_is_the_packages():
    assert run("--version").output.startswith("flarepath 0.")


def test_the_page_is_printed_and_the_code_is_the_answers(answering, file):
    answering(0)
    shown = run("why", file(PAIN))
    assert "Twelve hours after new lunges." in shown.output
    assert shown.return_value == 0


def test_json_is_one_document_without_nan(answering, file, bo):
    answering(0)
    assert json.loads(run("why", file(PAIN), "--json").stdout) == bo


def test_nan_in_a_document_is_a_fault_and_never_printed(answering, file, bo, capsys):
    answering(document=bo | {"at": float("nan")})
    code, said = left_with(capsys, "why", file(PAIN), "--json")
    assert code == 70
    assert "Sorry" in said


def test_the_time_and_the_place_are_passed_on(answering, file):
    answering()
    run("why", file(PAIN), "--at", "2026-03-02T22:00", "--region", "knee_front", "--side", "left")
    assert answering.asked_for == {
        "at": datetime(2026, 3, 2, 22, tzinfo=UTC),
        "region": "knee_front",
        "side": "left",
    }


def test_an_open_gate_says_so_on_stderr_and_the_document_is_printed(answering, file, bo):
    answering(1, "The safety questions come first.", "unanswered")
    shown = run("why", file(PAIN), "--json")
    assert shown.return_value == 1
    assert shown.stderr == "The safety questions come first.\n"
    assert json.loads(shown.stdout) == bo


def test_a_red_flag_is_exit_3(answering, file):
    answering(3)
    assert run("why", file(PAIN), "--json").return_value == 3


def test_bad_lines_are_counted_and_the_first_three_shown(answering, file):
    answering()
    path = file(*[f"2026-03-02T08:0{n},pain,,knee_frnt,left,2,nrs," for n in range(5)], PAIN)
    text = run("why", path).output
    assert "5 lines of the diary need a look" in text
    assert text.count("did you mean") == 3
    assert "To see all of them: flarepath doctor" in text


def test_with_json_bad_lines_go_to_stderr(answering, file, bo):
    answering()
    shown = run("why", file("2026-03-02T08:00,pain,,knee_frnt,left,2,nrs,", PAIN), "--json")
    assert json.loads(shown.stdout) == bo
    assert "1 line of the diary needs a look" in shown.stderr


def test_a_diary_comes_in_through_the_pipe(answering, file):
    answering()
    assert run("why", "-", "--json", input=file(PAIN).read_bytes()).return_value == 0


@pytest.mark.parametrize("name", ["why", "screen"])
def test_without_an_entry_the_document_is_printed_and_the_exit_is_1(name, file):
    path = file(PAIN)
    shown = run(name, path, "--at", "2019-01-01", "--json")
    assert json.loads(shown.stdout)["gate"]["level"] == "unanswered"
    assert shown.exit_code == 1


def test_an_empty_file_has_no_entry_to_answer_from(tmp_path, capsys):
    path = tmp_path / "empty.csv"
    path.touch()
    code, said = left_with(capsys, "why", path)
    assert code == 1
    assert "no entry" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere.csv"], "There is no file or folder 'nowhere.csv'."),
        (["{}", "--at", "soon"], "'soon' is not a time; write 2026-03-02 or 2026-03-02T22:00."),
        (["{}", "--region", "knee_frnt"], "'knee_frnt' is not a known region; did you mean 'knee_front'?"),
        (["{}", "--side", "up"], "'up' is not one of 'left', 'right', 'both', 'middle'."),
        (["{}", "--region", "shin", "--side", "middle"], "There is no middle shin."),
        (["{}", "--jsn"], "No such option '--jsn'. Did you mean '--json'?"),
        ([], "Missing argument 'DIARY'."),
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_2(words, sentence, file, capsys):
    path = str(file(PAIN))
    code, said = left_with(capsys, "why", *[word.format(path) for word in words])
    assert code == 2
    assert said.endswith(sentence + "\n")
    assert said.count("\n") == 1


def test_a_command_that_does_not_exist_is_refused(capsys):
    assert left_with(capsys, "wy") == (2, "No such command 'wy'.\n")


def test_a_fault_is_logged_and_apologised_for_and_is_no_success(monkeypatch, file, capsys):
    monkeypatch.setattr(why, "explain", lambda *_, **__: 1 / 0)
    code, said = left_with(capsys, "why", file(PAIN))
    assert code == 70
    assert "ZeroDivisionError" in said
    assert said.splitlines()[-1].startswith("Sorry: ")


def test_stopping_is_no_success(monkeypatch, file, capsys):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(why, "explain", stopped)
    assert left_with(capsys, "why", file(PAIN)) == (130, "Stopped.\n")

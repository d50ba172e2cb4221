"""`flarepath triggers`: which diaries, what is printed where, and the exit codes."""

import json

import pytest
from click.testing import CliRunner

from flarepath import triggers
from flarepath.cli import main, tally
from flarepath.cli.commands import flarepath_command
from flarepath.cli.found import each_one, moment_of
from flarepath.cli.refusal import Refused
from flarepath.errors import TooLittleData
from flarepath.triggers import Attribution

PAIN = "2026-03-02T08:00,pain,,knee_front,left,2,nrs,"
BAD = "2026-03-02T08:00,pain,,knee_frnt,left,2,nrs,"


@pytest.fixture
def finding(monkeypatch, ada):
    """Make `find` answer Ada's attribution, and keep how it was asked."""
    asked = []
    monkeypatch.setattr(triggers, "find", lambda diary, **how: asked.append((diary, how)) or ada)
    return asked


def run(*words, **how):
    return CliRunner().invoke(flarepath_command, ["triggers", *map(str, words)], standalone_mode=False, **how)


def left_with(capsys, *words):
    """The exit code, and what was said on stderr."""
    with pytest.raises(SystemExit) as left:
        main(["triggers", *map(str, words)])
    return int(left.value.code), capsys.readouterr().err


def lines(shown):
    return [json.loads(line) for line in shown.stdout.splitlines()]


def test_the_page_of_one_diary_is_printed(finding, file):
    shown = run(file(PAIN))
    assert "single-leg hinge, or Romanian deadlift" in shown.stdout
    assert shown.return_value == 0
    assert len(finding[0][0].entries) == 2


def test_json_is_the_document_on_one_line_and_nothing_else(finding, file, ada):
    path = file(PAIN)
    shown = run(path, "--json")
    assert lines(shown) == [json.loads(json.dumps(triggers.document(ada, diary=str(path))))]
    assert shown.stderr == ""
    assert finding


def test_diaries_are_answered_in_the_order_of_the_call(finding, file):
    paths = [file(PAIN, name=f"{name}.csv") for name in "cab"]
    assert [line["diary"] for line in lines(run(*paths, "--json"))] == [str(path) for path in paths]
    assert len(finding) == 3


def test_each_file_of_a_folder_is_a_diary_of_its_own(finding, file, tmp_path):
    for name in ("b.csv", "a.csv", "notes.txt"):
        file(PAIN, name=name)
    shown = run(f"{tmp_path}/", "--json")
    assert [line["diary"] for line in lines(shown)] == [f"{tmp_path}/a.csv", f"{tmp_path}/b.csv"]
    assert len(finding) == 2


def test_a_diary_through_the_pipe_is_named_by_its_dash(finding, file):
    shown = run("-", "--json", input=file(PAIN).read_bytes())
    assert lines(shown)[0]["diary"] == "-"
    assert len(finding[0][0].entries) == 2


def test_the_pipe_can_be_named_once():
    with pytest.raises(Refused, match="Only one diary can come in"):
        each_one(["-", "-"])


@pytest.mark.parametrize(("words", "quick"), [([], False), (["--quick"], True)])
def test_quick_asks_for_the_instant_answer(finding, file, words, quick):
    run(file(PAIN), *words)
    assert finding[0][1] == {"quick": quick}


def test_a_diary_without_an_entry_is_a_line_with_the_reason_and_the_others_go_on(finding, file, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.touch()
    shown = run(empty, file(PAIN), "--json")
    first, second = lines(shown)
    assert first == {"diary": str(empty), "days": 0, "outcomes": [], "error": first["error"]}
    assert "no entry" in first["error"]
    assert "error" not in second
    assert shown.return_value == 1
    assert shown.stderr == f"{empty}: {first['error']}\n"
    assert len(finding) == 1


def test_a_file_that_cannot_be_opened_is_a_line_with_the_reason(finding, file, monkeypatch):
    path = file(PAIN)
    monkeypatch.setattr("pathlib.Path.open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    shown = run(path, "--json")
    assert "Permission denied" in lines(shown)[0]["error"]
    assert shown.return_value == 1
    assert finding == []


def test_what_the_data_cannot_say_is_a_line_with_the_reason(monkeypatch, file):
    def find(*_, **__):
        raise TooLittleData(have=3, need=10, of="check-ins")

    monkeypatch.setattr(triggers, "find", find)
    shown = run(file(PAIN))
    assert shown.stderr == "3 check-ins so far; at least 10 are needed.\n"
    assert shown.stdout == ""
    assert shown.return_value == 1


def test_cannot_tell_yet_is_an_answer(monkeypatch, file, unexplained):
    monkeypatch.setattr(triggers, "find", lambda *_, **__: unexplained)
    assert run(file(PAIN)).return_value == 0


def test_bad_lines_stand_on_the_page_of_their_diary(finding, file):
    assert "1 line of the diary needs a look" in run(file(BAD, PAIN)).stdout
    assert finding


def test_with_json_bad_lines_go_to_stderr_in_short_where_there_are_many_diaries(finding, file):
    good, bad = file(PAIN, name="good.csv"), file(BAD, PAIN, name="bad.csv")
    assert "did you mean" in run(bad, "--json").stderr
    shown = run(good, bad, "--json")
    assert shown.stderr == f"{bad}: 1 line needs a look; to see them: flarepath doctor {bad}\n"
    assert len(lines(shown)) == 2
    assert len(finding) == 3


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere.csv"], "There is no file or folder 'nowhere.csv'."),
        (["{}", "nowhere.csv"], "There is no file or folder 'nowhere.csv'."),
        (["{}", "--plot", "a.png"], "the picture is an SVG file, so 'a.png' must end with .svg."),
        (["{}", "--plot", "a.html"], "the picture is an SVG file, so 'a.html' must end with .svg."),
        (["{}", "--plot", "no/where/a.svg"], "there is no folder 'no/where' to put the picture in."),
        (["{0}", "{0}", "--plot", "a.svg"], "--plot draws one diary, and this call names 2; name one."),
        (["{}", "--jobs", "-1"], "-1 is not in the range 0<=x<=256."),
        ([], "Missing argument 'DIARY...'."),
    ],
)
def test_a_wrong_call_of_triggers_is_one_sentence_and_exit_2(finding, words, sentence, file, capsys):
    path = str(file(PAIN))
    code, said = left_with(capsys, *[word.format(path) for word in words])
    assert code == 2
    assert said.endswith(sentence + "\n")
    assert said.count("\n") == 1
    assert finding == []


def test_stopping_in_the_middle_keeps_the_lines_that_were_ready(monkeypatch, file, capsys, ada):
    answers = iter([ada])

    def find(*_, **__):
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(triggers, "find", find)
    path = file(PAIN)
    with pytest.raises(SystemExit) as left:
        main(["triggers", str(path), str(path), "--json"])
    told = capsys.readouterr()
    assert left.value.code == 130
    assert (len(told.out.splitlines()), told.err) == (1, "Stopped.\n")


def test_the_moment_is_the_highest_recent_one_of_the_surest_outcome(ada):
    moment = moment_of(ada)
    assert (moment["region"], moment["time"]) == ("thigh_back", "2026-03-03T12:00:00+00:00")
    assert sum(share["value"] for share in moment["points"]) == pytest.approx(6.0)


def test_without_a_trigger_no_moment_is_split(unexplained):
    assert moment_of(unexplained) is None
    assert moment_of(Attribution(0, ())) is None


def test_a_bar_counts_the_diaries_where_somebody_looks(monkeypatch, window):
    monkeypatch.setattr("sys.stderr", window)
    assert list(tally.tallied(iter("abc"), "Looking", of=3)) == ["a", "b", "c"]
    assert "Looking" in window.getvalue()


@pytest.mark.parametrize(("of", "looks"), [(1, True), (3, False)])
def test_there_is_no_bar_for_one_diary_or_where_nobody_looks(monkeypatch, window, of, looks):
    window.isatty = lambda: looks
    monkeypatch.setattr("sys.stderr", window)
    assert list(tally.tallied(iter("a" * of), "Looking", of=of)) == ["a"] * of
    assert window.getvalue() == ""


def test_the_bar_is_gone_when_the_work_fails(monkeypatch, window):
    def failing():
        yield "a"
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stderr", window)
    with pytest.raises(KeyboardInterrupt):
        list(tally.tallied(failing(), "Looking", of=3))
    assert window.getvalue().endswith("\x1b[?25h\r\x1b[1A\x1b[2K")

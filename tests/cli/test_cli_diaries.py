"""What DIARY names."""

from datetime import UTC, datetime

import pytest

from flarepath.cli.diaries import joined, source
from flarepath.cli.refusal import Refused

NOW = datetime(2026, 4, 1, tzinfo=UTC)
FIRST = "2026-03-02T08:00,pain,,knee_front,left,2,nrs,"
SECOND = "2026-03-03T08:00,pain,,knee_front,left,4,nrs,"


def test_a_file_is_a_diary_that_answers_can_be_added_to(file):
    path = file(FIRST)
    assert source(str(path)).file == path
    assert len(source(str(path)).diary(now=NOW).of("pain")) == 1


def test_the_files_of_a_folder_are_one_diary_in_the_order_of_their_names(file, tmp_path):
    file(SECOND, name="b.csv")
    file(FIRST, name="a.csv")
    diary = source(str(tmp_path)).diary(now=NOW)
    assert [entry.value for entry in diary.of("pain")] == [2, 4]
    assert source(str(tmp_path)).file is None


def test_a_zone_told_in_one_file_counts_for_the_others(file, tmp_path):
    file(FIRST, name="a.csv")
    (tmp_path / "b.csv").write_text(file(name="c.csv").read_text().splitlines()[0] + "\n" + SECOND)
    diary = source(str(tmp_path)).diary(now=NOW)
    assert not [problem for problem in diary.problems if "zone" in problem.why]


def test_a_bad_line_of_a_folder_is_named_with_its_file(file, tmp_path):
    file(FIRST, name="a.csv")
    file("2026-03-03T08:00,pain,,knee_frnt,left,4,nrs,", name="b.csv")
    named = source(str(tmp_path))
    lines = [named.line(problem.line) for problem in named.diary(now=NOW).problems if "knee_frnt" in problem.why]
    assert lines == ["b.csv line 3"]


def test_files_of_a_folder_must_have_the_same_columns():
    with pytest.raises(Refused, match=r"a\.csv and b\.csv have different columns"):
        joined([("a.csv", b"time,kind\n"), ("b.csv", b"kind,time\n")])


def test_joined_files_keep_their_lines_in_count():
    assert joined([("a", b"t,k\n1,2\n"), ("b", b"# hm\nt,k\n3,4\n")]) == b"t,k\n1,2\n# hm\n#t,k\n3,4\n"


def test_an_empty_file_in_a_folder_is_no_hindrance():
    assert joined([("a", b""), ("b", b"t,k\n1,2\n")]) == b"t,k\n1,2\n"


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(Refused, match=r"no file or folder 'nowhere\.csv'"):
        source("nowhere.csv")


def test_a_folder_without_a_csv_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"holds no \.csv file"):
        source(str(tmp_path))


def test_a_file_that_cannot_be_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "bo.csv"
    path.touch()
    monkeypatch.setattr("pathlib.Path.open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    with pytest.raises(Refused, match="Permission denied"):
        source(str(path)).diary(now=NOW)

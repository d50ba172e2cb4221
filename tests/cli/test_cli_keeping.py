"""Answers at the end of a diary file."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flarepath.cli.keeping import appended, keep
from flarepath.cli.refusal import Refused
from flarepath.diary import Entry, read

HEADER = "time,kind,what,where,side,value,unit,detail"
PAIN = "2026-03-02T08:00Z,pain,,hip_front,right,5,nrs,"
NO = Entry(datetime(2026, 3, 2, 9, tzinfo=UTC), "answer", "e1", word="no", detail=(("version", "1"),))
HERE = Entry(NO.time, "answer", "s4", "calf", "left", word="yes", detail=(("version", "2"),))


def answers_in(content):
    return [(e.time, e.what, e.where, e.side, e.word, e.detail) for e in read(io.BytesIO(content)).of("answer")]


def told(entry):
    return entry.time, entry.what, entry.where, entry.side, entry.word, entry.detail


def test_an_answer_is_a_row_in_the_files_own_columns():
    new = appended(b"kind,time,value,what,detail\n", [NO])
    assert new.splitlines()[-1] == b"answer,2026-03-02T09:00:00+00:00,no,e1,version=1"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n# the end"])
def test_the_files_letters_separator_and_line_ends_stay(newline, separator, encoding, end):
    text = f"# Käthe\n{HEADER}\n{PAIN}{end}".replace(",", separator).replace("\n", newline)
    new = appended(text.encode(encoding), [NO, HERE])
    assert answers_in(new) == [told(NO), told(HERE)]
    assert new.decode(encoding) == text + new.decode(encoding).removeprefix(text)
    assert new.decode(encoding).count("\n") == new.decode(encoding).count(newline)


@given(rows=st.lists(st.text(max_size=40), max_size=8), end=st.sampled_from(["", "\n", "\r\n", '"']))
def test_whatever_stands_in_the_file_stays_its_beginning(rows, end):
    old = ("\n".join([HEADER, *rows]) + end).encode("utf-8", "surrogatepass")
    assert appended(old, [NO]).startswith(old)


def test_a_file_without_a_header_has_the_usual_columns():
    assert answers_in(appended(PAIN.encode(), [NO])) == [told(NO)]


def test_a_column_that_is_missing_refuses_the_answer():
    with pytest.raises(Refused, match="no column 'what'"):
        appended(b"time,kind,value\n", [NO])


def test_the_file_is_replaced_in_one_step_and_keeps_its_mode(tmp_path):
    path = tmp_path / "bo.csv"
    path.write_text(f"{HEADER}\n{PAIN}\n")
    path.chmod(0o640)
    keep(path, [NO])
    assert answers_in(path.read_bytes()) == [told(NO)]
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.csv", tmp_path / "bo.csv"
    real.write_text(f"{HEADER}\n")
    link.symlink_to(real)
    keep(link, [NO])
    assert link.is_symlink()
    assert answers_in(real.read_bytes()) == [told(NO)]


def test_what_would_not_read_back_is_not_written(tmp_path):
    path = tmp_path / "bo.csv"
    path.write_text(f"{HEADER}\n2026-03-02T09:00Z,answer,e1,,,no,,version=1\n")
    with pytest.raises(Refused, match="would not read back"):
        keep(path, [NO])
    assert path.read_text().count("e1") == 1


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(Refused, match=r"bo\.csv cannot be written"):
        keep(tmp_path / "gone" / "bo.csv", [NO])

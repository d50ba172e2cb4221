"""`flarepath triggers` as a process: a diary whose knee hurts the day after lunges."""

import json
import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytestmark = pytest.mark.journey

COMMAND = Path(sys.executable).with_name("flarepath")
HEADER = "time,kind,what,where,side,value,unit,detail"
START = datetime(2026, 1, 5)  # noqa: DTZ001 - plain local time, as a diary has it
LUNGES = (0, 5, 9, 16, 19, 27, 30, 38, 44, 47, 55, 61, 64, 72, 78, 82)
ROWS = (0, 3, 9, 12, 19, 22, 29, 34, 41, 47, 51, 58, 61, 69, 75, 80)
USUAL = (1, 2, 1, 1, 2, 1, 0, 1, 2, 1, 1)


def rows():
    """Three months: three points more the day after lunges, two more on its evening, and rows that do nothing."""
    yield "2026-01-01T00:00,fact,timezone,,,Europe/London,,"
    for day in range(90):
        morning = START + timedelta(days=day, hours=8)
        for done, name in ((LUNGES, "lunge"), (ROWS, "row")):
            if day in done:
                yield f"{(morning + timedelta(hours=10)).isoformat()},exercise,{name},,both,,,sets=3; reps=10"
        for number, (time, extra) in enumerate(((morning, 3), (morning + timedelta(hours=12), 2))):
            points = USUAL[(2 * day + number) % len(USUAL)] + extra * (day - 1 in LUNGES)
            yield f"{time.isoformat()},pain,,knee_front,left,{points},nrs,"


@pytest.fixture
def sore(tmp_path):
    """The diary in a file of that name."""

    def written(name="bo.csv"):
        path = tmp_path / name
        path.write_text("\n".join([HEADER, *rows()]) + "\n")
        return path

    return written


def test_the_lunges_are_named_and_the_rows_are_not(run, sore):
    shown = run("triggers", sore(), "--json")
    (outcome,) = json.loads(shown.stdout)["outcomes"]
    assert (shown.returncode, shown.stdout.count("\n"), shown.stderr) == (0, 1, "")
    assert [each["what"] for each in outcome["triggers"][0]["exposures"]] == ["lunge"]
    assert outcome["probabilities"]["exercise:lunge"] > 0.9 > outcome["probabilities"]["exercise:row"]


@pytest.mark.parametrize("columns", [40, 80])
def test_the_page_reads_and_fits_the_window(run, sore, columns):
    shown = run("triggers", sore(), COLUMNS=str(columns))
    assert "this raises it" in " ".join(shown.stdout.split())
    assert max(map(len, shown.stdout.splitlines())) <= columns


def test_where_only_ascii_can_be_written_the_curve_is_still_drawn(run, sore):
    shown = run("triggers", sore(), "--quick", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert "###" in shown.stdout


def test_several_processes_give_the_same_lines_in_the_same_order(run, sore):
    paths = [sore(f"{name}.csv") for name in "dacb"]
    one, two = (run("triggers", *paths, "--json", "--jobs", jobs) for jobs in (1, 2))
    assert [json.loads(line)["diary"] for line in one.stdout.splitlines()] == [str(path) for path in paths]
    assert two.stdout == one.stdout


def test_an_unreadable_diary_does_not_stop_the_others(run, sore, tmp_path):
    (tmp_path / "bad.csv").write_bytes(b"\x00\xff\xfe rubbish")
    shown = run("triggers", tmp_path / "bad.csv", sore(), "--json", "--jobs", 2)
    first, second = map(json.loads, shown.stdout.splitlines())
    assert shown.returncode == 1
    assert first["error"]
    assert second["outcomes"]


def test_the_picture_is_drawn_beside_the_page(run, sore, tmp_path):
    shown = run("triggers", sore(), "--plot", tmp_path / "bo.svg")
    text = "".join(ET.parse(tmp_path / "bo.svg").getroot().itertext())  # noqa: S314 - our own
    assert shown.returncode == 0
    assert "lunge" in text
    assert "Where one moment came from" in text


def test_on_a_terminal_a_bar_counts_the_diaries(terminal, sore):
    at = terminal("triggers", sore("a.csv"), sore("b.csv"), "--quick")
    assert at.end() == 0
    places = [at.shown.index(words) for words in ("0/2", "Triggers", "1/2", "2/2")]
    assert places == sorted(places)
    assert at.shown.count("Triggers") == 2


def test_stopping_many_diaries_ends_cleanly(sore):
    command = [COMMAND, "triggers", *[str(sore(f"{number}.csv")) for number in range(400)], "--json", "--jobs", "2"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True, start_new_session=True) as process:
        first = process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        rest, said = process.communicate(timeout=60)
    assert json.loads(first)["diary"].endswith("0.csv")
    assert (process.returncode, said) == (130, "Stopped.\n")
    assert len(rest.splitlines()) < 399


def test_neither_help_nor_why_loads_the_drawing(run, sore):
    for words in (["--help"], ["triggers", "--help"], ["why", sore(), "--json"]):
        seen = run(*words, PYTHONPROFILEIMPORTTIME="1").stderr
        assert "flarepath.cli" in seen
        assert "altair" not in seen
        assert "vl_convert" not in seen

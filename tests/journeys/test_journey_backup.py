"""A diary of the app taken out by the command and brought back somewhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("flarepath")


@pytest.fixture
def keep(tmp_path):
    """The command on a data folder of its own."""

    def run(home, *words):
        around = {key: value for key, value in os.environ.items() if not key.startswith(("DATABASE_", "DJANGO_"))}
        around |= {"FLAREPATH_FOLDER": str(tmp_path / home)}
        return subprocess.run([COMMAND, *map(str, words)], env=around, capture_output=True, text=True, check=False)

    return run


def test_a_backup_goes_out_and_comes_back_on_another_machine(keep, serving, visitor, tmp_path):
    file = tmp_path / "diary.backup"
    assert (keep("one", "backup", file).returncode, file.exists()) == (2, False)
    with serving(tmp_path / "one") as app:
        visitor(app).begin().post("/checkin", new_place="knee_front", new_points="4")
    done = keep("one", "backup", file)
    assert (done.returncode, "read back and checked" in done.stdout) == (0, True), done.stderr
    again = keep("one", "backup", file)
    assert (again.returncode, "there already" in again.stderr) == (2, True)
    assert keep("two", "restore", file).stdout == "1 versions came back.\n"
    assert keep("two", "restore", file).stdout == "0 versions came back.\n"
    with serving(tmp_path / "two") as app:
        assert "knee_front" in visitor(app).get("/data/export").text


def test_a_backup_that_was_cut_is_refused(keep, tmp_path):
    file = tmp_path / "cut.backup"
    file.write_bytes(b"not a backup")
    done = keep("three", "restore", file)
    assert (done.returncode, "nothing was brought back" in done.stderr) == (1, True)

"""The installed command as a process, with and without a terminal, on diaries of Ada, Bo and Cy."""

import os
import pty
import select
import subprocess
import sys
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ
from time import monotonic

import pytest

from flarepath.safety import QUESTIONS

COMMAND = Path(sys.executable).with_name("flarepath")
HEADER = "time,kind,what,where,side,value,unit,detail"
ROWS = """2026-02-01T08:00,fact,timezone,,,Europe/London,,
2026-02-01T08:00,fact,birth_year,,,1987,,
2026-02-01T08:00,fact,country,,,GB,,
2026-02-25T08:00,pain,,thigh_back,left,1,nrs,
2026-02-27T08:00,pain,,thigh_back,left,1,nrs,
2026-03-01T18:00,exercise,romanian_deadlift,,,,,sets=4; reps=8; load_kg=40; effort=8
2026-03-02T09:00,pain,,thigh_back,left,5,nrs,quality=sore; when=motion"""
NOES = "\n".join(f"2026-03-02T09:05,answer,{name},,,no,," for name in QUESTIONS)
ENVIRONMENT = {"PATH": os.defpath, "TERM": "xterm-256color", "LANG": "C.UTF-8"}


@pytest.fixture
def run():
    """The finished process of the command with these words."""

    def finished(*words, text="", **environment):
        command, around = [COMMAND, *map(str, words)], ENVIRONMENT | environment
        return subprocess.run(command, input=text, capture_output=True, check=False, env=around, encoding="utf-8")

    return finished


@pytest.fixture
def process():
    """The command with these words, still running."""

    def started(*words):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([COMMAND, *map(str, words)], env=ENVIRONMENT, encoding="utf-8", **pipes)

    return started


@pytest.fixture
def noes():
    """A no to every question of the full screen, in time for the flare-up."""
    return NOES


@pytest.fixture
def diary(tmp_path):
    """A diary file of Bo's flare-up with more rows."""

    def written(*rows, name="bo.csv"):
        path = tmp_path / name
        path.write_text("\n".join([HEADER, ROWS, *rows]) + "\n")
        return path

    return written


@dataclass
class Terminal:
    """The command on a terminal: what it shows, and what a person types."""

    pid: int
    handle: int
    shown: str = ""

    def wait_for(self, words, *, seconds=30):
        """Read on until the words are there."""
        end, start = monotonic() + seconds, len(self.shown)
        while words not in self.shown[start:]:
            assert monotonic() < end, f"{words!r} never came:\n{self.shown}"
            assert self._read(), f"it ended before {words!r}:\n{self.shown}"

    def type(self, words):
        """Type a line."""
        os.write(self.handle, f"{words}\n".encode())

    def end(self):
        """Read to the end; the exit code."""
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self):
        if not select.select([self.handle], [], [], 30)[0]:
            return False
        try:
            read = os.read(self.handle, 65536)
        except OSError:  # so Linux tells that the other end has closed
            return False
        self.shown += read.decode()
        return bool(read)


@pytest.fixture
def terminal():
    """Start the command on a terminal of that width."""

    def started(*words, columns=80):
        pid, handle = pty.fork()
        if pid == 0:
            os.execve(COMMAND, ["flarepath", *map(str, words)], ENVIRONMENT | {"COLUMNS": str(columns)})  # noqa: S606
        ioctl(handle, TIOCSWINSZ, pack("HHHH", 50, columns, 0, 0))
        return Terminal(pid, handle)

    return started

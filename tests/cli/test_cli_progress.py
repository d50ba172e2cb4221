"""A sign of life while work takes long."""

import io
from time import sleep

import pytest

from flarepath.cli import progress


class Window(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def shown(monkeypatch):
    """What a terminal shows while that work is done; signs of life come after that many seconds."""

    def while_doing(job, *, patience=1.0, stream=None):
        there = stream or Window()
        monkeypatch.setattr(progress, "PATIENCE_SECONDS", patience)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr("sys.stderr", there)
        result.append(progress.working("Reading the diary", job))
        return there.getvalue()

    result = []
    while_doing.result = result
    return while_doing


def test_work_that_takes_long_says_what_is_done(shown):
    assert "Reading the diary" in shown(lambda: sleep(0.3), patience=0.01)


def test_quick_work_says_nothing_and_gives_its_result(shown):
    assert shown(lambda: 7) == ""
    assert shown.result == [7]


def test_where_nobody_looks_nothing_is_said(shown):
    assert shown(lambda: sleep(0.1), patience=0.01, stream=io.StringIO()) == ""


def test_a_fault_in_the_work_is_passed_on(shown):
    with pytest.raises(ZeroDivisionError):
        shown(lambda: 1 / 0)

"""What happens when the machine fails: killed, locked, full. What was acknowledged is there; what was not is told."""

import csv
import io
import os
import resource
import signal
import sqlite3
import threading
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

CHECKINS, WRITERS = 200, 4
UNWRITTEN = "could not be written down"


def stored(browser):
    return {
        row["value"] for row in csv.DictReader(io.StringIO(browser.get("/data/export").text)) if row["kind"] == "pain"
    }


def children(process):
    """The ids of a process's children."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return [int(word) for word in listed.split()]


def test_killed_amid_200_check_ins_nothing_that_was_acknowledged_is_lost(serving, visitor, tmp_path):
    acknowledged, lock, enough = [], threading.Lock(), threading.Event()

    def write(app, writer):
        browser = visitor(app)
        for turn in range(CHECKINS // WRITERS):
            points = f"{(writer * CHECKINS // WRITERS + turn) / 100:g}"
            try:
                status = browser.post("/checkin", new_place="knee_front", new_side="left", new_points=points).status
            except (OSError, StopIteration):
                return
            if status == 302:
                with lock:
                    acknowledged.append(points)
                if len(acknowledged) > CHECKINS // 3:
                    enough.set()

    with serving(tmp_path / "data") as app:
        visitor(app).begin()
        threads = [threading.Thread(target=write, args=(app, writer)) for writer in range(WRITERS)]
        for thread in threads:
            thread.start()
        assert enough.wait(60)
        os.killpg(app.process.pid, signal.SIGKILL)
        for thread in threads:
            thread.join()
    assert CHECKINS // 3 < len(acknowledged) < CHECKINS
    with serving(tmp_path / "data") as app:
        found = stored(visitor(app))
        assert set(acknowledged) <= found
        assert len(found) <= len(acknowledged) + WRITERS


@contextmanager
def locked(app):
    """Somebody else holds the database."""
    with closing(sqlite3.connect(app.folder / "flarepath.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(app):
    """No file of the server can grow any more."""
    for child in children(app.process):
        resource.prlimit(child, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
    yield
    for child in children(app.process):
        resource.prlimit(child, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@pytest.mark.parametrize("fault", [locked, full])
def test_a_database_that_cannot_be_written_is_told_and_the_app_lives_on(serving, visitor, tmp_path, fault):
    with serving(tmp_path / "data") as app:
        browser = visitor(app).begin()
        assert browser.post("/checkin", new_place="groin", new_points="1").status == 302
        with fault(app):
            refused = browser.post("/checkin", new_place="groin", new_points="2")
            assert (refused.status, refused.heads["retry-after"]) == (503, "30")
            assert UNWRITTEN in refused.text
            assert 'class="help"' in refused.text
            assert browser.get("/help").status == 200
        assert browser.post("/checkin", new_place="groin", new_points="3").status == 302
        assert stored(browser) == {"1", "3"}
        assert "groin" not in app.log.read_text()


def test_a_request_that_is_too_long_is_refused_before_it_is_read(serving, visitor, tmp_path):
    with serving(tmp_path / "data") as app:
        browser = visitor(app).begin()
        refused = browser.ask("POST", "/data/import", b"", Content_Length="60000000")
        assert (refused.status, "at most 50 MB" in refused.text) == (413, True)
        assert browser.get("/data").status == 200

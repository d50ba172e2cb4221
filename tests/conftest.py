"""Fixtures shared by all tests."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from textwrap import dedent
from time import monotonic, sleep
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from flarepath.diary import read

if find_spec("django"):
    # The run-time floor has no Django; everywhere else its models can only be imported once it is set up.
    os.environ["FLAREPATH_FOLDER"] = mkdtemp(prefix="flarepath-tests-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "flarepath.web.settings"
    import django

    django.setup()

COMMAND = Path(sys.executable).with_name("flarepath")
START_SECONDS = 60
HEADER = "time,kind,what,where,side,value,unit,detail"


def diary_of(rows, *, zone="Europe/Paris"):
    """The diary of these rows, without problems; plain local times are read in `zone`."""
    lines = [line.strip() for line in dedent(rows).strip().splitlines()]
    diary = read("\n".join([HEADER, f"2020-01-01T00:00,fact,timezone,,,{zone},,", *lines]).splitlines(keepends=True))
    assert diary.problems == ()
    return diary


@pytest.fixture
def make_diary():
    """`diary_of`, for tests that build more than one diary."""
    return diary_of


@pytest.fixture
def diary(request):
    """The diary written in the test's own docstring."""
    return diary_of(request.function.__doc__)


@pytest.fixture(scope="session")
def database():
    """The empty database of this test run."""
    from django.core.management import call_command  # noqa: PLC0415 - only tests of the app pay for it

    call_command("migrate", verbosity=0)


@pytest.fixture
def people(database):
    """Nobody is in the database, before and after."""
    from flarepath.store.models import Person  # noqa: PLC0415 - as above

    del database
    Person.objects.all().delete()
    yield Person
    Person.objects.all().delete()


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def serving(folder, port=None, **more):
    """`flarepath serve` on a database of its own; ended by its own id."""
    port = port or free_port()
    around = {key: value for key, value in os.environ.items() if not key.startswith(("FLAREPATH_", "DJANGO_"))}
    around |= {"FLAREPATH_FOLDER": str(folder), "FLAREPATH_PORT": str(port)} | more
    log = Path(folder) / "serve.log"
    Path(folder).mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        server = subprocess.Popen([COMMAND, "serve"], env=around, stdout=out, stderr=out)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(server, address, log)
        yield SimpleNamespace(address=address, port=port, log=log, process=server, folder=folder)
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _wait(server, address, log):
    end = monotonic() + START_SECONDS
    while monotonic() < end:
        assert server.poll() is None, log.read_text()
        try:
            # With logins the app answers only to who came by TLS; its proxy says so.
            asked = Request(f"{address}/help", headers={"X-Forwarded-Proto": "https"})  # noqa: S310 - our own server
            with urlopen(asked, timeout=5):  # noqa: S310 - as above
                return
        except (URLError, OSError):
            sleep(0.1)
    raise AssertionError(f"the app did not start:\n{log.read_text()}")


@pytest.fixture(scope="session", name="serving")
def _serving():
    """Start the app: `with serving(folder, port, **environment) as running`."""
    return serving


@pytest.fixture(scope="module")
def chromium():
    """Debian's browser, ended with the module: its event loop would stand in the way of the tests after it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only journeys pay for it

    path = shutil.which("chromium")
    assert path, "these tests need Debian's chromium: sh tools/debian.sh chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--ignore-certificate-errors"])
        yield started
        started.close()

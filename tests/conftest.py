"""Fixtures shared by all tests."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from textwrap import dedent
from time import monotonic, sleep
from types import SimpleNamespace
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest

from flarepath.diary import read

if find_spec("django"):
    # The run-time floor has no Django; everywhere else its models can only be imported once it is set up.
    os.environ["FLAREPATH_FOLDER"] = mkdtemp(prefix="flarepath-tests-")
    # Never somebody's real database: only the one that a test starts for itself.
    os.environ["DATABASE_URL"] = os.environ.get("FLAREPATH_TESTED_DATABASE", "")
    os.environ.pop("FLAREPATH_TESTED_DATABASE", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "flarepath.web.settings"
    import django

    django.setup()

COMMAND = Path(sys.executable).with_name("flarepath")
START_SECONDS = 60
TESTER = "flarepath-tests"
"""The user that PostgreSQL runs as where the tests run as root."""
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
    around = {
        key: value for key, value in os.environ.items() if not key.startswith(("FLAREPATH_", "DJANGO_", "DATABASE_"))
    }
    around |= {"FLAREPATH_FOLDER": str(folder), "FLAREPATH_PORT": str(port)} | more
    log = Path(folder) / "serve.log"
    Path(folder).mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        server = subprocess.Popen([COMMAND, "serve"], env=around, stdout=out, stderr=out, start_new_session=True)
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


class Browser:
    """Cookies and a form's token, and nothing else; with a host every request comes as a TLS proxy hands it on."""

    def __init__(self, app, host=""):
        self.app, self.cookies, self.host = app, {}, host

    def ask(self, method, path, body=b"", **headers):
        told = {"Host": f"127.0.0.1:{self.app.port}", "Referer": f"{self.app.address}/"}
        if self.host:
            told = {"Host": self.host, "X-Forwarded-Proto": "https", "Referer": f"https://{self.host}/"}
        told["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        link = HTTPConnection("127.0.0.1", self.app.port, timeout=60)
        link.request(method, path, body, told | {key.replace("_", "-"): value for key, value in headers.items()})
        answer = link.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        text = answer.read().decode("utf-8", "replace")
        link.close()
        heads = {name.lower(): value for name, value in answer.getheaders()}
        return SimpleNamespace(
            status=answer.status, text=text, to=urlsplit(heads.get("location", "")).path, heads=heads
        )

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, *, token=True, **sent):
        if token:
            # A form's token stands on every page with a form: before, after and amid a login.
            texts = (self.get(page).text for page in ("/accounts/login/", "/", "/accounts/2fa/authenticate/"))
            found = (re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text) for text in texts)
            sent["csrfmiddlewaretoken"] = next(filter(None, found)).group(1)
        return self.ask("POST", path, urlencode(sent), Content_Type="application/x-www-form-urlencoded")

    def begin(self, **words):
        assert self.post("/begin", **{"as": "mine"} | words).status == 302
        return self


@pytest.fixture(scope="session")
def visitor():
    """A new browser without a screen: `visitor(app)`, or with a host where the app has logins."""
    return Browser


def _as_unprivileged(folder):
    """The words before a command that must not run as root, and a folder that its user owns."""
    if os.geteuid() != 0:
        return []
    if subprocess.run(["id", TESTER], capture_output=True, check=False).returncode:
        subprocess.run(["useradd", "--system", "--no-create-home", "--shell", "/bin/false", TESTER], check=True)
    shutil.chown(folder, TESTER)
    return ["setpriv", "--reuid", TESTER, "--regid", TESTER, "--clear-groups"]


@pytest.fixture(scope="session")
def postgresql_server():
    """The port of a real PostgreSQL, ended by its own id when the tests are over."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    assert found, "these tests need PostgreSQL: sh tools/debian.sh postgresql"
    folder, port = Path(mkdtemp(prefix="flarepath-postgresql-")), free_port()
    folder.chmod(0o755)
    (folder / "data").mkdir(mode=0o700)
    before = _as_unprivileged(folder / "data")
    tool, where = found[-1].parent, str(folder / "data")
    made = [*before, tool / "initdb", "-D", where, "-U", "flarepath", "-A", "trust", "-E", "UTF8", "--locale=C"]
    subprocess.run(made, check=True, capture_output=True)
    started = [*before, tool / "postgres", "-D", where, "-p", str(port), "-h", "127.0.0.1", "-k", ""]
    with (folder / "log").open("ab") as log:
        server = subprocess.Popen(started, stdout=log, stderr=log)
    try:
        _until_ready(tool / "pg_isready", port, server, folder / "log")
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # a fast shutdown
        server.wait(timeout=30)
        shutil.rmtree(folder)


def _until_ready(is_ready, port, server, log):
    end = monotonic() + START_SECONDS
    while subprocess.run([is_ready, "-h", "127.0.0.1", "-p", str(port)], capture_output=True, check=False).returncode:
        assert server.poll() is None, log.read_text()
        assert monotonic() < end, log.read_text()
        sleep(0.1)


@pytest.fixture
def postgresql(postgresql_server):
    """The address of an empty database on a real PostgreSQL."""
    import psycopg  # noqa: PLC0415 - only these tests pay for it

    name = f"d{uuid4().hex}"
    with psycopg.connect(f"postgresql://flarepath@127.0.0.1:{postgresql_server}/postgres", autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")
    return f"postgresql://flarepath@127.0.0.1:{postgresql_server}/{name}"

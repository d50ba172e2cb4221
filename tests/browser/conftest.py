"""The app as its user meets it: the installed command, a real browser, a phone of 320 pixels."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

COMMAND = Path(sys.executable).with_name("flarepath")
PHONE = {"width": 320, "height": 690}
START_SECONDS = 60


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
            with urlopen(f"{address}/help", timeout=5):  # noqa: S310 - our own server
                return
        except (URLError, OSError):
            sleep(0.1)
    raise AssertionError(f"the app did not start:\n{log.read_text()}")


@pytest.fixture
def app(tmp_path):
    """The app, just started, with nobody in it."""
    with serving(tmp_path / "data") as running:
        yield running


@pytest.fixture(scope="module")
def demo_app(tmp_path_factory):
    """The app with Dana's diary open, for tests that only look."""
    with serving(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest.fixture(scope="module")
def chromium():
    """Debian's browser, ended with the module: its event loop would stand in the way of the tests after it."""
    path = shutil.which("chromium")
    assert path, "these tests need Debian's chromium: sh tools/debian.sh chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


class Watched:
    """What a page asked for and complained about."""

    def __init__(self, page, address):
        self.foreign, self.errors = [], []
        page.on("request", lambda request: self._asked(request.url, address))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._said)

    def _asked(self, url, address):
        if not url.startswith((address, "data:", "blob:")):
            self.foreign.append(url)

    def _said(self, message):
        # What the network lacks is said by the journey that takes it away.
        if message.type == "error" and "ERR_INTERNET_DISCONNECTED" not in message.text:
            self.errors.append(f"{message.text} at {message.location.get('url')}")


@pytest.fixture
def phone(chromium):
    """Open a page of an app on a phone; at the end nothing foreign was asked for and nothing complained."""
    opened = []

    def on(app, **words):
        context = chromium.new_context(viewport=PHONE, has_touch=True, base_url=app.address, **words)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.watched = Watched(page, app.address)
        opened.append((context, page))
        return page

    yield on
    for context, page in opened:
        foreign, errors = page.watched.foreign, page.watched.errors
        context.close()
        assert foreign == []
        assert errors == []

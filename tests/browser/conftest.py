"""The app as its user meets it: the installed command, a real browser, a phone of 320 pixels."""

import pytest

PHONE = {"width": 320, "height": 690}


@pytest.fixture
def app(serving, tmp_path):
    """The app, just started, with nobody in it."""
    with serving(tmp_path / "data") as running:
        yield running


@pytest.fixture(scope="module")
def demo_app(serving, tmp_path_factory):
    """The app with Dana's diary open, for tests that only look."""
    with serving(tmp_path_factory.mktemp("demo")) as running:
        yield running


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

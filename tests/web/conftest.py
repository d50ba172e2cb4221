"""The app on a database of its own, and a browser without a screen."""

from types import SimpleNamespace

import pytest
from django.test import Client


@pytest.fixture
def app(people):
    """A client of the app; every page is asked for as a browser would."""
    from django.core.cache import cache  # noqa: PLC0415 - Django must be set up first

    del people
    cache.clear()  # the changes of other tests do not count against this one's minute
    return Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def page(app):
    """One page: its status, its text without tags, and where it leads."""

    def of(address, **sent):
        found = app.post(address, sent) if sent else app.get(address)
        text = "" if found.streaming or "image/w" in found["Content-Type"] else found.content.decode()
        leads = found.headers.get("Location", "")
        return SimpleNamespace(status=found.status_code, text=text, to=leads, headers=found.headers)

    return of

"""The app on a database of its own, and a browser without a screen."""

import re
from datetime import UTC, datetime, timedelta
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


@pytest.fixture
def mine(page):
    """An own, empty diary is open."""
    page("/begin", **{"as": "mine"})
    return page


@pytest.fixture
def walk(page):
    """Go through the open pages as somebody with nothing to report; the addresses of the pages that came."""

    def through(most=20):
        came = []
        for _ in range(most):
            form = asked_by(page("/screen?on").text)
            if form is None:
                return came
            address, sent = form
            page(address, **sent, **({"mind": "no"} if address.endswith("mind") else {"none": "1"}))
            came.append(address)
        raise AssertionError(f"the questions do not end: {came}")

    return through


def asked_by(text):
    """The form of a page of lines: where it goes, and what it asks."""
    action = re.search(r'<form method="post" action="([^"]*)"(?: class="lines")?', text)
    fields = dict(re.findall(r'<input type="hidden" name="(asked|facts|again|region|side)" value="([^"]*)"', text))
    if action is None or not {"asked", "facts"} & set(fields):
        return None
    return action.group(1).replace("&amp;", "&"), {key: value.strip() for key, value in fields.items()}


@pytest.fixture
def form_of(page):
    """The form of a page of lines: where it goes, and what it asks."""
    return lambda address: asked_by(page(address).text)


@pytest.fixture
def kept():
    """The diary of the one person."""

    def diary():
        from flarepath.store.models import Person  # noqa: PLC0415 - Django must be set up first
        from flarepath.store.people import diary_of  # noqa: PLC0415 - as above

        return diary_of(Person.objects.order_by("is_demo").first())

    return diary


@pytest.fixture
def later(monkeypatch):
    """Let time pass: every clock of the app is so many minutes ahead."""
    from flarepath.web.clock import now  # noqa: PLC0415 - Django must be set up first

    def passed(minutes):
        ahead = timedelta(minutes=minutes)
        for module in ("me", "sent", "taken_back"):
            monkeypatch.setattr(f"flarepath.web.{module}.now", lambda: now() + ahead)

    return passed


@pytest.fixture
def calm():
    """Three weeks of training with a knee that hurts a little, up to now."""
    from flarepath.diary import Entry  # noqa: PLC0415 - Django must be set up first

    dose = (("sets", "3"), ("reps", "8"), ("load_kg", "20"), ("effort", "6"))
    days = [datetime.now(UTC).replace(microsecond=0) - timedelta(days=day) for day in range(22, 0, -2)]
    felt = [Entry(at, "pain", where="knee_front", side="left", value=1.0) for at in days]
    done = [Entry(at, "exercise", name, detail=dose) for at in days for name in ("goblet_squat", "row", "push_up")]
    return [*felt, *done]


@pytest.fixture
def trained(mine, calm):
    """An own calm diary is open, with every danger question answered with no."""
    from flarepath.diary import Entry  # noqa: PLC0415 - as above
    from flarepath.safety import QUESTIONS  # noqa: PLC0415 - as above
    from flarepath.store.models import Person  # noqa: PLC0415 - as above
    from flarepath.store.people import record  # noqa: PLC0415 - as above

    at = datetime.now(UTC).replace(microsecond=0)
    told = [Entry(at, "answer", name, word="no") for name in QUESTIONS]
    record(Person.objects.get(), [*told, Entry(at, "fact", "birth_year", value=1985.0), *calm], recorded_at=at)
    return mine

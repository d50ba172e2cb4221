"""Every address of the app at every answer of the gate: what it shows and what not; a new address needs a row."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import get_resolver

NOW = datetime.now(UTC)
STATES = ("none", "unanswered", "clear", "days", "same_day", "emergency", "crisis", "minor")
GIVEN = {
    "explain": {"clear", "days"},
    "move": {"clear", "days"},
    "read": {"unanswered", "clear", "days", "same_day"},
    "open": set(STATES) - {"none"},
    "form": set(),
}
"""At which answers a page of a kind is shown as itself; a form is only sent, and what it tells is always kept."""

ADDRESSES = {
    "": ("open", "It flares up"),
    "help": ("everybody", "Get help now"),
    "offline": ("everybody", "No connection"),
    "worker.js": ("everybody", ""),
    "figure": ("everybody", ""),
    "pictures/<str:name>": ("everybody", ""),
    "pin": ("elsewhere", ""),
    "rules.json": ("open", "rules"),
    "screen": ("open", ""),
    "screen/<slug:name>": ("open", ""),
    "start": ("open", ""),
    "start/under-18": ("everybody", ""),
    "answers": ("open", ""),
    "answers/<slug:name>": ("open", ""),
    "answers/<slug:name>/seen": ("open", ""),
    "flare": ("open", ""),
    "flare/check": ("open", ""),
    "flare/now": ("open", ""),
    "why": ("explain", "Is the training helping or hurting"),
    "why/behind": ("explain", "The careful calculation is ready"),
    "verdict": ("explain", "The last weeks"),
    "plan": ("move", "Your week"),
    "session/<str:day>/<int:place>": ("move", ""),
    "swap/<slug:name>": ("move", "Instead of"),
    "learn": ("read", "What you can learn"),
    "learn/<slug:name>": ("read", "Try this"),
    "exercises": ("read", "Equipment"),
    "exercises/<slug:name>": ("move", "All exercises"),
    "tests": ("read", "Tests at home"),
    "tests/<slug:name>": ("move", "All tests"),
    "questions/<slug:name>": ("read", "Write it down"),
    "muscles": ("read", "All muscles"),
    "days": ("open", "Day by day"),
    "days/chart.svg": ("open", ""),
    "days/chart.html": ("open", ""),
    "days/<str:day>": ("open", ""),
    "report": ("open", "What was felt"),
    "report.pdf": ("open", ""),
    "more": ("open", "My data"),
    "data": ("open", ""),
    "data/numbers": ("open", ""),
    "data/export": ("open", ""),
    "data/backup": ("open", ""),
    "data/import": ("elsewhere", ""),
    "begin": ("form", ""),
    "checkin": ("form", ""),
    "plan/say": ("form", ""),
    "session/done": ("form", ""),
    "days/<str:day>/<uuid:name>": ("form", ""),
    "data/facts": ("open", ""),
    "data/look": ("form", ""),
    "data/pin": ("form", ""),
    "data/number": ("form", ""),
    "data/restore": ("form", ""),
    "data/import/take": ("form", ""),
    "data/delete": ("form", ""),
}
"""What each address hands out, and words that only its own page has."""

NAMES = {
    "<str:day>": f"{NOW:%Y-%m-%d}",
    "<int:place>": "0",
    "<uuid:name>": "0198c0de-0000-7000-8000-000000000000",
    "<str:name>": "back_squat_1.webp",
}
SLUGS = {
    "swap": "glute_bridge",
    "exercises": "glute_bridge",
    "learn": "soreness",
    "tests": "knee_to_wall",
    "questions": "peg",
    "screen": "head",
    "answers": "e1",
}
CARDS = {
    "unanswered": "Safety questions come first",
    "same_day": "Be seen today",
    "emergency": "Get help now</h2>",
    "crisis": "You do not have to carry this alone",
    "minor": "parent or carer",
}
SIGNS = {
    "move": (
        r"\d+ sets? of",
        "data-timer",
        "data-stopwatch",
        'href="/session/',
        "To begin:",
        "value.left",
        "Take this",
    ),
    "explain": (
        "What we expect",
        "waterfall",
        "looks most like",
        "Two explanations",
        "What changes",
        "days, \\d+ sess",
    ),
    "read": ("Try this", "All muscles at a glance", "To read next"),
}
"""What would show that something of a kind is handed out, on whatever page."""


def addresses(node=None, before=""):
    for each in (node or get_resolver()).url_patterns:
        if hasattr(each, "url_patterns"):
            yield from addresses(each, before + str(each.pattern))
        else:
            yield before + str(each.pattern)


def filled(pattern):
    for part, value in NAMES.items():
        pattern = pattern.replace(part, value)
    return "/" + pattern.replace("<slug:name>", SLUGS.get(pattern.split("/")[0], ""))


@pytest.fixture
def at(app, calm):
    """The app with a calm diary at one answer of the gate."""
    from flarepath.diary import Entry  # noqa: PLC0415 - Django must be set up first
    from flarepath.safety import QUESTIONS  # noqa: PLC0415 - as above
    from flarepath.store.models import Person  # noqa: PLC0415 - as above
    from flarepath.store.people import delete, record  # noqa: PLC0415 - as above

    one_yes = {"days": "d1", "same_day": "s14", "emergency": "e1", "crisis": "e14"}

    def of(state):
        if state == "none":
            return app
        for before in Person.objects.all():
            delete(before)
        app.post("/begin", {"as": "mine"})
        if state == "unanswered":
            app.post("/checkin", {"new_place": "knee_front", "new_side": "left", "new_points": "4"})
            return app
        words = dict.fromkeys(QUESTIONS, "no") | ({one_yes[state]: "yes"} if state in one_yes else {})
        told = [Entry(NOW, "answer", name, word=word) for name, word in words.items()]
        told += [Entry(NOW, "fact", "birth_year", value=2013.0 if state == "minor" else 1985.0), *calm]
        record(Person.objects.get(), told, recorded_at=NOW + timedelta(seconds=1))
        return app

    return of


def session_of(app):
    """The address of a session that was planned, as somebody may still have it open."""
    found = re.search(r'href="(/session/[\d-]+/0)"', app.get("/plan").content.decode())
    return found.group(1) if found else None


def breaches(app, state, planned):
    """What is shown and should not be, and what is not shown and should be, by address."""
    wrong = {}
    for pattern, (kind, own) in ADDRESSES.items():
        address = planned if pattern.startswith("session/<") and planned else filled(pattern)
        answer = app.get(address)
        is_read = not answer.streaming and re.search("text|json|svg", answer["Content-Type"])
        text = answer.content.decode() if is_read else ""
        found = list(_faults(answer, text, state, kind, own))
        if found:
            wrong[pattern] = found
    return wrong


def _faults(answer, text, state, kind, own):
    if kind in ("form", "elsewhere"):
        wanted = 405 if kind == "form" else 302
        yield from () if answer.status_code == wanted else [f"answers {answer.status_code}"]
        return
    if state == "none" and kind != "everybody":
        if own != "It flares up" and (answer.status_code, answer.headers.get("Location")) != (302, "/"):
            yield "is shown to nobody's diary"
        return
    is_card = 'id="first-this"' in text
    if kind == "everybody" or state in GIVEN[kind]:
        if is_card or own not in text:
            yield "is not shown as itself"
    elif not is_card or CARDS[state] not in text:
        yield "is not the card"
    for hands_out, signs in SIGNS.items():
        if state not in GIVEN[hands_out]:
            yield from (f"{hands_out}: {sign}" for sign in signs if re.search(sign, text))


def test_every_address_has_its_row():
    assert set(addresses()) == set(ADDRESSES)


@pytest.mark.parametrize("state", STATES)
def test_every_address_shows_what_the_gate_gives_and_nothing_else(at, state):
    planned = session_of(at("clear")) if state not in ("none", "unanswered") else None
    assert breaches(at(state), state, planned) == {}


def test_a_clear_gate_gives_the_session_that_was_planned(at):
    app = at("clear")
    assert re.search(SIGNS["move"][0], app.get(session_of(app)).content.decode())


@pytest.mark.parametrize("state", ["unanswered", "same_day", "emergency", "crisis", "minor"])
def test_an_app_that_asked_no_gate_would_be_caught(at, state, monkeypatch):
    monkeypatch.setattr("flarepath.web.gate.GIVEN", dict.fromkeys(("explain", "move", "read"), lambda _: True))
    wrong = breaches(at(state), state, None)
    assert {"swap/<slug:name>", "exercises/<slug:name>", "tests/<slug:name>"} <= set(wrong)
    assert ("learn/<slug:name>" in wrong) == (state in ("emergency", "crisis", "minor"))

"""Forms that a phone kept: their time, their ids, and whose they are; and what is shown when something fails."""

import json

import pytest
from django.db import OperationalError

MADE = "0193d5c0-0000-7000-8000-000000000000"


@pytest.fixture
def mine(page):
    page("/begin", **{"as": "mine"})
    return page


def person():
    from flarepath.store.models import Person  # noqa: PLC0415 - Django must be set up first

    return Person.objects.get()


def entries():
    from flarepath.store.people import diary_of  # noqa: PLC0415 - as above

    return diary_of(person()).entries


def made(**more):
    return {"stress": "4", "made_id": MADE, "made_for": str(person().pk), "made_at": "2026-03-02T02:10:00.500Z"} | more


def test_a_kept_form_is_written_at_the_time_it_was_made(mine):
    mine("/checkin", **made())
    assert [entry.time.isoformat() for entry in entries()] == ["2026-03-02T02:10:00+00:00"]


def test_a_clock_that_runs_ahead_counts_as_now(mine):
    mine("/checkin", **made(made_at="2999-01-01T00:00:00Z"))
    assert entries()[0].time.year < 2100


def test_the_second_sending_changes_nothing(mine):
    for _ in range(2):
        mine("/checkin", **made(sleep="7"))
    assert sorted(entry.kind for entry in entries()) == ["sleep", "stress"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"made_for": "somebody"},
        {"made_id": "none"},
        {"made_id": "b0a5b4a5-1111-4111-8111-111111111111"},
        {"made_at": "yesterday"},
        {"made_at": "2026-03-02T02:10:00"},
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(mine, wrong):
    found = mine("/checkin", **made(**wrong))
    assert (found.status, "Not taken" in found.text) == (400, True)
    assert entries() == ()


@pytest.mark.usefixtures("mine")
def test_the_queue_is_told_the_next_page(app):
    found = app.post("/checkin", made(), headers={"X-Kept": "1"})
    assert json.loads(found.content) == {"next": "/?kept"}


@pytest.mark.usefixtures("mine")
def test_the_rules_go_to_whom_they_belong(app):
    told = json.loads(app.get("/rules.json").content)
    assert told["person"] == str(person().pk)
    assert len(told["rules"]["questions"]) > 30


def test_the_rules_stay_behind_the_pin(app, mine):
    mine("/data/pin", pin="1234")
    app.session.flush()
    app.cookies.clear()
    assert (app.get("/rules.json").status_code, app.get("/offline").status_code) == (302, 200)


def test_after_deleting_the_browser_forgets_too(mine):
    assert mine("/data/delete", sure="delete").headers["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.usefixtures("mine")
def test_a_database_that_takes_nothing_says_so_and_asks_to_come_again(app, monkeypatch):
    def full(*_, **__):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("flarepath.web.me.record", full)
    app.raise_request_exception = False
    found = app.post("/checkin", made(), headers={"X-Kept": "1"})
    assert (found.status_code, found["Retry-After"]) == (503, "30")
    assert "Not written down" in found.content.decode()


def test_a_page_that_is_not_there_is_said_calmly(mine):
    found = mine("/nowhere")
    assert (found.status, "Nothing here" in found.text) == (404, True)

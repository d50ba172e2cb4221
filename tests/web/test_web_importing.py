"""A file is looked at first and then taken; names and units are asked, nothing comes twice, nothing stays behind."""

import io
from datetime import timedelta

import pytest

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
ROWS = [
    "2026-03-02 18:00:05,Legs,1h 5m,Squat (Barbell),1,100,5,0,0,8",
    "2026-03-02 18:00:05,Legs,1h 5m,Squat (Barbell),2,100,5,0,0,8",
    "2026-03-02 18:00:05,Legs,1h 5m,Hack Squat (Machine),1,140,8,0,0,",
    "2026-03-02 18:00:05,Legs,1h 5m,Hack Squat (Machine),Rest Timer,0,0,0,120,",
    "someday,Legs,1h 5m,Leg Press,1,140,8,0,0,",
]


def strong(*rows):
    return io.BytesIO("\n".join([HEADER, *(rows or ROWS)]).encode())


@pytest.fixture
def mine(page):
    """An own, empty diary is open."""
    page("/begin", **{"as": "mine"})
    return page


def diary():
    from flarepath.store.models import Person  # noqa: PLC0415 - Django must be set up first
    from flarepath.store.people import diary_of  # noqa: PLC0415 - as above

    return diary_of(Person.objects.order_by("is_demo").first())


def waiting():
    from flarepath.store.models import Waiting  # noqa: PLC0415 - Django must be set up first

    return Waiting.objects


def test_a_log_is_looked_at_and_nothing_is_written(mine):
    assert mine("/data/import", file=strong()).to == "/data/import"
    text = mine("/data/import").text
    for said in (
        "Strong",
        "kilograms or pounds?",
        "Rest timers",
        "Hack Squat (Machine)",
        "Line 6:",
        "Nothing is written",
    ):
        assert said in text
    assert diary().entries == ()


def test_without_an_answer_to_the_unit_nothing_is_taken(mine):
    mine("/data/import", file=strong())
    assert mine("/data/import/take", yes="1").to == "/data/import"
    assert mine("/data/import/take", unit="stone").to == "/data/import"
    assert diary().entries == ()
    assert waiting().count() == 1


def test_what_was_chosen_is_taken_once(mine):
    mine("/data/import", file=strong())
    assert "2 new entries" in mine("/data/import/take", unit="lbs", **{"name.0": "leg_press", "name.1": "own"}).text
    assert [(entry.what, entry.text("load_kg")) for entry in diary().entries] == [
        ("Squat (Barbell)", "45.36"),
        ("leg_press", "63.5"),
    ]
    assert waiting().count() == 0
    mine("/data/import", file=strong())
    assert "There is nothing new in it" in mine("/data/import").text
    assert "0 new entries" in mine("/data/import/take", unit="kg").text


def test_a_name_that_no_library_has_cannot_be_chosen(mine):
    mine("/data/import", file=strong())
    mine("/data/import/take", unit="kg", **{"name.0": "moon_walk"})
    assert {entry.what for entry in diary().entries} == {"Hack Squat (Machine)", "back_squat"}


def test_a_file_can_be_left(mine):
    mine("/data/import", file=strong())
    assert mine("/data/import/take", leave="1").to == "/data"
    assert (diary().entries, waiting().count()) == ((), 0)
    assert mine("/data/import").to == "/data"
    assert mine("/data/import/take", unit="kg").to == "/data"


def test_a_file_that_waited_for_a_day_is_gone(mine, monkeypatch):
    from flarepath.web.views import importing  # noqa: PLC0415 - Django must be set up first

    mine("/data/import", file=strong())
    later = importing.now() + timedelta(days=1, minutes=1)
    monkeypatch.setattr(importing, "now", lambda: later)
    assert mine("/data/import").to == "/data"
    assert waiting().count() == 0


def test_a_file_that_waits_goes_with_the_diary(mine):
    mine("/data/import", file=strong())
    mine("/data/delete", sure="delete")
    assert waiting().count() == 0


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"PK\x03\x04", b"a,b\n1,2\n", b""])
def test_another_file_is_told_and_breaks_nothing(mine, content):
    mine("/data/import", file=io.BytesIO(content))
    found = mine("/data/import")
    assert found.status in (200, 302, 400)
    assert "<button>Take it" not in found.text
    assert mine("/data/import/take", yes="1").status in (200, 302)
    assert diary().entries == ()


def test_a_log_that_is_too_long_is_refused_in_one_sentence(mine, monkeypatch):
    from flarepath.exchange import table  # noqa: PLC0415 - as above

    monkeypatch.setattr(table, "MOST_ROWS", 2)
    mine("/data/import", file=strong())
    found = mine("/data/import")
    assert (found.status, "more than 2 rows" in found.text) == (400, True)
    assert waiting().count() == 0

"""The pages: welcome, check-in, gate, why, plan, learn, data; and what no page may do."""

import io
import re
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = ["/", "/help", "/screen", "/why", "/plan", "/learn", "/learn/soreness", "/data"]


@pytest.fixture
def demo(page):
    """Dana's diary is open."""
    page("/begin", **{"as": "demo"})
    return page


def diary():
    from flarepath.store.models import Person  # noqa: PLC0415 - Django must be set up first
    from flarepath.store.people import diary_of  # noqa: PLC0415 - as above

    return diary_of(Person.objects.order_by("is_demo").first())


def test_the_first_start_offers_mine_and_a_look_around(page):
    found = page("/")
    assert (found.status, "Start mine" in found.text, "Dana" in found.text) == (200, True, True)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_of_the_demo_answers(demo, address):
    assert demo(address).status == 200


@pytest.mark.parametrize("address", [each for each in PAGES if each not in ("/", "/help")])
def test_before_anybody_began_every_page_leads_to_the_welcome(page, address):
    found = page(address)
    assert (found.status, found.to) == (302, "/")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_asks_for_anything_from_elsewhere(demo, address):
    text = demo(address).text
    assert re.findall(r"(?:src|href|action)=\"(?:https?:)?//", text) == []
    assert " style=" not in text
    assert re.findall(r"<script(?![^>]* src=\"/static/)", text) == []


@pytest.mark.parametrize("address", PAGES)
def test_help_is_one_tap_away_on_every_page(demo, address):
    assert 'href="/help"' in demo(address).text


def test_every_page_has_its_headers(demo):
    headers = demo("/why").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert (headers["X-Frame-Options"], headers["Cache-Control"]) == ("DENY", "no-store")


def test_a_foreign_host_is_refused(app):
    assert app.get("/", headers={"host": "flarepath.example"}).status_code == 400


def test_a_check_in_is_written_down(mine):
    mine("/checkin", new_place="knee_front", new_side="left", new_points="4", sleep="7,5", stress="2")
    told = {(entry.kind, entry.where, entry.value) for entry in diary().entries}
    assert told == {("pain", "knee_front", 4.0), ("sleep", "", 7.5), ("stress", "", 2.0)}


def test_what_makes_no_sense_is_left_out(mine):
    mine("/checkin", new_place="the_moon", new_points="4", stress="eleven", sleep="99")
    assert diary().entries == ()


def test_nothing_is_answered_before_the_safety_questions(mine):
    mine("/checkin", new_place="knee_front", new_points="4")
    for address in ("/why", "/plan"):
        text = mine(address).text
        assert "Safety questions come first" in text
        assert "What to do now" not in text


def test_an_open_question_is_never_a_no(mine):
    mine("/screen", asked="e1 e2", e1="no")
    assert {(entry.what, entry.word) for entry in diary().of("answer")} == {("e1", "no")}


def test_none_of_these_is_one_no_for_each_question_of_the_page(mine):
    mine("/screen", asked="e1 e2", none="1")
    assert {(entry.what, entry.word) for entry in diary().of("answer")} == {("e1", "no"), ("e2", "no")}


def test_a_red_flag_shows_whom_to_see_and_nothing_else(demo):
    demo("/screen", asked="e4", e4="yes")
    for address in ("/why", "/plan"):
        text = demo(address).text
        assert "Get help now</h2>" in text
        assert "What to do now" not in text
        assert "What changes" not in text


def test_the_whole_screen_can_be_answered_page_by_page(mine, walk):
    assert walk()
    assert "Go on</a>" in mine("/screen").text


def test_what_was_done_is_written_down_with_its_dose(mine):
    mine("/session/done", exercise="glute_bridge", side="both", sets="2", reps="8", effort="5", felt="fine", load_kg="")
    (entry,) = diary().of("exercise")
    assert (entry.what, entry.number("sets"), entry.number("reps"), entry.text("felt")) == (
        "glute_bridge",
        2,
        8,
        "fine",
    )


def test_an_exercise_that_the_library_does_not_know_is_not_written(mine):
    mine("/session/done", exercise="moon_walk", sets="2")
    assert diary().entries == ()


def test_a_no_to_a_change_is_kept(demo):
    change = "swap_length:back_squat"
    demo("/plan/say", change=change, said="refuse", reason="my race is near")
    (note,) = [entry for entry in diary().of("note") if entry.what == "plan_change"]
    assert (note.word, note.text("id"), note.text("reason")) == ("refuse", change, "my race is near")


def test_what_a_hot_place_holds_back_is_no_offer_to_refuse(demo):
    shown = demo("/plan").text
    assert "when the lower back is at 3 of 10 or less" in shown
    assert 'value="refuse"' not in shown


def test_a_diary_comes_out_as_it_is_and_goes_in_once(mine, app):
    from flarepath.diary import read  # noqa: PLC0415

    text = (EXAMPLES / "marco.csv").read_bytes()
    held = read(io.BytesIO(text)).entries
    for kept in (f"{len(held)} new entries", "0 new entries"):
        app.post("/data/import", {"file": io.BytesIO(text)})
        assert "Nothing is written down yet" in mine("/data/import").text
        assert kept in mine("/data/import/take", yes="1").text
    out = b"".join(app.get("/data/export").streaming_content)
    assert read(io.BytesIO(out)).entries == diary().entries == held


def test_the_demo_never_touches_an_own_diary(mine):
    mine("/checkin", new_place="knee_front", new_points="4")
    mine("/begin", **{"as": "demo"})
    assert {entry.where for entry in diary().of("pain")} == {"knee_front"}


def test_deleting_needs_the_word_and_leaves_nothing(mine):
    mine("/checkin", new_place="knee_front", new_points="4")
    mine("/data/delete", sure="yes")
    assert diary().entries
    mine("/data/delete", sure="delete")
    assert "Start mine" in mine("/").text


def test_a_form_without_its_token_is_refused(people):
    from django.test import Client  # noqa: PLC0415

    del people
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    assert strict.post("/begin", {"as": "mine"}).status_code == 403


def test_the_emergency_number_is_called_with_one_tap(demo):
    assert '<a class="call" href="tel:999">999</a>' in demo("/help").text
    demo("/screen", asked="e4", e4="yes")
    assert 'href="tel:999"' in demo("/why").text

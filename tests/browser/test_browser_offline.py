"""A flare-up at 2 a.m. without a network, and what happens when it is back: nothing lost, nothing twice."""

import csv
import io
import sqlite3
from contextlib import closing

import pytest

CHECKED = "Written down now"
WAITING = "Kept on this phone"


def rows(page, address):
    text = page.request.get(f"{address}/data/export").text()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def danas(app, phone):
    """Dana's diary on a phone that has been here once."""
    page = phone(app)
    page.goto("/")
    page.get_by_role("button", name="Look around").click()
    page.goto("/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("caches.match('/rules.json').then(Boolean)")
    return page


def mark(page, name, value):
    page.locator(f"label:has(input[name='{name}'][value='{value}'])").first.click()


def tap(page, line):
    page.locator(f".ticks label:has(input[name='{line}'])").click()


def flares_up(page, region, points, side=""):
    """Tell of a flare-up of a place that the list names, without a network."""
    page.get_by_role("button", name="It flares up").click()
    page.locator("[data-step=where] details summary").click()
    page.locator("#where select[name=new_place]").select_option(region)
    page.locator("#where select[name=new_side]").select_option(side)
    page.locator(f"#where label:has(input[name=points][value='{points}'])").click()
    page.locator("#where").get_by_role("button", name="Go on").click()


def answers_no(page):
    """Say no to every page of lines, and to the page about the person."""
    for _ in range(4):
        page.locator("#asking .ticks label, [data-mind]:visible, [data-step=told]:visible").first.wait_for()
        if page.locator("[data-step=told]").is_visible():
            return
        if page.locator("[data-mind]").is_visible():
            page.locator("[data-mind] [name=mind][value=no]").click()
        else:
            page.locator("#asking [name=none]").click()
        page.wait_for_timeout(200)


def test_a_flare_up_without_a_network_reaches_the_gate_and_comes_back(danas, app):
    page, before = danas, rows(danas, app.address)
    page.context.set_offline(offline=True)
    page.goto("/why")
    flares_up(page, "lower_back", 8, "middle")
    page.get_by_role("heading", name="Is any of this so now?").wait_for()
    lines = page.locator("#asking .ticks b").all_inner_texts()
    assert len(lines) >= 9
    assert all(len(line.split()) <= 14 for line in lines)
    answers_no(page)
    page.get_by_role("heading", name="For now").wait_for()
    assert page.locator("#steps li").count() == 4
    page.context.set_offline(offline=False)
    page.get_by_text(CHECKED).wait_for()
    new = [row for row in rows(page, app.address) if row not in before]
    assert [row["value"] for row in new if row["kind"] == "pain"] == ["8"]
    told = [(row["what"], row["value"]) for row in new if row["kind"] == "answer"]
    assert {"e1", "e4", "e7", "e14", "s16", "s1"} <= {name for name, _ in told}
    assert {word for _, word in told} == {"no"}
    page.reload()
    page.wait_for_timeout(300)
    assert len(rows(page, app.address)) == len(before) + len(new)


def test_a_flare_up_of_the_chest_without_a_network_hears_nothing_of_the_back(danas):
    page = danas
    page.context.set_offline(offline=True)
    page.goto("/")
    flares_up(page, "chest", 10)
    page.get_by_role("heading", name="Is any of this so now?").wait_for()
    assert page.locator("#asking input[name='e1.inside']").count() == 1
    answers_no(page)
    page.get_by_role("heading", name="For now").wait_for()
    told = page.locator("[data-step=told]").inner_text()
    for other in ("back", "usual", "Nothing in your answers", "matches"):
        assert other not in told
    assert "Keep still" in told


def test_a_danger_line_without_a_network_says_at_once_what_to_do(danas):
    page = danas
    page.context.set_offline(offline=True)
    page.goto("/")
    flares_up(page, "lower_back", 9, "middle")
    page.get_by_role("heading", name="Is any of this so now?").wait_for()
    tap(page, "e4.saddle")
    page.get_by_role("heading", name="First this").wait_for()
    assert page.locator("#card.emergency").is_visible()
    assert "Hours count" in page.locator("#card").inner_text()
    assert page.locator("#card a.call").first.get_attribute("href").startswith("tel:")
    assert page.locator("#steps li").count() == 0
    page.get_by_role("main").get_by_role("link", name="Get help now").click()
    page.get_by_role("heading", name="Emergency").wait_for()


def test_who_does_not_want_to_live_hears_whom_to_call_and_nothing_else_without_a_network(danas):
    page = danas
    page.context.set_offline(offline=True)
    page.goto("/")
    flares_up(page, "wrist", 1, "left")
    page.locator("#asking .ticks label").first.wait_for()
    page.locator("#asking [name=none]").click()
    page.locator("[data-mind] [value=yes]").click()
    page.get_by_role("heading", name="First this").wait_for()
    card = page.locator("#card.crisis")
    assert {link.get_attribute("href") for link in card.locator("a.call").all()} == {"tel:116123", "tel:999"}
    assert page.locator("#card li").count() == 1
    assert page.locator("#steps li").count() == 0


def test_a_doubt_without_a_network_is_kept_as_a_doubt(danas, app):
    page, before = danas, rows(danas, app.address)
    page.context.set_offline(offline=True)
    page.goto("/")
    flares_up(page, "lower_back", 9, "middle")
    page.get_by_role("button", name="Not sure about one of them").click()
    page.get_by_role("heading", name="Which one are you not sure about?").wait_for()
    tap(page, "e4.saddle")
    page.get_by_role("button", name="Save as not sure").click()
    page.get_by_role("heading", name="First this").wait_for()
    assert page.locator("#card.same_day").is_visible()
    page.context.set_offline(offline=False)
    page.get_by_text(CHECKED).wait_for()
    new = [row for row in rows(page, app.address) if row not in before]
    assert [(row["what"], row["value"]) for row in new if row["kind"] == "answer"] == [("e4", "unsure")]


def test_who_skips_the_lines_gets_position_and_breath_and_is_told_what_is_open(danas):
    page = danas
    page.context.set_offline(offline=True)
    page.goto("/")
    flares_up(page, "lower_back", 6, "middle")
    page.get_by_role("button", name="Skip to something that helps").click()
    page.get_by_role("heading", name="The danger lines are not answered yet").wait_for()
    assert page.locator("#steps li").count() == 2
    page.get_by_role("button", name="Answer them").click()
    page.get_by_role("heading", name="Is any of this so now?").wait_for()


def test_the_network_that_goes_between_two_pages_loses_nothing(danas, app):
    page = danas
    before = rows(page, app.address)
    page.goto("/flare")
    page.context.set_offline(offline=True)
    mark(page, "known", "pain.lower_back.middle")
    mark(page, "points", "8")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Is any of this so now?").wait_for()
    page.context.set_offline(offline=False)
    answers_no(page)
    page.get_by_role("heading", name="For now").wait_for()
    page.goto("/")
    page.get_by_text(CHECKED).wait_for()
    new = [row for row in rows(page, app.address) if row not in before]
    assert [row["value"] for row in new if row["kind"] == "pain"] == ["8"]
    assert {row["value"] for row in new if row["kind"] == "answer"} == {"no"}


def test_a_check_in_without_a_network_waits_on_the_phone(danas, app):
    page = danas
    before = rows(page, app.address)
    page.goto("/")
    page.evaluate("document.querySelector('details.checkin').open = true")
    page.context.set_offline(offline=True)
    page.locator("details.checkin .points").first.get_by_text("3").click()
    page.get_by_role("button", name="Write it down").click()
    page.get_by_text(WAITING).wait_for()
    page.context.set_offline(offline=False)
    page.get_by_text(CHECKED).wait_for()
    assert len(rows(page, app.address)) == len(before) + 1


def test_a_second_sending_of_the_same_form_changes_nothing(danas, app):
    page = danas
    before = rows(page, app.address)
    told = page.request.get(f"{app.address}/rules.json").json()
    sent = {"stress": "4", "made_id": "0193d5c0-0000-7000-8000-000000000000", "made_for": told["person"]}
    sent |= {"made_at": "2026-03-02T02:10:00.5Z", "csrfmiddlewaretoken": told["token"]}
    ways = {"X-Kept": "1", "Referer": app.address}
    for _ in range(2):
        answer = page.request.post(f"{app.address}/checkin", form=sent, headers=ways)
        assert answer.json() == {"next": "/?kept"}
    assert len(rows(page, app.address)) == len(before) + 1
    other = page.request.post(f"{app.address}/checkin", form=sent | {"made_for": "somebody"}, headers=ways)
    assert other.status == 400


def test_a_phone_that_was_never_here_shows_the_danger_signs_to_read(app, phone):
    page = phone(app)
    page.goto("/offline")
    page.get_by_text("Read these").wait_for()
    assert page.locator("[data-step=none] li").count() == 10


def test_a_phone_keeps_what_a_locked_database_does_not_take(danas, app):
    page, before = danas, rows(danas, app.address)
    with closing(sqlite3.connect(app.folder / "flarepath.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for closed in page.locator("details.checkin:not([open]) > summary").all():
            closed.click()
        mark(page, "pain.hip_front.both", "9")
        page.get_by_role("button", name="Write it down").click()
        page.get_by_text(WAITING).wait_for()
        other.execute("ROLLBACK")
    page.watched.errors.clear()  # the browser itself complains of the 503
    page.goto("/")
    page.get_by_text(CHECKED).wait_for()
    new = [row for row in rows(page, app.address) if row not in before]
    assert [(row["kind"], row["value"]) for row in new] == [("pain", "9")]

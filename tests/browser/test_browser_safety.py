"""Ways of people whom something warns: first use, a yes, a slip, a visit, a second place at 2 a.m."""

import csv
import io

import pytest
from axe_playwright_python.sync_playwright import Axe

WORDS = "document.querySelector('main').innerText.trim().split(/\\s+/).length"
LOOKS = ("light", "dark", "dim")


def of(page, kind):
    text = page.request.get("/data/export").text()
    return [row for row in csv.DictReader(io.StringIO(text)) if row["kind"] == kind]


def tap(page, name, **more):
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=name, **more).tap()


def follow(page, name):
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=name).first.tap()


def line(page, words):
    """Tap a danger line, and wait for its card."""
    with page.expect_navigation():
        page.locator("label.tick", has_text=words).tap()


def place(page, region, side, points):
    page.locator("[name=new_place]").select_option(region)
    page.locator("[name=new_side]").select_option(side)
    page.locator(f"label:has(input[name=points][value='{points}'])").tap()


def nothing_to_report(page):
    """Go through the open pages; how many taps, and how many words."""
    taps = words = 0
    page.goto("/screen?on")
    while page.locator("[name=asked], [name=facts]").count():
        words += page.evaluate(WORDS)
        mind = page.get_by_role("button", name="No", exact=True)
        tap(page, "No", exact=True) if mind.is_visible() else tap(page, "None of these")
        taps += 1
        if not page.locator("[name=asked], [name=facts]").count():
            page.goto("/screen?on")
    return taps, words


@pytest.fixture
def mine(app, phone):
    """An own diary on a phone: a lower back at 2, before the danger lines."""
    page = phone(app, locale="en-GB", timezone_id="Europe/London")
    page.goto("/")
    tap(page, "Start mine")
    place(page, "lower_back", "middle", "2")
    tap(page, "Go on", exact=True)
    return page


@pytest.fixture
def screened(mine):
    """The same, with every page answered."""
    nothing_to_report(mine)
    return mine


def test_first_use_with_nothing_to_report_is_short(app, phone):
    page, taps, words = phone(app, locale="en-GB", timezone_id="Europe/London"), 0, 0
    page.goto("/")
    tap(page, "Start mine")
    page.get_by_role("button", name="Turn around").tap()
    page.get_by_role("radio", name="Lower back, middle").tap()
    page.locator("label:has(input[name=points][value='4'])").tap()
    tap(page, "Go on", exact=True)
    taps += 5
    for name in ("None of these", "No"):
        words += page.evaluate(WORDS)
        tap(page, name, exact=True)
        taps += 1
    page.get_by_role("heading", name="Finish the health check").wait_for()
    assert taps < 12
    assert words <= 300
    assert {row["what"]: row["value"] for row in of(page, "fact")} == {"country": "GB", "timezone": "Europe/London"}
    taps, words = nothing_to_report(page)
    assert taps <= 9
    assert words <= 1_250


def test_a_tapped_line_is_kept_at_once_with_its_card_below_it(mine):
    page = mine
    line(page, "inside the chest")
    assert [(row["what"], row["value"]) for row in of(page, "answer")] == [("e1", "yes")]
    card = page.locator("#card-e1")
    assert card.get_by_role("link", name="999").get_attribute("href") == "tel:999"
    assert "Do not drive yourself" in card.inner_text()
    said = page.locator("p.tick.said").bounding_box()
    assert said["y"] < card.bounding_box()["y"]
    assert Axe().run(page).response["violations"] == []


def test_without_a_script_the_button_does_the_same(app, phone):
    page = phone(app, java_script_enabled=False)
    page.goto("/")
    tap(page, "Start mine")
    place(page, "lower_back", "middle", "2")
    tap(page, "Go on", exact=True)
    page.locator("label.tick", has_text="inside the chest").tap()
    tap(page, "Go on", exact=True)
    assert page.locator("#card-e1").is_visible()
    assert {row["value"] for row in of(page, "answer")} == {"yes", "no"}


def test_a_slip_of_the_thumb_costs_three_taps(screened):
    page = screened
    page.goto("/screen/head?again")
    line(page, "drooping face")
    follow(page, "I tapped this by mistake")
    page.get_by_role("heading", name="Once more, in full").wait_for()
    tap(page, "No, I tapped it by mistake")
    page.goto("/")
    assert page.get_by_role("main").get_by_role("heading", name="Get help now").count() == 0
    page.goto("/why")
    assert page.get_by_role("main").get_by_role("heading", name="Get help now").count() == 0


def test_a_visit_opens_again_only_with_go_on(screened):
    page = screened
    page.goto("/screen/danger?again")
    line(page, "calf or leg swollen")
    for told, open_again in (("Wait", False), ("Go on", True)):
        page.goto("/")
        follow(page, "I have been seen for this")
        page.get_by_text("Doctor", exact=True).tap()
        page.locator("label.tick", has_text=told).tap()
        tap(page, "Write it down")
        page.goto("/")
        assert (page.get_by_role("heading", name="Be seen today").count() == 0) is open_again
    assert [row["detail"].split(";")[0] for row in of(page, "event")] == ["said=wait", "said=go_on"]


def test_a_second_place_at_2_am_asks_its_own_lines(screened):
    page = screened
    page.goto("/")
    follow(page, "It flares up")
    page.get_by_text("Another place", exact=True).tap()
    place(page, "calf", "left", "8")
    tap(page, "Go on", exact=True)
    page.get_by_role("heading", name="Is any of this so now?").wait_for()
    assert "calf, left" in page.get_by_role("main").inner_text()
    follow(page, "Skip to something that helps")
    page.get_by_role("heading", name="The danger lines are not answered yet").wait_for()
    assert page.locator("ol.steps li").count() == 2
    follow(page, "Answer them")
    line(page, "calf or leg swollen")
    (yes,) = [row for row in of(page, "answer") if row["value"] == "yes"]
    assert (yes["what"], yes["where"], yes["side"]) == ("s4", "calf", "left")
    page.goto("/why")
    page.get_by_text("Never massage, roll or squeeze it").first.wait_for()


def test_one_answer_is_changed_from_the_list(screened):
    page = screened
    page.goto("/more")
    follow(page, "My answers to the safety questions")
    follow(page, "New weakness in one part" if page.get_by_text("New weakness in one part").count() else "weak")
    tap(page, "Yes", exact=True)
    page.get_by_role("heading", name="All my answers").wait_for()
    assert [row["value"] for row in of(page, "answer")].count("yes") == 1


def test_what_was_answered_is_not_asked_again_within_minutes(screened):
    page = screened
    page.goto("/")
    page.get_by_text("Check in again").tap()
    page.locator("label:has(input[name='pain.lower_back.middle'][value='2'])").tap()
    tap(page, "Write it down")
    page.goto("/screen")
    page.get_by_role("heading", name="All answered").wait_for()
    page.goto("/flare")
    page.get_by_text("Pain: lower back, middle").tap()
    page.locator("label:has(input[name=points][value='3'])").tap()
    tap(page, "Go on", exact=True)
    page.get_by_role("heading", name="For now").wait_for()


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_of_a_yes_are_accessible_in_every_look(screened, look):
    page = screened
    page.goto("/data")
    page.locator(f"label:has(input[value={look}])").tap()
    with page.expect_navigation():
        page.locator("form[action$=look] button").tap()
    page.goto("/screen/danger?again")
    line(page, "calf or leg swollen")
    for address in (
        "/",
        "/why",
        "/screen",
        "/screen/danger?again",
        "/answers/s4?slip",
        "/answers/s4/seen",
        "/flare/now",
    ):
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 690})
            page.goto(address)
            assert Axe().run(page).response["violations"] == [], (address, width)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (address, width)

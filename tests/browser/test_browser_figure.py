"""The body map by touch, by keyboard and through time."""

import pytest
from axe_playwright_python.sync_playwright import Axe


@pytest.fixture
def today(demo_app, phone):
    page = phone(demo_app)
    page.goto("/")
    if page.get_by_role("button", name="Look around").is_visible():
        page.get_by_role("button", name="Look around").click()
        page.goto("/")
    if page.get_by_text("Check in again").is_visible():
        page.get_by_text("Check in again").click()
    page.get_by_text("Another place").click()
    page.locator("[data-place]").first.wait_for()
    return page


def chosen(page):
    return page.locator("[name=new_place]").input_value(), page.locator("[name=new_side]").input_value()


def test_a_touch_chooses_a_place_and_its_side(today):
    today.get_by_role("radio", name="Front of the knee, left").tap()
    assert chosen(today) == ("knee_front", "left")
    today.get_by_role("button", name="Turn around").tap()
    today.get_by_role("radio", name="Lower back, middle").tap()
    assert chosen(today) == ("lower_back", "middle")
    assert today.locator("[aria-checked=true]").count() == 1


def test_the_arrow_keys_reach_every_place(today):
    group = today.get_by_role("radiogroup", name="From the front")
    group.get_by_role("radio").first.focus()
    reached = set()
    for _ in range(group.get_by_role("radio").count()):
        today.keyboard.press("ArrowRight")
        reached.add(chosen(today))
    assert len(reached) == group.get_by_role("radio").count() > 60


def test_the_fields_colour_the_place(today):
    today.locator("[name=new_place]").select_option("knee_front")
    today.locator("[name=new_side]").select_option("both")
    lit = today.locator("[aria-checked=true]")
    assert {lit.nth(each).get_attribute("aria-label") for each in range(lit.count())} == {
        "Front of the knee, left",
        "Front of the knee, right",
    }


def test_the_slider_moves_the_colours_through_time(today):
    today.goto("/days")
    lit = "document.querySelectorAll('.felt [class^=heat]').length"
    whole, slider = today.evaluate(lit), today.get_by_label("Move through the time")
    seen = []
    for _ in range(int(slider.get_attribute("max"))):
        slider.press("ArrowRight")
        seen.append((today.evaluate(lit), today.locator("output").inner_text()))
    assert whole > 0
    assert len({count for count, _ in seen}) > 1
    assert len({words for _, words in seen}) == len(seen)
    slider.press("Home")
    assert (today.evaluate(lit), today.locator("output").inner_text()) == (whole, "All of this time")


def test_the_picture_to_keep_works_from_the_disk_without_a_network(today, tmp_path):
    """It is the picture of the page, moved with the mouse; nothing is asked of anybody."""
    today.goto("/days?period=season")
    with today.expect_download() as found:
        today.get_by_role("link", name="Keep this picture").tap()
    kept = tmp_path / "days.html"
    found.value.save_as(kept)
    page, asked = today.context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(kept.as_uri())
    page.locator(".vega-embed :is(svg, canvas)").first.wait_for()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert "What was felt" in kept.read_text(encoding="utf-8")
    page.close()


def test_the_figure_to_choose_from_is_accessible(today):
    today.get_by_role("radio", name="Front of the knee, left").tap()
    faults = Axe().run(today).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in faults] == []

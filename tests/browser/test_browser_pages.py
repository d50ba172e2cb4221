"""Every page in three looks and three widths: no violation of accessibility, nothing wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = {
    "today": "/",
    "help": "/help",
    "screen": "/screen",
    "lines": "/screen/danger?again",
    "lines_unsure": "/screen/danger?unsure&again",
    "mind": "/screen/mind?again",
    "health": "/screen/head?again",
    "facts": "/screen/facts?again",
    "start": "/start",
    "under18": "/start/under-18",
    "answers": "/answers",
    "one_answer": "/answers/e4?slip",
    "about_me": "/data/facts",
    "flare": "/flare",
    "flare_check": "/flare/check?again",
    "flare_now": "/flare/now",
    "why": "/why",
    "why_careful": "/why?careful",
    "offline": "/offline",
    "swap": "/swap/back_squat",
    "verdict": "/verdict",
    "plan": "/plan",
    "days": "/days",
    "exercises": "/exercises",
    "exercise": "/exercises/back_squat",
    "tests": "/tests",
    "test": "/tests/knee_to_wall",
    "questions": "/questions/peg",
    "muscles": "/muscles",
    "learn": "/learn",
    "lesson": "/learn/soreness",
    "report": "/report",
    "more": "/more",
    "data": "/data",
    "numbers": "/data/numbers",
}
LOOKS = ("light", "dark", "dim")
WIDTHS = (320, 768, 1280)


@pytest.fixture(scope="module")
def shown(demo_app, chromium):
    """Every page with its faults, in every look on a phone, a tablet and a desk."""
    found = {}
    context = chromium.new_context(base_url=demo_app.address, viewport={"width": 320, "height": 690})
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="Look around").click()
    for look in LOOKS:
        page.goto("/data")
        page.locator(f"label:has(input[value={look}])").click()
        page.locator("form[action$=look] button").click()
        for name, address in PAGES.items():
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 690})
                page.goto(address)
                page.locator("h1:visible").first.wait_for()
                faults = Axe().run(page).response["violations"]
                wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                found[name, look, width] = ([_told(fault) for fault in faults], wider)
    context.close()
    return found


def _told(fault):
    return fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_in_every_look_and_as_wide_as_the_screen(shown, name):
    wrong = {key: value for key, value in shown.items() if key[0] == name and (value[0] or value[1] > 0)}
    assert wrong == {}


def test_the_check_finds_what_is_wrong(demo_app, phone):
    page = phone(demo_app)
    page.goto("/help")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=\"/static/flarepath/icon.svg\"><input>'")
    assert {"image-alt", "label"} <= {fault["id"] for fault in Axe().run(page).response["violations"]}

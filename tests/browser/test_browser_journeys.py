"""Whole ways of people through the app, on a phone, as they would go them."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
from axe_playwright_python.sync_playwright import Axe

from flarepath.body import MUSCLES

EXAMPLES = Path(__file__).parents[2] / "examples"
FOCUSED = "(e => e.ariaLabel || e.closest('label')?.innerText || e.innerText || e.name)(document.activeElement)"
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)


def rows(page):
    text = page.request.get("/data/export").text()
    return list(csv.DictReader(io.StringIO(text)))


def of(page, kind):
    return [row for row in rows(page) if row["kind"] == kind]


def mark(page, name, value):
    page.locator(f"label:has(input[name='{name}'][value='{value}'])").first.tap()


def press(page, name, **more):
    """Tap a button, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, **more).tap()


def follow(page, name):
    """Tap a link of the page itself, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=name).tap()


def unfold(page, words):
    """Open a part of the page that is closed."""
    part = page.locator("details", has=page.get_by_text(words, exact=True)).last
    if part.get_attribute("open") is None:
        part.get_by_text(words, exact=True).tap()


def begin(page, words):
    page.goto("/")
    press(page, words)


@pytest.fixture
def mine(app, phone):
    """An own, empty diary on a phone."""
    page = phone(app)
    begin(page, "Start mine")
    return page


@pytest.fixture
def danas(app, phone):
    """Dana's diary on a phone."""
    page = phone(app)
    begin(page, "Look around")
    return page


@pytest.fixture
def marcos(mine, tmp_path):
    """Marco's diary, as if its last day was yesterday, brought into an own one on a phone."""
    text = (EXAMPLES / "marco.csv").read_text(encoding="utf-8")
    last = max(re.findall(r"^(\d{4}-\d\d-\d\d)T", text, flags=re.MULTILINE))
    later = datetime.now(UTC).date() - timedelta(days=1) - date.fromisoformat(last)
    file = tmp_path / "diary.csv"
    moved = re.sub(
        r"^(2026-\d\d-\d\d)T",
        lambda found: f"{date.fromisoformat(found[1]) + later}T",
        text,
        flags=re.MULTILINE,
    )
    file.write_text(moved, encoding="utf-8")
    mine.goto("/data")
    mine.set_input_files("form[action$=import] input[type=file]", file)
    press(mine, "Look at it first")
    press(mine, "Take it")
    return mine


def answer_all_with_none(page):
    """Go through the open pages as somebody with nothing to report; how many pages that takes."""
    for pages in range(40):
        none = page.get_by_role("button", name="None of these")
        mind = page.get_by_role("button", name="No", exact=True)
        if not none.is_visible() and not mind.is_visible():
            return pages
        press(page, "None of these") if none.is_visible() else press(page, "No", exact=True)
    raise AssertionError("the danger questions do not end")


def test_danas_first_ten_minutes(mine):
    """Place and number, danger lines, the health check with a break in the middle, an honest answer."""
    page, start = mine, monotonic()
    page.get_by_role("heading", name="Where does it hurt?").wait_for()
    page.get_by_role("button", name="Turn around").tap()
    page.get_by_role("radio", name="Lower back, middle").tap()
    mark(page, "points", "4")
    press(page, "Go on", exact=True)
    assert answer_all_with_none(page) == 2
    page.get_by_role("heading", name="Finish the health check").wait_for()
    page.goto("/why")
    page.get_by_text("Safety questions come first").wait_for()
    follow(page, "Answer them")
    assert answer_all_with_none(page) <= 8
    follow(page, "Go on")
    page.goto("/why")
    page.get_by_role("heading", name="Cannot tell yet").wait_for()
    assert [(row["where"], row["side"], row["value"]) for row in of(page, "pain")] == [("lower_back", "middle", "4")]
    assert {row["value"] for row in of(page, "answer")} == {"no"}
    assert [row["value"] for row in of(page, "fact") if row["what"] == "timezone"]
    assert monotonic() - start < 60


def test_an_ordinary_check_in_takes_six_taps_and_less_than_half_a_minute(mine):
    page = mine
    for name, points in (("knee_front", "1"), ("lower_back", "1")):
        page.goto("/")
        if page.get_by_text("Check in again").is_visible():
            unfold(page, "Check in again")
        unfold(page, "Another place")
        page.locator("[name=new_place]").select_option(name)
        mark(page, "new_points", points)
        press(page, "Write it down")
        page.get_by_text("Written down").wait_for()
    page.goto("/")
    unfold(page, "Check in again")
    before, start, taps = len(rows(page)), monotonic(), 0
    places = page.locator("fieldset:has(legend:text-matches('Pain:'))")
    for place in range(places.count()):
        places.nth(place).locator("label").nth(1).tap()
        taps += 1
    for name, value in (("sleep", "7"), ("stress", "3")):
        mark(page, name, value)
        taps += 1
    press(page, "Write it down")
    page.get_by_text("That is all for now").wait_for()
    assert (places.count(), taps + 1) == (2, 5)
    assert monotonic() - start < 30
    assert len(rows(page)) == before + 4


def test_marcos_import(mine, tmp_path):
    page, made = mine, []
    for day in range(1, 15):
        start = f"{day} Okt. 2026, 18:05"
        for name, load in (("Squat (Barbell)", 100 + day), ("Hack Squat (Machine)", 140)):
            made += [
                f'"Legs","{start}","{start}","","{name}","","","{k}","normal","{load}","5","","","8"' for k in range(3)
            ]
    file = tmp_path / "workouts.csv"
    file.write_text("\n".join([HEVY, *made]), encoding="utf-8")
    page.goto("/data")
    page.set_input_files("form[action$=import] input[type=file]", file)
    press(page, "Look at it first")
    page.get_by_text("Nothing is written down yet").wait_for()
    assert rows(page) == []
    assert Axe().run(page).response["violations"] == []
    page.get_by_label(re.compile("Hack Squat")).select_option("back_squat")
    press(page, "Take it")
    page.get_by_text("28 new entries were written down").wait_for()
    done = of(page, "exercise")
    assert {row["what"] for row in done} == {"back_squat"}
    assert "sets=3; reps=5; load_kg=101; effort=8" in done[0]["detail"]
    page.goto("/muscles")
    assert page.get_by_role("row", name=re.compile(MUSCLES["vasti"].name)).first.is_visible()


def test_a_red_flag_locks_training_until_somebody_was_seen(marcos):
    page = marcos
    page.goto("/plan")
    page.get_by_role("link", name=re.compile("^Begin")).first.wait_for()
    address = page.get_by_role("link", name=re.compile("^Begin")).first.get_attribute("href")
    page.goto("/flare/check?again")
    with page.expect_navigation():
        page.locator("label.tick").first.tap()
    page.get_by_role("main").get_by_text(re.compile("Call 112 or 118 now")).first.wait_for()
    for path in ("/plan", address):
        page.goto(path)
        page.get_by_role("main").get_by_role("heading", name="Get help now").wait_for()
        assert page.get_by_role("link", name=re.compile("^Begin")).count() == 0
    page.goto("/")
    assert page.get_by_role("link", name=re.compile("^Begin")).count() == 0


def test_a_change_of_the_plan_is_refused_and_stays_refused(marcos):
    page = marcos
    page.goto("/plan")
    cards = page.locator("section.card:has(button[value=refuse])")
    card = cards.first
    name, kept = card.get_by_role("heading").inner_text(), card.locator("p").first.inner_text().split(" → ")[0]
    card.get_by_label("A reason, if you like").fill("my race is on Sunday")
    with page.expect_navigation():
        card.get_by_role("button", name="No, keep it").tap()
    for _ in range(2):
        assert cards.filter(has_text=name).count() == 0
        assert f"{name}: {kept}" in page.get_by_role("main").inner_text()
        page.reload()
    (note,) = [row for row in of(page, "note") if row["what"] == "plan_change"]
    assert (note["value"], "my race is on Sunday" in note["detail"]) == ("refuse", True)


def test_deleting_leaves_nothing_here_or_on_the_phone(danas, app):
    page = danas
    page.goto("/data")
    press(page, "Close Dana's diary and begin")
    page.goto("/")
    page.locator("[name=new_place]").select_option("groin")
    mark(page, "new_points", "7")
    press(page, "Write it down")
    page.get_by_text("Written down").wait_for()
    page.goto("/data")
    page.get_by_label("Type delete").fill("delete")
    press(page, "Delete everything")
    page.get_by_role("button", name="Start mine").wait_for()
    assert page.evaluate("caches.match('/rules.json').then(Boolean)") is False
    kept = b"".join(path.read_bytes() for path in app.folder.iterdir() if path.name.startswith("flarepath.sqlite3"))
    assert b"groin" not in kept


def test_two_tabs_lose_nothing(mine):
    first, second = mine, mine.context.new_page()
    for page in (first, second):
        page.goto("/")
        unfold(page, "Another place")
    for page, place in ((first, "knee_front"), (second, "hip_front")):
        page.locator("[name=new_place]").select_option(place)
        mark(page, "new_points", "5")
    for page in (second, first):
        press(page, "Write it down")
        page.get_by_text("Written down").wait_for()
    day = first.request.get("/days").text().split("/days/")
    assert {row["where"] for row in of(first, "pain")} == {"knee_front", "hip_front"}
    iso = next(re.match(r"\d{4}-\d\d-\d\d", part).group() for part in day if re.match(r"\d{4}-\d\d-\d\d", part))
    for page in (first, second):
        page.goto(f"/days/{iso}")
    for page, value in ((first, "3"), (second, "2")):
        form = page.locator("form[action*='/days/']").first
        page.locator("summary").first.tap()
        form.locator("input[name=value]").fill(value)
        with page.expect_navigation():
            form.get_by_role("button").first.tap()
    assert sorted(row["value"] for row in of(first, "pain")) == ["2", "5"]
    second.close()


def test_the_keyboard_alone_is_enough(danas):
    page = danas

    def go_to(words, most=90):
        """Press Tab until what has the focus says so."""
        for _ in range(most):
            page.keyboard.press("Tab")
            said = page.evaluate(
                "(e => e.ariaLabel || e.closest('label')?.innerText || e.innerText || e.name)(document.activeElement)"
            )
            if words in (said or ""):
                return
        raise AssertionError(f"the Tab key does not reach {words!r}")

    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    if page.locator("details.checkin:not([open])").count():  # open already where nothing was told on this day
        go_to("Check in again")
        page.keyboard.press("Enter")
    go_to("0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    go_to("Write it down")
    page.keyboard.press("Enter")
    page.get_by_text("Written down").wait_for()
    newest = of(page, "pain")[-1]
    assert newest["value"] == "2"
    go_to("Why")
    page.keyboard.press("Enter")
    page.wait_for_url("**/why")

"""Take a picture of every screen for docs/guide/screens.md: Dana's diary on a phone of 320 pixels.

    make screens

The bar at the bottom is put at the end of the page, because a whole page is taken.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "guide" / "screens"
PORT = 8_791
ADDRESS = f"http://127.0.0.1:{PORT}"
WIDTH, MOST_HEIGHT, QUALITY = 320, 1_500, 72
CALM = "nav { position: static !important } * { animation: none !important; transition: none !important }"
SCREENS = {
    "today": ("/", "Today: known places first, a night is one tap"),
    "figure": ("/", "Another place: touch it"),
    "flare": ("/flare", "It flares up, dim"),
    "flare-questions": ("/flare/check?again", "The ten danger questions"),
    "flare-now": ("/flare/now", "One thing for now"),
    "help": ("/help", "Get help now"),
    "screen": ("/screen", "The safety questions, one area a page"),
    "why": ("/why", "Why: points, causes for and against"),
    "plan": ("/plan", "The week, and each change to accept, change or refuse"),
    "session": ("", "One thing of a session at a time"),
    "swap": ("/swap/back_squat", "Something else instead"),
    "days": ("/days?period=season", "Days: pain over what was done, and where"),
    "verdict": ("/verdict", "Helping or hurting?"),
    "exercises": ("/exercises?q=squat", "The library, searched while you type"),
    "exercise": ("/exercises/back_squat", "One exercise and its lengths"),
    "tests": ("/tests", "Home tests and questions"),
    "test": ("/tests/knee_to_wall", "One test"),
    "muscles": ("/muscles", "All muscles at a glance"),
    "learn": ("/learn", "Learn"),
    "lesson": ("/learn/soreness", "A lesson"),
    "report": ("/report", "The report for a professional"),
    "more": ("/more", "More"),
    "data": ("/data", "My data"),
    "numbers": ("/data/numbers", "Every number, its source and a way to change it"),
    "offline": ("/offline", "Without a connection"),
}


def take(page: Page, name: str) -> None:
    """Keep what the page shows, as a small picture."""
    page.add_style_tag(content=CALM)
    page.wait_for_timeout(900)
    shown = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    shown.crop((0, 0, WIDTH, min(MOST_HEIGHT, shown.height))).save(FOLDER / f"{name}.webp", quality=QUALITY, method=6)


def walk(page: Page) -> None:
    """Every screen in turn."""
    page.goto(ADDRESS)
    take(page, "welcome")
    page.get_by_role("button", name="Look around").click()
    page.wait_for_url("**/why")
    for name, (path, _) in SCREENS.items():
        if name == "session":
            page.goto(f"{ADDRESS}/plan")
            page.locator("a[href^='/session/']").first.click()
        else:
            page.goto(ADDRESS + path)
        if name == "figure":
            for closed in page.locator("details.checkin:not([open]) > summary").all():
                closed.click()
            page.get_by_text("Another place").click()
            page.get_by_role("radio", name="Front of the hip, left").click()
        take(page, name)
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": ADDRESS}])
    page.goto(f"{ADDRESS}/why")
    take(page, "why-dark")


def listing() -> str:
    """The page that shows them all."""
    shown = {"welcome": "The first start"} | {name: words for name, (_, words) in SCREENS.items()}
    shown |= {"why-dark": "Why, in the dark look"}
    cells = [f"| ![{words}](screens/{name}.webp) | {words} |" for name, words in shown.items()]
    head = (
        "# Every screen\n\nDana's diary on a phone of 320 pixels; `make screens` takes them anew. Long pages are cut."
    )
    return head + "\n\n| screen | what it is |\n|---|---|\n" + "\n".join(cells) + "\n"


def main() -> None:
    """Start the app on a database of its own, take the pictures, end it."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        around = os.environ | {"FLAREPATH_FOLDER": folder, "FLAREPATH_PORT": str(PORT)}
        command = Path(sys.executable).with_name("flarepath")
        app = subprocess.Popen([command, "serve"], env=around)  # noqa: S603 - our own command
        try:
            for _ in range(100):
                try:
                    urlopen(f"{ADDRESS}/help", timeout=5).close()  # noqa: S310 - our own server
                    break
                except (URLError, OSError):
                    sleep(0.1)
            with sync_playwright() as playwright:
                chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                page = chromium.new_page(viewport={"width": WIDTH, "height": 690}, bypass_csp=True)
                walk(page)
                chromium.close()
        finally:
            app.send_signal(signal.SIGTERM)
            app.wait(timeout=30)
    (ROOT / "docs" / "guide" / "screens.md").write_text(listing(), encoding="utf-8")


if __name__ == "__main__":
    main()

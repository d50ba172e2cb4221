"""Write `docs/method/numbers.md` (every question, feature and number, with its source) and `docs/guide/tests.md`.

Run `make knowledge` after a table changed; a test holds the pages against the tables.
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ROOT / "src" / "flarepath"
PAGE = ROOT / "docs" / "method" / "numbers.md"
TESTS_PAGE = ROOT / "docs" / "guide" / "tests.md"

TESTS_INTRO = """# Home tests

Made from the table of tests by `make knowledge`. Write a result into the diary as a `test` row with the test's id.

* Warm up for three minutes. Two tries; keep the best, or the mean where you hold for time. Same time of day.
* Not within 72 hours of hard work on that muscle. Stop at pain above 5 of 10.
* Three things are told: your own trend, left against right, and the norm, where one has a source.
* "Short", "long" or "weak" needs **two tests on different days** that agree; one test is a hint.
* Your sides must differ by more than a test errs, and in strength by more than a fifth: healthy people's sides do.
* A label describes the result of a test. It does not tell the cause of a pain: such labels predict pain poorly.
* A phone held to the limb reads angles to about 3 degrees.
"""


def table(part: str, name: str) -> dict:
    """One knowledge table of a part."""
    return tomllib.loads((PARTS / part / name).read_text(encoding="utf-8"))


def page() -> str:
    """The whole page."""
    return "\n".join(
        [
            "# Every number, feature and question",
            "",
            "Made from the tables by `make knowledge`. `sure` is how sure the source is: seen, known, uncertain,",
            "expert (elicited, no data), derived, or ours (a default of our own, to be changed in the table named).",
            "",
            *numbers(),
            *features(),
            *questions(),
        ]
    )


def numbers() -> list[str]:
    """The numbers of every part."""
    sources = tomllib.loads((PARTS / "sources.toml").read_text(encoding="utf-8"))
    lines = ["## Numbers", "", "| part | number | value | why | source | sure |", "|---|---|---|---|---|---|"]
    for path in sorted(PARTS.glob("*/numbers.toml")):
        for name, row in table(path.parent.name, path.name).items():
            sure = sources[row["source"]]["sure"]
            cells = (path.parent.name, f"`{name}`", f"{row['value']:g}", row["why"], row["source"], sure)
            lines.append(f"| {' | '.join(cells)} |")
    return [*lines, ""]


def features() -> list[str]:
    """The features of the log with their likelihood ratios."""
    causes = table("flares", "causes.toml")
    head = " | ".join(causes["order"])
    lines = ["## Features of the log", ""]
    lines += [f"| family | feature | {head} | source |", "|---" * 10 + "|"]
    for name, row in causes["features"].items():
        ratios = " | ".join(f"{ratio:g}" for ratio in row["lr"])
        lines.append(f"| {row['family']} | `{name}` | {ratios} | {row['source']} |")
    return [*lines, ""]


def questions() -> list[str]:
    """The safety questions."""
    lines = ["## Safety questions", "", "| id | tier | short screen | question | source |", "|---|---|---|---|---|"]
    for name, row in table("safety", "questions.toml").items():
        short = "yes" if row.get("starred") else ""
        lines.append(f"| `{name}` | {row['tier']} | {short} | {row['text']} | {row['source']} |")
    return [*lines, ""]


def tests_page() -> str:
    """Every home test: how, when to stop, the norm and who was measured for it."""
    body = tomllib.loads((PARTS / "body" / "muscles.toml").read_text(encoding="utf-8"))
    lines = [TESTS_INTRO]
    for name, row in table("exercises", "tests.toml").items():
        muscle = body[row["muscle"]]["name"] if row["muscle"] else "the whole body"
        part = f", {row['zone']} part of its range" if "zone" in row else ""
        lines += [
            f"## {row['name']}",
            f"`{name}` in {row['unit']}. About {row['about']}: {muscle}{part}.",
            "",
            f"{row['protocol']} {row['stop_rule']}",
            "",
            f"* Norm: {row['norm']}. Who was measured: {row['population']}",
            f"* The test errs by about {row['error']:g} {row['unit']}. Source: {row['source']}.",
            "",
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    TESTS_PAGE.write_text(tests_page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} and {TESTS_PAGE.relative_to(ROOT)} written\n")

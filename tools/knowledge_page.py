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

Made from the table of tests by `make knowledge`. Write a result into the diary as a `test` row with the test's id:
`2026-03-02T08:00,test,knee_to_wall,,left,9.5,cm,`.

**How.** Come rested: no hard work on that muscle in the 72 hours before. Warm up for three minutes. Two tries, where
nothing else is said: keep the best, or in tests to the end of your strength the mean. Same time of day. Stop at pain
above 5 of 10. A phone held to the limb reads angles to about 3 degrees.

**What you get.** Your own trend, left against right, and the norm, where somebody measured one.

* "Short", "long" or "weak" needs **two tests on different days** that agree. One test is a hint. So is a test in the
  72 hours after hard work on the muscle.
* Where norms disagree, where nobody of your sex or age was measured, or where a number cannot be, no label is given.
* Your sides must differ by more than the test errs, and in strength by more than a fifth: healthy people's sides do.
  Ten per cent proves nothing.
* None of the tests with a norm tells strength at full length. Tell it in your own words, as you find it:
  `2026-03-02T08:00,test,strength,hamstrings,left,weak,,zone=long`.

**What no test says.** A label describes the result of a test. It does not tell the cause of a pain: in studies such
labels predict pain poorly (sadler, pecmin_val).
"""

SURE = {
    "seen": "a summary of the study was read",
    "known": "recalled from a publication, not read again",
    "uncertain": "uncertain, check before relying on it",
    "expert": "our own estimate, no data",
    "derived": "worked out here from a published figure",
    "ours": "our own choice",
}


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
    """Every home test: what is needed, how, when to stop, the norm, who was measured for it and how sure it is."""
    body = tomllib.loads((PARTS / "body" / "muscles.toml").read_text(encoding="utf-8"))
    sources = tomllib.loads((PARTS / "sources.toml").read_text(encoding="utf-8"))
    lines = [TESTS_INTRO]
    for name, row in table("exercises", "tests.toml").items():
        lines += one_test(name, row, body, sources)
    return "\n".join(lines)


def one_test(name: str, row: dict, body: dict, sources: dict) -> list[str]:
    """One home test, for a person."""
    muscle = body[row["muscle"]]["name"] if row["muscle"] else "the whole body"
    part = f", {row['zone']} part of their range" if "zone" in row else ""
    about = {"length": "Length: ", "strength": "Strength: "}.get(row["about"], "")
    tries = {1: "Once. ", 3: "Three tries, keep the best. "}.get(row.get("tries"), "")
    mean = "Keep the mean of two tries. " if row.get("keep") == "mean" else ""
    return [
        f"## {row['name']}",
        f"`{name}` in {row['unit']}. {about}{muscle}{part}. You need: {', '.join(row['equipment'])}.",
        "",
        row["protocol"],
        "",
        f"{tries}{mean}**{row['stop_rule']}**",
        "",
        f"* Norm: {row['norm']}.",
        f"* Who was measured: {row['population']} Source: {origin(row['source'], sources)}.",
        f"* One result errs by about {row['error']:g} {row['unit']} ({origin(row['error_source'], sources)}).",
        *([f"* {row['says_not']}"] if "says_not" in row else []),
        "",
    ]


def origin(key: str, sources: dict) -> str:
    """Who says a number and how sure it is, in words."""
    who, sure = sources[key]["who"], sources[key]["sure"]
    return SURE[sure] if sure in {"expert", "uncertain", "derived", "ours"} else f"{who}; {SURE[sure]}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    TESTS_PAGE.write_text(tests_page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} and {TESTS_PAGE.relative_to(ROOT)} written\n")

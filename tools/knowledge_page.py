"""Write `docs/method/numbers.md`: every question, feature and number the answers rest on, with its source.

Run `make knowledge` after a table changed; a test holds the page against the tables.
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ROOT / "src" / "flarepath"
PAGE = ROOT / "docs" / "method" / "numbers.md"


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


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} written\n")

"""Write the line drawing of every exercise that is not posed on the model, from figures.toml.

`python tools/drawings/draw.py` writes all of them; `--to FOLDER` elsewhere; `--sheet FILE` all on one page besides.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

from scene import drawing

HERE = Path(__file__).parent
EXERCISES = HERE.parent.parent / "src" / "flarepath" / "exercises"
COLUMNS, CELL_WIDE, CELL_HIGH = 4, 330, 224


def drawings() -> dict[str, str]:
    """The SVG of every exercise in figures.toml, by its id."""
    table = tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))
    library = tomllib.loads((EXERCISES / "library.toml").read_text(encoding="utf-8"))["exercise"]
    return {name: drawing(name, library[name]["name"], row, table["posture"]) for name, row in table["figure"].items()}


def sheet(pictures: dict[str, str], names: list[str]) -> str:
    """Some drawings side by side, each over its id.

    Args:
        pictures: the drawings by id.
        names: the ids to show, in order.
    """
    rows = -(-len(names) // COLUMNS)
    cells = []
    for place, name in enumerate(names):
        x, y = place % COLUMNS * CELL_WIDE, place // COLUMNS * CELL_HIGH
        inner = pictures[name].replace("<svg ", f'<svg x="{x + 5}" y="{y + 2}" width="320" height="200" ', 1)
        cells.append(f'{inner}<text x="{x + 165}" y="{y + 216}" text-anchor="middle" font-size="13">{name}</text>')
    wide, high = COLUMNS * CELL_WIDE, rows * CELL_HIGH
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'font-family="sans-serif" color="#222"><rect width="{wide}" height="{high}" fill="#fff"/>\n'
        + "\n".join(cells)
        + "\n</svg>\n"
    )


def main() -> None:
    """Write the files."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--to", type=Path, default=EXERCISES / "pictures")
    options.add_argument("--sheet", type=Path)
    given = options.parse_args()
    pictures = drawings()
    given.to.mkdir(exist_ok=True)
    for name, text in pictures.items():
        (given.to / f"{name}.svg").write_text(text, encoding="utf-8")
    if given.sheet:
        given.sheet.write_text(sheet(pictures, list(pictures)), encoding="utf-8")


if __name__ == "__main__":
    main()

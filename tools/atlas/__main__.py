"""`python -m atlas data|pictures|sheet`: compute the muscle lengths, draw the pictures, or one sheet of them all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from atlas.checks import Findings, findings
from atlas.lengths import Row, percents, rows
from atlas.model import GROUPS, Body, Floats
from atlas.poses import Movement, angles, movements
from atlas.ranges import ranges

HOME = Path(__file__).parents[2]
DATA = HOME / "src" / "flarepath" / "exercises" / "atlas.toml"
PICTURES = HOME / "src" / "flarepath" / "exercises" / "pictures"
SHEET = HOME / "docs" / "method" / "atlas-pictures.webp"

MOST_BYTES = 8_000_000
"""All pictures together are never larger."""

HEAD = """# Written by tools/atlas (`make atlas`): how long each muscle is in each posed exercise, in per cent of its
# range (0 shortest, 100 longest): [shortest, longest, where the load is highest, role]. The role is what all variants
# of the load model agree on. Joints are degrees from upright standing. docs/method/atlas.md says how it was made.
"""


@cache
def _model() -> tuple[Body, tuple[Floats, Floats]]:
    body = Body()
    return body, ranges(body)


def _rows(movement: Movement) -> tuple[dict[str, Row], dict[str, Row]]:
    return rows(_model()[0], movement, _model()[1])


def data(jobs: int) -> int:
    """Compute and write the data; returns 1 where a check failed.

    Args:
        jobs: so many exercises at a time.
    """
    posed = movements()
    with ProcessPoolExecutor(jobs) as pool:
        found = dict(zip((movement.id for movement in posed), pool.map(_rows, posed), strict=True))
    body, spans = _model()
    working = {name: sides[0] for name, sides in found.items()}
    result = findings(body, posed, working)
    standing = dict(zip(GROUPS, percents(body, body.lengths({}), spans)[0], strict=True))
    DATA.write_text(_document(standing, found, result), encoding="utf-8")
    for words in (*result.orderings_failed, *result.jumps, *result.beyond):
        print(words)
    print(f"{len(posed)} exercises; {result.orderings_held} orderings hold, {len(result.orderings_failed)} do not")
    return 1 if result.orderings_failed or result.beyond else 0


def _document(standing: Mapping[str, float], found: Mapping[str, tuple[dict[str, Row], ...]], result: Findings) -> str:
    lines = [HEAD, "[checks]", f"orderings_held = {result.orderings_held}"]
    lines += [f"orderings_failed = {len(result.orderings_failed)}", f"jumps = {len(result.jumps)}"]
    lines += [f"beyond_joint_limits = {len(result.beyond)}", "", "[standing]"]
    lines += [f"{muscle} = {round(percent)}" for muscle, percent in standing.items()]
    for movement in movements():
        lines += ["", f"[joints.{movement.id}]"]
        lines += [f"{name} = [{low:.0f}, {high:.0f}]" for name, (low, high) in angles(movement).items()]
    for place, name in enumerate(("exercise", "other_side")):
        for movement, sides in found.items():
            lines += ["", f"[{name}.{movement}]"]
            lines += [f'{m} = [{row.low}, {row.high}, {row.at_load}, "{row.role}"]' for m, row in sides[place].items()]
    return "\n".join(lines) + "\n"


def _drawn(movement: Movement) -> int:
    from atlas.pictures import Studio, write  # noqa: PLC0415 - the data need no drawing library

    return write(Studio(*_model()).draw(movement), PICTURES, movement.id)


def pictures(jobs: int, only: list[str]) -> int:
    """Draw every exercise; returns 1 where the pictures are too large together.

    Args:
        jobs: so many exercises at a time.
        only: ids; all where it is empty.
    """
    PICTURES.mkdir(exist_ok=True)
    posed = [movement for movement in movements() if not only or movement.id in only]
    with ProcessPoolExecutor(jobs) as pool:
        drawn = sum(pool.map(_drawn, posed))
    whole = sum(file.stat().st_size for file in PICTURES.iterdir())
    print(f"{len(posed)} exercises, {drawn} bytes drawn; {whole} bytes in all")
    return 1 if whole > MOST_BYTES else 0


def main() -> int:
    """Do what the call says."""
    parser = argparse.ArgumentParser(prog="atlas", description=__doc__)
    parser.add_argument("what", choices=("data", "pictures", "sheet"))
    parser.add_argument("only", nargs="*")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    if asked.what == "data":
        return data(asked.jobs)
    if asked.what == "pictures":
        return pictures(asked.jobs, asked.only)
    from atlas.sheet import sheet  # noqa: PLC0415 - as above

    sheet(PICTURES, SHEET)
    return 0


if __name__ == "__main__":
    sys.exit(main())

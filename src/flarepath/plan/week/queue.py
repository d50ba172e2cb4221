"""What is missing, in order: a muscle, a side, how (strengthen, stretch, massage, test) and the part of its range.

From the muscle matrix by table D2: a short muscle is lengthened and then loaded long, both or neither (R72); a long,
weak one is strengthened at both ends and never stretched. What nobody tested is tested first, where it hurts (R2, R25).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from flarepath.exercises import Cell, gaps, matrix
from flarepath.plan.home_tests import open_tests
from flarepath.plan.steps import MUSCULAR
from flarepath.plan.week.log import Log
from flarepath.plan.words import muscle_name
from flarepath.quantities import Side, Zone

Mode = Literal["test", "stretch", "massage", "strengthen"]

PARTS: dict[Zone, str] = {"short": "short", "mid": "middle", "long": "long"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that is missing, and why. `zone` is None for a test, a stretch and a massage; `test` a test's slug.

    `led` says that a test led to it, or three weeks without load; else only the diary lacks it.
    """

    muscle: str
    side: Side
    mode: Mode
    zone: Zone | None
    why: str
    because: tuple[str, ...]
    test: str = ""
    led: bool = True


def queue(log: Log) -> tuple[Wanted, ...]:
    """Everything that is missing, the first thing first.

    Args:
        log: the moment.
    """
    whole = matrix(log.setting.diary, at=log.at)
    fresh = {
        cell.muscle
        for cell in whole
        if cell.days_since_loaded is not None and cell.days_since_loaded < log.numbers["starved_days"]
    }
    cells = sorted(gaps(whole), key=lambda cell: _turn(cell, log))
    found = [*_tests(log), *(wanted for cell in cells for wanted in _of(cell, fresh))]
    return tuple(_joined(found))


def _turn(cell: Cell, log: Log) -> tuple[bool, bool, bool]:
    """What hurts too much comes last; what a test led to before what the diary misses; near the pain before others."""
    led = cell.lacks == "weak" or cell.length in ("short", "long")
    return cell.hurts, not led, cell.muscle not in log.setting.near_muscles


def _tests(log: Log) -> Iterator[Wanted]:
    """Length and strength of the muscle that the pain points to, where a likely cause turns on what nobody knows."""
    setting = log.setting
    if not setting.muscle or not MUSCULAR & {setting.leading, setting.second}:
        return
    state = setting.state(setting.muscle)
    for about, label in (("length", state.length), ("strength", state.strength)):
        test = next((test for test in open_tests(setting.muscle, about, setting) if test.cutoffs), None)
        if label == "unknown" and test:
            name, how = muscle_name(setting.muscle), "long" if about == "length" else "strong"
            why = f"Nobody knows yet how {how} the {name} are: {test.name}."
            yield Wanted(setting.muscle, setting.explanation.side, "test", None, why, ("D2", "R68"), test.id)


def _of(cell: Cell, fresh: AbstractSet[str]) -> Iterator[Wanted]:
    """What table D2 asks for one cell of the matrix; a muscle that was loaded lately is not starved (R21)."""
    name, part = muscle_name(cell.muscle), PARTS[cell.zone]
    hint = "" if cell.length_is_sure or cell.strength_is_sure else " One test is a hint: repeat it on another day."
    if cell.length == "short":
        why = f"The {name} test short."
        yield Wanted(cell.muscle, cell.side, "stretch", None, f"{why} A mild stretch first.{hint}", ("D2", "R72"))
        if cell.zone == "long":
            because = f"{why} Loading them long belongs to the stretch: both or neither.{hint}"
            yield Wanted(cell.muscle, cell.side, "strengthen", "long", because, ("D2", "R72"))
        return
    said = {
        "weak": f"The {name} test weak, and the {part} part of their range is worth strengthening.{hint}",
        "never_loaded": f"The diary never shows the {name} loaded in the {part} part of their range.",
        "starved": f"The {name} had no work in the {part} part of their range for three weeks and more.",
    }
    if cell.lacks:
        both = ("D2", "R80") if cell.length == "long" else ("R3", "R21")
        starved = cell.lacks == "starved" and cell.muscle not in fresh
        led = starved or cell.lacks == "weak" or cell.length == "long"
        yield Wanted(cell.muscle, cell.side, "strengthen", cell.zone, said[cell.lacks], both, led=led)


def _joined(found: Iterable[Wanted]) -> Iterator[Wanted]:
    """The same thing for left and right as one, and nothing twice."""
    kept: dict[tuple[str, str, str | None, str], Wanted] = {}
    for each in found:
        key = (each.muscle, each.mode, each.zone, each.test)
        if key in kept and kept[key].side != each.side:
            kept[key] = replace(kept[key], side="both")
        kept.setdefault(key, each)
    yield from kept.values()

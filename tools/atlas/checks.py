"""What is checked each time the atlas is computed; what it finds is written with the data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlas.lengths import Row
from atlas.model import GROUPS, Body
from atlas.poses import Movement, beyond_limits

ORDERINGS = Path(__file__).with_name("orderings.toml")

JUMP_MM = 3.0
"""A line that changes by more than this within one degree of a joint has jumped off a wrapping surface."""

STEP_DEGREES = 1.0


@dataclass(frozen=True)
class Findings:
    """What the checks found: orderings that hold and those that do not, jumps, angles beyond the joints' limits."""

    orderings_held: int
    orderings_failed: tuple[str, ...]
    jumps: tuple[str, ...]
    beyond: tuple[str, ...]


def findings(body: Body, movements: Iterable[Movement], data: Mapping[str, Mapping[str, Row]]) -> Findings:
    """All checks.

    Args:
        body: the model.
        movements: the posed exercises.
        data: the rows of the working side by exercise.
    """
    movements = list(movements)
    failed = [words for words in orderings() if not holds(words, data)]
    beyond = [angle for movement in movements for angle in beyond_limits(movement)]
    jumps = [jump for movement in movements for jump in _jumps(body, movement)]
    return Findings(len(orderings()) - len(failed), tuple(failed), tuple(jumps), tuple(beyond))


def orderings() -> tuple[str, ...]:
    """Statements of the textbooks, such as `hamstrings high romanian_deadlift > glute_bridge`."""
    return tuple(tomllib.loads(ORDERINGS.read_text(encoding="utf-8"))["orderings"])


def holds(words: str, data: Mapping[str, Mapping[str, Row]]) -> bool:
    """Whether one statement holds in the data.

    Args:
        words: muscle, `low`, `high` or `at_load`, an exercise, `>`, another exercise.
        data: the rows by exercise.
    """
    muscle, end, more, _, less = words.split()
    return bool(getattr(data[more][muscle], end) > getattr(data[less][muscle], end))


def _jumps(body: Body, movement: Movement) -> list[str]:
    """The lines that jump on the way through a movement, looked at degree by degree."""
    found, drawn = [], {line for muscle in GROUPS for side in "rl" for line in body.members(muscle, side)}
    for first, second in zip(movement.frames, movement.frames[1:], strict=False):
        names = {*first, *second} - {"pitch", "roll"}
        widest = max((abs(second.get(name, 0.0) - first.get(name, 0.0)) for name in names), default=0.0)
        shares = np.linspace(0, 1, int(np.ceil(widest / STEP_DEGREES)) + 1)
        way = [
            body.lengths({n: (1 - share) * first.get(n, 0.0) + share * second.get(n, 0.0) for n in names})
            for share in shares
        ]
        steps = 1000 * np.abs(np.diff(np.array(way), axis=0)).max(axis=0) if len(way) > 1 else np.zeros(body.model.nu)
        # Several joints move at once, so a line may change by one joint's measure for each of them.
        most = JUMP_MM * max(1.0, sum(abs(second.get(n, 0.0) - first.get(n, 0.0)) for n in names) / max(widest, 1.0))
        found += [
            f"{movement.id}: {body.lines[line]} {steps[line]:.1f} mm" for line in sorted(drawn) if steps[line] > most
        ]
    return found

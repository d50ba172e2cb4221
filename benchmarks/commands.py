"""How long the commands take as processes: median of ten runs.

`why` answers for a drawn diary of eight years in which every safety question is answered no, so that nothing is
left out.
Use: python benchmarks/commands.py [DIARY [WHY OPTIONS...]]
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from diary_reading import YEARS_ROWS, rows

from flarepath.safety import QUESTIONS

COMMAND = Path(sys.executable).with_name("flarepath")
RUNS = 10
PROMISES = {"--help": 0.2, "why": 1.5}
"""Seconds that each may take (the second on a diary of eight years)."""


def seconds(*words: str) -> float:
    """The median wall time of the command with these words.

    Args:
        words: its arguments.
    """
    return median(_once(words) for _ in range(RUNS))


def _once(words: tuple[str, ...]) -> float:
    start = perf_counter()
    subprocess.run([COMMAND, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return perf_counter() - start


def kept(name: str, *words: str) -> bool:
    """Print how long a command takes, and say whether its promise is kept.

    Args:
        name: of the promise.
        words: the command's arguments.
    """
    took, promise = seconds(*words), PROMISES[name]
    print(f"flarepath {name:8} {took:6.3f} s   promise < {promise} s   {'kept' if took < promise else 'MISSED'}")
    return took < promise


def eight_years(folder: str) -> str:
    """Draw a diary of eight years with all questions answered at its end; its path.

    Args:
        folder: where to put it.
    """
    drawn = list(rows(YEARS_ROWS, random.Random(1)))  # noqa: S311 - drawn rows
    last = drawn[-1].split(",")[0]
    answers = [f"{last},answer,{name},,,no,,\n" for name in QUESTIONS]
    path = Path(folder) / "diary.csv"
    path.write_text("".join([*drawn, *answers]), encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asked = sys.argv[1:] or [eight_years(folder)]
        sys.exit(not all([kept("--help", "--help"), kept("why", "why", *asked, "--json")]))

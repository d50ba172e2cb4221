"""How long the commands take as processes: median of ten runs.

Use: python benchmarks/commands.py [DIARY [WHY OPTIONS...]]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

COMMAND = Path(sys.executable).with_name("flarepath")
EXAMPLE = Path(__file__).parents[1] / "examples" / "dana.csv"
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


if __name__ == "__main__":
    asked = sys.argv[1:] or [str(EXAMPLE)]
    sys.exit(not all([kept("--help", "--help"), kept("why", "why", *asked, "--json")]))

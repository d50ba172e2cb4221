"""How the time of an answer grows with days, exposures and regions, on one core.

    python benchmarks/triggers/growth.py

Writes `benchmarks/results/trigger_growth.csv`: seconds of the instant and the full answer from the diary on.
"""

from __future__ import annotations

import csv
import os
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from flarepath.simulate import World, person
from flarepath.triggers import find

RESULTS = Path(__file__).parents[1] / "results"
USUAL = {"days": 365, "exposures": 60, "regions": 3}
GROWING = {"days": (90, 180, 365, 730, 1460, 3650), "exposures": (20, 60, 120, 240), "regions": (1, 3, 6, 12, 24)}


def seconds(world: World) -> tuple[float, float]:
    """The instant and the full answer for one person of that world; the quicker of two runs each."""
    diary = person(5, world).diary
    spent: dict[bool, float] = {}
    for quick in (True, False, True, False):
        start = time.perf_counter()
        find(diary, quick=quick)
        spent[quick] = min(spent.get(quick, 1e9), time.perf_counter() - start)
    return spent[True], spent[False]


def main() -> None:
    """Measure and write the rows."""
    find(person(5, World(days=60)).diary)
    RESULTS.mkdir(exist_ok=True)
    with (RESULTS / "trigger_growth.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["what", "many", "instant_seconds", "full_seconds"])
        for what, sizes in GROWING.items():
            for many in sizes:
                instant, full = seconds(World(**(USUAL | {what: many})))
                writer.writerow([what, many, round(instant, 3), round(full, 3)])
                print(what, many, round(instant, 3), round(full, 3), flush=True)


if __name__ == "__main__":
    main()

"""How long an answer takes, part by part, beside other methods on the same diary in the same run, on one core.

    python benchmarks/triggers/speed.py

A simulated year: 365 days, 60 exposures, 12 regions, three check-ins a day. Each part is the least of several runs with
compiled code warm. Other methods get the arrays ready-made; NUTS runs on one region and counts twelve times.
Writes `benchmarks/results/trigger_speed.csv`.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from frame import frames
from peers import METHODS

from flarepath.simulate import World, person
from flarepath.triggers import find, shipped
from flarepath.triggers.beliefs import beliefs
from flarepath.triggers.design import Design, design
from flarepath.triggers.doses import Record
from flarepath.triggers.nuisance import nuisance, reports
from flarepath.triggers.record import record
from flarepath.triggers.search import Found, Scene, instant

RESULTS = Path(__file__).parents[1] / "results"
REGIONS = 12


def candidates(read: Record) -> Design:
    """The responses to all exposures in all lag shapes."""
    return design(read.exposures, read.series[0].hours, shipped())


def searched(read: Record, made: Design) -> list[Found]:
    """The instant search for all outcomes."""
    priors = shipped()
    usual = nuisance(made.hours, offset_hours=read.offset_hours, numbers=priors.numbers)
    others = np.hstack([usual, reports(made.exposures, made.hours, priors.numbers)])
    believed = [beliefs(made, series.outcome, priors) for series in read.series]
    points = np.column_stack([series.points for series in read.series])
    return instant(Scene(made, others, priors.numbers["temper"]), points, believed)


def least(run: Callable[[], object], times: int) -> float:
    """Seconds of the quickest of some runs, after one that does not count."""
    run()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        spent.append(time.perf_counter() - start)
    return min(spent)


def main() -> None:
    """Measure and write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[])
    skipped = parser.parse_args().without
    diary = person(5, World(days=365, exposures=60, regions=REGIONS, checkins_a_day=3)).diary
    read = record(diary, priors=shipped())
    made = candidates(read)
    rows = [
        ("diary to arrays", least(lambda: record(diary, priors=shipped()), 7)),
        ("responses to doses", least(lambda: candidates(read), 7)),
        ("noise, whitening, single effects", least(lambda: searched(read, made), 7)),
        ("instant answer: arrays to probabilities", least(lambda: searched(read, candidates(read)), 7)),
        ("instant answer with sets, effects, curves, counts", least(lambda: find(diary, quick=True), 5)),
        ("full answer, all of it", least(lambda: find(diary), 3)),
    ]
    parts = frames(person(5, World(days=365, exposures=60, regions=REGIONS, checkins_a_day=3)))
    for name, method in METHODS.items():
        if name in skipped:
            continue
        some = parts[:1] if "NUTS" in name else parts
        start = time.perf_counter()
        for part in some:
            method(part)
        rows.append((name, (time.perf_counter() - start) * len(parts) / len(some)))
    ours = dict(rows)["instant answer: arrays to probabilities"]
    RESULTS.mkdir(exist_ok=True)
    with (RESULTS / "trigger_speed.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["what", "seconds", "times_the_instant_answer"])
        writer.writerows([what, round(spent, 4), round(spent / ours, 1)] for what, spent in rows)
    for what, spent in rows:
        print(f"{what}: {spent:.4f} s, {spent / ours:.1f} times the instant answer")


if __name__ == "__main__":
    main()

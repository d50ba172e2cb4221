"""How well each method finds planted triggers: all on the same simulated people, in one run.

    python benchmarks/triggers/accuracy.py --people 60 --first-seed 30000

writes `benchmarks/results/trigger_accuracy.csv` (one row a method) and `trigger_reliability.csv`, and prints the table.
People are drawn by `flarepath.simulate` with its defaults; no number of `triggers` was tuned on seeds from 20000 on.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from frame import frames
from peers import METHODS
from scores import average_precision, bootstrap, calibration_error, log_loss, reliability, upper_bound

from flarepath.simulate import Person, World, person
from flarepath.triggers import find

RESULTS = Path(__file__).parents[1] / "results"
OURS = {"Flarepath, instant": True, "Flarepath, full": False}
CALIBRATED = {*(name for name in METHODS if name.startswith("pysusie")), "horseshoe, NUTS", *OURS}
SLOW = {"horseshoe, NUTS": 0.1}
"""Methods that only a share of the people can be given to."""

WORLDS = {
    "test bed": World(),
    "three check-ins a day": World(checkins_a_day=3),
    "flare-ups and tiny effects": World(flare_ups=3.0, tiny_effects=0.1),
    "no trigger at all": World(null_share=1.0),
    "zeros on half of the days": World(baseline_least=0.0, baseline_most=0.5),
}

Rows = list[tuple[str, int, str, float, bool, bool, bool]]


def answers(seed: int, world: str, methods: tuple[str, ...]) -> tuple[Rows, dict[str, float], list[tuple[object, ...]]]:
    """One person: (method, seed, cell, score, sure, true, person without triggers); seconds; credible sets."""
    someone = person(seed, WORLDS[world])
    rows: Rows = []
    seconds: dict[str, float] = {}
    parts = frames(someone)
    for name in methods:
        start = time.perf_counter()
        if name in OURS:
            continue
        found = [METHODS[name](part) for part in parts]
        seconds[name] = time.perf_counter() - start
        for part, (scores, sure) in zip(parts, found, strict=True):
            cells = zip(part.keys, scores, sure, part.truth, strict=True)
            rows += [
                (name, seed, f"{part.outcome}{key}", float(s), bool(u), bool(t), not someone.planted)
                for key, s, u, t in cells
            ]
    sets: list[tuple[object, ...]] = []
    for name in set(OURS) & set(methods):
        start = time.perf_counter()
        found_rows, found_sets = ours(someone, quick=OURS[name], name=name)
        seconds[name] = time.perf_counter() - start
        rows += found_rows
        sets += found_sets
    return rows, seconds, sets


def ours(someone: Person, *, quick: bool, name: str) -> tuple[Rows, list[tuple[object, ...]]]:
    """The cells and the credible sets (method, probability, members, hit, effect covered) of our own answer."""
    truth = {(each.outcome, each.exposure): each.points for each in someone.planted}
    rows: Rows = []
    sets: list[tuple[object, ...]] = []
    for found in find(someone.diary, quick=quick).outcomes:
        if found.outcome not in someone.outcomes:
            continue
        for key, probability in found.probabilities.items():
            is_true = (found.outcome, key) in truth
            cell = f"{found.outcome}{key}"
            rows.append((name, someone.seed, cell, probability, probability > 0.9, is_true, not someone.planted))  # noqa: PLR2004
        for trigger in found.triggers:
            hits = [each.key for each in trigger.exposures if (found.outcome, each.key) in truth]
            lead = trigger.exposures[0].key
            points = truth.get((found.outcome, lead))
            covered = None if points is None else trigger.effect.low <= points <= trigger.effect.high
            sets.append((name, trigger.probability, len(trigger.exposures), bool(hits), covered))
    return rows, sets


def summary(name: str, rows: Rows, seconds: list[float], sets: list[tuple[object, ...]]) -> dict[str, object]:
    """One line of the table."""
    own = [row for row in rows if row[0] == name]
    people = np.array([row[1] for row in own])
    scores, sure, truth = (np.array([row[place] for row in own], float) for place in (3, 4, 5))
    ap = average_precision(scores, truth) if truth.any() else float("nan")
    low, high = bootstrap(people, lambda c: average_precision(scores[c], truth[c])) if truth.any() else (ap, ap)
    null = {row[1] for row in own if row[6]}
    alarmed = {row[1] for row in own if row[6] and row[4]}
    line: dict[str, object] = {
        "method": name,
        "people": len(set(people)),
        "average_precision": round(ap, 3),
        "low": round(low, 3),
        "high": round(high, 3),
        "precision_sure": round(float(truth[sure > 0].mean()), 3) if sure.any() else "",
        "power_sure": round(float(sure[truth > 0].mean()), 3) if truth.any() else "",
        "null_people": len(null),
        "null_alarmed": len(alarmed),
        "null_upper_95": round(upper_bound(len(alarmed), len(null)), 3) if null else "",
        "calibration_error": round(calibration_error(scores, truth), 4) if name in CALIBRATED else "",
        "log_loss_x1000": round(log_loss(scores, truth), 1) if name in CALIBRATED else "",
        "seconds_a_person": round(float(np.median(seconds)), 4),
    }
    mine = [each for each in sets if each[0] == name]
    for least, tag in ((0.5, "50"), (0.9, "90")):
        shown = [each for each in mine if float(each[1]) >= least]  # type: ignore[arg-type]
        several = [each for each in shown if int(each[2]) > 1]  # type: ignore[call-overload]
        line[f"sets_{tag}"] = len(shown)
        line[f"sets_{tag}_cover"] = round(float(np.mean([each[3] for each in shown])), 3) if shown else ""
        line[f"sets_{tag}_several"] = len(several)
        line[f"sets_{tag}_several_cover"] = round(float(np.mean([each[3] for each in several])), 3) if several else ""
    effects = [each[4] for each in mine if float(each[1]) >= 0.9 and each[4] is not None]  # type: ignore[arg-type]  # noqa: PLR2004
    line["effects"] = len(effects)
    line["effects_cover"] = round(float(np.mean(effects)), 3) if effects else ""
    return line


def main() -> None:
    """Run, write the CSVs, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--first-seed", type=int, default=30000)
    parser.add_argument("--world", choices=WORLDS, default="test bed")
    parser.add_argument("--methods", nargs="*", default=[*METHODS, *OURS])
    parser.add_argument("--out", default="trigger_accuracy")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    seeds = range(asked.first_seed, asked.first_seed + asked.people)
    rows: Rows = []
    seconds: dict[str, list[float]] = {}
    sets: list[tuple[object, ...]] = []
    with ProcessPoolExecutor(asked.jobs) as pool:
        jobs = [pool.submit(answers, seed, asked.world, _given(seed - asked.first_seed, asked)) for seed in seeds]
        for job in jobs:
            more, spent, credible = job.result()
            rows += more
            sets += credible
            for name, time_spent in spent.items():
                seconds.setdefault(name, []).append(time_spent)
    lines = [{"world": asked.world} | summary(name, rows, seconds[name], sets) for name in asked.methods]
    _write(RESULTS / f"{asked.out}.csv", lines)
    for name in set(OURS) & set(asked.methods):
        own = [row for row in rows if row[0] == name]
        bins = reliability(np.array([row[3] for row in own]), np.array([row[5] for row in own], float))
        parts = [{"probability": round(p, 4), "observed": round(o, 4), "cells": n} for p, o, n in bins]
        slug = name.rpartition(" ")[2]
        _write(RESULTS / f"{asked.out}_reliability_{slug}.csv", parts)
    for line in lines:
        print(", ".join(f"{key} {value}" for key, value in line.items() if value != ""))


def _given(place: int, asked: argparse.Namespace) -> tuple[str, ...]:
    return tuple(name for name in asked.methods if place < SLOW.get(name, 1.0) * asked.people)


def _write(path: Path, lines: list[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


if __name__ == "__main__":
    main()

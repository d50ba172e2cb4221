"""Half a year of training under a simple truth: the plan against three plain policies.

    python benchmarks/plan/follow.py --people 60

Peak pain days: mornings on which the worst of all places is truly at 5 or more. RED days: a place truly above
max(5, usual + 2). Full dose: the first day from which, for two weeks, every goal muscle was trained at least twice at
three sets of twelve (or holds of 45 s) and no day was RED; 182 where it never came. False changes: exercises cut, left
out or exchanged that truly added less than a point to any place in the four days before.
"""

import argparse
import csv
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from policies import POLICIES, Policy

from flarepath.diary import Diary
from flarepath.exercises import EXERCISES
from flarepath.simulate.follower import FULL_VOLUME, GOALS, PAINS, Follower, Planned

RESULTS = Path(__file__).parent.parent / "results"
DAYS, TRAINING_DAYS = 182, (0, 2, 4)
PEAK, FIRST_SEED = 5.0, 60_000
FULL_SETS, FULL_SECONDS = 3, 45
TWICE = 2


def follow(seed: int, name: str) -> dict[str, object]:
    """One person under one policy."""
    person = Follower(seed, days=DAYS)
    policy, entries = POLICIES[name](person, seed), list(person.tests())
    for day in range(DAYS):
        entries += person.morning(day)
        if day % 7 in TRAINING_DAYS:
            diary = Diary.of_entries(entries)
            entries += person.train(day, policy.session(day, diary))
    return scored(person, policy) | {"policy": name, "seed": seed}


def scored(person: Follower, policy: Policy) -> dict[str, object]:
    """What is compared."""
    red = [is_red(person, day) for day in range(DAYS)]
    false = [change for change in policy.changes if not is_true(person, *change)]
    trained = len({day for day, _ in person.done})
    return {
        "peak_days": sum(person.worst(day) >= PEAK for day in range(DAYS)),
        "red_days": sum(red),
        "full_day": full_day(person, red),
        "full_muscle_weeks": full_muscle_weeks(person),
        "changes": len(policy.changes),
        "false_changes": len(false),
        "sessions": trained,
    }


def is_red(person: Follower, day: int) -> bool:
    """Whether some place is truly above its limit."""
    pains = any(person.pain(region, day) > max(PEAK, person.base[region] + 2) for region in PAINS)
    return pains or any(person.soreness(muscle, day) > PEAK for muscle in GOALS)


def is_true(person: Follower, day: int, exercise: str) -> bool:
    """Whether an exercise truly added a point and more to some place in the days before."""
    return any(c.exercise == exercise and day - 4 <= c.day < day and c.points >= 1 for c in person.causes)


def is_full(planned: Planned) -> bool:
    """Three sets of twelve, or of 45 s."""
    return planned.volume >= FULL_VOLUME - 1e-9 or (
        planned.sets >= FULL_SETS and (planned.seconds or 0) >= FULL_SECONDS
    )


def trained_full(person: Follower, muscle: str, first: int, end: int) -> int:
    """How often a muscle was trained in full in some days."""
    return sum(
        first <= day < end
        and is_full(planned)
        and muscle in EXERCISES[planned.exercise].mains
        and EXERCISES[planned.exercise].kind == "exercise"
        for day, planned in person.done
    )


def full_day(person: Follower, red: list[bool]) -> int:
    """From when on everything was trained in full for two weeks without a RED day."""
    for day in range(DAYS - 13):
        if not any(red[day : day + 14]) and all(trained_full(person, m, day, day + 14) >= TWICE for m in GOALS):
            return day
    return DAYS


def full_muscle_weeks(person: Follower) -> float:
    """The share of (goal muscle, week) that had a full session."""
    weeks = range(DAYS // 7)
    return float(np.mean([trained_full(person, m, 7 * w, 7 * w + 7) >= 1 for m in GOALS for w in weeks]))


def main() -> None:
    """Run all people under all policies, write the tables, print the summary."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=20)
    words.add_argument("--seed", type=int, default=FIRST_SEED)
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--out", type=Path, default=RESULTS / "plan_follow.csv")
    args = words.parse_args()
    jobs = [(args.seed + person, name) for person in range(args.people) for name in POLICIES]
    began = time.time()
    with ProcessPoolExecutor(args.jobs) as pool:
        rows = list(pool.map(follow, *zip(*jobs, strict=True), chunksize=2))
    with args.out.open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    keys = [key for key in rows[0] if key not in ("policy", "seed")]
    print(f"{args.people} people, {time.time() - began:.0f} s")
    print(f"{'':16s}" + "".join(f"{key:>20s}" for key in keys))
    for name in POLICIES:
        own = [[row[key] for row in rows if row["policy"] == name] for key in keys]
        told = [f"{np.mean(v):.1f} (med {np.median(v):.1f})" for v in own]
        print(f"{name:16s}" + "".join(f"{each:>20s}" for each in told))


if __name__ == "__main__":
    main()

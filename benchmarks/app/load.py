"""Fifty people with logins and eight weeks of diary each check in once a second; is any check-in lost?

    python benchmarks/app/load.py [--people 50] [--seconds 30] [--database postgresql://...]

One server process as shipped (SQLite, or the database that is named); the clients run beside it on the same cores. Each
check-in has points of its own, and afterwards every diary is taken out and compared with what was acknowledged.
Writes a row to `benchmarks/results/app_load.csv`.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import tempfile
import threading
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

from frame import Client, serving

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "benchmarks" / "results" / "app_load.csv"
HOST = "localhost"
PASSWORD = "a-made-up-person-7"  # noqa: S105 - of nobody


Told = tuple[str, str, float]
"""The points that were sent, where the answer led, and after how many milliseconds."""

ACKNOWLEDGED = "/?kept"


def joined(port: int, place: int) -> Client:
    """A new person with eight weeks of diary."""
    client = Client(port, HOST, f"198.51.100.{place}")
    led = client.post("/accounts/signup/", username=f"person{place}", password1=PASSWORD, password2=PASSWORD)
    if led != "/":
        raise SystemExit(f"person{place} could not sign up: {led}")
    client.token = ""
    client.post("/begin", **{"as": "mine"})
    client.upload("/data/import", (ROOT / "examples" / "dana.csv").read_bytes())
    client.post("/data/import/take", yes="1")
    return client


def check_in(client: Client, seconds: int, begin: float, told: list[Told]) -> None:
    """One check-in a second; what was sent, what came back, and after how long."""
    for turn in range(seconds):
        sleep(max(0.0, begin + turn - perf_counter()))
        points, start = f"{turn / 100 + 0.001:.3f}", perf_counter()
        led = client.post("/checkin", new_place="jaw", new_side="left", new_points=points, sleep="7", stress="4")
        told.append((points, led, 1_000 * (perf_counter() - start)))


def lost(client: Client, told: list[Told]) -> int:
    """How many acknowledged check-ins are not in the diary, or are in it twice."""
    text = client.ask("GET", "/data/export", Accept_Encoding="identity")[1].decode()
    rows = [row["value"] for row in csv.DictReader(io.StringIO(text)) if row["where"] == "jaw"]
    sent = [f"{float(points):g}" for points, led, _ in told if led == ACKNOWLEDGED]
    return sum(rows.count(points) != 1 for points in sent)


def run(people: int, seconds: int, around: dict[str, str]) -> list[float]:
    """People, asked for a second, acknowledged, lost, a second in truth, median and 95 % of the times."""
    with tempfile.TemporaryDirectory() as folder, serving(folder, **around) as port:
        clients = [joined(port, place) for place in range(people)]
        told: list[list[Told]] = [[] for _ in clients]
        begin = perf_counter() + 1
        threads = [
            threading.Thread(target=check_in, args=(client, seconds, begin + place / people, kept))
            for place, (client, kept) in enumerate(zip(clients, told, strict=True))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took = perf_counter() - begin
        times = [time for kept in told for *_, time in kept]
        good = sum(led == ACKNOWLEDGED for kept in told for _, led, _ in kept)
        gone = sum(lost(client, kept) for client, kept in zip(clients, told, strict=True))
    return [people, good, gone, good / took, median(times), quantiles(times, n=20)[-1]]


def main() -> int:
    """Measure, write, judge."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=50)
    words.add_argument("--seconds", type=int, default=30)
    words.add_argument("--database", default="")
    asked = words.parse_args()
    around = {"FLAREPATH_ACCOUNTS": "1", "FLAREPATH_HOSTS": HOST, "DATABASE_URL": asked.database}
    row = run(asked.people, asked.seconds, around)
    kind = "PostgreSQL" if asked.database else "SQLite"
    with RESULTS.open("a", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerow([kind, *(f"{value:.1f}" for value in row)])
    print(f"{kind}: {row[0]} people, {row[1]} acknowledged ({row[3]:.1f} a second), {row[2]} lost, ", end="")
    print(f"median {row[4]:.0f} ms, 95 % within {row[5]:.0f} ms")
    return int(row[2] > 0 or row[1] < asked.people * asked.seconds)


if __name__ == "__main__":
    sys.exit(main())

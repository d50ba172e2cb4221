"""Server time of every page with a diary of three years, on SQLite as shipped.

    python benchmarks/app/pages.py [--rounds 40]

Warm: the diary as it was at the last request. Cold: the first request after a check-in, for each page by itself; the
answer, the week and the diary are then made anew. Times are those of a client on the same machine, so they hold the
server's time and a little more. Writes `benchmarks/results/app_pages.csv` and says which target was missed.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from frame import Client, begun, serving

RESULTS = Path(__file__).parents[1] / "results" / "app_pages.csv"
WARM_MS, COLD_MS, TODAY_KB = 100.0, 400.0, 100.0
COLD_ROUNDS = 7
PAGES = """
    / /help /screen /flare /flare/check?again /flare/now /why /verdict /plan /learn /learn/soreness /days
    /days?period=year /days/chart.svg /days/chart.svg?period=all /days/{day} /exercises /exercises?q=squat
    /exercises/back_squat /swap/back_squat /tests /tests/knee_to_wall /questions/peg /muscles /report /more /data
    /data/numbers /rules.json /offline /figure
"""


def milliseconds(client: Client, path: str) -> float:
    """How long one request takes."""
    begin = perf_counter()
    status, _, _ = client.ask("GET", path)
    if status not in (200, 302):
        raise SystemExit(f"{path} answered {status}")
    return 1_000 * (perf_counter() - begin)


def fresh(client: Client, path: str) -> float:
    """How long the first request after a change takes."""
    client.post("/checkin", stress="4")
    return milliseconds(client, path)


def wire_kb(client: Client) -> float:
    """Everything that Today loads, as it comes over the wire, without pictures."""
    _, page, _ = client.ask("GET", "/", Accept_Encoding="identity")
    found = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode())
    # What those load in turn: the modules, and the worker with the rules it keeps.
    found += [f"/static/flarepath/{name}.js" for name in ("figure", "queue", "timer")] + ["/worker.js", "/rules.json"]
    return sum(len(client.ask("GET", path)[1]) for path in ["/", *dict.fromkeys(found)]) / 1_000


def main() -> int:
    """Measure, write, judge."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rounds", type=int, default=40)
    rounds = words.parse_args().rounds
    missed = []
    with tempfile.TemporaryDirectory() as folder, serving(folder) as port, RESULTS.open("w", encoding="utf-8") as file:
        client = begun(port)
        _, days, _ = client.ask("GET", "/days", Accept_Encoding="identity")
        day = re.findall(r"/days/([\d-]+)", days.decode())[0]
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["page", "warm_p50_ms", "warm_p95_ms", "cold_p50_ms"])
        for path in PAGES.format(day=day).split():
            milliseconds(client, path)
            warm = [milliseconds(client, path) for _ in range(rounds)]
            row = [median(warm), quantiles(warm, n=20)[-1], median(fresh(client, path) for _ in range(COLD_ROUNDS))]
            shown = path.replace(day, "DAY")
            table.writerow([shown, *(f"{value:.1f}" for value in row)])
            print(f"{shown:30} warm {row[0]:7.1f} p95 {row[1]:7.1f}  cold {row[2]:7.1f} ms", flush=True)
            if row[1] > WARM_MS or (path == "/why" and row[2] > COLD_MS):
                missed.append(shown)
        kb = wire_kb(client)
        table.writerow(["Today over the wire, kB", f"{kb:.1f}", "", ""])
    print(f"Today over the wire: {kb:.1f} kB")
    print(f"missed: {', '.join(missed) or 'none'}")
    return int(bool(missed) or kb > TODAY_KB)


if __name__ == "__main__":
    sys.exit(main())

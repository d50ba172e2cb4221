"""Draw half a year of training under four policies.

    python benchmarks/plan/chart.py

Reads `benchmarks/results/plan_follow.csv` and writes `plan_follow.svg` beside it.
"""

import csv
from pathlib import Path

import altair as alt
import vl_convert

RESULTS = Path(__file__).parents[1] / "results"
BLUE, GREY = "#0072B2", "#8a8a8a"
SHOWN = {
    "peak_days": "mornings at 5 of 10 or more",
    "full_day": "day from which the full dose was carried (182: never)",
    "false_changes": "changes of what did no harm",
}


def rows() -> list[dict[str, object]]:
    """The CSV with its numbers as numbers."""
    with (RESULTS / "plan_follow.csv").open(encoding="utf-8", newline="") as file:
        return [
            {key: value if key == "policy" else float(value) for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def panel(key: str, title: str) -> alt.LayerChart:
    """Every person as a dot, the mean as a line."""
    ours = alt.condition("datum.policy == 'the plan'", alt.value(BLUE), alt.value(GREY))
    y = alt.Y("policy:N", title=None, sort=["the plan", "swap at random", "stop at pain", "never change"])
    base = alt.Chart(alt.Data(values=rows())).encode(y=y, color=ours)
    dots = base.mark_circle(size=28, opacity=0.45).encode(x=alt.X(f"{key}:Q", title=title))
    mean = base.mark_tick(thickness=3, size=22).encode(x=f"mean({key}):Q")
    return (dots + mean).properties(width=520, height=110)


def main() -> None:
    """Write the picture."""
    drawn = alt.vconcat(*(panel(key, title) for key, title in SHOWN.items()), title="26 weeks, the same made-up people")
    (RESULTS / "plan_follow.svg").write_text(vl_convert.vegalite_to_svg(drawn.to_dict()), encoding="utf-8")
    print("benchmarks/results/plan_follow.svg")


if __name__ == "__main__":
    main()

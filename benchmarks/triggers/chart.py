"""Draw the results: average precision of every method, reliability of the full answer, growth of the time.

    python benchmarks/triggers/chart.py

Reads the CSVs of `benchmarks/results/` and writes three pictures beside them, `trigger_*.svg`.
"""

from __future__ import annotations

import csv
from pathlib import Path

import altair as alt
import vl_convert

RESULTS = Path(__file__).parents[1] / "results"
BLUE, GREY = "#0072B2", "#8a8a8a"


def rows(name: str) -> list[dict[str, object]]:
    """A CSV with its numbers as numbers."""
    with (RESULTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [{key: _number(value) for key, value in row.items()} for row in csv.DictReader(file)]


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def accuracy() -> alt.LayerChart:
    """Average precision with its 95 % interval."""
    base = alt.Chart(alt.Data(values=rows("trigger_accuracy"))).encode(
        y=alt.Y("method:N", sort="-x", title=None, axis=alt.Axis(labelLimit=260))
    )
    ours = alt.condition("indexof(datum.method, 'Flarepath') == 0", alt.value(BLUE), alt.value(GREY))
    bars = base.mark_bar().encode(
        x=alt.X(
            "average_precision:Q",
            title="average precision (1 = every trigger ranked first)",
            scale=alt.Scale(domain=[0, 1]),
        ),
        color=ours,
    )
    doubt = base.mark_rule(strokeWidth=2).encode(x="low:Q", x2="high:Q")
    return (bars + doubt).properties(width=420, height=220, title="Planted triggers found, same simulated people")


def reliable() -> alt.LayerChart:
    """What was said against what was so."""
    points = alt.Chart(alt.Data(values=rows("trigger_accuracy_400_reliability_full"))).encode(
        x=alt.X("probability:Q", title="probability given", scale=alt.Scale(domain=[0, 1])),
        y=alt.Y("observed:Q", title="share that was true", scale=alt.Scale(domain=[0, 1])),
    )
    line = alt.Chart(alt.Data(values=[{"x": 0, "y": 0}, {"x": 1, "y": 1}])).mark_line(color=GREY, strokeDash=[4, 4])
    drawn = points.mark_line(color=BLUE) + points.mark_circle(color=BLUE, size=70)
    return (line.encode(x="x:Q", y="y:Q") + drawn).properties(
        width=280, height=280, title="Calibration, full answer, 400 people"
    )


def growth() -> alt.HConcatChart:
    """Seconds against size."""
    data = alt.Data(values=rows("trigger_growth"))
    charts = []
    for what in ("days", "exposures", "regions"):
        both = (
            alt.Chart(data)
            .transform_filter(f"datum.what == '{what}'")
            .transform_fold(["instant_seconds", "full_seconds"], as_=["answer", "seconds"])
        )
        charts.append(
            both.mark_line(point=True)
            .encode(
                x=alt.X("many:Q", title=what),
                y=alt.Y("seconds:Q", title="seconds, one core"),
                color=alt.Color("answer:N", title=None, scale=alt.Scale(range=["#D55E00", BLUE])),
            )
            .properties(width=200, height=180)
        )
    return alt.hconcat(*charts, title="Time of an answer (others at 365 days, 60 exposures, 3 regions)")


def main() -> None:
    """Write the pictures."""
    for name, made in (("accuracy", accuracy()), ("reliability", reliable()), ("growth", growth())):
        svg = vl_convert.vegalite_to_svg(made.to_dict())
        (RESULTS / f"trigger_{name}.svg").write_text(svg, encoding="utf-8")
        print(f"benchmarks/results/trigger_{name}.svg")


if __name__ == "__main__":
    main()

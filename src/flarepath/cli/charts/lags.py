"""After how long: the response to one dose, with its band, one small chart a trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import altair as alt

from flarepath.cli.charts.ink import QUIET, Drawing, colour, heading, rows, small_heading
from flarepath.cli.show import effect, outcome_words, set_words, ticks, visible_hours

MOST: Final = 6
"""So many curves are drawn."""

WIDTH: Final = 308
AXIS: Final = 38
"""The room for the numbers at the left of a curve."""

HEIGHT: Final = 110
LETTERS: Final = 44

Document = dict[str, Any]


def lags_part(outcomes: Sequence[Document]) -> alt.ConcatChart:
    """The lag curves of the first triggers.

    Args:
        outcomes: of the document, the surest first.
    """
    named = [
        (outcome, number, trigger)
        for outcome in outcomes
        for number, trigger in enumerate(outcome["triggers"])
        if trigger["lag_curve"]
    ][:MOST]
    most = _domain([trigger for _, _, trigger in named])
    title = heading(
        "How long after it comes, and how strongly",
        "Points above or below your usual, after one dose. The shaded band holds the truth nine times out of ten.",
    )
    return alt.concat(*(_curve(*each, domain=most) for each in named), columns=2, spacing=26, align="each", title=title)


def _domain(triggers: Sequence[Document]) -> list[float]:
    """One scale for all, so that heights can be compared."""
    ends = [end for trigger in triggers for pair in trigger["lag_band"] for end in pair]
    return [min(0.0, *ends), max(0.0, *ends)]


def _curve(outcome: Document, number: int, trigger: Document, *, domain: list[float]) -> Drawing:
    step, span = ticks(visible_hours(trigger["lag_curve"]))
    hours = alt.X(
        "hours:Q",
        scale=alt.Scale(domain=[0, span], range=[AXIS, WIDTH], nice=False),
        axis=alt.Axis(title="hours after it", values=list(range(0, span + 1, step)), format="d", labelFlush=False),
    )
    across = alt.Scale(domain=domain)
    base = alt.Chart(rows(list(_points(trigger, span))), width=WIDTH, height=HEIGHT).encode(x=hours)
    ink = colour(number)
    band = base.mark_area(color=ink, opacity=0.22, interpolate="monotone").encode(
        y=alt.Y("low:Q", scale=across, axis=alt.Axis(title="points", tickCount=4, offset=-AXIS)), y2="high:Q"
    )
    line = base.mark_line(color=ink, strokeWidth=2.4, interpolate="monotone").encode(y=alt.Y("points:Q", scale=across))
    nought = (
        alt.Chart(rows([{"nought": 0}]))
        .mark_rule(color=QUIET, strokeWidth=1)
        .encode(x=alt.value(AXIS), x2=alt.value(WIDTH), y="nought:Q")
    )
    title = small_heading(set_words(trigger["exposures"]), outcome_words(outcome), effect(trigger), letters=LETTERS)
    return alt.layer(nought, band, line).properties(title=title)


def _points(trigger: Document, span: float) -> Iterator[Document]:
    for (hours, points), (low, high) in zip(trigger["lag_curve"], trigger["lag_band"], strict=True):
        if hours <= span:
            yield {"hours": hours, "points": points, "low": low, "high": high}

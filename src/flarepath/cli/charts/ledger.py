"""The range ledger as a picture: short, mid and long of every muscle, one bar each."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from flarepath.cli.charts.ink import INK, LINE, QUIET, rows
from flarepath.cli.show import joined_sides, muscle_words, row_dose

COLOURS: Final = {"short": "#005ab5", "mid": "#C3C8CD", "long": "#d55e00"}
"""Blue is short and orange long, as in the pictures of the exercises; people with any colour vision tell them apart."""

ROW: Final = 20
WIDTH: Final = 420

Document = dict[str, Any]


def ledger_svg(documents: Sequence[Document], period: str) -> str:
    """The picture as the text of an SVG file.

    Args:
        documents: as `ledger --json` gives them.
        period: the days it is about, in words.
    """
    file = io.StringIO()
    _picture(documents, period).save(file, format="svg")
    return file.getvalue()


def _picture(documents: Sequence[Document], period: str) -> alt.LayerChart:
    bars = [
        {"name": muscle_words(row), "zone": zone, "dose": row[zone], "order": place}
        for row in joined_sides(documents, *COLOURS)
        if row_dose(row)
        for place, zone in enumerate(COLOURS)
    ]
    names = list(dict.fromkeys(bar["name"] for bar in bars))
    title = alt.TitleParams(
        f"Load by muscle and length, {period}",
        subtitle="Usual sessions, by the part of the muscle's range that was loaded. Your notes added up; no advice.",
        anchor="start",
        fontSize=18,
        subtitleFontSize=12,
        offset=12,
    )
    drawn = (
        alt.Chart(rows(bars or [{"name": "nothing", "zone": "mid", "dose": 0, "order": 0}]), width=WIDTH)
        .mark_bar(height=13)
        .encode(
            y=alt.Y(
                "name:N",
                sort=names,
                title=None,
                axis=alt.Axis(labelLimit=260, labelPadding=8, ticks=False, domain=False),
            ),
            x=alt.X("dose:Q", title="usual sessions", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "zone:N",
                scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())),
                legend=alt.Legend(title=None, orient="top", direction="horizontal"),
            ),
            order="order:Q",
        )
        .properties(height=alt.Step(ROW))
    )
    whole: alt.LayerChart = (
        alt.layer(drawn, title=title, padding=20, background="white")
        .configure(font="Arial, Helvetica, sans-serif")
        .configure_view(stroke=None)
        .configure_title(color=INK, subtitleColor=QUIET)
        .configure_axis(labelColor=INK, titleColor=QUIET, titleFontWeight="normal", gridColor=LINE, domainColor=LINE)
    )
    return whole

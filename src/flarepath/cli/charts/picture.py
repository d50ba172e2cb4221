"""The whole picture, from the document to SVG, without a network or a foreign font."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any, Final

import altair as alt

from flarepath.cli.charts.ink import INK, LINE, PLAIN, QUIET, Drawing, heading, sentences
from flarepath.cli.charts.lags import lags_part
from flarepath.cli.charts.odds import odds_part
from flarepath.cli.charts.waterfall import waterfall_part
from flarepath.cli.show import EMPTY, NOTHING_NAMED, by_sureness, folded, legible_document, not_advice, shown_name

LETTERS: Final = 104
"""So many letters of a sentence fit on a line of the picture."""
NAME_LETTERS: Final = 80
"""Fewer of a file's name, whose letters may be wide."""

Document = dict[str, Any]


def svg(document: Document, moment: Document | None) -> str:
    """The picture as the text of an SVG file.

    Args:
        document: as `triggers --json` gives it.
        moment: the check-in that is split into points; None where no trigger is named.
    """
    file = io.StringIO()
    picture(legible_document(document), moment).save(file, format="svg")
    return file.getvalue()


def picture(document: Document, moment: Document | None) -> alt.ConcatChart:
    """The picture's parts, one below the other.

    Args:
        document: as `triggers --json` gives it, made legible.
        moment: as for `svg`.
    """
    days = f"{document['days']} {'day' if document['days'] == 1 else 'days'} written down"
    title = alt.TitleParams(
        "Triggers",
        subtitle=wrap(f"{document['diary']}, {days}", NAME_LETTERS),
        fontSize=22,
        subtitleFontSize=13,
        anchor="start",
        offset=20,
    )
    drawn = alt.concat(
        *_parts(document, moment), columns=1, spacing=34, align="none", title=title, padding=24, background="white"
    )
    return _styled(drawn)


def _parts(document: Document, moment: Document | None) -> Iterator[Drawing]:
    named = by_sureness(document["outcomes"])
    unnamed = [outcome for outcome in document["outcomes"] if not outcome["triggers"]]
    if not named:
        yield _sentences(NOTHING_NAMED if unnamed else EMPTY, size=15)
    if any(outcome["probabilities"] for outcome in named or unnamed):
        yield odds_part(named or sorted(unnamed, key=_likeliest))
    if named:
        yield lags_part(named)
    if moment:
        yield waterfall_part(moment, _outcome_of(moment, named))
    if unnamed:
        yield _sentences(*folded(unnamed)).properties(title=heading("Cannot tell yet", offset=-4))
    yield _sentences(not_advice(shown_name(document["diary"])), size=11.5)


def _likeliest(outcome: Document) -> float:
    """The order of outcomes without a trigger: the one nearest to having one first."""
    return -max(outcome["probabilities"].values(), default=0.0)


def _sentences(*words: str, size: float = PLAIN) -> alt.Chart:
    letters = round(LETTERS * PLAIN / size)
    return sentences([line for each in words for line in wrap(each, letters)], size=size)


def _outcome_of(moment: Document, outcomes: Sequence[Document]) -> Document:
    place = ("outcome", "region", "side")
    return next(each for each in outcomes if all(each[name] == moment[name] for name in place))


def _styled(chart: alt.ConcatChart) -> alt.ConcatChart:
    """The same chart in the colours and letters of the whole."""
    styled: alt.ConcatChart = (
        chart.configure(font="Arial, Helvetica, sans-serif")
        .configure_view(stroke=None)
        .configure_title(color=INK, subtitleColor=QUIET, fontWeight="bold", subtitlePadding=4)
        .configure_axis(
            labelColor=INK,
            titleColor=QUIET,
            titleFontWeight="normal",
            titleFontSize=12,
            labelFontSize=11.5,
            gridColor=LINE,
            domainColor=LINE,
            tickColor=LINE,
        )
    )
    return styled

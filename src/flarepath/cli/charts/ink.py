"""Colours, sizes and small pieces that every part of the picture shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

import altair as alt

SETS: Final = ("#0072B2", "#D55E00", "#009E73", "#AA4499", "#6A51A3")
"""The colour of each set, told apart also by colour-blind eyes (after Okabe and Ito); a sixth begins anew."""

REST: Final = "#C3C8CD"
"""What belongs to no set."""

USUAL: Final = "#7F8790"
"""The usual level."""

INK: Final = "#1F2933"
QUIET: Final = "#5B6670"
LINE: Final = "#DDE1E5"

PLAIN: Final = 12.5
"""The height of plain letters, in pixels."""

NAMES: Final = 207
"""The room for names at the left, in pixels."""

PLOT: Final = 445
"""The room for what is drawn beside them."""

WHOLE: Final = NAMES + PLOT
"""With the margins it makes 700 pixels."""

LIFT: Final = 7.5
"""Half of the step from one line of a name to the next."""

GAP: Final = 9
"""Between a name and its bar."""

LETTERS: Final = 29
"""So many letters fit where the names stand."""

Drawing = alt.Chart | alt.LayerChart | alt.ConcatChart | alt.FacetChart
"""A part of the picture, as Altair types what it puts together."""

Rows = Sequence[Mapping[str, Any]]


def rows(values: Rows) -> alt.InlineData:
    """Data that stands in the picture itself.

    Args:
        values: one mapping a row.
    """
    return alt.InlineData(values=[dict(row) for row in values])


def colour(number: int) -> str:
    """The colour of an outcome's set.

    Args:
        number: of the set, from 0.
    """
    return SETS[number % len(SETS)]


def heading(words: str, *more: str, offset: int = 14) -> alt.TitleParams:
    """The title of a section.

    Args:
        words: the title.
        more: smaller lines below it.
        offset: pixels between it and what is drawn.
    """
    return alt.TitleParams(words, subtitle=list(more), fontSize=16, subtitleFontSize=12, anchor="start", offset=offset)


def small_heading(words: str, *more: str, letters: int) -> alt.TitleParams:
    """The title of one small chart; long names go on to the next line.

    Args:
        words: the title.
        more: smaller lines below it.
        letters: that fit on a line.
    """
    below = [line for each in more for line in wrap(each, letters + 4)]
    return alt.TitleParams(
        wrap(words, letters), subtitle=below, fontSize=PLAIN, subtitleFontSize=11.5, anchor="start", offset=8
    )


def named(base: alt.Chart, *, lines: int) -> Iterator[alt.Chart]:
    """The names of the rows, right before what is drawn.

    An axis would hang out of the chart to the left, and the parts of the picture would not stand in line.

    Args:
        base: a chart of rows with a `name`, and how many `lines` it has, parted by line ends.
        lines: the most lines of a name.
    """
    for count in range(1, lines + 1):
        # The first line stands on the row's middle, so each count of lines is lifted by its own half.
        yield (
            base.transform_filter(f"datum.lines == {count}")
            .mark_text(
                align="right",
                dy=LIFT * (1 - count),
                fontSize=PLAIN,
                color=INK,
                limit=NAMES - GAP,
                lineBreak="\n",
            )
            .encode(x=alt.value(NAMES - GAP), text="name:N")
        )


def beside_names(domain: Sequence[float]) -> alt.Scale:
    """A scale that leaves room for the names.

    Args:
        domain: from the least to the most.
    """
    return alt.Scale(domain=list(domain), range=[NAMES, WHOLE], nice=False)


def sentences(lines: Sequence[str], *, size: float = PLAIN) -> alt.Chart:
    """Plain sentences, one below the other.

    Args:
        lines: the sentences, already as long as they may be.
        size: of the letters, in pixels.
    """
    step = size * 1.45
    data = rows([{"line": line, "place": step * (place + 0.8)} for place, line in enumerate(lines)])
    drawn: alt.Chart = (
        alt.Chart(data, width=WHOLE, height=step * len(lines))
        .mark_text(align="left", baseline="alphabetic", fontSize=size, color=QUIET)
        .encode(x=alt.value(0), y=alt.Y("place:Q", scale=None, axis=None), text="line:N")
    )
    return drawn

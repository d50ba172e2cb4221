"""How sure: the likeliest exposures of each outcome as bars, with what belongs to one set in one colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import altair as alt

from flarepath.cli.charts.ink import (
    INK,
    REST,
    WHOLE,
    Drawing,
    beside_names,
    colour,
    heading,
    named,
    rows,
    small_heading,
)
from flarepath.cli.show import checkins, key_of, key_words, lowers, outcome_words, percent

MOST_OUTCOMES: Final = 6
MOST_BARS: Final = 5
"""So many exposures of one outcome are drawn, and more where they belong to a set."""

COLOURS: Final = (
    "Bars of one colour are one trigger: the diary cannot tell which of them it is. Grey: not named as one."
)
ALL_GREY: Final = "None of them is likely enough to be named."

ROW: Final = 22

MOST_SHARE: Final = 1.3
"""The scale goes on beyond 100%, for the words beside the bars."""

AXIS: Final = alt.Axis(title=None, format=".0%", values=[0, 0.25, 0.5, 0.75, 1], labelFlush=False, domain=False)

Document = dict[str, Any]


def odds_part(outcomes: Sequence[Document]) -> alt.ConcatChart:
    """The bars of the first outcomes.

    Args:
        outcomes: of the document, in the order in which they are to be drawn.
    """
    judged = [outcome for outcome in outcomes if outcome["probabilities"]]
    shown = judged[:MOST_OUTCOMES]
    lines = [COLOURS if any(outcome["triggers"] for outcome in shown) else ALL_GREY]
    if judged[MOST_OUTCOMES:]:
        lines.append(f"The first {MOST_OUTCOMES} of {len(judged)}; flarepath triggers tells them all.")
    title = heading("How likely each is a trigger", *lines)
    return alt.concat(*map(_bars, shown), columns=1, spacing=22, align="none", title=title)


def _bars(outcome: Document) -> Drawing:
    bars = list(_rows(outcome))
    base = alt.Chart(rows(bars), width=WHOLE, height=ROW * len(bars)).encode(
        y=alt.Y("key:N", sort=[bar["key"] for bar in bars], axis=None)
    )
    share = alt.X("probability:Q", scale=beside_names([0, MOST_SHARE]), axis=AXIS)
    drawn = base.mark_bar(height=13, cornerRadiusEnd=2).encode(
        x=share, color=alt.Color("colour:N", scale=None, legend=None)
    )
    told = base.mark_text(align="left", dx=6, fontSize=12, color=INK).encode(x=share, text="told:N")
    title = small_heading(outcome_words(outcome), checkins(outcome["checkins"]), letters=70)
    return alt.layer(drawn, told, *named(base, lines=1)).properties(title=title)


def _rows(outcome: Document) -> Iterator[Document]:
    """The sets in the order of the document, then the likeliest of the others."""
    left = dict(sorted(outcome["probabilities"].items(), key=lambda pair: -pair[1]))
    bars = 0
    for number, trigger in enumerate(outcome["triggers"]):
        for each in trigger["exposures"]:
            left.pop(key_of(each), None)
            yield _row(key_of(each), each["probability"], colour(number), _about(trigger))
            bars += 1
    for key in list(left)[: max(2, MOST_BARS - bars)]:
        yield _row(key, left[key], REST)


def _about(trigger: Document) -> str:
    """What stands beside each member of a set."""
    together = f"together {percent(trigger['set_probability'])}" if trigger["exposures"][1:] else ""
    return ", ".join(filter(None, (together, "lowers it" if lowers(trigger) else "")))


def _row(key: str, probability: float, ink: str, about: str = "") -> Document:
    told = ", ".join(filter(None, (percent(probability), about)))
    return {"key": key, "name": key_words(key), "lines": 1, "probability": probability, "colour": ink, "told": told}

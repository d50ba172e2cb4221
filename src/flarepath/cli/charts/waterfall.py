"""One moment split into its parts: the usual, each trigger, what is not explained, and what was felt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from textwrap import wrap
from typing import Any, Final

import altair as alt

from flarepath.cli.charts.ink import (
    INK,
    LETTERS,
    QUIET,
    REST,
    USUAL,
    WHOLE,
    Drawing,
    beside_names,
    colour,
    heading,
    named,
    rows,
)
from flarepath.cli.show import EASIER, SOURCES, either, key_of, key_words, outcome_words, signed
from flarepath.cli.show import moment as moment_words

ROW: Final = 34
LINE: Final = 16
"""The height of a row, and of each line of its name beyond the first."""

ROOM: Final = 1.3
"""The scale is so much longer than the bars, for the numbers beside them."""

FELT: Final = "what you felt"

Document = dict[str, Any]


def waterfall_part(moment: Document, outcome: Document) -> Drawing:
    """The parts of a moment as floating bars, each with its interval.

    Args:
        moment: with its `time` and `points`.
        outcome: of the document, whose moment it is.
    """
    bars = list(_rows(moment, _colours(outcome)))
    y = alt.Y("place:O", axis=None)
    base = alt.Chart(rows(bars), width=WHOLE, height=_height(bars)).encode(y=y)
    drawn = base.mark_bar(height=16).encode(
        x=alt.X("start:Q", scale=_scale(bars), axis=alt.Axis(title="points", tickCount=6, labelFlush=False)),
        x2="end:Q",
        color=alt.Color("colour:N", scale=None, legend=None),
    )
    doubt = base.mark_rule(color=INK, strokeWidth=1.2).encode(x="low:Q", x2="high:Q")
    told = base.mark_text(align="left", dx=8, fontSize=12, color=INK).encode(x="right:Q", text="told:N")
    steps = [{"place": one["place"], "next": two["place"], "at": one["end"]} for one, two in pairwise(bars)]
    joined = alt.Chart(rows(steps)).mark_rule(color=QUIET, strokeDash=[2, 2]).encode(y=y, y2="next:O", x="at:Q")
    return alt.layer(joined, drawn, doubt, told, *named(base, lines=max(bar["lines"] for bar in bars))).properties(
        title=_title(moment, bars[-1]["end"])
    )


def _height(bars: Sequence[Document]) -> int:
    most: int = max(bar["lines"] for bar in bars)
    return len(bars) * (ROW + LINE * (most - 1) // 2)


def _title(moment: Document, felt: float) -> alt.TitleParams:
    which = "your highest of the last weeks" if moment["highest_of"] > 1 else "your latest check-in"
    return heading(
        "Where one moment came from",
        f"{outcome_words(moment)}: {felt:.1f} points on {moment_words(moment['time'])}, {which}.",
        "Thin lines: where the truth lies nine times out of ten.",
    )


def _colours(outcome: Document) -> dict[frozenset[str], str]:
    """Each set in the colour that it has above."""
    return {
        frozenset(map(key_of, trigger["exposures"])): colour(number)
        for number, trigger in enumerate(outcome["triggers"])
    }


def _rows(moment: Document, colours: Mapping[frozenset[str], str]) -> Iterator[Document]:
    """Each part begins where the one before ends; the last is the sum."""
    start = 0.0
    for place, share in enumerate(moment["points"]):
        ink = colours.get(frozenset(share["exposures"]), _grey(share))
        yield _bar(place, _name(share), ink, start=start, share=share) | {"told": _told(share)}
        start += share["value"]
    whole = {"value": start, "low": start, "high": start}
    yield _bar(len(moment["points"]), FELT, INK, start=0.0, share=whole) | {"told": f"{start:.1f}"}


def _told(share: Document) -> str:
    value = f"{share['value']:.1f}" if share["source"] == "baseline" else signed(share["value"])
    return f"{value} ({share['low']:.1f} to {share['high']:.1f})"


def _bar(place: int, name: str, ink: str, *, start: float, share: Document) -> Document:
    lines = wrap(name, LETTERS)
    end, low, high = (start + share[part] for part in ("value", "low", "high"))
    return {
        "place": place,
        "name": "\n".join(lines),
        "lines": len(lines),
        "start": start,
        "end": end,
        "low": low,
        "high": high,
        "right": max(start, end, high),
        "colour": ink,
    }


def _name(share: Document) -> str:
    if share["exposures"]:
        return either([key_words(key) for key in share["exposures"]])
    return SOURCES[share["source"]] if share["value"] >= 0 else EASIER


def _grey(share: Document) -> str:
    return USUAL if share["source"] == "baseline" else REST


def _scale(bars: list[Document]) -> alt.Scale:
    least = min(min(bar["start"], bar["end"], bar["low"]) for bar in bars)
    return beside_names([min(0.0, least), ROOM * max(bar["right"] for bar in bars)])

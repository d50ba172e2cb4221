"""The timeline as a picture: what was felt, above what was done, slept, taken and tested."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

import altair as alt
import vl_convert

from flarepath.course import Episode, Outcome, episodes, outcomes
from flarepath.diary import FELT, Diary, Entry
from flarepath.exercises import bouts
from flarepath.web.show import name, outcome
from flarepath.why import Settings

COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#AA4499")
"""Told apart also by colour-blind eyes (after Okabe and Ito)."""

INK: Final = "#76827f"
"""Legible on light and on dark ground, because a picture does not know its page's."""

BAND: Final = "#E0A030"
MOST_PLACES: Final = 4
BY_WEEK_FROM: Final = 180
"""A longer time is drawn week by week."""

Row = dict[str, Any]


def timeline_svg(diary: Diary, at: datetime, settings: Settings, days: int, width: int) -> str:
    """The picture as the text of an SVG file.

    Args:
        diary: of the person.
        at: its end.
        settings: the person's numbers.
        days: how many days it shows.
        width: in pixels.
    """
    drawn = _timeline(diary, at, settings, days, width)
    file = io.StringIO()
    if drawn is None:
        return _empty(width)
    drawn.save(file, format="svg")
    return file.getvalue()


def timeline_html(diary: Diary, at: datetime, settings: Settings, days: int, width: int) -> str:
    """The same picture as one file to keep: it can be moved, and tells its values; it needs no network.

    Args:
        diary: of the person.
        at: its end.
        settings: the person's numbers.
        days: how many days it shows.
        width: in pixels.
    """
    drawn = _timeline(diary, at, settings, days, width)
    return (
        vl_convert.vegalite_to_html(drawn.to_dict(), bundle=True)
        if drawn
        else "<!doctype html><title>Flarepath</title>"
    )


def _timeline(diary: Diary, at: datetime, settings: Settings, days: int, width: int) -> alt.VConcatChart | None:
    since = max(at - timedelta(days=days), diary.first or at)
    places = _places(diary, since, at)
    if not places:
        return None
    step = 7 if (at - since).days > BY_WEEK_FROM else 1
    across = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(domain=[since.date().isoformat(), (at.date() + timedelta(days=1)).isoformat()]),
        axis=alt.Axis(format="%-d %b" if (at - since).days < BY_WEEK_FROM else "%b %y", tickCount=5, grid=False),
    )
    rows = _felt(diary, places, since, at, step)
    parts: list[alt.LayerChart | alt.Chart] = [_pain(rows, _bands(diary, places, since, at, settings), across, width)]
    parts += [_bars(values, title, across, width) for title, values in _lanes(diary, since, at, step) if values]
    marks = list(_marks(diary, since, at))
    parts += [_ticks(marks, across, width)] if marks else []
    drawn = (
        alt.vconcat(*parts, spacing=10)
        .resolve_scale(x="shared")
        .configure(background="transparent")
        .configure_view(stroke=None)
    )
    drawn = drawn.configure_axis(labelColor=INK, titleColor=INK, domainColor=INK, tickColor=INK, labelFontSize=12)
    drawn = drawn.configure_title(color=INK, anchor="start", fontSize=13, fontWeight="normal")
    found: alt.VConcatChart = drawn.configure_legend(
        labelColor=INK, labelFontSize=13, labelLimit=width, orient="top", columns=1
    )
    return found


def _empty(width: int) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="10" role="img"></svg>'


def _places(diary: Diary, since: datetime, at: datetime) -> list[Outcome]:
    """What was felt most in that time."""
    told: dict[Outcome, float] = defaultdict(float)
    known = set(outcomes(diary))
    for entry in diary.between(since, at + timedelta(seconds=1), *FELT):
        each = Outcome(entry.kind, entry.where, entry.side)
        if each in known:
            told[each] += entry.value or 0.0
    return sorted(told, key=lambda each: -told[each])[:MOST_PLACES]


def _felt(diary: Diary, places: list[Outcome], since: datetime, at: datetime, step: int) -> list[Row]:
    """The worst of each day or week, a row a place."""
    worst: dict[tuple[str, str], float] = {}
    for entry in diary.between(since, at + timedelta(seconds=1), *FELT):
        each = Outcome(entry.kind, entry.where, entry.side)
        if each in places and entry.value is not None:
            key = (_day(entry, at, step), outcome(each))
            worst[key] = max(worst.get(key, 0.0), entry.value)
    return [{"day": day, "place": place, "points": points} for (day, place), points in sorted(worst.items())]


def _day(entry: Entry, at: datetime, step: int) -> str:
    day = entry.time.astimezone(at.tzinfo).date()
    return (day - timedelta(days=day.weekday() if step > 1 else 0)).isoformat()


def _bands(diary: Diary, places: list[Outcome], since: datetime, at: datetime, settings: Settings) -> list[Row]:
    found = [flare for place in places for flare in episodes(diary.until(at), place, numbers=settings.course)]
    return [
        {"day": max(flare.onset, since).date().isoformat(), "end": _end(flare, at)}
        for flare in found
        if flare.end is None or flare.end >= since
    ]


def _end(flare: Episode, at: datetime) -> str:
    return ((flare.end or at).date() + timedelta(days=1)).isoformat()


def _pain(rows: list[Row], bands: list[Row], across: alt.X, width: int) -> alt.LayerChart:
    names = list(dict.fromkeys(row["place"] for row in rows))
    colour = alt.Color("place:N", title=None, scale=alt.Scale(domain=names, range=list(COLOURS)), sort=names)
    points = alt.Y("points:Q", title=None, scale=alt.Scale(domain=[0, 10]), axis=alt.Axis(values=[0, 5, 10]))
    lines = alt.Chart(alt.InlineData(values=rows)).encode(x=across, y=points, color=colour)
    shade = alt.Chart(alt.InlineData(values=bands)).mark_rect(color=BAND, opacity=0.25).encode(x=across, x2="end:T")
    drawn = alt.LayerChart(
        layer=[
            shade,
            lines.mark_line(interpolate="step", strokeWidth=1.5),
            lines.mark_point(size=14, filled=True, tooltip=True),
        ]
    )
    moved = alt.selection_interval(bind="scales", encodings=["x"], name="moved")
    return drawn.add_params(moved).properties(
        width=width, height=150, title="What was felt, 0 to 10 (flare-ups shaded)"
    )


def _lanes(diary: Diary, since: datetime, at: datetime, step: int) -> Iterator[tuple[str, list[Row]]]:
    yield "Training, as times a usual dose", _sums(diary, since, at, step)
    for kind, title in (("sleep", "Sleep, hours"), ("stress", "Stress, 0 to 10")):
        values: dict[str, list[float]] = defaultdict(list)
        for entry in diary.between(since, at + timedelta(seconds=1), kind):
            if entry.value is not None:
                values[_day(entry, at, step)].append(entry.value)
        yield title, [{"day": day, "value": sum(each) / len(each)} for day, each in sorted(values.items())]


def _sums(diary: Diary, since: datetime, at: datetime, step: int) -> list[Row]:
    """Training by day: each exercise counts as one where its dose is the person's own median."""
    doses: dict[str, float] = defaultdict(float)
    for bout in bouts(diary):
        if since <= bout.time <= at:
            doses[_day(bout.entry, at, step)] += bout.dose
    return [{"day": day, "value": dose} for day, dose in sorted(doses.items())]


def _bars(values: list[Row], title: str, across: alt.X, width: int) -> alt.Chart:
    size = max(1.5, min(9.0, 0.7 * width / max(1, len(values))))
    height = alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=2))
    drawn: alt.Chart = alt.Chart(alt.InlineData(values=values)).mark_bar(color="#7FA6A0", size=size, tooltip=True)
    return drawn.encode(x=across, y=height).properties(width=width, height=44, title=title)


def _marks(diary: Diary, since: datetime, at: datetime) -> Iterator[Row]:
    lanes = {"medicine": "medicine", "test": "test", "care": "care", "event": "event"}
    for entry in diary.between(since, at + timedelta(seconds=1), *lanes):
        yield {"day": _day(entry, at, 1), "lane": lanes[entry.kind], "what": name(entry.what)}


def _ticks(rows: list[Row], across: alt.X, width: int) -> alt.Chart:
    drawn: alt.Chart = alt.Chart(alt.InlineData(values=rows)).mark_tick(color=INK, thickness=2, size=10, tooltip=True)
    lanes = alt.Y("lane:N", title=None, axis=alt.Axis(ticks=False, domain=False))
    return drawn.encode(x=across, y=lanes).properties(width=width, height=alt.Step(16))

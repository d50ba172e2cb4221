"""Answers as their pages show them: words beside numbers, widths of bars; no rule and no sum of its own."""

from flarepath.web.show.answers import came, gist, verdict, why
from flarepath.web.show.brought import diary_file, log
from flarepath.web.show.days import days, entry, facts
from flarepath.web.show.figure import felt, figure
from flarepath.web.show.library import asked, exercise, matrix, results, scale, tests
from flarepath.web.show.may import May, fits, may, most, stopped
from flarepath.web.show.report import report
from flarepath.web.show.safety import (
    FIRST,
    after,
    all_answers,
    before,
    card,
    cards,
    flare_page,
    lights,
    open_pages,
    page,
    reasons,
    regions,
    unasked,
)
from flarepath.web.show.training import session, step, today, week
from flarepath.web.show.words import day, iso_day, moment, name, outcome, place

__all__ = [
    "FIRST",
    "May",
    "after",
    "all_answers",
    "asked",
    "before",
    "came",
    "card",
    "cards",
    "day",
    "days",
    "diary_file",
    "entry",
    "exercise",
    "facts",
    "felt",
    "figure",
    "fits",
    "flare_page",
    "gist",
    "iso_day",
    "lights",
    "log",
    "matrix",
    "may",
    "moment",
    "most",
    "name",
    "open_pages",
    "outcome",
    "page",
    "place",
    "reasons",
    "regions",
    "report",
    "results",
    "scale",
    "session",
    "step",
    "stopped",
    "tests",
    "today",
    "unasked",
    "verdict",
    "week",
    "why",
]

"""How answers look on a terminal, and on paper when they are piped."""

from flarepath.cli.show.answer import answer_page
from flarepath.cli.show.check import diary_page, tool_page
from flarepath.cli.show.context import Context
from flarepath.cli.show.exercise import exercise_page, list_page, strip_line, swap_page
from flarepath.cli.show.exposures import either, key_of, key_words, outcome_words, set_words
from flarepath.cli.show.gate import before_all, screen_page
from flarepath.cli.show.lag import ticks, visible_hours
from flarepath.cli.show.learn import learn_page, lesson_page
from flarepath.cli.show.ledger import joined_sides, ledger_page, muscle_words, row_dose
from flarepath.cli.show.paper import legible_document, margin, paper, print_document, print_line, show_all, shown_name
from flarepath.cli.show.plan import plan_page
from flarepath.cli.show.problems import problems_part
from flarepath.cli.show.questions import AREAS, WELCOME, page_of_questions, question_alone
from flarepath.cli.show.reasons import folded
from flarepath.cli.show.trigger import effect, lowers, signed
from flarepath.cli.show.triggers import EMPTY, NOTHING_NAMED, by_sureness, checkins, not_advice, triggers_page
from flarepath.cli.show.verdict import verdict_page
from flarepath.cli.show.words import EASIER, LEVELS, SOURCES, moment, percent, place

__all__ = [
    "AREAS",
    "EASIER",
    "EMPTY",
    "LEVELS",
    "NOTHING_NAMED",
    "SOURCES",
    "WELCOME",
    "Context",
    "answer_page",
    "before_all",
    "by_sureness",
    "checkins",
    "diary_page",
    "effect",
    "either",
    "exercise_page",
    "folded",
    "joined_sides",
    "key_of",
    "key_words",
    "learn_page",
    "ledger_page",
    "legible_document",
    "lesson_page",
    "list_page",
    "lowers",
    "margin",
    "moment",
    "muscle_words",
    "not_advice",
    "outcome_words",
    "page_of_questions",
    "paper",
    "percent",
    "place",
    "plan_page",
    "print_document",
    "print_line",
    "problems_part",
    "question_alone",
    "row_dose",
    "screen_page",
    "set_words",
    "show_all",
    "shown_name",
    "signed",
    "strip_line",
    "swap_page",
    "ticks",
    "tool_page",
    "triggers_page",
    "verdict_page",
    "visible_hours",
]

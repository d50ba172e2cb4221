"""How answers look on a terminal, and on paper when they are piped."""

from flarepath.cli.show.answer import answer_page
from flarepath.cli.show.check import diary_page, tool_page
from flarepath.cli.show.context import Context
from flarepath.cli.show.gate import screen_page
from flarepath.cli.show.paper import legible_document, margin, paper, print_document, show_all, shown_name
from flarepath.cli.show.problems import problems_part
from flarepath.cli.show.questions import AREAS, WELCOME, page_of_questions, question_alone
from flarepath.cli.show.words import LEVELS

__all__ = [
    "AREAS",
    "LEVELS",
    "WELCOME",
    "Context",
    "answer_page",
    "diary_page",
    "legible_document",
    "margin",
    "page_of_questions",
    "paper",
    "print_document",
    "problems_part",
    "question_alone",
    "screen_page",
    "show_all",
    "shown_name",
    "tool_page",
]

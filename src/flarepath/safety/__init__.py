"""Red flags: the questions that come before every answer, and the only maker of a Clearance."""

from flarepath.safety.asking import answered, unanswered
from flarepath.safety.clearance import clear
from flarepath.safety.countries import COUNTRIES, HelpNumbers, help_numbers
from flarepath.safety.gate import screen
from flarepath.safety.model import (
    EVERYWHERE,
    SILENT,
    Clearance,
    Gate,
    Level,
    NotCleared,
    OpenQuestion,
    Referral,
    Reply,
    SafetyFinding,
    Tier,
)
from flarepath.safety.numbers import NUMBERS
from flarepath.safety.offline import offline_rules
from flarepath.safety.pages import PAGES, Page, PageGroup, PageKind
from flarepath.safety.person import FACTS, PersonFact
from flarepath.safety.questions import CRISIS, QUESTIONS, SHORT_SCREEN, Line, Question
from flarepath.safety.wording import night_steps

__all__ = [
    "COUNTRIES",
    "CRISIS",
    "EVERYWHERE",
    "FACTS",
    "NUMBERS",
    "PAGES",
    "QUESTIONS",
    "SHORT_SCREEN",
    "SILENT",
    "Clearance",
    "Gate",
    "HelpNumbers",
    "Level",
    "Line",
    "NotCleared",
    "OpenQuestion",
    "Page",
    "PageGroup",
    "PageKind",
    "PersonFact",
    "Question",
    "Referral",
    "Reply",
    "SafetyFinding",
    "Tier",
    "answered",
    "clear",
    "help_numbers",
    "night_steps",
    "offline_rules",
    "screen",
    "unanswered",
]

"""Red flags: the questions that come before every answer, and the only maker of a Clearance."""

from flarepath.safety.asking import Section, answered, asked_pages, unanswered
from flarepath.safety.clearance import clear
from flarepath.safety.countries import COUNTRIES, COUNTRY_NAMES, HelpNumbers, country_code, help_numbers
from flarepath.safety.facts import FACTS, PersonFact, fact_told
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
from flarepath.safety.questions import CRISIS, QUESTIONS, SHORT_SCREEN, Line, Question
from flarepath.safety.wording import night_steps

__all__ = [
    "COUNTRIES",
    "COUNTRY_NAMES",
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
    "Section",
    "Tier",
    "answered",
    "asked_pages",
    "clear",
    "country_code",
    "fact_told",
    "help_numbers",
    "night_steps",
    "offline_rules",
    "screen",
    "unanswered",
]

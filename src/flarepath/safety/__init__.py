"""Red flags: the questions that come before every answer, and the only maker of a Clearance."""

from flarepath.safety.asking import Section, answered, asked_pages, unanswered
from flarepath.safety.clearance import clear
from flarepath.safety.countries import COUNTRIES, COUNTRY_NAMES, HelpNumbers, country_code, help_numbers
from flarepath.safety.danger_words import Written, written_danger
from flarepath.safety.facts import FACTS, PersonFact, fact_told
from flarepath.safety.gate import screen
from flarepath.safety.held import HeldFact, held_facts, seen_since, speaking_against
from flarepath.safety.looking import known_facts, places_of_fact, standing_answers
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
    "HeldFact",
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
    "Written",
    "answered",
    "asked_pages",
    "clear",
    "country_code",
    "fact_told",
    "held_facts",
    "help_numbers",
    "known_facts",
    "night_steps",
    "offline_rules",
    "places_of_fact",
    "screen",
    "seen_since",
    "speaking_against",
    "standing_answers",
    "unanswered",
    "written_danger",
]

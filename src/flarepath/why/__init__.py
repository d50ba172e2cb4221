"""The whole answer: pure `explain(diary, at) -> Answer`; no clock, no network, no database."""

from flarepath.triggers import Share
from flarepath.why.answer import RED, SILENT, Answer, ExitCode, Screened
from flarepath.why.came import Came, came
from flarepath.why.document import document, screen_document
from flarepath.why.explain import explain, screened
from flarepath.why.judged import Judged, judge, verdict_document
from flarepath.why.learning import Learning, learn, nothing_to_learn
from flarepath.why.learning_document import learning_document, lesson_document, workout_document
from flarepath.why.report import Report, Tested, report
from flarepath.why.settings import DEFAULTS, Settings, settings
from flarepath.why.weekly import Room, Training, Weekly, weekly
from flarepath.why.weekly_document import weekly_document

__all__ = [
    "DEFAULTS",
    "RED",
    "SILENT",
    "Answer",
    "Came",
    "ExitCode",
    "Judged",
    "Learning",
    "Report",
    "Room",
    "Screened",
    "Settings",
    "Share",
    "Tested",
    "Training",
    "Weekly",
    "came",
    "document",
    "explain",
    "judge",
    "learn",
    "learning_document",
    "lesson_document",
    "nothing_to_learn",
    "report",
    "screen_document",
    "screened",
    "settings",
    "verdict_document",
    "weekly",
    "weekly_document",
    "workout_document",
]

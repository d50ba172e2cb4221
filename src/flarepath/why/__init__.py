"""The whole answer: pure `explain(diary, at) -> Answer`; no clock, no network, no database."""

from flarepath.triggers import Share
from flarepath.why.answer import RED, SILENT, Answer, Screened
from flarepath.why.document import document, screen_document
from flarepath.why.explain import explain, screened
from flarepath.why.judged import Judged, judge, verdict_document
from flarepath.why.settings import Settings, settings

__all__ = [
    "RED",
    "SILENT",
    "Answer",
    "Judged",
    "Screened",
    "Settings",
    "Share",
    "document",
    "explain",
    "judge",
    "screen_document",
    "screened",
    "settings",
    "verdict_document",
]

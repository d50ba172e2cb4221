"""Which doings drive which pain, after how long, how sure (METHOD; docs/method/triggers.md)."""

from flarepath.triggers.document import document, trigger_document
from flarepath.triggers.find import find
from flarepath.triggers.learn import learned
from flarepath.triggers.model import (
    Attributed,
    Attribution,
    Counts,
    Estimate,
    Exposure,
    LagPoint,
    Share,
    Trigger,
)
from flarepath.triggers.priors import NUMBERS, Kind, Priors, Shape, shipped
from flarepath.triggers.trend import Trend, trend

__all__ = [
    "NUMBERS",
    "Attributed",
    "Attribution",
    "Counts",
    "Estimate",
    "Exposure",
    "Kind",
    "LagPoint",
    "Priors",
    "Shape",
    "Share",
    "Trend",
    "Trigger",
    "document",
    "find",
    "learned",
    "shipped",
    "trend",
    "trigger_document",
]

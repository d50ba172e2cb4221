"""Which doings drive which pain, after how long, how sure (METHOD; docs/method/triggers.md)."""

from flarepath.triggers.cautions import food_caution, is_caution, is_left_alone, is_never_a_help
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
    "food_caution",
    "is_caution",
    "is_left_alone",
    "is_never_a_help",
    "learned",
    "shipped",
    "trend",
    "trigger_document",
]

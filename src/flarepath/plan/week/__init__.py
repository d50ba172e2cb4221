"""The week that follows a moment: what becomes of each known exercise, what is new, and what still is missing."""

from flarepath.plan.week.build import week
from flarepath.plan.week.change import Change, changes, named, open_flares
from flarepath.plan.week.condition import Condition, condition
from flarepath.plan.week.dose import Dose
from flarepath.plan.week.frame import NOTE, Decision, Frame
from flarepath.plan.week.log import Log
from flarepath.plan.week.one_step import Step
from flarepath.plan.week.queue import Wanted
from flarepath.plan.week.sessions import Item, Session, Week
from flarepath.plan.week.soreness import SorenessForecast, soreness_forecast
from flarepath.plan.week.tried import Adaptation, BodySense, Tried, tried
from flarepath.plan.week.upkeep import chores, recovered

__all__ = [
    "NOTE",
    "Adaptation",
    "BodySense",
    "Change",
    "Condition",
    "Decision",
    "Dose",
    "Frame",
    "Item",
    "Log",
    "Session",
    "SorenessForecast",
    "Step",
    "Tried",
    "Wanted",
    "Week",
    "changes",
    "chores",
    "condition",
    "named",
    "open_flares",
    "recovered",
    "soreness_forecast",
    "tried",
    "week",
]

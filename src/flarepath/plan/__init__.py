"""What to change: the adjustments, the clocks of tactics, the traffic light, and the test that comes next."""

from flarepath.plan.adjust import adjust
from flarepath.plan.advise import plan
from flarepath.plan.allowed import Allowed, Ceiling, allowed
from flarepath.plan.clocks import NinetyDays, TacticClock, ninety_days, tactic_clock, wait_until
from flarepath.plan.light import Light, traffic_light
from flarepath.plan.model import Adjustment, Advice, NextTest, Plan
from flarepath.plan.numbers import NUMBERS
from flarepath.plan.prescribe import PRESCRIPTIONS, Prescription, prescribe
from flarepath.plan.referral import summary
from flarepath.plan.setting import Setting
from flarepath.plan.verdict import Measured, Verdict, verdict
from flarepath.plan.week import (
    NOTE,
    Change,
    Condition,
    Decision,
    Item,
    Log,
    Session,
    SorenessForecast,
    Step,
    Tried,
    Wanted,
    Week,
    changes,
    chores,
    open_flares,
    recovered,
    soreness_forecast,
    tried,
    week,
)

__all__ = [
    "NOTE",
    "NUMBERS",
    "PRESCRIPTIONS",
    "Adjustment",
    "Advice",
    "Allowed",
    "Ceiling",
    "Change",
    "Condition",
    "Decision",
    "Item",
    "Light",
    "Log",
    "Measured",
    "NextTest",
    "NinetyDays",
    "Plan",
    "Prescription",
    "Session",
    "Setting",
    "SorenessForecast",
    "Step",
    "TacticClock",
    "Tried",
    "Verdict",
    "Wanted",
    "Week",
    "adjust",
    "allowed",
    "changes",
    "chores",
    "ninety_days",
    "open_flares",
    "plan",
    "prescribe",
    "recovered",
    "soreness_forecast",
    "summary",
    "tactic_clock",
    "traffic_light",
    "tried",
    "verdict",
    "wait_until",
    "week",
]

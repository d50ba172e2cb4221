"""What to change: the adjustments, the clocks of tactics, the traffic light, and the test that comes next."""

from flarepath.plan.adjust import adjust
from flarepath.plan.advise import plan
from flarepath.plan.clocks import NinetyDays, TacticClock, ninety_days, tactic_clock, wait_until
from flarepath.plan.light import Light, traffic_light
from flarepath.plan.model import Adjustment, Advice, NextTest, Plan
from flarepath.plan.numbers import NUMBERS
from flarepath.plan.prescribe import PRESCRIPTIONS, Prescription, prescribe
from flarepath.plan.referral import summary
from flarepath.plan.verdict import Measured, Verdict, verdict

__all__ = [
    "NUMBERS",
    "PRESCRIPTIONS",
    "Adjustment",
    "Advice",
    "Light",
    "Measured",
    "NextTest",
    "NinetyDays",
    "Plan",
    "Prescription",
    "TacticClock",
    "Verdict",
    "adjust",
    "ninety_days",
    "plan",
    "prescribe",
    "summary",
    "tactic_clock",
    "traffic_light",
    "verdict",
    "wait_until",
]

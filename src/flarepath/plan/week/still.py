"""Why nothing grows and nothing is new for now, whatever the colour of a session.

Source: expert, d0
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flarepath.plan.week.log import Log
from flarepath.quantities import days_between

STIFF_TESTS: Final = frozenset({"morning_stiffness", "stiffness"})
STIFF_MINUTES: Final = 30.0
"""Stiffness of a morning that lasts longer is no stiffness of training (D3)."""

STANDING: Final = frozenset({"days", "same_day", "emergency"})


def still(log: Log) -> str:
    """The first reason, as the end of a sentence; empty where there is none.

    Args:
        log: the moment.
    """
    return next(_reasons(log), "")


def _reasons(log: Log) -> Iterator[str]:
    setting = log.setting
    if log.worsens_after_effort:
        yield "you get worse after effort, so more is not the way"
    if log.energy_fall:
        yield "your energy goes down in the days after sessions"
    if setting.clearance.level in STANDING or any(f.tier in STANDING for f in setting.clearance.findings):
        yield "one of your safety answers waits for a visit"
    if setting.holds("morning_stiffness") or _is_stiff(log):
        yield "long stiffness in the morning is one for a doctor first"


def _is_stiff(log: Log) -> bool:
    recent = [e for e in log.setting.diary.of("test") if e.what in STIFF_TESTS and e.value is not None]
    minutes = [e for e in recent if days_between(e.time, log.at) <= log.numbers["sore_days"]]
    return bool(minutes) and (minutes[-1].value or 0.0) * _in_minutes(minutes[-1].unit) > STIFF_MINUTES


def _in_minutes(unit: str) -> float:
    return {"h": 60.0, "s": 1 / 60}.get(unit, 1.0)

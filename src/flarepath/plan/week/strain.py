"""Whether today is a strained day: short sleep, high stress, or a time in which stress leads the causes (R87)."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean, pstdev

from flarepath.plan.week.log import Log
from flarepath.quantities import days_between, in_hours

FEW = 7
"""So many ratings of stress are needed for an own usual."""


def strained(log: Log) -> str:
    """Why today is a strained day, in words; empty where nothing says so.

    Args:
        log: the moment.
    """
    return " and ".join(_reasons(log))


def _reasons(log: Log) -> Iterator[str]:
    nights = [e for e in log.setting.entries(24, "sleep") if e.value is not None]
    if nights and in_hours(nights[-1].value or 0.0, nights[-1].unit) < log.numbers["strained_sleep_hours"]:
        yield f"{in_hours(nights[-1].value or 0.0, nights[-1].unit):.1f} hours of sleep"
    if _is_high(log):
        yield "more stress than is usual for you"
    elif log.setting.leading == "stress" and log.setting.explanation.verdict in ("looks_most_like", "two_explanations"):
        yield "stress is among the likeliest causes these days"


def _is_high(log: Log) -> bool:
    """At least 7 of 10, or a standard deviation above the own usual of four weeks and at least 5."""
    days = log.numbers["log_days"]
    rated = [e for e in log.setting.entries(24 * days, "stress") if e.value is not None]
    today = [e.value or 0.0 for e in rated if days_between(e.time, log.at) <= 1]
    if not today:
        return False
    usual = [e.value or 0.0 for e in rated if days_between(e.time, log.at) > 1]
    if today[-1] >= log.numbers["strained_stress_points"]:
        return True
    spread = pstdev(usual) if len(usual) >= FEW else None
    return spread is not None and spread > 0 and today[-1] >= max(5.0, mean(usual) + spread)

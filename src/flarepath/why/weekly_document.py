"""The week as `plan --json` prints it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flarepath.course import Episode
from flarepath.plan import (
    Change,
    Condition,
    Decision,
    Item,
    Session,
    SorenessForecast,
    TacticClock,
    Tried,
    Wanted,
)
from flarepath.why.document import advice_document, refer_document, screen_document
from flarepath.why.weekly import Weekly

Document = dict[str, Any]

EMPTY: Document = {
    "frame": None,
    "strained": None,
    "upkeep": None,
    "sessions": [],
    "changes": [],
    "advice": [],
    "queue": [],
    "muscles": [],
    "tried": None,
    "chores": [],
    "open_flares": [],
    "left_for_later": [],
}
"""The keys of the training where there is none."""


def weekly_document(weekly: Weekly) -> Document:
    """The week as plain values; behind a closed gate everything but the gate and the referral is empty.

    Args:
        weekly: the week.
    """
    head = screen_document(weekly.screened) | {"refer": refer_document(weekly.refer)}
    training = weekly.training
    if training is None:
        return head | EMPTY
    planned = training.week
    return head | {
        "frame": {
            "days": planned.frame.days,
            "minutes": round(planned.frame.minutes, 1),
            "equipment": sorted(planned.frame.equipment),
        },
        "strained": planned.strained,
        "upkeep": planned.upkeep,
        "sessions": [_session(session) for session in planned.sessions],
        "changes": [_change(change) for change in training.changes],
        "advice": [advice_document(advice) for advice in training.advice.advice],
        "queue": [_wanted(wanted) for wanted in planned.queue],
        "muscles": [_condition(state) for state in planned.conditions],
        "tried": _tried(training.tried),
        "chores": list(training.chores),
        "open_flares": [_flare(flare) for flare in training.open_flares],
        "left_for_later": list(planned.left_for_later),
    }


def _session(session: Session) -> Document:
    items = [_item(item) for item in session.items]
    day = session.day.isoformat()
    return {"day": day, "kind": session.kind, "minutes": round(session.minutes, 1), "items": items}


def _item(item: Item) -> Document:
    return {
        "id": item.id,
        "name": item.name,
        "side": item.side,
        "dose": item.dose.words if item.dose else None,
        "sets": item.dose.sets if item.dose else None,
        "reps": item.dose.reps if item.dose else None,
        "seconds": item.dose.seconds if item.dose else None,
        "minutes": item.dose.minutes if item.dose else None,
        "load_kg": item.dose.load_kg if item.dose else None,
        "effort": item.dose.effort if item.dose else None,
        "move": item.move,
        "new": item.is_new,
        "why": item.why,
        "feel": item.feel,
        "expect": item.forecast.words if item.forecast else "",
        "soreness": _forecast(item.forecast),
        "stops": list(item.stops),
        "takes_minutes": round(item.minutes, 1),
    }


def _forecast(forecast: SorenessForecast | None) -> Document | None:
    if forecast is None:
        return None
    return {
        "places": list(forecast.places),
        "peak_hours": list(forecast.peak_hours),
        "gone_days": forecast.gone_days,
        "low": round(forecast.low, 1),
        "middle": round(forecast.middle, 1),
        "high": round(forecast.high, 1),
    }


def _change(change: Change) -> Document:
    return {
        "id": change.id,
        "exercise": change.exercise or None,
        "adjustment": change.adjustment,
        "before": change.before or None,
        "after": change.after or None,
        "instead": change.instead or None,
        "others": list(change.others),
        "reason": change.reason,
        "review_on": change.review_on.isoformat(),
        "because": list(change.because),
        "decision": _decision(change.decision),
    }


def _decision(decision: Decision | None) -> Document | None:
    if decision is None:
        return None
    on = decision.on.isoformat()
    return {"said": decision.said, "reason": decision.reason, "instead": decision.instead or None, "on": on}


def _wanted(wanted: Wanted) -> Document:
    names = ("muscle", "side", "mode", "zone", "why")
    return {name: getattr(wanted, name) for name in names} | {
        "test": wanted.test or None,
        "because": list(wanted.because),
    }


def _condition(state: Condition) -> Document:
    return {
        "muscle": state.muscle,
        "side": state.side,
        "state": state.state,
        "because": state.because,
        "ready_on": _iso(state.ready_on),
    }


def _tried(tried: Tried) -> Document:
    return {
        "adaptation": [
            {
                "exercise": each.exercise,
                "sessions": each.sessions,
                "days": round(each.days, 1),
                "first": each.first,
                "last": each.last,
                "says": each.says,
            }
            for each in tried.adaptation
        ],
        "light_movement": {
            "tries": tried.light.tries,
            "change": round(tried.light.change, 2),
            "says": tried.light.decision,
        },
        "body_sense": [
            {
                "region": each.region,
                "side": each.side,
                "first": round(each.first, 1),
                "last": round(each.last, 1),
                "tries": each.tries,
                "says": each.says,
            }
            for each in tried.body_sense
        ],
        "clocks": [_clock(clock) for clock in tried.clocks],
        "three_months": {
            "days": round(tried.gate.days),
            "needed": round(tried.gate.needed),
            "missing": list(tried.gate.missing),
            "improved": list(tried.gate.improved),
            "open": tried.gate.open,
        },
    }


def _clock(clock: TacticClock) -> Document:
    return {
        "muscle": clock.muscle,
        "tactic": clock.tactic,
        "days": round(clock.days, 1),
        "sessions": clock.sessions,
        "before": clock.before,
        "now": clock.now,
        "says": clock.judgement,
    }


def _flare(flare: Episode) -> Document:
    return {
        "region": flare.region,
        "side": flare.side,
        "onset": flare.onset.isoformat(),
        "end": _iso(flare.end),
        "peak_points": flare.peak_points,
    }


def _iso(time: datetime | None) -> str | None:
    return time.isoformat() if time else None

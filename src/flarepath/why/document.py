"""The answer as one JSON document, exactly as PRODUCT writes it down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flarepath.course import Episode
from flarepath.flares import Cause, ForecastPoint, Similar
from flarepath.plan import Advice, NextTest
from flarepath.quantities import days_between
from flarepath.safety import Gate, Referral
from flarepath.triggers import Share, trigger_document
from flarepath.why.answer import SILENT, Answer, Screened

Document = dict[str, Any]


def document(answer: Answer) -> Document:
    """The document of `why --json`; where the gate lets nothing through, every key after `flare` is null or empty.

    Args:
        answer: the whole answer.
    """
    head = _head(answer.at, answer.region, answer.side, answer.gate)
    head |= {"flare": _flare(answer.flare, answer.at), "say": answer.say}
    explanation, plan = answer.explanation, answer.plan
    if answer.gate.level in SILENT or explanation is None or plan is None:
        return head | _empty() | {"refer": refer_document(answer.refer)}
    return head | {
        "meaning": list(explanation.meaning),
        "points": [_share(share) for share in answer.points],
        "triggers": [trigger_document(trigger) for trigger in explanation.triggers],
        "causes": [_cause(cause) for cause in explanation.causes],
        "verdict": explanation.verdict,
        "advice": [advice_document(advice) for advice in plan.advice],
        "avoid": list(plan.avoid),
        "next_test": _next_test(plan.next_test),
        "forecast": [_forecast(point) for point in explanation.forecast],
        "similar": [_similar(flare) for flare in explanation.similar],
        "refer": refer_document(answer.refer),
        "versions": answer.versions,
    }


def screen_document(screened: Screened) -> Document:
    """The document of `screen --json`.

    Args:
        screened: the gate's answer.
    """
    gate = screened.gate
    head = _head(screened.at, screened.region, screened.side, gate)
    return head | {
        "say": gate.say,
        "due": list(gate.due),
        "refer": refer_document(gate.referral),
        "versions": screened.versions,
    }


def _head(at: datetime, region: str, side: str, gate: Gate) -> Document:
    findings = [
        {"id": f.id, "answer": f.answer, "suspected": f.suspected, "do": f.do, "source": f.source}
        for f in gate.findings
    ]
    return {"at": at.isoformat(), "region": region, "side": side, "gate": {"level": gate.level, "findings": findings}}


def _empty() -> Document:
    lists = ("meaning", "points", "triggers", "causes", "advice", "avoid", "forecast", "similar")
    return {name: [] for name in lists} | {"verdict": None, "next_test": None, "refer": None, "versions": {}}


def _flare(flare: Episode | None, at: datetime) -> Document | None:
    if flare is None:
        return None
    return {
        "onset": flare.onset.isoformat(),
        "peak": flare.peak.isoformat(),
        "peak_points": flare.peak_points,
        "now": flare.now,
        "baseline": flare.baseline,
        "day_of_flare": int(days_between(flare.onset, at)) + 1,
        "confirmed": flare.confirmed,
    }


def _share(share: Share) -> Document:
    return {
        "source": share.source,
        "exposures": list(share.exposures),
        "value": share.value,
        "low": share.low,
        "high": share.high,
    }


def _cause(cause: Cause) -> Document:
    return {
        "cause": cause.cause,
        "probability": round(cause.probability, 4),
        "for": list(cause.evidence_for),
        "against": list(cause.evidence_against),
        "would_change_our_mind": list(cause.would_change_our_mind),
    }


def advice_document(advice: Advice) -> Document:
    """One action as plain values.

    Args:
        advice: the action.
    """
    return {
        "adjustment": advice.adjustment,
        "do": advice.do,
        "instead_of": advice.instead_of or None,
        "exercises": list(advice.exercises),
        "until": advice.until,
        "expect": advice.expect,
        "review_on": advice.review_on.isoformat(),
        "because": list(advice.because),
    }


def _next_test(test: NextTest | None) -> Document | None:
    if test is None:
        return None
    return {"kind": test.kind, "question": test.question, "days": test.days, "separates": list(test.separates)}


def _forecast(point: ForecastPoint) -> Document:
    return {
        "time": point.time.isoformat(),
        "low": round(point.low, 2),
        "middle": round(point.middle, 2),
        "high": round(point.high, 2),
    }


def _similar(flare: Similar) -> Document:
    return {"onset": flare.onset.isoformat(), "days": round(flare.days, 1), "what_helped": list(flare.what_helped)}


def refer_document(refer: Referral | None) -> Document | None:
    """Whom to see, as plain values.

    Args:
        refer: the referral, or None.
    """
    return None if refer is None else {"urgency": refer.urgency, "to": refer.to, "summary": refer.summary}

"""The attribution as the document that `triggers --json` prints."""

from __future__ import annotations

from typing import Any

from flarepath.triggers.model import Attributed, Attribution, Trigger

LEVEL = 0.9
"""The level of every interval in the document."""


def document(attribution: Attribution, *, diary: str) -> dict[str, Any]:
    """The document of one diary: plain values only, every number finite.

    Args:
        attribution: what was found.
        diary: the diary's name, as the person called it.
    """
    return {"diary": diary, "days": attribution.days, "outcomes": [_outcome(found) for found in attribution.outcomes]}


def _outcome(found: Attributed) -> dict[str, Any]:
    return {
        "outcome": found.outcome.kind,
        "region": found.outcome.region,
        "side": found.outcome.side,
        "checkins": found.checkins,
        "triggers": [trigger_document(trigger) for trigger in found.triggers],
        "probabilities": {key: round(value, 4) for key, value in found.probabilities.items()},
        "abstains": found.abstains,
    }


def trigger_document(trigger: Trigger) -> dict[str, Any]:
    """One credible set as plain values (also an entry of `why --json`).

    Args:
        trigger: the set.
    """
    counts = trigger.counts
    return {
        "exposures": [
            {"kind": exposure.kind, "what": exposure.what, "probability": round(exposure.probability, 4)}
            for exposure in trigger.exposures
        ],
        "set_probability": round(trigger.probability, 4),
        "effect_points": {
            "mean": round(trigger.effect.mean, 2),
            "low": round(trigger.effect.low, 2),
            "high": round(trigger.effect.high, 2),
        },
        "per": trigger.per,
        "dose": trigger.dose,
        "peak_hours": round(trigger.peak_hours, 1),
        "lag_curve": [[round(point.hours, 1), round(point.points, 3)] for point in trigger.lag_curve],
        "lag_band": [[round(point.low, 3), round(point.high, 3)] for point in trigger.lag_curve],
        "exposed_with": counts.exposed_with,
        "exposed_without": counts.exposed_without,
        "unexposed_with": counts.unexposed_with,
        "unexposed_without": counts.unexposed_without,
        "ladder": trigger.ladder,
        "needs": trigger.needs,
        "level": LEVEL,
    }

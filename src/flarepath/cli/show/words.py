"""The words for numbers, levels and verdicts on the terminal."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flarepath.body import REGIONS

LIKELIHOOD: Final = (
    (0.90, "very likely"),
    (0.70, "likely"),
    (0.50, "more likely than not"),
    (0.30, "possible"),
    (0.15, "less likely"),
    (0.00, "unlikely"),
)
"""From that probability on, the word (ours; the number always stands beside it)."""

LEAST_SHOWN: Final = 0.005
"""Below this a probability would be written as 0%; this far from 1 as 100%."""

VERDICTS: Final = {
    "looks_most_like": "What it looks most like",
    "two_explanations": "Two explanations fit",
    "not_enough_yet": "Cannot tell yet: too little is written down",
    "no_cause_found": "No cause found",
}

LEVELS: Final = {
    "clear": "Safety questions answered",
    "unanswered": "Safety questions come first",
    "next_visit": "For your next visit",
    "days": "See somebody within days",
    "same_day": "Be seen today",
    "emergency": "Emergency",
}

ADJUSTMENTS: Final = {
    "better_form": "better form",
    "same_muscle": "same muscle, another way",
    "other_muscle": "other muscles",
    "ease": "ease",
    "light_session": "light session",
    "strengthen": "strengthen",
    "leave_out": "leave out",
    "recover": "recover",
    "test": "test",
    "refer": "see somebody",
}

SOURCES: Final = {"baseline": "your usual", "trigger": "triggers", "unexplained": "not explained yet"}

EASIER: Final = "easier than usual"
"""What is left over below the usual."""


def likelihood(probability: float) -> str:
    """A probability as a word.

    Args:
        probability: 0 to 1.

    Example:
        >>> likelihood(0.62)
        'more likely than not'
    """
    return next(word for least, word in LIKELIHOOD if probability >= least)


def percent(probability: float) -> str:
    """A probability in per cent, that never pretends to be nought or certain.

    Args:
        probability: 0 to 1.

    Example:
        >>> percent(0.617), percent(0.002), percent(0.998)
        ('62%', 'under 1%', 'over 99%')
    """
    if probability < LEAST_SHOWN:
        return "under 1%"
    return f"{probability:.0%}" if probability < 1 - LEAST_SHOWN else "over 99%"


def day(iso: str) -> str:
    """A day as a person says it.

    Args:
        iso: an ISO 8601 date or time.

    Example:
        >>> day("2026-03-02T22:00:00+01:00")
        'Mon 2 Mar'
    """
    time = datetime.fromisoformat(iso)
    return f"{time:%a} {time.day} {time:%b}"


def moment(iso: str) -> str:
    """A day and an hour as a person says them.

    Args:
        iso: an ISO 8601 time.

    Example:
        >>> moment("2026-03-02T22:00:00+01:00")
        'Mon 2 Mar 2026, 22:00'
    """
    time = datetime.fromisoformat(iso)
    return f"{day(iso)} {time.year}, {time:%H:%M}"


def points(value: float) -> str:
    """Points without a needless nought.

    Args:
        value: on the scale of 0 to 10.

    Example:
        >>> points(2.0), points(2.25), points(-0.04)
        ('2', '2.2', '0')
    """
    return f"{round(value, 1) + 0.0:g}"


def place(region: str, side: str) -> str:
    """A region and its side by its plain name.

    Args:
        region: a region id or an empty string.
        side: a side or an empty string.
    """
    name = REGIONS[region].name if region in REGIONS else region.replace("_", " ").capitalize()
    which = "both sides" if side == "both" else side
    return ", ".join(filter(None, (name, which))) or "Whole body"

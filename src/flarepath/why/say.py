"""One calm sentence from the person's own history."""

from __future__ import annotations

from datetime import datetime

from flarepath.body import REGIONS
from flarepath.course import NUMBERS as COURSE
from flarepath.flares import Explanation, lead_sentence
from flarepath.quantities import days_between

SILENCE_DAYS = COURSE["silence_days"]
"""After so long nobody knows how a place is."""

SIDES = {"left": " on the left", "right": " on the right", "both": " on both sides"}


def say(explanation: Explanation, *, noted: datetime | None = None) -> str:
    """The sentence that comes first: what the person's own diary says about a moment like this.

    Args:
        explanation: what the flare part concludes.
        noted: when the place was last written about; after a week of silence nothing is said of how it is today.
    """
    if explanation.lead:
        return lead_sentence(explanation.lead, place=REGIONS[explanation.region].name.lower())
    place = f"the {REGIONS[explanation.region].name.lower()}{SIDES.get(explanation.side, '')}"
    if explanation.similar:
        last = explanation.similar[0]
        helped = f" What went before its end: {', '.join(last.what_helped)}." if last.what_helped else ""
        days = max(1, round(last.days))
        return (
            f"You have been here before: like {last.onset.day} {last.onset:%B}, "
            f"which ended after {days} {'day' if days == 1 else 'days'}.{helped}"
        )
    if explanation.flare:
        day = int(days_between(explanation.flare.onset, explanation.at)) + 1
        known = explanation.flare.baseline_known
        kind = "flare-up" if explanation.flare.confirmed else "possible flare-up"
        return f"This is day {day} of a {kind} in {place}: {explanation.flare.now:g} now, " + (
            f"{explanation.flare.baseline:g} is your usual." if known else "and your usual is not known yet."
        )
    return _calm(explanation, place, noted)


def _calm(explanation: Explanation, place: str, noted: datetime | None) -> str:
    """The sentence where nothing flares up."""
    if explanation.hiding or explanation.early_warning:
        return explanation.hiding or explanation.early_warning
    if explanation.standing:
        weeks = round(explanation.standing.weeks)
        level = f"{explanation.standing.level:g}"
        return f"For {weeks} weeks {place} has been around {level}; today is no flare-up."
    if noted and days_between(noted, explanation.at) > SILENCE_DAYS:
        return f"Nothing was noted of {place} since {noted.day} {noted:%B}, so how it is today is not known."
    return f"Today {place} is near its own usual level."

"""One calm sentence from the person's own history."""

from __future__ import annotations

from flarepath.body import REGIONS
from flarepath.flares import Explanation
from flarepath.quantities import days_between


def say(explanation: Explanation) -> str:
    """The sentence that comes first: what the person's own diary says about a moment like this.

    Args:
        explanation: what the flare part concludes.
    """
    place = REGIONS[explanation.region].name.lower() if explanation.region in REGIONS else explanation.region
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
        kind = "flare-up" if explanation.flare.confirmed else "possible flare-up"
        return (
            f"This is day {day} of a {kind} in your {place}: "
            f"{explanation.flare.now:g} now, {explanation.flare.baseline:g} is your usual."
        )
    if explanation.hiding or explanation.early_warning:
        return explanation.hiding or explanation.early_warning
    if explanation.standing:
        weeks = round(explanation.standing.weeks)
        return f"Your {place} has been around {explanation.standing.level:g} for {weeks} weeks; today is no flare-up."
    return f"Your {place} is near its own usual level today."

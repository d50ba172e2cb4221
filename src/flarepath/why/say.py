"""One calm sentence from the person's own history."""

from __future__ import annotations

from flarepath.body import REGIONS
from flarepath.flares import Explanation, lead_sentence
from flarepath.quantities import days_between

SIDES = {"left": " on the left", "right": " on the right", "both": " on both sides"}


def say(explanation: Explanation) -> str:
    """The sentence that comes first: what the person's own diary says about a moment like this.

    Args:
        explanation: what the flare part concludes.
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
    if explanation.hiding or explanation.early_warning:
        return explanation.hiding or explanation.early_warning
    if explanation.standing:
        weeks = round(explanation.standing.weeks)
        level = f"{explanation.standing.level:g}"
        return f"For {weeks} weeks {place} has been around {level}; today is no flare-up."
    return f"Today {place} is near its own usual level."

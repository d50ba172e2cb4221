"""Family a: how long after training it began, and when it was worst."""

from __future__ import annotations

from flarepath.flares.situation import Situation
from flarepath.flares.suspects import suspects
from flarepath.flares.words import bout_words, when
from flarepath.quantities import hours_between
from flarepath.rules import Facts, Rule

SHARP = frozenset({"sharp", "pinch", "jam", "electric"})
"""Words for a pain that is sharp or pinching."""


def facts(situation: Situation) -> Facts:
    """Hours from the most suspected bout to the onset and to the peak; None where there is no flare-up or no bout."""
    ranked = suspects(situation)
    if situation.flare is None:
        return {}
    found: dict[str, object] = {"trained": situation.trained, "since": when(situation.since)}
    if not ranked:
        return found
    bout = ranked[0].bout
    at_once = bout.after is not None and bout.after >= situation.numbers["rise_at_once_points"]
    onset_hours = hours_between(bout.time, situation.flare.onset)
    return found | {
        "onset_hours": onset_hours,
        "at_once": at_once or onset_hours <= 1,
        "worst": "at its worst" if len(situation.flare.checkins) > 1 else "noted",
        "peak_hours": hours_between(bout.time, situation.flare.peak),
        "sharp": bool((situation.qualities | bout.felt) & SHARP),
        "bout": bout_words(bout),
    }


RULES = (
    Rule(
        "onset_at_once",
        ("onset_hours",),
        lambda f: f["at_once"] and f["sharp"],
        "It began during or within an hour of {bout}, and felt sharp or pinching.",
        "expert",
    ),
    Rule(
        "onset_1_8_hours",
        ("onset_hours",),
        lambda f: not f["at_once"] and 1 < f["onset_hours"] < 8,
        "It was first noted {onset_hours:.0f} hours after {bout}.",
        "expert",
    ),
    Rule(
        "onset_8_24_hours",
        ("onset_hours",),
        lambda f: not f["at_once"] and 8 <= f["onset_hours"] <= 24,
        "It was first noted {onset_hours:.0f} hours after {bout}.",
        "expert",
    ),
    Rule(
        "peak_24_72_hours",
        ("peak_hours",),
        lambda f: not f["at_once"] and 24 <= f["peak_hours"] <= 72,
        "It was {worst} {peak_hours:.0f} hours after {bout}.",
        "doms",
    ),
    Rule(
        "no_training_72_hours",
        ("trained",),
        lambda f: not f["trained"],
        "Nothing is written down as trained, stretched or massaged in the three days before {since}.",
        "expert",
    ),
)

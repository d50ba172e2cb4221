"""Family c: how it feels and where it sits."""

from __future__ import annotations

from flarepath.body import MUSCLES, REGIONS
from flarepath.flares.situation import Situation
from flarepath.flares.suspects import suspects
from flarepath.flares.words import muscle_words, region_words
from flarepath.rules import Facts, Rule

DULL = frozenset({"ache", "sore", "stiff", "throb"})
NERVE = frozenset({"numb", "electric"})
PINCH = frozenset({"pinch", "jam"})
SHARP = frozenset({"sharp", "burn"}) | NERVE | PINCH
FRONT_OF_JOINT = frozenset(
    {"hip_front", "hip_deep", "hip_side", "groin", "thigh_inner", "knee_front", "knee_inner", "knee_outer"}
    | {"shoulder_front", "shoulder_top", "ankle_front", "ankle_inner", "ankle_outer", "wrist", "jaw", "toes"}
)
"""Where a pinch or jam is felt at a joint rather than in a belly or the spine."""

INSERTION_TESTS = frozenset({"joint_line_tenderness", "insertion_tenderness", "tendon_tenderness"})
"""Home tests whose words say that a tendon's insertion or a joint line is tender."""


def facts(situation: Situation) -> Facts:
    """The words used for it, the places, and the muscles that were trained; None where nobody said."""
    region, felt = situation.outcome.region, situation.felt
    described = bool(situation.qualities or situation.whens) or any(e.kind == "soreness" for e in felt)
    placed = described or bool(situation.trained_muscles) or len(situation.risen_regions) > 1
    insertion = _insertion(situation)
    return {
        "region": region_words(region),
        "dull": _dull(situation) if described else None,
        "pinch": _pinch(situation) if described else None,
        "belly": _belly(situation) if situation.trained_muscles else None,
        "pulled": _pulled(situation) if situation.window else None,
        "wide": _wide(situation) if placed else None,
        "insertion": insertion or (None if not described else ""),
        "both": _both(situation) if situation.trained_muscles else None,
    }


def _dull(situation: Situation) -> bool:
    felt, quiet = situation.felt, situation.numbers["rest_quiet_points"]
    dull = bool(situation.qualities & DULL) or any(e.kind == "soreness" for e in felt)
    moved = bool(situation.whens & {"motion", "press"}) or any(e.kind == "soreness" for e in felt)
    at_rest = [e.value or 0 for e in felt if set(e.text("when").split("+")) & {"rest", "night"}]
    return dull and moved and not situation.qualities & SHARP and all(points <= quiet for points in at_rest)


def _pinch(situation: Situation) -> str:
    """Where it pinches or jams at a joint: here, or in a place that the same muscles serve."""
    served = {r for m in situation.near_muscles for r in (*MUSCLES[m].felt_in, *MUSCLES[m].pulls_on)}
    places = [e.where for e in situation.felt if e.qualities & PINCH]
    places += [e.where for e in situation.companions if e.qualities & PINCH and e.where in served]
    return next((region_words(place) for place in places if place in FRONT_OF_JOINT), "")


def _belly(situation: Situation) -> str:
    """The muscle felt here that the most suspected bout trained; a habitual one beside it explains nothing new.

    A pinch at the front of a joint is felt at the joint, not in a belly.
    """
    if any(e.qualities & PINCH and e.where in FRONT_OF_JOINT for e in situation.felt):
        return ""
    region, ranked = situation.outcome.region, suspects(situation)
    bouts = [s.bout for s in ranked[:1] if not situation.is_other_side(s.bout)]
    worked = {w.muscle for bout in bouts for w in bout.work if w.role in ("main", "helps")}
    muscles = sorted(m for m in worked if m in MUSCLES and region in MUSCLES[m].felt_in)
    return muscle_words(muscles[0]) if muscles else ""


def _pulled(situation: Situation) -> str | None:
    """The short muscle that was worked, not long, and pulls on this place; None where a length test is missing."""
    region = situation.outcome.region
    worked = {w.muscle for b in situation.window for w in b.work if w.zone != "long" and w.role in ("main", "helps")}
    pulling = [m for m in sorted(worked) if m in MUSCLES and region in MUSCLES[m].pulls_on]
    states = {muscle: situation.state(muscle).length for muscle in pulling}
    short = next((muscle for muscle, length in states.items() if length == "short"), "")
    if short:
        return muscle_words(short)
    is_open = "unknown" in states.values() or any(not bout.work for bout in situation.window)
    return None if is_open else ""


def _wide(situation: Situation) -> str | None:
    """The untrained regions that hurt, where there are enough of them to call it widespread.

    None where something was trained and nobody knows what it works: then nobody knows what was left untrained.
    """
    trained = {r for m in situation.trained_muscles if m in MUSCLES for r in MUSCLES[m].felt_in}
    untrained = sorted(situation.risen_regions - trained)
    if "whole_body" in untrained:
        return "the whole body"
    needed = "widespread_regions" if situation.flare else "widespread_standing_regions"
    if len(untrained) < situation.numbers[needed]:
        return ""
    if any(not bout.work for bout in situation.window):
        return None
    return ", ".join(region_words(region) for region in untrained)


def _insertion(situation: Situation) -> str:
    """Why this is where a tendon joins the bone, or a nerve's kind of feeling; empty where nothing says so."""
    region = situation.outcome.region
    if situation.qualities & NERVE:
        return f"it feels {' and '.join(sorted(situation.qualities & NERVE))}"
    if region in REGIONS and REGIONS[region].insertion:
        return f"the {region_words(region)}, where a tendon meets the bone"
    named = [m for m in situation.measures if m.test in INSERTION_TESTS and m.region in ("", region)]
    return f"the test {named[-1].test.replace('_', ' ')}" if named else ""


def _both(situation: Situation) -> bool:
    if not _belly(situation):
        return False
    sides = {e.side: e.value or 0.0 for e in situation.felt}
    if {"left", "right"} <= set(sides):
        return abs(sides["left"] - sides["right"]) <= 1
    return set(sides) == {"both"}


RULES = (
    Rule(
        "dull_and_tender",
        ("dull",),
        lambda f: f["dull"],
        "It is dull, tender to press or move, and quiet at rest.",
        "doms",
    ),
    Rule("pinch_in_front", ("pinch",), lambda f: bool(f["pinch"]), "It pinches or jams in the {pinch}.", "expert"),
    Rule(
        "in_trained_belly",
        ("belly",),
        lambda f: bool(f["belly"]),
        "The {region} is where the {belly}, which you worked, are felt.",
        "expert",
    ),
    Rule(
        "in_neighbour_of_short_muscle",
        ("pulled",),
        lambda f: bool(f["pulled"]),
        "The {pulled} test short, were worked, and pull on the {region}.",
        "expert",
    ),
    Rule(
        "widespread_untrained",
        ("wide",),
        lambda f: bool(f["wide"]),
        "Several places hurt that you did not train: {wide}.",
        "expert",
    ),
    Rule(
        "insertion_or_nerve",
        ("insertion",),
        lambda f: bool(f["insertion"]),
        "A tendon's or nerve's kind of place or feeling: {insertion}.",
        "expert",
    ),
    Rule(
        "both_sides_trained",
        ("both",),
        lambda f: f["both"],
        "Both sides of a muscle that you trained feel the same.",
        "expert",
    ),
)

"""Family d: range and strength, as the home tests found them."""

from __future__ import annotations

from datetime import timedelta
from statistics import median

from flarepath.course import sides_match
from flarepath.diary import FELT
from flarepath.exercises import Measure, weaker_side
from flarepath.flares.situation import MOMENT, Situation
from flarepath.flares.suspects import suspects
from flarepath.flares.words import muscle_words, when
from flarepath.quantities import days_between
from flarepath.rules import Facts, Rule

SUPPLE = 5
"""Beighton score from which an adult counts as generally flexible (EVIDENCE 4, row 29)."""


def facts(situation: Situation) -> Facts:
    """What the tests of the muscles near this place say; None where nobody tested."""
    near = set(situation.near_muscles)
    region = situation.outcome.region
    close = [m for m in situation.measures if (m.muscle in near or m.region == region) and _same_side(m, situation)]
    lengths = [m for m in close if m.about == "length"]
    strengths = [m for m in close if m.about == "strength"]
    weak_felt = [b for b in situation.window if "weak" in b.felt and {w.muscle for w in b.work} & near]
    return {
        "down": _range_down(lengths, situation) if lengths else None,
        "below": _below_cutoff(lengths, situation) if lengths else None,
        "tight_long": _tight_but_long(situation),
        "weak": _weak(situation, strengths) if strengths or weak_felt else None,
    }


def _same_side(measure: Measure, situation: Situation) -> bool:
    return sides_match(measure.side, situation.outcome.side)


def _range_down(lengths: list[Measure], situation: Situation) -> str:
    """The newest length test within 7 days of the dose that is down by 10 degrees or 15 %."""
    ranked = suspects(situation)
    dose = ranked[0].bout.time if ranked else situation.since
    recent = [m for m in lengths if 0 <= days_between(dose, m.time) <= situation.numbers["range_window_days"]]
    fallen = [m for m in recent if _fall(m, lengths, situation)]
    return f"{fallen[-1].test.replace('_', ' ')} on {when(fallen[-1].time)}" if fallen else ""


def _fall(measure: Measure, lengths: list[Measure], situation: Situation) -> bool:
    degrees, share = situation.numbers["range_down_degrees"], situation.numbers["range_down_share"]
    if measure.value is None:
        return False
    if measure.is_change:
        in_share = measure.unit in ("%", "percent")
        return measure.value <= (-100 * share if in_share else -degrees)
    usual = [
        m.value
        for m in lengths
        if m.test == measure.test
        and m.side == measure.side
        and m.value is not None
        and not m.is_change
        and m.time < measure.time
    ]
    if not usual:
        return False
    fall = median(usual) - measure.value
    return fall >= degrees or (median(usual) > 0 and fall >= share * median(usual))


def _below_cutoff(lengths: list[Measure], situation: Situation) -> str:
    """A muscle whose length tests say short at least twice, two weeks apart, the newest among them."""
    for muscle in situation.near_muscles:
        labels = [m for m in lengths if m.muscle == muscle and m.says]
        short = [m for m in labels if m.says == "short"]
        if not short or labels[-1].says != "short":
            continue
        if days_between(short[0].time, short[-1].time) >= situation.numbers["below_cutoff_days"]:
            return muscle_words(muscle)
    return ""


def _tight_but_long(situation: Situation) -> str | None:
    """The muscle that feels tight while its length is normal or large; None where it is not tight or not tested."""
    if not _feels_tight(situation):
        return None
    lengths = {muscle: situation.state(muscle).length for muscle in situation.near_muscles[:8]}
    supple = [m for m in situation.measures if m.test == "beighton" and (m.value or 0) >= SUPPLE]
    if supple:
        return "joints in general (Beighton score)"
    if "short" in lengths.values():
        return ""
    found = [muscle for muscle, length in lengths.items() if length in ("normal", "long")]
    return muscle_words(found[0]) if found else None


def _feels_tight(situation: Situation) -> bool:
    region, level = situation.outcome.region, situation.numbers["tight_points"]
    start = situation.since - timedelta(days=7)
    felt = [e for e in situation.diary.between(start, situation.at + MOMENT, *FELT) if e.where == region]
    if any(e.kind == "tightness" and (e.value or 0) >= level for e in felt):
        return True
    near = set(situation.near_muscles)
    passive = [b for b in situation.window if b.kind != "exercise" and {w.muscle for w in b.work} & near]
    return any((b.entry.number("before") or 0) >= level for b in passive)


def _weak(situation: Situation, strengths: list[Measure]) -> str:
    for muscle in situation.near_muscles:
        if situation.state(muscle).strength == "weak":
            return f"the {muscle_words(muscle)} test weak"
    for test in dict.fromkeys(measure.test for measure in strengths):
        side = weaker_side(situation.measures, test, at=situation.at, share=situation.numbers["weak_side_share"])
        if side and sides_match(side, situation.outcome.side):
            return f"the {side} side is clearly weaker in {test.replace('_', ' ')}"
    near = set(situation.near_muscles)
    felt = [b for b in situation.window if "weak" in b.felt and {w.muscle for w in b.work} & near]
    return f"{felt[-1].name.replace('_', ' ')} felt really weak" if felt else ""


RULES = (
    Rule("range_down", ("down",), lambda f: bool(f["down"]), "You move less far than usual: {down}.", "fochi"),
    Rule(
        "range_below_cutoff",
        ("below",),
        lambda f: bool(f["below"]),
        "Two tests, two weeks apart, found the {below} short.",
        "expert",
    ),
    Rule(
        "tight_but_long",
        ("tight_long",),
        lambda f: bool(f["tight_long"]),
        "It feels tight, yet the length is normal or large: {tight_long}.",
        "stanton",
    ),
    Rule("weak_on_test", ("weak",), lambda f: bool(f["weak"]), "Weak: {weak}.", "expert"),
)

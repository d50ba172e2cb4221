"""The arithmetic of competing causes.

    score(c) = log prior(c) + 0.6 * sum over families of log LR(c)

The 0.6 shrinks for items that go together. In a family only the strongest item counts, for all classes: the one
with the largest spread of log LR. Systemic and joint causes never fall below .03, nothing is shown above .90, and the
rest is scaled to sum to 1 (EVIDENCE 3.1; PRODUCT, "Causes and verdict").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import exp, log

from flarepath.flares.model import CauseClass, Verdict
from flarepath.flares.numbers import NUMBERS
from flarepath.flares.table import CauseTable, Feature, cause_table
from flarepath.rules import Answer, Finding
from flarepath.sources import Numbers

Probabilities = dict[CauseClass, float]

NEVER_SUNK: frozenset[CauseClass] = frozenset({"systemic", "joint_tendon_nerve"})
"""Causes that are never shown as less likely than the floor."""


def counting(findings: Iterable[Finding], *, table: CauseTable | None = None) -> tuple[Feature, ...]:
    """The features that count: of those that hold, the strongest of each family.

    Of equal spreads the later in the table counts, which is the more particular one. A novelty item counts for nothing
    while a stress item holds, since nobody can then tell the two apart (R89).

    Args:
        findings: the answers of the feature rules.
        table: the table of causes; the shipped one by default.
    """
    features = (table or cause_table()).features
    held = [features[finding.rule] for finding in findings if finding.answer is Answer.YES]
    if any(feature.stress for feature in held):
        held = [feature for feature in held if not feature.novelty]
    families: dict[str, Feature] = {}
    for feature in held:
        rival = families.get(feature.family)
        if rival is None or spread(feature) >= spread(rival):
            families[feature.family] = feature
    return tuple(families[family] for family in sorted(families))


def unstrained(
    counted: Iterable[Feature], findings: Iterable[Finding], *, table: CauseTable | None = None
) -> tuple[Feature, ...]:
    """The features as they may speak: that nobody trained is no sign of stress by itself, nor is illness ever one.

    Soreness needs something new: where nothing was new, raised or returned, nothing speaks for a sore muscle (R39).

    Args:
        counted: the features that count, one a family.
        findings: the answers of the feature rules.
        table: the table of causes; the shipped one by default.
    """
    features = (table or cause_table()).features
    told = tuple(findings)
    is_strained = any(features[f.rule].stress for f in told if f.answer is Answer.YES)
    usual: frozenset[CauseClass] = frozenset({"sore_muscle"} if is_usual(told, table=table) else ())
    return tuple(
        _quiet(each, each.never_for | usual | (frozenset() if is_strained else each.not_alone_for)) for each in counted
    )


def is_usual(findings: Iterable[Finding], *, table: CauseTable | None = None) -> bool:
    """Whether the log says that nothing was new, raised or returned; False where it cannot tell.

    Args:
        findings: the answers of the feature rules.
        table: the table of causes; the shipped one by default.
    """
    features = (table or cause_table()).features
    new = [f.answer for f in findings if features[f.rule].novelty]
    return bool(new) and all(answer is Answer.NO for answer in new)


def as_usual(
    prior: Mapping[CauseClass, float], findings: Iterable[Finding], *, numbers: Numbers = NUMBERS
) -> dict[CauseClass, float]:
    """The prior where nothing about the training was new: soreness is much less likely then (R39).

    Args:
        prior: probability by class, summing to 1.
        findings: the answers of the feature rules.
        numbers: the part's numbers (`usual_work_ratio`).
    """
    ratio = numbers["usual_work_ratio"] if is_usual(findings) else 1.0
    lowered = {cause: value * (ratio if cause == "sore_muscle" else 1.0) for cause, value in prior.items()}
    total = sum(lowered.values())
    return {cause: value / total for cause, value in lowered.items()}


def _quiet(feature: Feature, classes: frozenset[CauseClass]) -> Feature:
    """The feature, speaking for none of these classes."""
    ratios = {cause: min(ratio, 1.0) if cause in classes else ratio for cause, ratio in feature.ratios.items()}
    return replace(feature, ratios=ratios) if classes else feature


def spread(feature: Feature) -> float:
    """How far a feature separates the classes: the range of its log likelihood ratios.

    Example:
        >>> round(spread(cause_table().features["range_down"]), 2)
        1.79
    """
    logs = [log(ratio) for ratio in feature.ratios.values()]
    return max(logs) - min(logs)


def families_answered(findings: Iterable[Finding], *, table: CauseTable | None = None) -> int:
    """In how many of the seven families the log says yes or no to anything."""
    features = (table or cause_table()).features
    return len({features[finding.rule].family for finding in findings if finding.answer is not Answer.UNKNOWN})


def posterior(
    features: Iterable[Feature], *, prior: Mapping[CauseClass, float], numbers: Numbers = NUMBERS
) -> Probabilities:
    """The probability of each class before floors and cap.

    Args:
        features: those that count, one a family.
        prior: probability by class, summing to 1.
        numbers: the part's numbers (`shrink`).

    Example:
        >>> table = cause_table()
        >>> peaked = posterior([table.features["peak_24_72_hours"]], prior=table.priors["trained"])
        >>> round(peaked["sore_muscle"], 2)
        0.61
    """
    chosen = tuple(features)
    scores = {
        cause: log(prior[cause]) + numbers["shrink"] * sum(log(feature.ratios[cause]) for feature in chosen)
        for cause in prior
    }
    top = max(scores.values())
    weights = {cause: exp(score - top) for cause, score in scores.items()}
    total = sum(weights.values())
    return {cause: weight / total for cause, weight in weights.items()}


def bounded(
    raw: Probabilities, *, sunk: frozenset[CauseClass] = frozenset(), numbers: Numbers = NUMBERS
) -> Probabilities:
    """Floors and cap applied, the rest scaled to sum to 1.

    Args:
        raw: probability by class.
        sunk: classes that are set to the floor whatever their weight (soreness older than 7 days).
        numbers: the part's numbers (`floor`, `cap`).

    Example:
        >>> table = cause_table()
        >>> sure = bounded({c: (0.97 if c == "sore_muscle" else 0.005) for c in table.order})
        >>> sure["sore_muscle"], sure["systemic"], round(sum(sure.values()), 9)
        (0.9, 0.03, 1.0)
    """
    floor, cap = numbers["floor"], numbers["cap"]
    held: Probabilities = dict.fromkeys(sunk, floor)
    while True:
        free = {cause: p for cause, p in raw.items() if cause not in held}
        scale = (1 - sum(held.values())) / sum(free.values())
        scaled = {cause: p * scale for cause, p in free.items()}
        bound: Probabilities = {cause: cap for cause, p in scaled.items() if p > cap}
        bound |= {cause: floor for cause, p in scaled.items() if cause in NEVER_SUNK and p < floor}
        if not bound:
            return {cause: held.get(cause, scaled.get(cause, 0.0)) for cause in raw}
        held |= bound


def verdict(probabilities: Probabilities, *, families: int, numbers: Numbers = NUMBERS) -> Verdict:
    """How much may be said: PRODUCT, "Causes and verdict".

    Args:
        probabilities: by class, after floors and cap.
        families: how many families the log answers.
        numbers: the part's numbers.
    """
    if families < numbers["families_needed"]:
        return "not_enough_yet"
    ranked = sorted(probabilities, key=lambda cause: -probabilities[cause])
    first, second = ranked[0], ranked[1]
    named = max(p for cause, p in probabilities.items() if cause != "fluctuation")
    if first == "fluctuation" or named < numbers["named_least"]:
        return "no_cause_found"
    lead = probabilities[first] - probabilities[second]
    if probabilities[first] >= numbers["likely_least"] and lead >= numbers["lead_least"]:
        return "looks_most_like"
    return "two_explanations"

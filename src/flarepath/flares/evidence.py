"""Reasons for and against each cause, in sentences that name the entries they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flarepath.flares.model import Cause, CauseClass
from flarepath.flares.table import Feature, cause_table
from flarepath.flares.weigh import Probabilities, spread
from flarepath.rules import Answer, Finding

SPEAKS_FOR = 1.15
"""A likelihood ratio from here on is said to speak for a class; its inverse, against."""

QUESTIONS_SHOWN = 2
"""So many open questions are named under "would change our mind"."""


def causes(
    probabilities: Probabilities,
    findings: tuple[Finding, ...],
    counted: Iterable[Feature],
    *,
    notes: dict[CauseClass, str],
    lead: tuple[frozenset[CauseClass], str] = (frozenset(), ""),
) -> tuple[Cause, ...]:
    """Every class with its probability and its reasons, likeliest first.

    Args:
        probabilities: by class, after floors and cap.
        findings: the answers of the feature rules.
        counted: the features that counted, one a family.
        notes: a sentence against a class that the table does not hold (such as soreness older than 7 days).
        lead: the classes that the leading trigger speaks for, and what it says.
    """
    words = {finding.rule: _sentence(finding.because) for finding in findings}
    chosen = tuple(counted)
    ranked = sorted(probabilities, key=lambda cause: -probabilities[cause])
    found = (_cause(cause, probabilities[cause], chosen, words, findings, notes.get(cause, "")) for cause in ranked)
    return tuple(_with_lead(each, *lead) for each in found)


def _with_lead(cause: Cause, classes: frozenset[CauseClass], says: str) -> Cause:
    """The cause with what the leading trigger says first, where it speaks for it."""
    return replace(cause, evidence_for=(says, *cause.evidence_for)) if cause.cause in classes else cause


def _cause(
    cause: CauseClass,
    probability: float,
    counted: tuple[Feature, ...],
    words: dict[str, str],
    findings: tuple[Finding, ...],
    note: str,
) -> Cause:
    text = cause_table().texts[cause]
    strongest = sorted(counted, key=lambda feature: -abs(feature.ratios[cause] - 1))
    speaking = [words[f.name] for f in strongest if f.ratios[cause] >= SPEAKS_FOR]
    opposing = [words[f.name] for f in strongest if f.ratios[cause] <= 1 / SPEAKS_FOR]
    return Cause(
        cause=cause,
        probability=probability,
        evidence_for=tuple(speaking),
        evidence_against=tuple(filter(None, (note, *opposing, text.against))),
        would_change_our_mind=(*text.change, *_open_questions(cause, findings)),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _open_questions(cause: CauseClass, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """What nobody has told us yet and would move this cause most.

    A family that the log answers already is not asked about, nor the onset of a pain that stands for weeks.
    """
    table = cause_table().features
    told = {table[f.rule].family for f in findings if f.answer is Answer.YES} | _onset_unasked(findings)
    unknown = [table[f.rule] for f in findings if f.answer is Answer.UNKNOWN and table[f.rule].family not in told]
    moving = [f for f in unknown if not 1 / SPEAKS_FOR < f.ratios[cause] < SPEAKS_FOR]
    moving.sort(key=lambda feature: -spread(feature))
    asks = tuple(dict.fromkeys(feature.asks for feature in moving if feature.asks))[:QUESTIONS_SHOWN]
    return tuple(f"Tell us {ask}." for ask in asks)


def _onset_unasked(findings: tuple[Finding, ...]) -> set[str]:
    """The family of the onset, where there is no flare-up whose onset could be told."""
    trained = next((f for f in findings if f.rule == "no_training_72_hours"), None)
    return {"a"} if trained and trained.answer is Answer.UNKNOWN else set()

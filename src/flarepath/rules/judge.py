"""Ask rules about facts, and keep the reasons.

Three answers exist, because "no" and "nobody asked" are different things to a person in pain. A rule that lacks a
fact answers UNKNOWN and names the fact; a rule that breaks raises, so that a red flag can never vanish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

Facts = Mapping[str, Any]
"""What is known, by name; `None` or a missing name means that nobody knows."""


class Answer(Enum):
    """What a rule can say."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rule:
    """One question about the facts, the words for its answer, and who says so.

    `because` is a format string over the facts, filled when the rule holds.
    """

    name: str
    needs: tuple[str, ...]
    holds: Callable[[Facts], bool]
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's answer with everything needed to explain it."""

    rule: str
    answer: Answer
    because: str
    missing: tuple[str, ...]
    source: str


def judge(rules: Iterable[Rule], facts: Facts) -> tuple[Finding, ...]:
    """Ask every rule, in order; no rule is skipped and no error is swallowed.

    Example:
        >>> fever = Rule("fever", ("temperature_c",), lambda f: f["temperature_c"] >= 38, "{temperature_c} °C", "ours")
        >>> judge([fever], {"temperature_c": 38.4})[0].because
        '38.4 °C'
        >>> judge([fever], {})[0].missing
        ('temperature_c',)
    """
    return tuple(_ask(rule, facts) for rule in rules)


def first_match(rules: Iterable[Rule], facts: Facts) -> Finding | None:
    """The finding of the first rule that holds; a rule that lacks a fact is passed over."""
    return next((finding for rule in rules if (finding := _ask(rule, facts)).answer is Answer.YES), None)


def _ask(rule: Rule, facts: Facts) -> Finding:
    missing = tuple(name for name in rule.needs if facts.get(name) is None)
    if missing:
        return Finding(rule.name, Answer.UNKNOWN, "", missing, rule.source)
    if not rule.holds(facts):
        return Finding(rule.name, Answer.NO, "", (), rule.source)
    return Finding(rule.name, Answer.YES, rule.because.format_map(facts), (), rule.source)

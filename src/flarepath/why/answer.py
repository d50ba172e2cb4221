"""The whole answer as a record; it keeps every step that led to it, so a refused answer is explained too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flarepath.course import Episode, Outcome
from flarepath.flares import Explanation
from flarepath.plan import Plan
from flarepath.quantities import Side
from flarepath.safety import Gate, Referral
from flarepath.triggers import Share

ExitCode = Literal[0, 1, 3]

RED = frozenset({"days", "same_day", "emergency"})
"""Levels at which a red flag stands: what is printed is the referral."""

SILENT = frozenset({"unanswered", "same_day", "emergency"})
"""Levels at which nothing is explained or advised."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What `why` says of one region at one moment.

    `explanation` and `plan` are None where the gate lets nothing through, and where nothing was felt.
    """

    at: datetime
    region: str
    side: Side
    gate: Gate
    outcome: Outcome | None
    flare: Episode | None
    say: str
    points: tuple[Share, ...]
    explanation: Explanation | None
    plan: Plan | None
    refer: Referral | None
    versions: dict[str, str]

    @property
    def exit_code(self) -> ExitCode:
        """0 answered, 1 nothing to answer from or gate unanswered, 3 a red flag stands (PRODUCT, "Commands")."""
        return exit_code(self.gate, felt=self.outcome is not None)

    @property
    def refusal(self) -> str:
        """Why there is no answer, in one sentence; empty where there is one."""
        return refusal(self.gate, felt=self.outcome is not None)


@dataclass(frozen=True, slots=True)
class Screened:
    """What `screen` says: the gate alone."""

    at: datetime
    region: str
    side: Side
    gate: Gate
    versions: dict[str, str]

    @property
    def exit_code(self) -> ExitCode:
        """As for `why`; a screen needs nothing felt."""
        return exit_code(self.gate, felt=True)

    @property
    def refusal(self) -> str:
        """Why the gate is not passed, in one sentence; empty where it is."""
        return refusal(self.gate, felt=True)


def exit_code(gate: Gate, *, felt: bool) -> ExitCode:
    """The exit code of a gate.

    Args:
        gate: the safety gate's answer.
        felt: whether the diary holds anything felt to answer about.
    """
    if gate.minor or gate.level in RED:
        return 3
    return 1 if gate.level == "unanswered" or not felt else 0


def refusal(gate: Gate, *, felt: bool) -> str:
    """The sentence that goes with exit code 1; empty for the others.

    Args:
        gate: the safety gate's answer.
        felt: whether the diary holds anything felt to answer about.
    """
    if exit_code(gate, felt=felt) != 1:
        return ""
    if gate.level == "unanswered":
        count = len(gate.missing)
        return f"The safety questions come first: {count} still {'needs' if count == 1 else 'need'} an answer."
    return "Nothing felt is written down here yet: no pain, soreness or tightness to answer from."

"""Questions, findings, the gate and the Clearance as records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flarepath.errors import FlarepathError
from flarepath.quantities import Side

Level = Literal["clear", "unanswered", "next_visit", "days", "same_day", "emergency"]
Tier = Literal["emergency", "same_day", "days", "next_visit"]
Reply = Literal["yes", "no", "unsure", "missing", "not_applicable"]

EVERYWHERE = "everywhere"
"""The lock that an emergency puts on all training."""


@dataclass(frozen=True, slots=True)
class SafetyFinding:
    """The answer of one safety question at one moment.

    `tier` is the urgency after "unsure" and the raising facts were counted, None where the answer asks for nothing.
    `blocks` says that this missing answer keeps the gate unanswered.
    """

    id: str
    answer: Reply
    suspected: str
    do: str
    source: str
    tier: Tier | None = None
    region: str = ""
    side: Side = ""
    answered_at: datetime | None = None
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Referral:
    """Whom to see, how soon, and a summary to hand over."""

    urgency: Level
    to: str
    summary: str


@dataclass(frozen=True, slots=True)
class Gate:
    """The answer of the safety gate for one moment and region.

    `short_answered` says that the ten starred questions count for this flare; `full_answered` that the full screen is
    younger than 28 days. `full_ever` says that the full screen was ever answered whole. `due` are sentences: what is
    due soon without blocking. `locked` holds region ids, or EVERYWHERE. `minor` is True below 18 years.
    `unknown_facts` are the facts that nobody told yet. `crisis` says that an answer about not wanting to live stands:
    nothing is shown then but help. `quiet_until` is the end of the 72 hours after such an answer, without nudges.
    """

    level: Level
    findings: tuple[SafetyFinding, ...]
    short_answered: bool
    full_answered: bool
    full_ever: bool
    due: tuple[str, ...]
    locked: frozenset[str]
    referral: Referral | None
    say: str
    minor: bool = False
    unknown_facts: tuple[str, ...] = ()
    crisis: bool = False
    quiet_until: datetime | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids of the questions whose missing answers block, short screen first."""
        return tuple(finding.id for finding in self.findings if finding.blocks)


@dataclass(frozen=True, slots=True)
class Clearance:
    """Proof that the gate was asked and lets advice through; only `safety` makes one.

    At level `days` the `locked` regions take no training.
    """

    level: Level
    findings: tuple[SafetyFinding, ...]
    locked: frozenset[str]


class NotCleared(FlarepathError):
    """The gate does not let advice through: an urgent answer stands, or a question was never answered."""

    def __init__(self, level: Level, findings: tuple[SafetyFinding, ...]) -> None:
        super().__init__(f"The safety questions come first: {level.replace('_', ' ')}.")
        self.level, self.findings = level, findings

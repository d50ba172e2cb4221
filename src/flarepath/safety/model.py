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

Card = Literal["", "days", "unanswered", "same_day", "parent", "emergency", "crisis"]
"""Which card a page shows before anything else; empty where the way is free."""

EVERYWHERE = "everywhere"
"""The lock that an emergency puts on all training."""

SILENT: frozenset[Level] = frozenset({"emergency", "same_day", "unanswered"})
"""The levels at which nothing is explained and no movement is handed out."""


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
class OpenQuestion:
    """A question that has to be answered before anything else: for which place, and why it is asked now.

    `reason` is a sentence where something that was told asks it again; empty where it was never answered or its answer
    is too old. An empty `region` is the whole person.
    """

    id: str
    region: str = ""
    side: Side = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """Whom to see, how soon, and a summary to hand over."""

    urgency: Level
    to: str
    summary: str


@dataclass(frozen=True, slots=True)
class Gate:
    """The answer of the safety gate for one moment, over every place that flares up or was reported lately.

    `short_answered` says that the ten starred questions count for this flare; `full_answered` that the full screen is
    younger than 28 days. `full_ever` says that the full screen was ever answered whole. `due` are sentences: what is
    due soon without blocking. `locked` holds region ids, or EVERYWHERE. `minor` is True below 18 years.
    `unknown_facts` are the facts that nobody told yet. `crisis` says that an answer about not wanting to live stands:
    nothing is shown then but help. `quiet_until` is the end of the 72 hours after such an answer, without nudges.
    `open` are the questions to ask, in that order, each with its place and the reason; a question stands once for every
    place that needs an answer of its own. `repairs` are sentences on lines that cannot be read and that keep the gate
    unanswered until they are mended. `answered_on` is the day of the oldest answer that the gate rests on.
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
    open: tuple[OpenQuestion, ...] = ()
    repairs: tuple[str, ...] = ()
    answered_on: datetime | None = None

    @property
    def may_explain(self) -> bool:
        """Whether causes, triggers, forecasts and verdicts may be told."""
        return self.level not in SILENT and not self.minor and not self.crisis

    @property
    def may_move(self) -> bool:
        """Whether exercises, stretches, tests and sessions may be handed out; `locked` says where not."""
        return self.may_explain

    @property
    def may_read(self) -> bool:
        """Whether lessons and the library may be read; in an emergency, a crisis and below 18 help stands alone."""
        return self.level != "emergency" and not self.minor and not self.crisis

    def may_train(self, region: str) -> bool:
        """Whether a place may be trained.

        Args:
            region: a region id.
        """
        return self.may_move and not self.locked & {region, EVERYWHERE}

    @property
    def card(self) -> Card:
        """What a page shows before anything else."""
        if self.crisis:
            return "crisis"
        if self.level == "emergency":
            return "emergency"
        if self.minor:
            return "parent"
        return self.level if self.level in ("same_day", "unanswered", "days") else ""

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

"""What the flare part concludes, as records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flarepath.course import Episode, Standing
from flarepath.exercises import Bout, MuscleState
from flarepath.quantities import Side
from flarepath.rules import Finding
from flarepath.triggers import Trigger

CauseClass = Literal[
    "sore_muscle", "short_muscle", "long_weak_muscle", "stress", "systemic", "joint_tendon_nerve", "fluctuation"
]
Verdict = Literal["looks_most_like", "two_explanations", "not_enough_yet", "no_cause_found"]


@dataclass(frozen=True, slots=True)
class Cause:
    """One competing explanation with its probability and the reasons for and against it."""

    cause: CauseClass
    probability: float
    evidence_for: tuple[str, ...]
    evidence_against: tuple[str, ...]
    would_change_our_mind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A logged exercise, stretch or massage that may have set this off, and why it is named."""

    bout: Bout
    because: str
    weight: float


@dataclass(frozen=True, slots=True)
class FourQuestions:
    """Q1-Q4 of the article, answered from the log (R29-R32)."""

    done: tuple[Bout, ...]
    felt_wrong: tuple[Bout, ...]
    worse_at_once: tuple[Bout, ...]
    felt_weak: tuple[Bout, ...]


@dataclass(frozen=True, slots=True)
class ForecastPoint:
    """What to expect at one time, in points, with a band that holds four times out of five."""

    time: datetime
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Similar:
    """An earlier flare like this one: when, how long, and what the person did that went before its end."""

    onset: datetime
    days: float
    what_helped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything the flare part says about one region at one moment.

    `muscle` and `state` are the muscle that the leading cause speaks of. `soreness_state` is the state machine of
    cause 1 for it (ready, fragile, repairing) with `ready_on`. `confounded` is True when stress or sleep moved in
    the same window (R89). `adapted` tells whether the same dose became less sore (R46), None where untested.
    `hiding` and `early_warning` are sentences or empty (R57, R18). `triggers`
    are what drives this place over the whole diary; `lead` is the one of them that leads the explanation.
    """

    region: str
    side: Side
    at: datetime
    flare: Episode | None
    standing: Standing | None
    findings: tuple[Finding, ...]
    causes: tuple[Cause, ...]
    verdict: Verdict
    families_answered: int
    questions: FourQuestions
    suspects: tuple[Suspect, ...]
    muscle: str
    state: MuscleState | None
    soreness_state: Literal["ready", "fragile", "repairing"]
    ready_on: datetime | None
    confounded: bool
    adapted: bool | None
    meaning: tuple[str, ...]
    forecast: tuple[ForecastPoint, ...]
    similar: tuple[Similar, ...]
    hiding: str
    early_warning: str
    triggers: tuple[Trigger, ...] = ()
    lead: Trigger | None = None

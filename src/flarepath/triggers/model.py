"""What `triggers` says: which exposures drive which outcome, after how long, by how many points, how sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flarepath.course import Outcome

Ladder = Literal["possible", "suspected", "likely", "supported"]
"""How far the evidence goes (CATALOGUE R60): `supported` only after a planned trial."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 90 % interval, in pain points."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Counts:
    """The four cells (R59): doses followed, or not, by a rise of two points, and stretches of time without a dose."""

    exposed_with: int
    exposed_without: int
    unexposed_with: int
    unexposed_without: int


@dataclass(frozen=True, slots=True)
class Exposure:
    """Something that may drive an outcome: its key (`exercise:lunge`, `sleep`), its probability (PIP), its counts."""

    key: str
    probability: float
    counts: Counts

    @property
    def kind(self) -> str:
        """The kind of entry, such as `food`."""
        return self.key.partition(":")[0]

    @property
    def what(self) -> str:
        """The id or name after the kind; empty where the kind says all."""
        return self.key.partition(":")[2]


@dataclass(frozen=True, slots=True)
class LagPoint:
    """The response to one typical dose, `hours` after it, in points with its 90 % band."""

    hours: float
    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """A credible set: exposures of which one drives the outcome; the data cannot tell more than one apart.

    `probability` is that at least one member does. `dose` says what counts as a dose where it is not any dose
    ("more than 1.5 of the usual portion"). `needs` says what is missing to be surer, empty where nothing is; of what
    must not be tried without it says that instead (`is_caution`).
    """

    exposures: tuple[Exposure, ...]
    probability: float
    effect: Estimate
    per: str
    peak_hours: float
    lag_curve: tuple[LagPoint, ...]
    ladder: Ladder
    needs: str
    dose: str = ""

    @property
    def counts(self) -> Counts:
        """The counts of the likeliest member."""
        return self.exposures[0].counts


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the pain of a moment: the baseline, one credible set, or what stays unexplained, in points."""

    source: Literal["baseline", "trigger", "unexplained"]
    exposures: tuple[str, ...]
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Attributed:
    """One outcome: its triggers, every candidate's probability, or why no trigger can be named.

    `moments` are the outcome's check-ins; `shares[i]` splits the check-in at `moments[i]` and sums to its points.
    """

    outcome: Outcome
    checkins: int
    triggers: tuple[Trigger, ...]
    probabilities: Mapping[str, float]
    abstains: str | None
    moments: tuple[datetime, ...]
    shares: tuple[tuple[Share, ...], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The whole answer for one diary: how many days it spans, and one answer for each outcome."""

    days: int
    outcomes: tuple[Attributed, ...]

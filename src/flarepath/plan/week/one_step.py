"""What becomes of one exercise, and the table of the rules that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from flarepath.exercises import Exercise
from flarepath.plan.model import Adjustment
from flarepath.plan.week.dose import Dose
from flarepath.sources import load_table

STEPS: Final[Mapping[str, Any]] = MappingProxyType(load_table("flarepath.plan", "week/steps.toml"))
"""The rules with their sentences."""


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one exercise: the rule, the dose before and after (None: left out), what is done instead.

    `not_before` is the first day on which it may be done again, None where nothing holds it back. `waits` says at which
    level of which place it may be done again; while it stands, it is in no session. `others` are what may be done
    instead of `instead`.
    """

    name: str
    rule: str
    before: Dose | None
    after: Dose | None
    reason: str
    review_on: datetime
    instead: Exercise | None = None
    not_before: datetime | None = None
    others: tuple[Exercise, ...] = ()
    waits: str = ""

    @property
    def id(self) -> str:
        """What the person's word on it refers to."""
        return f"{self.rule}:{self.name}"

    @property
    def adjustment(self) -> Adjustment | None:
        """Which adjustment it is; None where nothing changes."""
        found: Adjustment | None = STEPS[self.rule]["adjustment"] or None
        return found

    @property
    def because(self) -> tuple[str, ...]:
        """The rules and pages behind it."""
        return tuple(STEPS[self.rule]["because"])

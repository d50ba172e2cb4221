"""The one filter before everything that hands out movement: the plan, the week, the swaps, the tests, the lessons.

How to use it (the whole of it is pure; ask once a moment and keep the record)::

    may = allowed(clearance, diary, at=at)       # or the Gate: anything with `locked` and `findings`
    may.permits(exercise, side="left")           # Exercise, Bout, or a name as somebody wrote it
    may.reason(exercise)                         # why not, as a sentence; empty where it is permitted
    may.ceiling(exercise)                        # Ceiling(effort, hold_seconds, may_raise, reasons)
    may.permits_test(test, side="left")          # HomeTest or its slug
    may.test_reason(test)

What excludes what is data: `exercises/not_with.toml` and the `traits` of every row (docs/method/not-with.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from flarepath.diary import Diary
from flarepath.exercises import EXERCISES, Bout, Exercise, HomeTest, resolve
from flarepath.plan.locks import bout_strains_locked, strains_locked
from flarepath.quantities import Side
from flarepath.safety import SafetyFinding

Movement = Exercise | Bout | str
"""An exercise of the library, a logged bout, or a name as somebody wrote it."""


class Asked(Protocol):
    """What the safety gate answered: a Gate or a Clearance."""

    @property
    def locked(self) -> frozenset[str]:
        """Region ids that take no training, or EVERYWHERE."""

    @property
    def findings(self) -> tuple[SafetyFinding, ...]:
        """The answers of the safety questions."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is left out or kept low: the rule's key, a sentence for the person, and a key of sources.toml."""

    rule: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that this person takes of an exercise: effort 0-10 and the seconds of one hold, None where unlimited.

    `may_raise` is False where nobody here can know what is right; `ask` is then what to say ("ask whoever ...").
    """

    effort: float | None = None
    hold_seconds: float | None = None
    may_raise: bool = True
    ask: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Allowed:
    """What this person may be handed at one moment."""

    gate: Asked
    diary: Diary
    at: datetime

    def permits(self, movement: Movement, *, side: Side = "") -> bool:
        """Whether it may be handed out.

        Args:
            movement: what is asked about.
            side: the side it would be done on; empty for either.
        """
        return not self.reasons(movement, side=side)

    def reasons(self, movement: Movement, *, side: Side = "") -> tuple[Reason, ...]:
        """Everything that speaks against it; empty where it is permitted.

        Args:
            movement: what is asked about.
            side: the side it would be done on; empty for either.
        """
        known = EXERCISES.get(resolve(movement) or "") if isinstance(movement, str) else movement
        if known is None:
            is_locked = bool(self.gate.locked)
        elif isinstance(known, Exercise):
            is_locked = strains_locked(known, self.gate.locked)
        else:
            is_locked = bout_strains_locked(known, self.gate.locked)
        return (Reason("lock", "That place rests until it was looked at.", "known_nice_ifompt"),) if is_locked else ()

    def reason(self, movement: Movement, *, side: Side = "") -> str:
        """Why it is left out, as a sentence; empty where it is permitted.

        Args:
            movement: what is asked about.
            side: the side it would be done on; empty for either.
        """
        return next((reason.text for reason in self.reasons(movement, side=side)), "")

    def ceiling(self, movement: Movement) -> Ceiling:
        """The most effort and the longest hold for this person.

        Args:
            movement: what is asked about.
        """
        return Ceiling()

    def permits_test(self, test: HomeTest | str, *, side: Side = "") -> bool:
        """Whether a home test may be handed out.

        Args:
            test: the test or its slug.
            side: the side it would be done on; empty for either.
        """
        return not self.test_reason(test, side=side)

    def test_reason(self, test: HomeTest | str, *, side: Side = "") -> str:
        """Why a home test is left out, as a sentence; empty where it is permitted.

        Args:
            test: the test or its slug.
            side: the side it would be done on; empty for either.
        """
        return ""


def allowed(gate: Asked, diary: Diary, *, at: datetime) -> Allowed:
    """What a person may be handed at a moment.

    Args:
        gate: the gate's answer, or the Clearance made from it.
        diary: the person's entries; only those up to `at` count.
        at: the moment asked about, aware.
    """
    return Allowed(gate, diary.until(at), at)

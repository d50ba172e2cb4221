"""What the library and the log say about exercises, as records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from flarepath.diary import Entry
from flarepath.quantities import Side, Zone

Role = Literal["main", "helps", "little", "unclear"]

NOVEL_AFTER_DAYS = 21
"""What was not done for this long is new again (EVIDENCE 3.2, family b)."""


@dataclass(frozen=True, slots=True)
class Work:
    """One muscle that an exercise works, how much it matters there and in which zone of its length."""

    muscle: str
    role: Role
    zone: Zone


@dataclass(frozen=True, slots=True)
class FirstDose:
    """How to begin with an exercise: a sentence, and the same as numbers, None where they are not counted."""

    text: str
    sets: int = 1
    reps: int | None = None
    seconds: float | None = None
    minutes: float | None = None
    effort: float | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise, stretch or self-massage of the library.

    `kind` is exercise, stretch or massage; `strains` holds any of long_length, slow_lowering, impact, compression.
    `position` tells the joints' angles where the atlas does not, `marker` how deep or far is far enough. `easier` and
    `harder` are ids of the library, or empty. `traits` say what it asks of the body (`traits.toml`); `not_with` names
    facts and events for which this very exercise is out, beside the rules of `not_with.toml`.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    pattern: str
    equipment: tuple[str, ...]
    sides: Literal["one", "both"]
    work: tuple[Work, ...]
    strains: frozenset[str]
    cues: tuple[str, ...]
    felt_where: str
    stop_signs: tuple[str, ...]
    position: str
    marker: str
    first: FirstDose
    easier: str
    harder: str
    source: str
    traits: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()

    @property
    def first_dose(self) -> str:
        """How to begin, as a sentence."""
        return self.first.text

    @property
    def mains(self) -> tuple[str, ...]:
        """The muscles this is chosen for."""
        return tuple(work.muscle for work in self.work if work.role == "main")


@dataclass(frozen=True, slots=True)
class Bout:
    """One logged exercise, stretch or massage as an exposure.

    `name` is the library id where it resolved, else the name as written. `dose` is relative to the person's own median
    for it (1.0 = usual). `gap_days` is the time since the same exercise was last done, None when this is the first
    in the diary. `dose_rise` is the share above the median dose of the four weeks before (0.3 = 30 % more), None
    where there is nothing to compare with. `after` is the change in pain within an hour. `side` is the side worked.
    """

    entry: Entry
    time: datetime
    kind: str
    name: str
    exercise: Exercise | None
    side: Side
    work: tuple[Work, ...]
    dose: float
    gap_days: float | None
    dose_rise: float | None
    form: float | None
    effort: float | None
    depth: str
    felt: frozenset[str]
    felt_muscle: str
    after: float | None

    @property
    def novel(self) -> bool:
        """First time in the diary, or three weeks and more since the last (EVIDENCE 3.2, family b)."""
        return self.gap_days is None or self.gap_days >= NOVEL_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class Measure:
    """One result of a home test, or a length or strength as somebody found it.

    `says` is the label it supports for `muscle` (short, normal, long, weak, strong) or empty; `value` a number in
    `unit`, with `is_change` when it is a change against the person's own usual (negative = less range or strength).
    """

    entry: Entry
    time: datetime
    test: str
    about: Literal["length", "strength", "other"]
    muscle: str
    region: str
    side: Side
    says: str
    value: float | None
    unit: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class MuscleState:
    """What the tests say of one muscle on one side at one moment; `unknown` where nobody tested.

    `concordant` is True when two tests on different days agree (EVIDENCE 4); one test alone is a hint.
    """

    muscle: str
    side: Side
    length: Literal["short", "normal", "long", "unknown"] = "unknown"
    strength: Literal["weak", "normal", "strong", "unknown"] = "unknown"
    length_concordant: bool = False
    strength_concordant: bool = False
    measures: tuple[Measure, ...] = field(default=())

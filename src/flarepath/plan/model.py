"""What the plan says, as records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flarepath.safety import Referral

Adjustment = Literal[
    "better_form",
    "same_muscle",
    "other_muscle",
    "ease",
    "light_session",
    "strengthen",
    "leave_out",
    "recover",
    "test",
    "refer",
]
"""What an action does to the training (PRODUCT, "Words"); the first three are the article's three."""

When = Literal["now", "tomorrow", "later"]
"""When an action begins."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One action that can be taken back.

    `do` is a sentence, `instead_of` a name or empty, `exercises` ids of the library. `until` is the end of a sentence
    that begins with "Until". `expect` says what will probably happen, `review_on` when to look again. `because` names
    the rules and pages of the evidence behind it. `name` is the action in `copy.toml`.
    """

    adjustment: Adjustment
    do: str
    instead_of: str
    exercises: tuple[str, ...]
    until: str
    expect: str
    review_on: datetime
    because: tuple[str, ...]
    when: When = "now"
    name: str = ""


@dataclass(frozen=True, slots=True)
class NextTest:
    """What would tell the likeliest explanations apart, and how many days it takes."""

    kind: str
    question: str
    days: int
    separates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to change: the actions, smallest first, what to leave alone for now, and the test that would tell more.

    `refer` is set where somebody should look at it; it carries the summary to hand over.
    """

    advice: tuple[Advice, ...]
    avoid: tuple[str, ...]
    next_test: NextTest | None
    refer: Referral | None = None

"""One thing done at one moment, as it acts and as the diary has it."""

from __future__ import annotations

from dataclasses import dataclass

Detail = tuple[tuple[str, str], ...]

NO_SESSION = -1
"""The session of what is done whatever hurts: meals, nights, steps."""


@dataclass(frozen=True, slots=True)
class Doing:
    """A dose of one exposure (its place among the person's) at a quarter hour.

    `amount` is in the exposure's own unit; doings of one session are left out together.
    """

    exposure: int
    quarter: int
    amount: float
    session: int = NO_SESSION
    value: float | None = None
    unit: str = ""
    detail: Detail = ()

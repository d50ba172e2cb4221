"""How much of one exercise: what was done in a session, and what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from statistics import median

from flarepath.exercises import Bout, Exercise
from flarepath.quantities import in_hours
from flarepath.sources import Numbers

SECONDS_A_REP = 4.0
REST_SECONDS = 45.0
CHANGE_SECONDS = 30.0
USUAL_EFFORT = 5.0


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets of one exercise; reps, seconds, load and effort (0-10) are None where they are not counted."""

    sets: int = 1
    reps: int | None = None
    seconds: float | None = None
    minutes: float | None = None
    load_kg: float | None = None
    effort: float | None = None

    @property
    def volume(self) -> float:
        """How much it is, load left out: sets times reps, seconds or minutes."""
        return self.sets * (self.reps or self.seconds or self.minutes or 1.0)

    @property
    def amount(self) -> float:
        """How much it is, load and effort counted."""
        return self.volume * (self.load_kg or 1.0) * (self.effort or USUAL_EFFORT)

    @property
    def words(self) -> str:
        """The dose as people say it.

        Example:
            >>> Dose(2, reps=8, load_kg=12.5, effort=5).words
            '2 sets of 8 with 12.5 kg, effort 5 of 10'
        """
        amount = f"{self.sets} set{'s' if self.sets > 1 else ''}"
        if self.reps:
            amount += f" of {self.reps}"
        elif self.seconds:
            amount += f" of {self.seconds:g} s"
        elif self.minutes:
            amount = f"{self.minutes:g} min"
        load = f" with {self.load_kg:g} kg" if self.load_kg else ""
        return amount + load + (f", effort {self.effort:g} of 10" if self.effort is not None else "")


def first_dose(exercise: Exercise) -> Dose:
    """The dose that the library begins with.

    Args:
        exercise: of the library.
    """
    first = exercise.first
    return Dose(first.sets, first.reps, first.seconds, first.minutes, None, first.effort)


def dose_of(rows: Sequence[Bout]) -> Dose:
    """What was done of one exercise in one session.

    Sets of the two sides are counted once: three left and three right are three sets.

    Args:
        rows: the session's rows of one exercise, at least one.
    """
    by_side: dict[str, int] = {}
    for row in rows:
        by_side[row.side] = by_side.get(row.side, 0) + max(1, round(row.entry.number("sets") or 1))
    seconds, reps = _middle(rows, "seconds"), _middle(rows, "reps")
    return Dose(
        sets=max(by_side.values()),
        reps=round(reps) if reps else None,
        seconds=seconds if not reps else None,
        minutes=None if reps or seconds else _minutes(rows),
        load_kg=_most(row.entry.number("load_kg") for row in rows),
        effort=_most(row.effort for row in rows),
    )


def _middle(rows: Sequence[Bout], key: str) -> float | None:
    values = [value for row in rows if (value := row.entry.number(key))]
    return median(values) if values else None


def _most(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)


def _minutes(rows: Sequence[Bout]) -> float | None:
    """How long it took, where a time was written down."""
    times = [60 * in_hours(row.entry.value, row.entry.unit or "min") for row in rows if row.entry.value]
    known = all(row.entry.unit in ("", "min", "h", "s") for row in rows)
    return round(sum(times), 1) if times and known else None


def minutes_of(dose: Dose, *, sides: int) -> float:
    """About how many minutes a dose takes, rests and the change to it included.

    Args:
        dose: the dose.
        sides: 2 where each side is worked by itself.
    """
    if dose.minutes:
        return dose.minutes * sides
    work = SECONDS_A_REP * dose.reps if dose.reps else dose.seconds or 30.0
    return sides * (dose.sets * (work + REST_SECONDS) + CHANGE_SECONDS) / 60


def raised(dose: Dose, *, may_add_set: bool, numbers: Numbers) -> tuple[Dose, str]:
    """One variable more, by at most a fifth; a set more at most once a week; the same where all is reached.

    Args:
        dose: the last one.
        may_add_set: whether the last set was added a week ago or more.
        numbers: the part's numbers.

    Returns:
        The dose, and which variable rose: effort, sets, reps, seconds, minutes, load or an empty string.

    Source: expert, d1
    """
    more_sets = _sets(dose, may_add_set=may_add_set, numbers=numbers)
    return _effort(dose, numbers) or more_sets or _amount(dose, numbers) or (dose, "")


Raised = tuple[Dose, str]


def _effort(dose: Dose, numbers: Numbers) -> Raised | None:
    if dose.minutes or dose.effort is None or dose.effort >= numbers["full_effort"]:
        return None
    return replace(dose, effort=min(numbers["full_effort"], dose.effort + 1)), "effort"


def _sets(dose: Dose, *, may_add_set: bool, numbers: Numbers) -> Raised | None:
    """A set more; the same dose while the week is not over."""
    if dose.minutes or dose.sets >= numbers["full_sets"]:
        return None
    return (replace(dose, sets=dose.sets + 1), "sets") if may_add_set else (dose, "")


def _amount(dose: Dose, numbers: Numbers) -> Raised | None:
    """More minutes, reps or seconds, and load where these are reached."""
    share = numbers["raise_share"]
    if dose.minutes:
        return replace(dose, minutes=round(dose.minutes * (1 + share / 2), 1)), "minutes"
    if dose.reps and dose.reps < numbers["full_reps"]:
        more = max(1, floor(dose.reps * share))
        return replace(dose, reps=min(int(numbers["full_reps"]), dose.reps + more)), "reps"
    if dose.seconds and dose.seconds < numbers["full_seconds"]:
        return replace(dose, seconds=min(numbers["full_seconds"], round(dose.seconds * (1 + share)))), "seconds"
    return (replace(dose, load_kg=_half_kilos(dose.load_kg * (1 + share / 2))), "load") if dose.load_kg else None


def _half_kilos(load_kg: float) -> float:
    return floor(2 * load_kg) / 2


def lowered(dose: Dose, share: float) -> Dose:
    """Less of one variable: fewer sets, else less load, else fewer reps or seconds.

    Args:
        dose: the last one.
        share: how much of it is left, 0-1.
    """
    if dose.sets > 1:
        return replace(dose, sets=max(1, floor(dose.sets * share + 1e-9)))
    if dose.load_kg:
        return replace(dose, load_kg=max(0.5, _half_kilos(dose.load_kg * share)))
    if dose.reps:
        return replace(dose, reps=max(1, ceil(dose.reps * share)))
    if dose.seconds:
        return replace(dose, seconds=float(max(5, round(dose.seconds * share))))
    return replace(dose, minutes=max(1.0, round(dose.minutes * share, 1))) if dose.minutes else dose


def restart(dose: Dose) -> Dose:
    """Back with one set at half of the usual load and effort 3 at most (SC1).

    Args:
        dose: the usual one.
    """
    load = max(0.5, _half_kilos(dose.load_kg / 2)) if dose.load_kg else None
    minutes = round(dose.minutes / 2, 1) if dose.minutes else None
    return replace(dose, sets=1, load_kg=load, minutes=minutes, effort=min(3.0, dose.effort or 3.0))

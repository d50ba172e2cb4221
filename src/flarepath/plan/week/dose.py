"""How much of one exercise: what was done in a session, and what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import floor
from statistics import median

from flarepath.exercises import Bout, Exercise
from flarepath.quantities import in_hours
from flarepath.sources import Numbers

SECONDS_A_REP = 4.0
REST_SECONDS = 45.0
CHANGE_SECONDS = 30.0
USUAL_EFFORT = 5.0
EASY_EFFORT = 3.0
"""The most effort of light work (R49)."""

HALF_KILO = 0.5
HALF_POINT = 0.5
TINY = 1e-9
"""So much a share may miss a whole number by."""


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


Raised = tuple[Dose, str]


def raised(dose: Dose, *, numbers: Numbers) -> Raised:
    """One variable more, by at most a fifth; the same dose where none can rise by so little.

    A set is never added: of one set it would be twice, of two half as much again. Few sets get more reps instead.

    Args:
        dose: the last one.
        numbers: the part's numbers.

    Returns:
        The dose, and which variable rose: effort, reps, seconds, minutes, load or an empty string.

    Source: expert, d1

    Example:
        >>> from flarepath.plan import NUMBERS
        >>> raised(Dose(1, reps=10, effort=6), numbers=NUMBERS)[0].words
        '1 set of 12, effort 6 of 10'
    """
    if (dose.effort or 0.0) >= numbers["no_raise_effort"]:
        return dose, ""
    tries = (_effort(dose, numbers), _minutes_more(dose, numbers), _amount(dose, numbers), _load(dose, numbers))
    return next((found for found in tries if found), (dose, ""))


def _effort(dose: Dose, numbers: Numbers) -> Raised | None:
    """Half a point more, up to a middle effort."""
    middle = dose.minutes or dose.effort is None or dose.effort >= numbers["full_effort"]
    if middle or dose.effort is None or numbers["raise_share"] * dose.effort < HALF_POINT:
        return None
    return replace(dose, effort=dose.effort + HALF_POINT), "effort"


def _minutes_more(dose: Dose, numbers: Numbers) -> Raised | None:
    return (
        (replace(dose, minutes=round(dose.minutes * (1 + numbers["raise_share"] / 2), 1)), "minutes")
        if dose.minutes
        else None
    )


def _amount(dose: Dose, numbers: Numbers) -> Raised | None:
    """More reps or seconds, as far as a fifth makes a whole one; few sets without a load go to the same amount."""
    more = 1.0 if dose.load_kg else max(1.0, numbers["full_sets"] / dose.sets)
    if dose.reps:
        reps = min(int(more * numbers["full_reps"]), floor(dose.reps * (1 + numbers["raise_share"]) + TINY))
        return (replace(dose, reps=reps), "reps") if reps > dose.reps else None
    if dose.seconds:
        seconds = float(min(more * numbers["full_seconds"], floor(dose.seconds * (1 + numbers["raise_share"]) + TINY)))
        return (replace(dose, seconds=seconds), "seconds") if seconds > dose.seconds else None
    return None


def _load(dose: Dose, numbers: Numbers) -> Raised | None:
    """A tenth more where that makes half a kilo, else half a kilo where that is no more than a fifth."""
    if not dose.load_kg:
        return None
    tenth = _half_kilos(dose.load_kg * (1 + numbers["raise_share"] / 2))
    fifth = _half_kilos(dose.load_kg * (1 + numbers["raise_share"]))
    load = tenth if tenth > dose.load_kg else min(fifth, dose.load_kg + HALF_KILO)
    return (replace(dose, load_kg=load), "load") if load > dose.load_kg else None


def _half_kilos(load_kg: float) -> float:
    return floor(2 * load_kg + TINY) / 2


def lowered(dose: Dose, share: float) -> Dose:
    """Less of one variable: load where there is one, else reps, seconds or minutes; sets where nothing else is.

    What is left lies within a tenth of the share, and never above half where half was asked for.

    Args:
        dose: the last one.
        share: how much of it is left, 0-1.

    Example:
        >>> lowered(Dose(3, reps=10, load_kg=40), 0.6).words, lowered(Dose(3, reps=5), 0.6).words
        ('3 sets of 10 with 24 kg', '3 sets of 3')
    """
    load, reps = _part(dose.load_kg, share, HALF_KILO), _part(dose.reps, share, 1.0)
    seconds, minutes = _part(dose.seconds, share, 1.0), _part(dose.minutes, share, HALF_KILO)
    sets = _part(dose.sets, share, 1.0)
    if load is not None:
        return replace(dose, load_kg=load)
    if reps is not None:
        return replace(dose, reps=int(reps))
    if seconds is not None or minutes is not None:
        return replace(dose, seconds=seconds, minutes=minutes)
    if sets is not None:
        return replace(dose, sets=int(sets))
    # Once of something that nothing is counted of: only the effort can go down.
    return replace(dose, effort=min(EASY_EFFORT, dose.effort or EASY_EFFORT))


def _part(value: float | None, share: float, step: float) -> float | None:
    """The share of a value in whole steps; None where there is none or no step lies near it."""
    if not value:
        return None
    found = floor(value * share / step + TINY) * step
    if found < (share - 0.1) * value and found + step <= (share + 0.1) * value + TINY:
        found += step
    return found if found >= step else None


def halved(dose: Dose) -> Dose:
    """Half of it at a middle effort.

    Args:
        dose: the usual one.
    """
    less = lowered(dose, 0.5)
    return replace(less, effort=min(USUAL_EFFORT, dose.effort)) if dose.effort is not None else less


def easy(dose: Dose) -> Dose:
    """Half of it as light work (R49).

    Args:
        dose: the usual one.
    """
    return replace(lowered(dose, 0.5), effort=min(EASY_EFFORT, dose.effort or EASY_EFFORT))


def restart(dose: Dose) -> Dose:
    """Back with one set at half of the usual load and effort 3 at most (SC1), and never more than half of it all.

    Args:
        dose: the usual one.
    """
    one = replace(dose, sets=1, effort=min(EASY_EFFORT, dose.effort or EASY_EFFORT))
    return lowered(one, 0.5) if dose.load_kg or dose.minutes or dose.sets == 1 else one


def capped(dose: Dose, *, effort: float | None, hold_seconds: float | None) -> Dose:
    """The dose under a ceiling: less load where the effort has to come down, and shorter holds.

    Args:
        dose: what would be done.
        effort: the most effort, None without a limit.
        hold_seconds: the longest hold, None without a limit.
    """
    if effort is not None and (dose.effort is None or dose.effort > effort):
        share = effort / dose.effort if dose.effort else 1.0
        load = max(HALF_KILO, _half_kilos(dose.load_kg * share)) if dose.load_kg else None
        dose = replace(dose, effort=effort, load_kg=load)
    if hold_seconds is not None and dose.seconds and dose.seconds > hold_seconds:
        dose = replace(dose, seconds=hold_seconds)
    return dose

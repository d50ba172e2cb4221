"""Strong's export of workouts, in four shapes: comma or semicolon, the unit in the header, in a cell or nowhere."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flarepath.exchange.cells import number
from flarepath.exchange.hevy import KM_PER_MILE
from flarepath.exchange.log import LoggedSet, Remark, SetKind, Unit
from flarepath.exchange.table import Row

NAME: Final = "Strong"
NEEDED: Final = frozenset({"date", "exercise name", "set order"})
"""By these columns the format is known (PEERS C1)."""

TIME: Final = "date"
KINDS: Final[dict[str, SetKind]] = {"w": "warm-up", "d": "drop set", "f": "to failure"}
NO_SETS: Final = {"rest timer": "rest timers"}
UNITS: Final[dict[str, Unit]] = {"kg": "kg", "kgs": "kg", "lb": "lbs", "lbs": "lbs"}
KM_PER: Final = {"km": 1.0, "kms": 1.0, "m": 0.001, "meters": 0.001, "mi": KM_PER_MILE, "miles": KM_PER_MILE}


def read_row(row: Row, time: datetime) -> LoggedSet | Remark | str:
    """What a row says.

    Args:
        row: of the file.
        time: when its workout began.

    Returns:
        A set; a remark for a row that is a note; or what the row is instead, in words for a count.

    Raises:
        Unclear: a cell that cannot be read.
    """
    order, note = row.text("set order").lower(), row.text("notes")
    if order in NO_SETS:
        return NO_SETS[order]
    if order == "note":
        return Remark(time, f"{row.text('exercise name')}: {note}") if note else "empty notes"
    distance, rest = _distance(row)
    return LoggedSet(
        line=row.line,
        time=time,
        exercise=row.text("exercise name"),
        kind=KINDS.get(order, ""),
        reps=number(row.text("reps")),
        load=number(row.text("weight", "weight (kg)", "weight (lbs)")),
        unit=_unit(row),
        km=distance,
        seconds=number(row.text("seconds")),
        effort=number(row.text("rpe")),
        note="; ".join(filter(None, (note, rest))),
    )


def workout_note(row: Row) -> str:
    """What was written to the whole workout.

    Args:
        row: of the file.
    """
    return row.text("workout notes")


def _unit(row: Row) -> Unit:
    if "weight (kg)" in row.cells:
        return "kg"
    if "weight (lbs)" in row.cells:
        return "lbs"
    return UNITS.get(row.text("weight unit").lower(), "")


def _distance(row: Row) -> tuple[float | None, str]:
    """The distance in km; where the file says no unit it stays in words."""
    metres = number(row.text("distance (meters)"))
    if metres:
        return metres / 1000, ""
    bare, per = number(row.text("distance")), KM_PER.get(row.text("distance unit").lower())
    if not bare:
        return None, ""
    return (round(bare * per, 3), "") if per else (None, f"distance {bare:g}, unit unknown")

"""Hevy's export of workouts: a row a set, the unit in the header, months in the user's language."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flarepath.exchange.cells import number
from flarepath.exchange.log import LoggedSet, Remark, SetKind, Unit
from flarepath.exchange.table import Row

NAME: Final = "Hevy"
NEEDED: Final = frozenset({"start_time", "exercise_title", "set_type"})
"""By these columns the format is known (PEERS C1)."""

TIME: Final = "start_time"
KM_PER_MILE: Final = 1.609344
KINDS: Final[dict[str, SetKind]] = {
    "": "",
    "normal": "",
    "warmup": "warm-up",
    "warm_up": "warm-up",
    "dropset": "drop set",
    "drop": "drop set",
    "failure": "to failure",
}


def read_row(row: Row, time: datetime) -> LoggedSet | Remark | str:
    """What a row says.

    Args:
        row: of the file.
        time: when its workout began.

    Returns:
        A set, or what the row is instead.

    Raises:
        Unclear: a cell that cannot be read.
    """
    unit: Unit = "lbs" if "weight_lbs" in row.cells else "kg"
    miles = number(row.text("distance_miles"))
    kind = row.text("set_type").lower()
    note = row.text("exercise_notes")
    return LoggedSet(
        line=row.line,
        time=time,
        exercise=row.text("exercise_title"),
        kind=KINDS.get(kind, ""),
        reps=number(row.text("reps")),
        load=number(row.text("weight_kg", "weight_lbs")),
        unit=unit,
        km=round(miles * KM_PER_MILE, 3) if miles else number(row.text("distance_km")),
        seconds=number(row.text("duration_seconds")),
        effort=number(row.text("rpe")),
        note=note if kind in KINDS else "; ".join(filter(None, (kind, note))),
    )


def workout_note(row: Row) -> str:
    """What was written to the whole workout.

    Args:
        row: of the file.
    """
    return row.text("description")

"""The moment that is asked about, as a person types it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import click

from flarepath.diary import Diary

FARTHEST_WEST = timedelta(hours=12)
"""A plain local time is at most this much later than the same numbers in UTC."""

FIRST_YEAR, LAST_YEAR = 1900, 2200
END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as it was typed: with an offset, or plain local time of the diary's zone."""

    typed: datetime

    def within(self, diary: Diary) -> datetime:
        """The aware time; a plain one is read in the diary's zone at that time.

        Args:
            diary: whose zone applies.
        """
        if self.typed.tzinfo is not None:
            return self.typed
        return self.typed.replace(tzinfo=diary.zone_at(self.typed.replace(tzinfo=UTC)))

    def latest(self) -> datetime:
        """The latest instant it can mean in any zone; a reader needs it before the zone is known."""
        if self.typed.tzinfo is not None:
            return self.typed
        return self.typed.replace(tzinfo=UTC) + FARTHEST_WEST


class MomentType(click.ParamType[Moment]):
    """A date or a time in ISO 8601."""

    name = "time"

    def convert(self, value: str | Moment, param: click.Parameter | None, ctx: click.Context | None) -> Moment:
        """The moment that a text means; a date alone is the end of that day."""
        if isinstance(value, Moment):
            return value
        try:
            found = moment(value)
        except ValueError:
            self.fail(f"{value!r} is not a time; write 2026-03-02 or 2026-03-02T22:00.", param, ctx)
        return found


def moment(text: str) -> Moment:
    """The moment that a text means.

    Args:
        text: an ISO 8601 date or time.

    Raises:
        ValueError: it is none, or its year is out of reach.

    Example:
        >>> moment("2026-03-02").typed
        datetime.datetime(2026, 3, 2, 23, 59, 59)
    """
    try:
        found = datetime.combine(date.fromisoformat(text), END_OF_DAY)
    except ValueError:
        found = datetime.fromisoformat(text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"{text!r} is out of reach; use a year from {FIRST_YEAR} to {LAST_YEAR}")
    return Moment(found)


def now() -> datetime:
    """The real clock; read nowhere else in Flarepath."""
    return datetime.now(UTC)

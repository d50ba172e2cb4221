"""Words that every page shares: places, days, names of exercises."""

from __future__ import annotations

from datetime import date, datetime

from flarepath.body import REGIONS
from flarepath.course import Outcome
from flarepath.exercises import EXERCISES


def outcome(each: Outcome) -> str:
    """What is felt and where, in words.

    Args:
        each: the outcome.
    """
    return f"{each.kind.capitalize()}: {place(each.region, each.side)}"


def place(region: str, side: str) -> str:
    """A place in words: knee, front, left.

    Args:
        region: a region id.
        side: its side, or empty.
    """
    name_of = REGIONS[region].name if region in REGIONS else region.replace("_", " ")
    return ", ".join(filter(None, (name_of.lower(), "both sides" if side == "both" else side)))


def day(iso: str) -> str:
    """A date in words: Tuesday 3 March.

    Args:
        iso: ISO 8601.
    """
    time = datetime.fromisoformat(iso)
    return f"{time:%A} {time.day} {time:%B}"


def moment(iso: str) -> str:
    """A time in words: Tuesday 3 March, about 8 o'clock.

    Args:
        iso: ISO 8601.
    """
    return f"{day(iso)}, about {datetime.fromisoformat(iso).hour} o'clock"


def name(exercise: str | None) -> str:
    """The plain name of an exercise.

    Args:
        exercise: its id, or None.
    """
    if not exercise:
        return ""
    return EXERCISES[exercise].name if exercise in EXERCISES else exercise.replace("_", " ").capitalize()


def iso_day(text: str) -> str:
    """The text where it is a date, else nothing.

    Args:
        text: what came with an address.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""

"""How the flare part names a logged thing in a sentence."""

from __future__ import annotations

from datetime import datetime

from flarepath.body import MUSCLES, REGIONS
from flarepath.diary import Entry
from flarepath.exercises import EXERCISES, Bout
from flarepath.triggers import Exposure


def when(time: datetime) -> str:
    """A time as a person says it.

    Example:
        >>> when(datetime(2026, 3, 2, 18, 5))
        'Mon 2 Mar 18:05'
    """
    return f"{time:%a} {time.day} {time:%b %H:%M}"


def named(bout: Bout) -> str:
    """What a bout was, as a person says it."""
    if bout.exercise:
        return bout.exercise.name.lower()
    if bout.kind != "exercise" and bout.work:
        return f"{bout.kind} of the {muscle_words(bout.work[0].muscle)}"
    return bout.name.replace("_", " ")


def bout_words(bout: Bout) -> str:
    """A bout with its sets, its time and its line, so that the person finds it again."""
    sets, reps = bout.entry.text("sets"), bout.entry.text("reps")
    amount = f" {sets} x {reps}" if sets and reps else ""
    return f"{named(bout)}{amount} on {when(bout.time)}"


def muscle_words(muscle: str) -> str:
    """The plain name of a muscle; its id where the table lacks it."""
    return MUSCLES[muscle].name.lower() if muscle in MUSCLES else muscle.replace("_", " ")


def region_words(region: str) -> str:
    """The plain name of a region."""
    return REGIONS[region].name.lower() if region in REGIONS else region.replace("_", " ")


def felt_words(entry: Entry) -> str:
    """A felt entry in a few words."""
    return f"{entry.kind} {entry.value:g} in the {region_words(entry.where)} on {when(entry.time)}"


ZONES = {"short": "in its short part", "mid": "in its middle", "long": "in its long part"}
"""How a part of a muscle's range is said of a mechanism."""


def exposure_words(exposure: Exposure) -> str:
    """An exposure as a person says it.

    Args:
        exposure: a member of a trigger.
    """
    if exposure.kind == "mechanism":
        muscle, _, zone = exposure.what.partition(":")
        return f"work of the {muscle_words(muscle)} {ZONES.get(zone, zone)}"
    name = exposure.what or exposure.kind
    return EXERCISES[name].name.lower() if name in EXERCISES else name.replace("_", " ")

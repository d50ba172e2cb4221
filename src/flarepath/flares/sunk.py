"""Causes that are set to their floor whatever their weight, and the sentence that says why.

Soreness from training has its time and its feeling: what is older, higher or rising late, numb or electric, or comes
with the effort and goes with rest, is something else. Stress is weighed only where something of it is written down.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from flarepath.course import Checkin
from flarepath.exercises import Bout
from flarepath.flares.model import CauseClass, Suspect
from flarepath.flares.situation import MOMENT, Situation
from flarepath.flares.soreness import is_old
from flarepath.quantities import hours_between
from flarepath.sources import load_table

STRAIN_KINDS: Final = ("sleep", "stress", "screen", "work")
"""Kinds of entry without which stress cannot be weighed."""

NERVE: Final = frozenset({"numb", "electric"})
"""How a sore muscle never feels."""

NO_STRAIN_LOGGED: Final = (
    "Nothing about sleep, stress, screen or work hours is written down, so nobody can weigh it. "
    "Tell us how you slept and how stressed you were, and it can be."
)


_TABLE: Final[dict[str, Any]] = load_table("flarepath.flares", "effort.toml")

EFFORT_PLACES: Final = frozenset(_TABLE["places"]["regions"])
"""Where a pain that comes with effort asks about the heart first."""


def sunk(situation: Situation, suspected: Suspect | None) -> dict[CauseClass, str]:
    """The classes that are set to their floor, each with the reason in a sentence.

    Args:
        situation: the moment.
        suspected: the bout that set it off, None where no bout is suspected.
    """
    found: dict[CauseClass, str] = {}
    sore = _no_soreness(situation, suspected)
    if sore:
        found["sore_muscle"] = sore
    if not _strain_is_logged(situation):
        found["stress"] = NO_STRAIN_LOGGED
    return found


def _strain_is_logged(situation: Situation) -> bool:
    start = situation.since - timedelta(days=situation.numbers["usual_days"])
    return bool(situation.diary.between(start, situation.at + MOMENT, *STRAIN_KINDS))


def _no_soreness(situation: Situation, suspected: Suspect | None) -> str:
    """Why this is no soreness from training; empty where it may be."""
    if comes_with_effort(situation):
        return "It comes with effort and leaves with rest. Soreness from training comes a day later and stays for days."
    nerve = sorted(situation.qualities & NERVE)
    if nerve:
        return f"It feels {' and '.join(nerve)}, which a sore muscle does not."
    if is_old(situation, suspected):
        return "Soreness from training is gone after 7 days."
    if situation.window and all(_is_passive(bout) for bout in situation.window):
        return "Only stretching and massage are written down for the days before, and these do not make a muscle sore."
    if is_too_soon(situation):
        return "It was there within the hour of the work. Soreness from training comes 8 to 24 hours later."
    return _late_alarm(situation, suspected)


def _is_passive(bout: Bout) -> bool:
    return bout.kind in ("stretch", "massage") or (bout.exercise is not None and bout.exercise.kind != "exercise")


def is_too_soon(situation: Situation) -> bool:
    """Whether all training that could have made it sore began less than an hour before it was first noted."""
    if situation.flare:
        return bool(situation.window) and hours_between(situation.window[0].time, situation.since) <= _soon(situation)
    felt, done = situation.series, situation.bouts
    return len(felt) == 1 and bool(done) and hours_between(done[0].time, felt[0].time) <= _soon(situation)


def _soon(situation: Situation) -> float:
    return situation.numbers["effort_hours"]


def _late_alarm(situation: Situation, suspected: Suspect | None) -> str:
    """Still high after four days, or still rising after three, counted from the dose or else from the onset."""
    flare, numbers = situation.flare, situation.numbers
    if flare is None:
        return ""
    start = suspected.bout.time if suspected else flare.onset
    since = [(hours_between(start, each.time), each.points) for each in flare.checkins]
    if any(hours >= numbers["alarm_hours"] and points >= numbers["alarm_points"] for hours, points in since):
        return f"It is still {numbers['alarm_points']:g} or more of 10 after four days, when soreness has mostly gone."
    early = [points for hours, points in since if hours <= numbers["falling_hours"]]
    late = [points for hours, points in since if hours > numbers["falling_hours"]]
    # A pain wanders by a point from day to day; a soreness that rises so late does not.
    least = 0.0 if situation.outcome.kind == "soreness" else numbers["risen_points"]
    if early and late and max(late) > max(early) and max(late) >= max(early) + least:
        return "It still rises after three days, when soreness from training falls."
    return ""


def comes_with_effort(situation: Situation) -> bool:
    """Whether a pain of chest, arm, jaw or upper back comes within an hour of work of the whole body, and not else."""
    if situation.outcome.region not in EFFORT_PLACES:
        return False
    high = _high(situation)
    with_work = [each for each in high if any(_is_soon_after(each, bout, situation) for bout in situation.bouts)]
    return bool(high) and len(with_work) >= situation.numbers["effort_share"] * len(high)


def _high(situation: Situation) -> tuple[Checkin, ...]:
    """The raised check-ins of the flare-up, or of the last weeks where there is none."""
    if situation.flare:
        return situation.flare.checkins
    start = situation.at - timedelta(days=situation.numbers["usual_days"])
    least = situation.numbers["risen_points"]
    return tuple(each for each in situation.series if each.time >= start and each.points >= least)


def _is_soon_after(checkin: Checkin, bout: Bout, situation: Situation) -> bool:
    """Felt during the work or within an hour of its end."""
    hours = hours_between(bout.time, checkin.time)
    lasted = (bout.entry.number("seconds") or 0.0) / 3600
    return 0 <= hours <= lasted + situation.numbers["effort_hours"] and _is_whole_body(bout, situation)


def _is_whole_body(bout: Bout, situation: Situation) -> bool:
    if bout.kind != "exercise":
        return False
    if bout.exercise and bout.exercise.pattern in _TABLE["work"]["patterns"]:
        return True
    near = set(situation.near_muscles)
    return not any(work.muscle in near and work.role in ("main", "helps") for work in bout.work)

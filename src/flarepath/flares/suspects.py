"""Which logged bout may have set this off: every bout of the window gets a weight and a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from flarepath.body import MUSCLES
from flarepath.course import Outcome, baseline_before, logging_since
from flarepath.diary import Diary
from flarepath.exercises import Bout
from flarepath.flares.model import FourQuestions, Suspect
from flarepath.flares.situation import Situation
from flarepath.flares.words import bout_words, muscle_words
from flarepath.quantities import hours_between
from flarepath.sources import load_table

WRONG = frozenset({"uncomfortable", "wrong", "odd", "pinch"})
"""What Q2 asks for: a bout that did not feel right while it was done."""


@cache
def _weights() -> dict[str, Any]:
    return load_table("flarepath.flares", "suspects.toml")


def suspects(situation: Situation) -> tuple[Suspect, ...]:
    """The bouts of the window, most suspected first."""
    found = (suspect(bout, situation) for bout in situation.window)
    return tuple(sorted(found, key=lambda each: (-each.weight, -each.bout.time.timestamp())))


@dataclass(frozen=True)
class Suspicion:
    """How strongly bouts are suspected of what is felt in one place; only the ratios of the weights mean anything."""

    situation: Situation

    @classmethod
    def of(cls, diary: Diary, outcome: Outcome, *, at: datetime, known: tuple[Bout, ...] | None = None) -> Suspicion:
        """The suspicion about one place.

        Args:
            diary: entries up to `at`.
            outcome: what is felt.
            at: the moment from which the tests are read.
            known: every bout of the diary, where they were read already.
        """
        return cls(Situation(diary, at, outcome, None, None, known_bouts=known))

    def ranked(self, done: Iterable[Bout]) -> tuple[Suspect, ...]:
        """Some bouts, the most suspected first.

        Args:
            done: the bouts that come into question.
        """
        return tuple(sorted((suspect(bout, self.situation) for bout in done), key=lambda each: -each.weight))


def suspect(bout: Bout, situation: Situation) -> Suspect:
    """One bout with its weight, and the reasons in a sentence."""
    place, place_words = _place(bout, situation)
    weight = _weights()["where"][place]
    reasons = [place_words]
    for name, words in _marks(bout, situation):
        weight *= _weights()["times"][name]
        reasons.append(words)
    hours = hours_between(bout.time, situation.since)
    weight *= 0.5 ** (hours / _weights()["times"]["half_hours"])
    return Suspect(bout, f"{bout_words(bout)}: {'; '.join(reasons)}", weight)


def _place(bout: Bout, situation: Situation) -> tuple[str, str]:
    if not bout.work:
        return "unknown", "nobody knows yet which muscles it works"
    if situation.is_other_side(bout):
        return "elsewhere", "it works the other side"
    region = situation.outcome.region
    worked = [MUSCLES[work.muscle] for work in bout.work if work.role != "little" and work.muscle in MUSCLES]
    for muscle in worked:
        if region in muscle.felt_in:
            return "belly", f"it works the {muscle_words(muscle.id)}, which are felt here"
    for muscle in worked:
        if region in muscle.pulls_on:
            return "pulls", f"it works the {muscle_words(muscle.id)}, which pull on this place"
    for muscle in worked:
        if region in muscle.trouble_shows:
            return "shows", f"it works the {muscle_words(muscle.id)}, whose trouble may show here"
    return "elsewhere", "it works other places"


def _marks(bout: Bout, situation: Situation) -> Iterator[tuple[str, str]]:
    yield from _newness(bout, situation)
    times = _each_time(bout, situation)
    if times:
        yield "each_time", times
    if bout.felt & WRONG:
        yield "wrong", f"it felt {' and '.join(sorted(bout.felt & WRONG))}"
    if bout.after is not None and bout.after >= 1:
        yield "at_once", f"pain rose by {bout.after:g} within the hour"
    if "weak" in bout.felt:
        yield "weak", "it felt really weak"
    if (bout.form is not None and bout.form <= situation.numbers["poor_form"]) or felt_elsewhere(bout):
        yield "form", "the form was off, or another muscle did the work"
    if short_on_short(bout, situation):
        yield "short_short", "it works a muscle short that tests short"
    if stretch_on_long(bout, situation):
        yield "long_stretched", "it stretches or presses a muscle that tests long"


def _newness(bout: Bout, situation: Situation) -> Iterator[tuple[str, str]]:
    if is_new(bout, situation):
        yield (
            "novel",
            "first time in this diary" if bout.gap_days is None else f"first time in {bout.gap_days:.0f} days",
        )
    elif bout.dose_rise is not None and bout.dose_rise >= situation.numbers["dose_rise"]:
        yield "jump", f"{bout.dose_rise:.0%} more than usual"
    if is_unaccustomed(bout, situation):
        yield "unaccustomed", "long-length or slow lowering work that is still new to you"


def is_known_diary(bout: Bout, situation: Situation) -> bool:
    """Whether the diary is old enough before a bout to tell what is new."""
    first = logging_since(situation.diary)
    return first is not None and hours_between(first, bout.time) >= situation.numbers["new_diary_hours"]


def is_new(bout: Bout, situation: Situation) -> bool:
    """The first time, or three weeks and more since the last; in a new diary everything is the first time."""
    return bout.novel and (bout.gap_days is not None or is_known_diary(bout, situation))


def _each_time(bout: Bout, situation: Situation) -> str:
    """That this place rose within the hour nearly each time it was done, as now; empty where it did not."""
    if not _is_soon(bout, situation.since, situation):
        return ""
    same = [b for b in situation.bouts if b.name == bout.name and b.kind == bout.kind and b.time <= bout.time]
    rose = [came for b in same if (came := _rose_at_once(b, situation)) is not None]
    enough = len(rose) >= situation.numbers["each_time_least"]
    if not enough or sum(rose) < situation.numbers["each_time_share"] * len(rose):
        return ""
    return f"{sum(rose)} of {len(rose)} times this place rose within the hour"


def _rose_at_once(bout: Bout, situation: Situation) -> bool | None:
    """Whether the place rose by 2 points and more within the hour; None where nobody looked."""
    soon = [each.points for each in situation.series if _is_soon(bout, each.time, situation)]
    if not soon:
        return None
    return max(soon) >= baseline_before(situation.series, bout.time).points + situation.numbers["risen_points"]


def _is_soon(bout: Bout, time: datetime, situation: Situation) -> bool:
    lasted = (bout.entry.number("seconds") or 0.0) / 3600
    return 0 < hours_between(bout.time, time) <= lasted + situation.numbers["effort_hours"]


def is_unaccustomed(bout: Bout, situation: Situation) -> bool:
    """Long-length or slow-lowering work among the first exposures of six weeks; unknown in a new diary."""
    if bout.exercise is None or not bout.exercise.strains & {"long_length", "slow_lowering"}:
        return False
    if not is_known_diary(bout, situation):
        return False
    days = situation.numbers["adapted_days"]
    earlier = [b for b in situation.bouts if b.name == bout.name and b.time < bout.time]
    recent = [b for b in earlier if hours_between(b.time, bout.time) <= 24 * days]
    return len(recent) + 1 < situation.numbers["adapted_exposures"]


def felt_elsewhere(bout: Bout) -> bool:
    """Another muscle was felt than the one this is chosen for (R28)."""
    return bool(bout.felt_muscle and bout.exercise and bout.felt_muscle not in {w.muscle for w in bout.work})


def short_on_short(bout: Bout, situation: Situation) -> str:
    """The muscle that this bout worked in its short zone and that tests short, or an empty string."""
    short = (work.muscle for work in bout.work if work.zone == "short" and work.role in ("main", "helps"))
    return next((m for m in short if bout.kind == "exercise" and situation.state(m).length == "short"), "")


def stretch_on_long(bout: Bout, situation: Situation) -> str:
    """The muscle that this bout stretched or massaged and that tests long, or an empty string."""
    passive = bout.kind in ("stretch", "massage") or (bout.exercise is not None and bout.exercise.kind != "exercise")
    worked = (work.muscle for work in bout.work if work.role in ("main", "helps"))
    return next((m for m in worked if passive and situation.state(m).length == "long"), "")


def four_questions(situation: Situation) -> FourQuestions:
    """Q1-Q4 answered from the log of the 72 hours before (R29-R32); the person only corrects them."""
    done = situation.bouts_before(situation.numbers["window_hours"])
    return FourQuestions(
        done=done,
        felt_wrong=tuple(bout for bout in done if bout.felt & WRONG),
        worse_at_once=tuple(bout for bout in done if bout.after is not None and bout.after > 0),
        felt_weak=tuple(bout for bout in done if "weak" in bout.felt),
    )

"""Lessons that the person's own flare-ups write: if X at dose D, then Y within W (R36).

A flare-up that has ended, with one exercise or food suspected of it, writes a lesson. Every later time of the same
thing in at least about the same dose tests it: it held where the place rose by 2 points and more within the hours, and
did not where it was looked at and stayed. A lesson is a prediction, not a proof; it may be wrong, and then says so.

Source: article, ours
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final, Literal

from flarepath.body import REGIONS
from flarepath.course import Checkin, Episode, Outcome, baseline_before, checkins, episodes, outcomes
from flarepath.diary import Diary
from flarepath.exercises import EXERCISES, Bout, bouts
from flarepath.flares import Suspicion
from flarepath.quantities import hours_between
from flarepath.triggers import Trigger, food_caution, is_left_alone

Says = Literal["untested", "too_early", "holds", "mixed", "does_not_hold"]

WINDOW_HOURS: Final = 72.0
RISE_POINTS: Final = 2.0
SAME_DOSE_SHARE: Final = 0.8
"""A dose of at least this share of the lesson's own tests it (ours)."""

LEAST_WEIGHT: Final = 1.0
"""Below this weight nothing is suspected enough to write a lesson on (ours)."""

FEW_TESTS: Final = 3
HOLDS_SHARE: Final = 2 / 3
FAILS_SHARE: Final = 1 / 3
LATE_LOOK_SHARE: Final = 0.5
"""That nothing came is said only where somebody looked after this share of the hours (ours)."""


@dataclass(frozen=True, slots=True)
class Learned:
    """One lesson: what, from which dose, leads to how much where within how many hours; and how it stood its tests.

    `dose` is relative to the person's usual of it (1.0 = usual). `flares` counts the flare-ups that wrote it, `tests`
    the later times that could show it wrong, `held` those in which it came.
    """

    kind: str
    what: str
    dose: float
    outcome: Outcome
    rise_points: float
    within_hours: float
    written_on: datetime
    flares: int
    tests: int
    held: int

    @property
    def id(self) -> str:
        """What names the lesson."""
        side = f":{self.outcome.side}" if self.outcome.side else ""
        return f"{self.kind}:{self.what}>{self.outcome.kind}:{self.outcome.region}{side}"

    @property
    def says(self) -> Says:
        """How it stands: a lesson is judged from three tests on."""
        if self.tests < FEW_TESTS:
            return "too_early" if self.tests else "untested"
        share = self.held / self.tests
        return "holds" if share >= HOLDS_SHARE else "does_not_hold" if share <= FAILS_SHARE else "mixed"

    @property
    def sentence(self) -> str:
        """The lesson as people say it."""
        name = EXERCISES[self.what].name.lower() if self.what in EXERCISES else self.what.replace("_", " ")
        sides = {"left": " on the left", "right": " on the right", "both": " on both sides"}
        place = REGIONS[self.outcome.region].name.lower() if self.outcome.region in REGIONS else self.outcome.region
        place += sides.get(self.outcome.side, "")
        is_usual = SAME_DOSE_SHARE <= self.dose <= 1 / SAME_DOSE_SHARE
        amount = "your usual amount or more" if is_usual else f"{self.dose:.1f} times your usual or more"
        return (
            f"If {name} at {amount}, then {self.outcome.kind} up by {self.rise_points:.0f} points or so in the {place} "
            f"within {self.within_hours:.0f} hours."
        )


@dataclass(frozen=True, slots=True)
class _Time:
    """One time of doing or eating something."""

    time: datetime
    dose: float


def learned(
    diary: Diary, *, at: datetime, triggers: Mapping[Outcome, tuple[Trigger, ...]] | None = None
) -> tuple[Learned, ...]:
    """Every lesson that the ended flare-ups wrote, those tested most first.

    Args:
        diary: entries up to `at`.
        at: the moment.
        triggers: what the whole diary points to, by outcome; a food writes a lesson only where it is among them.
    """
    done = bouts(diary)
    found: dict[tuple[str, str, Outcome], list[tuple[Episode, _Time]]] = {}
    for outcome in outcomes(diary):
        for flare in episodes(diary, outcome):
            if flare.end is None or flare.end > at:
                continue
            for kind, what, time in _blamed(diary, outcome, flare, done, (triggers or {}).get(outcome, ())):
                found.setdefault((kind, what, outcome), []).append((flare, time))
    lessons = (_lesson(diary, done, key, told) for key, told in found.items())
    return tuple(sorted(lessons, key=lambda each: (-each.tests, -each.flares, each.id)))


def _blamed(
    diary: Diary, outcome: Outcome, flare: Episode, done: tuple[Bout, ...], triggers: tuple[Trigger, ...]
) -> Iterator[tuple[str, str, _Time]]:
    """The exercise suspected most of a flare-up, and a food that the whole diary points to."""
    start = flare.onset - timedelta(hours=WINDOW_HOURS)
    begin, end = bisect_left(done, start, key=_time), bisect_right(done, flare.onset, key=_time)
    suspicion = Suspicion.of(diary.until(flare.onset), outcome, at=flare.onset, known=done[:end])
    ranked = suspicion.ranked(list(done[begin:end]))
    if ranked and ranked[0].weight >= LEAST_WEIGHT and ranked[0].bout.kind == "exercise":
        yield "exercise", ranked[0].bout.name, _Time(ranked[0].bout.time, ranked[0].bout.dose)
    if food_caution(diary):
        # A lesson is there to be tested by the next time; a food that may harm is not.
        return
    eaten_often = (e for trigger in triggers for e in trigger.exposures if e.kind == "food")
    foods = {e.what for e in eaten_often if not is_left_alone(e.kind, e.what)}
    eaten = [entry for entry in diary.between(start, flare.onset, "food") if entry.what.strip().lower() in foods]
    for entry in eaten[-1:]:
        yield "food", entry.what.strip().lower(), _Time(entry.time, entry.value or 1.0)


def _time(bout: Bout) -> datetime:
    return bout.time


def _lesson(
    diary: Diary, done: Iterable[Bout], key: tuple[str, str, Outcome], told: list[tuple[Episode, _Time]]
) -> Learned:
    kind, what, outcome = key
    told = sorted(told, key=lambda pair: pair[0].onset)
    first, cause = told[0]
    within = 24.0 * ceil(max(1.0, hours_between(cause.time, first.onset)) / 24)
    written = first.end or first.onset
    times = [time for time in _times(diary, done, kind, what) if time.time > written]
    answers = [
        answer
        for time in times
        if time.dose >= SAME_DOSE_SHARE * cause.dose
        if (answer := _came(checkins(diary, outcome), time.time, within)) is not None
    ]
    rise = max(RISE_POINTS, first.peak_points - first.baseline)
    return Learned(
        kind, what, cause.dose, outcome, rise, within, written, len(told), tests=len(answers), held=sum(answers)
    )


def _times(diary: Diary, done: Iterable[Bout], kind: str, what: str) -> Iterator[_Time]:
    """Every time it was done or eaten; several on one day count once, with what was done in all."""
    days: dict[object, _Time] = {}
    if kind == "exercise":
        found = [_Time(bout.time, bout.dose) for bout in done if bout.kind == "exercise" and bout.name == what]
    else:
        found = [_Time(e.time, e.value or 1.0) for e in diary.of("food") if e.what.strip().lower() == what]
    for each in found:
        day = each.time.date()
        days[day] = _Time(days[day].time, days[day].dose + each.dose) if day in days else each
    yield from days.values()


def _came(series: tuple[Checkin, ...], time: datetime, within: float) -> bool | None:
    """Whether it rose by 2 points and more within the hours; None where nobody looked late enough."""
    end = time + timedelta(hours=within)
    after = series[bisect_right(series, time, key=_when) : bisect_right(series, end, key=_when)]
    if not after:
        return None
    if max(c.points for c in after) >= baseline_before(series, time).points + RISE_POINTS:
        return True
    return False if hours_between(time, after[-1].time) >= LATE_LOOK_SHARE * within else None


def _when(checkin: Checkin) -> datetime:
    return checkin.time

"""What the tests say of one muscle on one side at one moment, and whether the two sides differ."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flarepath.course import sides_match
from flarepath.exercises.bouts import USUAL_EFFORT
from flarepath.exercises.home_tests import REST_HOURS, TESTS, HomeTest
from flarepath.exercises.ledger import loads
from flarepath.exercises.model import Bout, Measure, MuscleState
from flarepath.exercises.range_ledger import NUMBERS
from flarepath.quantities import Side, days_between

WEAKER_SHARE = 0.85
"""A side below this share of the other may be weaker (EVIDENCE 3.2, family d); uninjured knees differ by 21 % (F6)."""

HARD_EFFORT = 7.0
"""From this effort, 0-10, work on a muscle is hard (ours)."""

EASY_EFFORT = 3.0
"""Up to this effort, 0-10, nothing is hard, however new (R49)."""

HARD_RISE = 0.3
"""So much more than the own usual dose is hard, as a share (EVIDENCE 3.2, family b)."""

SAME_STATE_DAYS = 7.0
"""The results of two sides are compared when they lie at most this far apart (ours)."""


def is_hard(bout: Bout) -> bool:
    """Whether a bout was hard for who did it: a high effort, or new or far more than usual and not easy.

    Args:
        bout: one logged exercise.
    """
    effort = USUAL_EFFORT if bout.effort is None else bout.effort
    beyond_usual = bout.novel or (bout.dose_rise is not None and bout.dose_rise >= HARD_RISE)
    return effort >= HARD_EFFORT or (beyond_usual and effort > EASY_EFFORT)


def is_rested(measure: Measure, bouts: Sequence[Bout]) -> bool:
    """Whether the diary shows no hard work on that muscle and side in the 72 hours before a test (EVIDENCE 4).

    Args:
        measure: one result of a home test.
        bouts: what was trained, in time order.
    """
    end = measure.time.timestamp()
    first = bisect_right(bouts, end - REST_HOURS * 3600, key=_stamp)
    before = bouts[first : bisect_right(bouts, end, lo=first, key=_stamp)]
    return not any(
        loads(bout, measure.muscle) and sides_match(bout.side, measure.side) and is_hard(bout) for bout in before
    )


def _stamp(bout: Bout) -> float:
    return bout.time.timestamp()


def muscle_state(
    measures: Iterable[Measure], muscle: str, side: Side, *, at: datetime, bouts: Sequence[Bout] = ()
) -> MuscleState:
    """The newest label of length and of strength at `at`; a change against the own usual sets neither.

    A label is concordant when the newest test and the last one of an earlier local day agree. One test is a hint. So
    is a test within 72 hours of hard work on the muscle: it counts only while there is no rested one.

    Args:
        measures: every measure of the diary.
        muscle: a muscle id.
        side: left, right, both or empty; measures of both sides or of no side count for each.
        at: nothing later is looked at.
        bouts: what was trained, in time order; without it every test counts as made by a rested muscle.
    """
    own = [m for m in measures if m.muscle == muscle and m.time <= at and sides_match(m.side, side)]
    own.sort(key=lambda measure: measure.time)
    found: dict[str, Any] = {}
    for about in ("length", "strength"):
        labels = [m for m in own if m.about == about and m.says and not m.is_change]
        rested = [m for m in labels if is_rested(m, bouts)]
        if labels:
            found[about], found[f"{about}_concordant"] = (rested or labels)[-1].says, _concordant(rested)
    return MuscleState(muscle=muscle, side=side, measures=tuple(own), **found)


def _concordant(labels: Sequence[Measure]) -> bool:
    if not labels:
        return False
    newest = labels[-1]
    before = [m for m in labels if m.time.date() < newest.time.date()]
    return bool(before) and before[-1].says == newest.says


def tested_muscles(measures: Iterable[Measure], *, at: datetime) -> tuple[str, ...]:
    """The muscles that carry at least one label at `at`, in order of their first."""
    labelled = (m.muscle for m in measures if m.muscle and m.says and not m.is_change and m.time <= at)
    return tuple(dict.fromkeys(labelled))


@dataclass(frozen=True, slots=True)
class SideDifference:
    """One test on both sides: the newest results, as written, and the difference that means nothing, all in `unit`.

    `weaker` is the side with less range or strength, empty where they are alike.
    """

    test: str
    left: float
    right: float
    unit: str
    noise: float
    weaker: Side

    @property
    def difference(self) -> float:
        """How far the two lie apart, in `unit`."""
        return abs(self.left - self.right)

    @property
    def exceeds_noise(self) -> bool:
        """Whether the sides differ by more than the test errs and healthy sides differ."""
        return self.difference > self.noise


def side_difference(
    measures: Iterable[Measure], test: str, *, at: datetime, bouts: Sequence[Bout] = ()
) -> SideDifference | None:
    """How the two sides compare in one test, or None where one was not tested, or not within the same week.

    The noise is the side gap that the test's own studies give, else the least change of two results beyond its error;
    in strength also the share by which healthy sides differ (F6), whichever is larger.

    Args:
        measures: every measure of the diary.
        test: a test's slug; of an unknown one there is no answer, as nobody knows its error.
        at: nothing later is looked at.
        bouts: what was trained, in time order; tests within 72 hours of hard work are left out.
    """
    known = TESTS.get(test)
    if known is None:
        return None
    newest = {
        m.side: m
        for m in sorted(measures, key=lambda measure: measure.time)
        if m.test == test and m.time <= at and _is_number(m, known) and is_rested(m, bouts)
    }
    left, right = newest.get("left"), newest.get("right")
    if not (left and right) or abs(days_between(left.time, right.time)) > SAME_STATE_DAYS:
        return None
    return _compared(known, _turned(left), _turned(right))


def _compared(known: HomeTest, left: float, right: float) -> SideDifference:
    noise = known.least_change if known.side_gap is None else known.side_gap
    if known.about == "strength":
        share = NUMBERS["healthy_side_share"] if known.side_share is None else known.side_share
        noise = max(noise, share * max(left, right))
    weaker: Side = "left" if left < right else "right" if right < left else ""
    return SideDifference(known.id, known.turned(left), known.turned(right), known.unit, noise, weaker)


def _is_number(measure: Measure, known: HomeTest) -> bool:
    """Whether a measure holds a valid number that its test can give, and no change against the own usual."""
    told = measure.value is not None and measure.unit == known.unit and not measure.is_change
    return told and known.can_be(known.turned(_turned(measure))) and not known.is_void(measure.entry.detail)


def _turned(measure: Measure) -> float:
    return 0.0 if measure.value is None else measure.value


def weaker_side(measures: Iterable[Measure], test: str, *, at: datetime, share: float = WEAKER_SHARE) -> str:
    """The side that is clearly weaker in the newest results of one strength test, left or right, or empty.

    Clearly: by more than the noise of that test, and below a share of the other side.

    Args:
        measures: every measure of the diary.
        test: the test's slug.
        at: nothing later is looked at.
        share: only a side below this share of the other counts.
    """
    found = side_difference(measures, test, at=at)
    if found is None or TESTS[test].about != "strength" or not found.exceeds_noise:
        return ""
    lesser, greater = sorted((found.left, found.right))
    return found.weaker if lesser < share * greater else ""

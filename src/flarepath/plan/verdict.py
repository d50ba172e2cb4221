"""Is the training helping or hurting? One careful answer for a period (R6), never a single cheerful number.

Pain is judged as an interrupted series under the noise of check-ins; function by what a person can do (PSFS, PEG), by
range and strength against the error of the test, and by how sore the same session leaves one. Each needs to move by
what matters, not by what can be measured. Where a medicine changed or hardly anything was done, nothing is claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal

from flarepath.course import Outcome, checkins
from flarepath.diary import FELT, TRAINED, Diary
from flarepath.exercises import TESTS, bouts, measures
from flarepath.plan.numbers import NUMBERS
from flarepath.quantities import days_between
from flarepath.questionnaires import change, scores
from flarepath.safety import Clearance
from flarepath.sources import Numbers
from flarepath.triggers import trend

Call = Literal["helping", "hurting", "cannot_tell"]
Moved = Literal["better", "worse", "same", "cannot_tell"]

FUNCTION = ("psfs", "peg")
"""The questionnaires that speak of what a person can do."""

SORE_HOURS = (12.0, 72.0)
"""When the soreness of a session is felt (EVIDENCE 2.1)."""

LOCKED = "A warning sign stands for this place: have it looked at first."

SURE = 1.96 / 1.645
"""A change is sure where nought is outside its 95 % interval, which is so much wider than the one told."""

MOST_WEEKS = 26
"""No one is told to wait longer."""

AGAINST: Mapping[Call, str] = MappingProxyType(
    {
        "helping": "Most pains ease with time. A trend is no proof that the training did it; a planned test would be.",
        "hurting": "Pain goes up and down by itself, and a hard time can end without any change. A trend is no proof.",
        "cannot_tell": "Not seeing a change is no proof that there is none; small ones hide in the ups and downs.",
    }
)
"""What speaks against each verdict."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing that moved or did not: how much, between what bounds (90 %), and how much would matter.

    `what` is pain, soreness_after, a questionnaire or a home test; points are in `unit`. `low` and `high` are None
    where only the first and the last result are compared with the error of the test.
    """

    what: str
    where: str
    side: str
    unit: str
    before: float
    change: float
    low: float | None
    high: float | None
    matters: float
    values: int
    moved: Moved

    @property
    def is_pain(self) -> bool:
        """Whether it speaks of what is felt, and not of function."""
        return self.what in FELT


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said of a period, domain by domain, and what would settle it.

    `because` holds the reasons why nothing is claimed, where that is so; `against` what speaks against it.
    """

    since: datetime
    at: datetime
    call: Call
    pain: Call
    function: Call
    measured: tuple[Measured, ...]
    trained_share: float
    because: tuple[str, ...]
    against: str
    settles: str


def verdict(
    clearance: Clearance, diary: Diary, *, since: datetime, at: datetime, outcome: Outcome, numbers: Numbers = NUMBERS
) -> Verdict:
    """Whether the training of a period helps, hurts, or cannot be told to.

    Args:
        clearance: the gate let this person through.
        diary: the person's diary; what lies before the period tells the level before it.
        since: where the period begins.
        at: its end.
        outcome: the pain it is about.
        numbers: the part's numbers.

    """
    known = diary.until(at)
    # What lies further back than the period is long tells nothing of the level at its beginning.
    recent = since - max(at - since, timedelta(days=numbers["verdict_before_days"]))
    measured = tuple(_measured(known, since, outcome, recent=recent, numbers=numbers))
    share = _trained_share(known, since, at, numbers)
    locked = (LOCKED,) if outcome.region in clearance.locked else ()
    because = (*locked, *_not_fair(known, since, at, share, numbers))
    pain = _call((each.moved for each in measured if each.is_pain), fair=not because)
    function = _call((each.moved for each in measured if not each.is_pain), fair=not because)
    call = _together(pain, function)
    return Verdict(
        since, at, call, pain, function, measured, share, because, AGAINST[call], _settles(measured, because, call)
    )


def _measured(
    diary: Diary, since: datetime, outcome: Outcome, *, recent: datetime, numbers: Numbers
) -> Iterator[Measured]:
    series = [each for each in checkins(diary, outcome) if each.time >= recent]
    moved = trend([each.time for each in series], [each.points for each in series], since=since)
    if moved:
        matters = numbers["change_points"]
        kind = _moved(moved.change, moved.low, moved.high, matters, better=-1.0)
        yield Measured(
            outcome.kind, outcome.region, outcome.side, "points", moved.before, moved.change, moved.low, moved.high,
            matters, moved.values, kind,
        )  # fmt: skip
    yield from _soreness(diary, since, recent=recent, numbers=numbers)
    yield from _questionnaires(diary, since)
    yield from _tests(diary, since)


def _moved(change: float, low: float, high: float, matters: float, *, better: float) -> Moved:
    """Better or worse where it moved by what matters and surely in that direction; the same where surely by less."""
    if low > -matters and high < matters:
        return "same"
    sure = abs(change) > SURE * (high - low) / 2
    if not sure or abs(change) < matters:
        return "cannot_tell"
    return "better" if change * better > 0 else "worse"


def _soreness(diary: Diary, since: datetime, *, recent: datetime, numbers: Numbers) -> Iterator[Measured]:
    """How sore a usual session leaves: the highest soreness 12 to 72 hours after it, for one usual dose (R46)."""
    done = [bout for bout in bouts(diary) if bout.time >= recent]
    felt = [(bout.time, _peak(diary, bout.time), max(bout.dose, 0.5)) for bout in done]
    after = [(time, peak / dose) for time, peak, dose in felt if peak is not None]
    moved = trend([time for time, _ in after], [points for _, points in after], since=since)
    if moved and moved.before > 0:
        matters = max(0.5, numbers["verdict_soreness_share"] * moved.before)
        kind = _moved(moved.change, moved.low, moved.high, matters, better=-1.0)
        yield Measured(
            "soreness_after", "", "", "points for a usual session", moved.before, moved.change, moved.low, moved.high,
            matters, moved.values, kind,
        )  # fmt: skip


def _peak(diary: Diary, time: datetime) -> float | None:
    """The highest soreness in the days after a session."""
    low, high = (timedelta(hours=hours) for hours in SORE_HOURS)
    points = [entry.value for entry in diary.between(time + low, time + high, "soreness") if entry.value is not None]
    return max(points, default=None)


def _questionnaires(diary: Diary, since: datetime) -> Iterator[Measured]:
    for what in FUNCTION:
        found = scores(diary, what)
        ends = _ends([(score.time, score.value) for score in found], since)
        if ends:
            moved = change(what, *ends)
            yield Measured(
                what, "", "", "points", moved.before, moved.by, None, None, moved.matters, len(found), moved.moved
            )


def _ends(values: list[tuple[datetime, float]], since: datetime) -> tuple[float, float] | None:
    """The first and the last value of a period; the last before it counts as the first."""
    inside = [value for time, value in values if time >= since]
    before = [value for time, value in values if time < since]
    first = before[-1:] or inside[:1]
    return (first[0], inside[-1]) if inside and (before or inside[1:]) else None


def _tests(diary: Diary, since: datetime) -> Iterator[Measured]:
    """Range and strength: what changed by more than two errors of the test."""
    results: dict[tuple[str, str], list[tuple[datetime, float]]] = defaultdict(list)
    for measure in measures(diary):
        if measure.test in TESTS and measure.value is not None and not measure.is_change:
            results[measure.test, measure.side].append((measure.time, measure.value))
    for (name, side), values in results.items():
        test = TESTS[name]
        ends = _ends(values, since)
        if test.about == "other" or ends is None:
            continue
        by, matters = ends[1] - ends[0], test.least_change if test.about == "strength" else 2 * test.error
        up = 1.0 if test.more == "higher" else -1.0
        kind: Moved = "same" if abs(by) <= matters else "better" if by * up > 0 else "worse"
        yield Measured(name, test.muscle, side, test.unit, ends[0], by, None, None, matters, len(values), kind)


def _trained_share(diary: Diary, since: datetime, at: datetime, numbers: Numbers) -> float:
    """The share of the period's weeks with training on two days and more."""
    weeks = max(1, round(days_between(since, at) / 7))
    days: dict[int, set[object]] = defaultdict(set)
    for entry in diary.between(since, at, *TRAINED):
        days[min(weeks - 1, int(days_between(since, entry.time) // 7))].add(entry.time.date())
    return sum(len(own) >= numbers["gate_weekly_sessions"] for own in days.values()) / weeks


def _not_fair(diary: Diary, since: datetime, at: datetime, share: float, numbers: Numbers) -> Iterator[str]:
    """Why no claim is made: too short, too little training, a medicine that began or ended."""
    if days_between(since, at) < numbers["verdict_least_days"]:
        yield f"{days_between(since, at):.0f} days are too short; {numbers['verdict_least_days']:g} are needed."
    if share < numbers["gate_adherence_share"]:
        yield f"You trained on two days or more in {share:.0%} of the weeks: not a fair trial yet."
    for name in _medicines_changed(diary, since, at, numbers):
        yield f"Medicine changed in this time ({name}); better or worse could come from that."


def _medicines_changed(diary: Diary, since: datetime, at: datetime, numbers: Numbers) -> Iterator[str]:
    """Medicines taken more than once of which the first or the last row lies well inside the period."""
    edge = timedelta(days=numbers["level_days"])
    taken: dict[str, list[datetime]] = defaultdict(list)
    for entry in diary.of("medicine"):
        taken[entry.what.replace("_", " ").lower() or "a medicine"].append(entry.time)
    for name, times in taken.items():
        began, ended = since < times[0] <= at, since < times[-1] < at - edge
        if len(times) >= numbers["masking_rows"] and (began or ended):
            yield name


def _call(moves: Iterable[Moved], *, fair: bool) -> Call:
    """One domain: helping where something got better and nothing worse, hurting the other way round."""
    found = set(moves)
    if not fair or {"better", "worse"} <= found:
        return "cannot_tell"
    if "better" in found:
        return "helping"
    return "hurting" if "worse" in found else "cannot_tell"


def _together(pain: Call, function: Call) -> Call:
    """Both domains: they must not contradict each other, and a better function alone does not speak for the pain."""
    if function in {pain, "cannot_tell"}:
        return pain
    if pain == "cannot_tell":
        return "hurting" if function == "hurting" else "cannot_tell"
    return "cannot_tell"


def _settles(measured: tuple[Measured, ...], because: tuple[str, ...], call: Call) -> str:
    """What would settle it."""
    if because:
        return "Four more weeks with training on two days a week and no change of medicine."
    pain = next((each for each in measured if each.is_pain), None)
    if pain is None:
        return "A pain number on most days, the good ones too."
    if call != "cannot_tell" or pain.low is None or pain.high is None:
        return "A planned test: two weeks with it, two weeks with less, in an order left to chance."
    width = (pain.high - pain.low) / 2
    more = (width / pain.matters) ** 2
    weeks = max(2, min(MOST_WEEKS, round(4 * more)))
    return f"About {weeks} more weeks of check-ins at this pace; the change is uncertain by {width:.1f} points."

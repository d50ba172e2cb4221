"""How long a tactic is tried before it is judged, and when to look beyond the muscles.

Days are counted between instants, so that travel, summer time and rows written later shift nothing (SC23).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Literal

from flarepath.course import Checkin, checkins, logging_since, outcomes
from flarepath.diary import FELT, TRAINED, Diary, Entry
from flarepath.plan.numbers import NUMBERS
from flarepath.quantities import days_between, hours_between, in_hours
from flarepath.sources import Numbers

Tactic = Literal["stretching", "strengthening"]
Judgement = Literal["too_early", "not_fair", "helps", "masked", "switch"]

MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class TacticClock:
    """One tactic on one muscle since it was begun, and what may be said of it.

    `before` and `now` are levels in points, None where nobody wrote them down. `judgement`: `too_early` before 28 days;
    `not_fair` then with fewer than 8 sessions or without levels to compare; `masked` where it looks better but a
    medicine was begun in the time; `helps` where it fell by 1 point or 15 %; `switch` where it did not.
    """

    muscle: str
    tactic: Tactic
    began: datetime
    days: float
    sessions: int
    before: float | None
    now: float | None
    judgement: Judgement


def tactic_clock(  # noqa: PLR0913 - a clock is a muscle, a tactic, its sessions and the levels
    muscle: str,
    tactic: Tactic,
    times: Iterable[datetime],
    *,
    series: tuple[Checkin, ...],
    at: datetime,
    medicine_since: datetime | None = None,
    numbers: Numbers = NUMBERS,
) -> TacticClock | None:
    """The clock of one tactic, or None where it was not done in the last two weeks.

    Args:
        muscle: a muscle id.
        tactic: what was done.
        times: of every session, in any order.
        series: check-ins of what it shall help.
        at: the moment asked about.
        medicine_since: when a medicine for pain was begun, None where none was.
        numbers: the part's numbers.
    """
    run = _newest_run(_sessions(times, at, numbers), at, numbers)
    if not run:
        return None
    began, days = run[0], days_between(run[0], at)
    before, now = _levels(series, began, at, numbers)
    masked = medicine_since is not None and medicine_since > began
    judgement = _judgement(days, len(run), (before, now), masked=masked, numbers=numbers)
    return TacticClock(muscle, tactic, began, days, len(run), before, now, judgement)


def _sessions(times: Iterable[datetime], at: datetime, numbers: Numbers) -> list[datetime]:
    """The times up to `at` in order; those within a few hours of one another are one session."""
    kept: list[datetime] = []
    for time in sorted((time for time in times if time <= at), key=datetime.timestamp):
        if not kept or hours_between(kept[-1], time) >= numbers["session_hours"]:
            kept.append(time)
    return kept


def _newest_run(sessions: list[datetime], at: datetime, numbers: Numbers) -> list[datetime]:
    """The sessions since the last long pause; none where the pause is still on."""
    run: list[datetime] = []
    for time in sessions:
        if run and days_between(run[-1], time) > numbers["tactic_break_days"]:
            run = []
        run.append(time)
    return run if run and days_between(run[-1], at) <= numbers["tactic_break_days"] else []


def _levels(
    series: tuple[Checkin, ...], began: datetime, at: datetime, numbers: Numbers
) -> tuple[float | None, float | None]:
    """The median of the week before it was begun (else of its first week) and that of the last week."""
    week = timedelta(days=numbers["level_days"])
    earlier = _median(series, began - week, began)
    before = _median(series, began, began + week) if earlier is None else earlier
    return before, _median(series, at - week, at + MOMENT)


def _median(series: tuple[Checkin, ...], start: datetime, end: datetime) -> float | None:
    points = [c.points for c in series if start <= c.time < end]
    return median(points) if points else None


def _judgement(
    days: float, sessions: int, levels: tuple[float | None, float | None], *, masked: bool, numbers: Numbers
) -> Judgement:
    before, now = levels
    if days < numbers["tactic_days"]:
        return "too_early"
    if sessions < numbers["tactic_sessions"] or before is None or now is None:
        return "not_fair"
    if not fell(before, now, numbers=numbers):
        return "switch"
    return "masked" if masked else "helps"


def fell(before: float, now: float, *, numbers: Numbers = NUMBERS) -> bool:
    """Whether a level fell by as much as matters: 1 point or 15 % (F4).

    Args:
        before: in points.
        now: in points.
        numbers: the part's numbers.

    Example:
        >>> fell(5, 4), fell(2, 1.6), fell(5, 4.6)
        (True, True, False)
    """
    drop = before - now
    return before > 0 and (drop >= numbers["change_points"] or drop >= numbers["change_share"] * before)


@dataclass(frozen=True, slots=True)
class NinetyDays:
    """Whether three months of training were a fair trial for the muscles (R94).

    `days` is how long the diary has been kept. `missing` are sentences: what has to come first. `improved` are the
    places that got better, `unchanged` those that hurt then and now. The gate is `open` when the time is over, nothing
    is missing, some place is unchanged and none improved.
    """

    days: float
    needed: float
    missing: tuple[str, ...]
    improved: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def over(self) -> bool:
        """Whether the three months have passed with a place that hurt all the time and none that improved."""
        return self.days >= self.needed and bool(self.unchanged) and not self.improved

    @property
    def open(self) -> bool:
        """Whether it is time to look for causes in the whole body."""
        return self.over and not self.missing


def ninety_days(diary: Diary, *, at: datetime, numbers: Numbers = NUMBERS) -> NinetyDays:
    """The 90-day gate with its preconditions.

    Args:
        diary: entries up to `at`.
        at: the moment asked about.
        numbers: the part's numbers.
    """
    first = logging_since(diary)
    days = days_between(first, at) if first else 0.0
    since = at - timedelta(days=numbers["gate_days"])
    missing = tuple(filter(None, (_adherence(diary, since, at, numbers), _sleep(diary, since, at, numbers))))
    sites = _sites(diary, since, at, numbers)
    improved = {region for region, before, now in sites if fell(before, now, numbers=numbers)}
    hurting = {region for region, before, now in sites if min(before, now) >= numbers["sore_points"]}
    return NinetyDays(days, numbers["gate_days"], missing, tuple(sorted(improved)), tuple(sorted(hurting - improved)))


def _adherence(diary: Diary, since: datetime, at: datetime, numbers: Numbers) -> str:
    weeks = int(numbers["gate_days"] // 7)
    done: dict[int, set[date]] = {}
    for entry in diary.between(since, at + MOMENT, *TRAINED):
        done.setdefault(int(days_between(entry.time, at) // 7), set()).add(entry.time.date())
    trained = [week for week, days in done.items() if week < weeks and len(days) >= numbers["gate_weekly_sessions"]]
    share = len(trained) / weeks
    if share >= numbers["gate_adherence_share"]:
        return ""
    needed = f"{numbers['gate_adherence_share']:.0%} of them are needed"
    return f"you trained twice or more in {len(trained)} of {weeks} weeks, and {needed}"


def _sleep(diary: Diary, since: datetime, at: datetime, numbers: Numbers) -> str:
    nights = [in_hours(e.value, e.unit) for e in diary.between(since, at + MOMENT, "sleep") if e.value is not None]
    if len(nights) < numbers["gate_sleep_nights"]:
        return f"{len(nights)} nights of sleep are written down, and {numbers['gate_sleep_nights']:g} are needed"
    usual = median(nights)
    if usual >= numbers["gate_sleep_hours"]:
        return ""
    return f"your usual night is {usual:.1f} hours, and sleep comes first below {numbers['gate_sleep_hours']:g}"


def _sites(diary: Diary, since: datetime, at: datetime, numbers: Numbers) -> list[tuple[str, float, float]]:
    """Every place that was rated in the first and in the last weeks, with its level then and now."""
    edge = timedelta(days=numbers["gate_edge_days"])
    diary = Diary.of_entries(diary.between(since, at + MOMENT, *FELT))
    found = []
    for outcome in outcomes(diary):
        series = checkins(diary, outcome)
        before, now = _median(series, since, since + edge), _median(series, at - edge, at + MOMENT)
        if before is not None and now is not None:
            found.append((outcome.region, before, now))
    return found


def wait_until(diary: Diary, *, at: datetime, numbers: Numbers = NUMBERS) -> tuple[Entry, datetime] | None:
    """A vaccination or illness of the last 7 days and the day to ask again; None where there was none (SC8).

    Args:
        diary: entries up to `at`.
        at: the moment asked about.
        numbers: the part's numbers.
    """
    start = at - timedelta(days=numbers["wait_days"])
    events = [e for e in diary.between(start, at + MOMENT, "event") if e.what in ("vaccination", "illness")]
    return (events[-1], at + timedelta(days=numbers["wait_days"])) if events else None

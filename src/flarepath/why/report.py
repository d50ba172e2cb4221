"""`report(diary, at) -> Report`: what a professional wants to see of the last months, on one or two pages.

It claims nothing of its own: who it is about and why they come, what was written down, what the safety questions were
answered with and when, events, tests with their error, what was tried and whether the trial was fair, medicines, and
what was not logged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from flarepath.course import Episode, Outcome, episodes, outcomes
from flarepath.diary import FELT, Diary, Entry
from flarepath.exercises import TESTS, HomeTest, Measure, bouts, measures
from flarepath.plan import TacticClock
from flarepath.quantities import days_between
from flarepath.questionnaires import Score, all_scores
from flarepath.safety import Gate, SafetyFinding, Written, written_danger
from flarepath.why.settings import Settings
from flarepath.why.settings import settings as shipped
from flarepath.why.weekly import weekly

USUAL_DAYS = 91.0
"""The last three months, where no other period was named (ours)."""

ASKED_DAILY = ("pain", "sleep", "stress", "food", "medicine", "energy")
"""What a reader would look for; that it was not logged is said."""

REPORTED = ("yes", "unsure")
DENIED = ("no", "none", "never")
"""How a fact says that it does not hold."""

MOST_YEARS = 120
"""Nobody who writes a diary is older (ours)."""

MOST_EXERCISES = 12


@dataclass(frozen=True, slots=True)
class Tested:
    """One result of a home test with the smallest change that is more than its error (MDD95), in its own unit."""

    measure: Measure
    test: HomeTest | None


@dataclass(frozen=True, slots=True)
class Logged:
    """On how many days of the period something of a kind was written down."""

    kind: str
    days: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the report.

    `answers` are the safety answers that are yes or unsure, with their times; `clocks` the tactics and whether their
    trial was fair, empty behind a closed gate; `trained` the exercises done most with how often; `notes` are private
    and empty unless they were asked for. `age` are the years reached in this calendar year, None where no year of birth
    is told, `sex` is empty where it is not. `implants` are the facts on joint replacements and metalwork with their
    places. `reasons` say why somebody is asked to look at it: the reason of the referral and of questions asked again.
    `events` are those of the period; `dangers` the person's own words that speak of a danger, also without `notes`.
    """

    at: datetime
    since: datetime
    facts: tuple[Entry, ...]
    gate: Gate
    answers: tuple[SafetyFinding, ...]
    places: tuple[tuple[Outcome, float, float], ...]
    flares: tuple[Episode, ...]
    tests: tuple[Tested, ...]
    scores: tuple[Score, ...]
    clocks: tuple[TacticClock, ...]
    trained: tuple[tuple[str, int], ...]
    medicines: tuple[Entry, ...]
    logged: tuple[Logged, ...]
    days: int
    notes: tuple[Entry, ...]
    age: int | None
    sex: str
    implants: tuple[Entry, ...]
    reasons: tuple[str, ...]
    events: tuple[Entry, ...]
    dangers: tuple[Written, ...]


def report(
    diary: Diary,
    *,
    at: datetime,
    days: float = USUAL_DAYS,
    notes: bool = False,
    settings: Settings | None = None,
) -> Report:
    """The report of a period.

    Args:
        diary: the person's diary.
        at: its end, aware.
        days: how long it is.
        notes: whether private notes are on it.
        settings: the numbers to work with; those shipped by default.

    Raises:
        NothingToAnswerFrom: no entry at or before `at`.
    """
    numbers = settings or shipped()
    since, end = at - timedelta(days=days), at + timedelta(seconds=1)
    known = diary.until(at)
    week = weekly(known, at=at, settings=numbers)
    done = Counter(bout.name for bout in bouts(known) if bout.time >= since)
    return Report(
        at=at,
        since=since,
        facts=tuple(known.facts().values()),
        gate=week.gate,
        answers=tuple(finding for finding in week.gate.findings if finding.answer in REPORTED),
        places=tuple(_places(known, since, end)),
        flares=tuple(_flares(known, since, numbers)),
        tests=tuple(Tested(each, TESTS.get(each.test)) for each in measures(known) if each.time >= since),
        scores=tuple(found[-1] for found in all_scores(known).values() if found),
        clocks=week.training.tried.clocks if week.training else (),
        trained=tuple(done.most_common(MOST_EXERCISES)),
        medicines=known.between(since, end, "medicine", "supplement", "care"),
        logged=tuple(_logged(known, since, end)),
        days=round(min(days, days_between(known.first or at, at))) + 1,
        notes=_notes(known, since, end) if notes else (),
        age=_age(known, at),
        sex=_sex(known),
        implants=tuple(fact for fact in known.of("fact") if fact.what == "implant" and fact.word not in DENIED),
        reasons=tuple(_reasons(week.gate)),
        events=known.between(since, end, "event"),
        dangers=tuple(each for each in written_danger(known) if since <= each.entry.time < end),
    )


def _age(known: Diary, at: datetime) -> int | None:
    """The years reached in this calendar year; None where no year is told or it cannot be so."""
    born = known.fact("birth_year")
    year = None if born is None else born.value if born.value is not None else _year(born.word)
    years = None if year is None else at.year - int(year)
    return years if years is not None and 0 <= years <= MOST_YEARS else None


def _year(word: str) -> float | None:
    return float(word) if word.isdecimal() else None


def _sex(known: Diary) -> str:
    told = known.fact("sex")
    return told.word if told else ""


def _reasons(gate: Gate) -> Iterator[str]:
    """The reason of the referral, then why questions are asked again, each once."""
    told = [gate.referral.summary] if gate.referral else []
    yield from dict.fromkeys([*told, *(one.reason for one in gate.open if one.reason)])


def _places(known: Diary, since: datetime, end: datetime) -> Iterator[tuple[Outcome, float, float]]:
    """Each place with its median and its highest number of the period."""
    felt = known.between(since, end, *FELT)
    for each in outcomes(known):
        own = sorted(
            entry.value
            for entry in felt
            if entry.value is not None and (entry.kind, entry.where, entry.side) == (each.kind, each.region, each.side)
        )
        if own:
            yield each, own[len(own) // 2], own[-1]


def _flares(known: Diary, since: datetime, numbers: Settings) -> Iterator[Episode]:
    for outcome in outcomes(known):
        found = episodes(known, outcome, numbers=numbers.course)
        yield from (flare for flare in found if flare.end is None or flare.end >= since)


def _logged(known: Diary, since: datetime, end: datetime) -> Iterator[Logged]:
    for kind in ASKED_DAILY:
        yield Logged(kind, len({entry.time.date() for entry in known.between(since, end, kind)}))


def _notes(known: Diary, since: datetime, end: datetime) -> tuple[Entry, ...]:
    return tuple(entry for entry in known.between(since, end, "note") if entry.text("text"))

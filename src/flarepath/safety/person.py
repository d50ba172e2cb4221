"""What is known about the person, and which of it makes every answer weigh more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from flarepath.diary import Diary, Entry, happened
from flarepath.rules import Answer, Facts, Rule, judge
from flarepath.safety.countries import country_code
from flarepath.safety.facts import FACTS, MONTHS, OLD, OLDEST_YEAR, SEXES, YOUNG, PersonFact
from flarepath.safety.numbers import NUMBERS
from flarepath.sources import Numbers

NO_WORDS = frozenset({"no", "none", "never", "false", "n", "0"})
"""Values of a fact that say: not me."""

OPEN_WORDS = frozenset({"", "unsure", "unknown", "?"})
"""Values of a fact that say nothing."""


@dataclass(frozen=True, slots=True)
class Person:
    """What the diary knows about the person at one moment.

    `facts` holds True or False by name, and `age`, `age_least`, `sex` and `country`; what nobody said is not in it.
    `age` is the higher and `age_least` the lower of the two ages that a year of birth leaves open, so that no question
    is left out because the month is unknown. `raised_by` are the names of the facts that lift urgency, with their
    reasons. `minor` is True unless the person is known to be an adult by the day, or never told a year. `to_mend` names
    the facts whose newest value cannot be; they count as never told.
    """

    facts: Facts
    raised_by: Mapping[str, str]
    unknown: tuple[str, ...]
    minor: bool
    to_mend: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """The country as written, empty where nobody said."""
        return str(self.facts.get("country", ""))

    def raises(self, *, besides: frozenset[str]) -> bool:
        """Whether a fact other than `besides` lifts the urgency of an answer."""
        return bool(self.raised_by.keys() - besides)


def _raising_rule(fact: PersonFact) -> Rule:
    if fact.name == "birth_year":
        return Rule(fact.name, ("age", "age_least"), _is_young_or_old, "age {years}", fact.source)
    return Rule(fact.name, (fact.name,), lambda facts: bool(facts[fact.name]), fact.reason, fact.source)


def _is_young_or_old(facts: Facts) -> bool:
    return bool(facts["age_least"] < YOUNG or facts["age"] > OLD)


RAISING: tuple[Rule, ...] = tuple(_raising_rule(fact) for fact in FACTS.values() if fact.raises)
"""The raising facts as rules; a fact that nobody told answers UNKNOWN."""


def person(diary: Diary, *, at: datetime, numbers: Numbers = NUMBERS) -> Person:
    """What the diary knows about the person at `at`.

    Args:
        diary: entries up to `at`.
        at: the moment asked about, aware.
        numbers: the part's numbers.
    """
    facts = _known(diary, at, numbers)
    raised = {f.rule: f.because for f in judge(RAISING, facts) if f.answer is Answer.YES}
    unknown = tuple(name for name in FACTS if ("age" if name == "birth_year" else name) not in facts)
    minor = facts.get("age_least", numbers["adult_years"]) < numbers["adult_years"]
    return Person(MappingProxyType(facts), MappingProxyType(raised), unknown, minor, tuple(_to_mend(diary, at)))


def _known(diary: Diary, at: datetime, numbers: Numbers) -> dict[str, Any]:
    told = diary.of("fact")
    known: dict[str, Any] = {}
    for fact in FACTS.values():
        newest = newest_by_place(entry for entry in told if entry.what == fact.name)
        if fact.value == "year":
            known |= _ages(newest[-1], diary.local(at).date()) if newest else {}
        elif fact.value != "yes":
            known |= {fact.name: newest[-1].word.strip().lower()} if newest and newest[-1].word.strip() else {}
        elif (value := _present(fact, newest, diary, at, numbers)) is not None:
            known[fact.name] = value
    return known


def _to_mend(diary: Diary, at: datetime) -> Iterator[str]:
    """The facts whose newest value cannot be."""
    told = diary.of("fact")
    for fact in FACTS.values():
        newest = newest_by_place(entry for entry in told if entry.what == fact.name)
        if newest and not _can_be(fact, newest[-1], diary.local(at).date()):
            yield fact.name


def _can_be(fact: PersonFact, entry: Entry, today: date) -> bool:
    word = entry.word.strip().lower()
    if fact.value == "year":
        return bool(_ages(entry, today))
    if fact.value == "country":
        return word in OPEN_WORDS or country_code(word) is not None
    return fact.value == "yes" or word in OPEN_WORDS or word in SEXES


def newest_by_place(entries: Iterable[Entry]) -> list[Entry]:
    """The newest entry of each place, oldest first: a knee that is plain again takes no hip back."""
    newest = {(entry.where, entry.side): entry for entry in entries}
    return sorted(newest.values(), key=lambda entry: entry.time)


def _ages(entry: Entry, today: date) -> dict[str, Any]:
    """The highest and the least age in years that a year of birth, with its month and day where told, leaves open.

    Nothing where the year cannot be: before 1900, after today, or no year at all.
    """
    born = entry.value if entry.value is not None else _number(entry.word)
    if born is None or not OLDEST_YEAR <= born <= today.year:
        return {}
    most = today.year - int(born)
    month, day = _part(entry, "month", MONTHS), _part(entry, "day", range(1, 32))
    begins = (month or 1, (day or 1) if month else 1)
    ends = (month or 12, (day or 31) if month else 31)
    now = (today.month, today.day)
    age, least = most - (now < begins), most - (now < ends)
    years = str(age) if age == least else f"{max(least, 0)} or {age}"
    return {"age": max(age, 0), "age_least": max(least, 0), "years": years}


def _part(entry: Entry, key: str, allowed: range) -> int | None:
    """A month or a day from the detail; what cannot be is as good as not told."""
    number = _number(dict(entry.detail).get(key, ""))
    return int(number) if number is not None and number in allowed else None


def _number(word: str) -> float | None:
    return float(word) if word.strip().isdecimal() else None


def _present(fact: PersonFact, newest: list[Entry], diary: Diary, at: datetime, numbers: Numbers) -> bool | None:
    said = [(entry, is_said) for entry in newest if (is_said := says_yes(entry)) is not None]
    since = [since_of(entry) for entry, is_said in said if is_said]
    if fact.event:
        since += [entry.time for entry in diary.of("event") if happened(entry) == fact.event]
    if any(_counts(fact, moment, at) for moment in since):
        return True
    # What may have changed since is asked again: a no of last spring says nothing about a pregnancy of today.
    fresh = any(at.astimezone(UTC) - entry.time <= timedelta(days=numbers["full_days"]) for entry, _ in said)
    return False if (said or since) and (fresh or not fact.changes) else None


def _counts(fact: PersonFact, since: datetime, at: datetime) -> bool:
    return fact.weeks is None or at.astimezone(UTC) - since <= timedelta(weeks=fact.weeks)


def says_yes(entry: Entry) -> bool | None:
    """Whether a fact's entry says yes; any year, date or name of a thing does. None where it says nothing."""
    if entry.value is not None:
        return entry.value != 0
    word = entry.word.strip().lower()
    return None if word in OPEN_WORDS else word not in NO_WORDS


def since_of(entry: Entry) -> datetime:
    """The date that the fact gives, else a given year's last day, but never later than the row's own time."""
    year = entry.value if entry.value is not None else _number(entry.word)
    try:
        day = date(int(year), 12, 31) if year and OLDEST_YEAR <= year <= MAXYEAR else date.fromisoformat(entry.word)
    except ValueError:
        return entry.time
    return min(entry.time, datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC))

"""What is known about the person, and which of it makes every answer weigh more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from flarepath.diary import Diary, Entry
from flarepath.rules import Answer, Facts, Rule, judge
from flarepath.safety.numbers import NUMBERS
from flarepath.sources import Numbers, load_table

NO_WORDS = frozenset({"no", "none", "never", "false", "n", "0"})
"""Values of a fact that say: not me."""

OPEN_WORDS = frozenset({"", "unsure", "unknown", "?"})
"""Values of a fact that say nothing."""

WORDED = frozenset({"sex", "country"})
"""Facts that are a word rather than yes or no."""

OLDEST_YEAR = 1900
"""A year of birth before this is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A fact that the full screen asks for.

    `raises` says that it lifts the urgency of an answer by one tier; `weeks` for how long after its date, None for
    ever. `event` is an event of the diary that says the same. `reason` is its name in a summary.
    """

    name: str
    text: str
    gloss: str
    raises: bool
    weeks: int | None
    event: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Person:
    """What the diary knows about the person at one moment.

    `facts` holds True or False by name, and `age` (the years reached in this calendar year), `sex` and `country`;
    what nobody said is not in it. `raised_by` are the names of the facts that lift urgency, with their reasons.
    """

    facts: Facts
    raised_by: Mapping[str, str]
    unknown: tuple[str, ...]
    minor: bool

    @property
    def country(self) -> str:
        """The country as written, empty where nobody said."""
        return str(self.facts.get("country", ""))

    def raises(self, *, besides: frozenset[str]) -> bool:
        """Whether a fact other than `besides` lifts the urgency of an answer."""
        return bool(self.raised_by.keys() - besides)


def _table() -> dict[str, dict[str, Any]]:
    return load_table("flarepath.safety", "facts.toml")


def _fact(name: str, row: dict[str, Any]) -> PersonFact:
    return PersonFact(
        name=name,
        text=row["text"],
        gloss=row["gloss"],
        raises=row["raises"],
        weeks=row.get("weeks"),
        event=row.get("event", ""),
        reason=row["reason"],
        source=row["source"],
    )


FACTS: Mapping[str, PersonFact] = MappingProxyType({name: _fact(name, row) for name, row in _table().items()})
"""Every fact that the full screen asks for, in order."""

YOUNG, OLD = _table()["birth_year"]["below"], _table()["birth_year"]["above"]
"""Below the first and above the second age every answer weighs more."""


def _raising_rule(fact: PersonFact) -> Rule:
    if fact.name == "birth_year":
        return Rule(fact.name, ("age",), lambda facts: not YOUNG <= facts["age"] <= OLD, "age {age}", fact.source)
    return Rule(fact.name, (fact.name,), lambda facts: bool(facts[fact.name]), fact.reason, fact.source)


RAISING: tuple[Rule, ...] = tuple(_raising_rule(fact) for fact in FACTS.values() if fact.raises)
"""The raising facts of EVIDENCE 1.1 as rules; a fact that nobody told answers UNKNOWN."""


def person(diary: Diary, *, at: datetime, numbers: Numbers = NUMBERS) -> Person:
    """What the diary knows about the person at `at`.

    Args:
        diary: entries up to `at`.
        at: the moment asked about, aware.
        numbers: the part's numbers.
    """
    facts = _known(diary, at)
    raised = {f.rule: f.because for f in judge(RAISING, facts) if f.answer is Answer.YES}
    unknown = tuple(name for name in FACTS if ("age" if name == "birth_year" else name) not in facts)
    minor = facts.get("age", numbers["adult_years"]) < numbers["adult_years"]
    return Person(MappingProxyType(facts), MappingProxyType(raised), unknown, minor)


def _known(diary: Diary, at: datetime) -> dict[str, Any]:
    told = diary.of("fact")
    known: dict[str, Any] = {}
    for fact in FACTS.values():
        newest = newest_by_place(entry for entry in told if entry.what == fact.name)
        name, value = _value(fact, newest, diary, at)
        known |= {} if value is None else {name: value}
    return known


def _value(fact: PersonFact, newest: list[Entry], diary: Diary, at: datetime) -> tuple[str, int | str | bool | None]:
    """The name that rules know a fact by, and its value; None where nobody said."""
    if fact.name == "birth_year":
        return "age", _age(newest[-1], diary.local(at).year) if newest else None
    if fact.name in WORDED:
        return fact.name, (newest[-1].word.strip().lower() or None) if newest else None
    return fact.name, _present(fact, newest, diary, at)


def newest_by_place(entries: Iterable[Entry]) -> list[Entry]:
    """The newest entry of each place, oldest first: a knee that is plain again takes no hip back."""
    newest = {(entry.where, entry.side): entry for entry in entries}
    return sorted(newest.values(), key=lambda entry: entry.time)


def _age(entry: Entry, year: int) -> int | None:
    born = entry.value if entry.value is not None else _number(entry.word)
    return year - int(born) if born is not None and OLDEST_YEAR <= born <= year else None


def _number(word: str) -> float | None:
    return float(word) if word.strip().isdecimal() else None


def _present(fact: PersonFact, newest: list[Entry], diary: Diary, at: datetime) -> bool | None:
    said = [(entry, is_said) for entry in newest if (is_said := says_yes(entry)) is not None]
    since = [_since(entry) for entry, is_said in said if is_said]
    if fact.event:
        since += [entry.time for entry in diary.of("event") if entry.what == fact.event]
    if not said and not since:
        return None
    return any(_counts(fact, moment, at) for moment in since)


def _counts(fact: PersonFact, since: datetime, at: datetime) -> bool:
    return fact.weeks is None or at.astimezone(UTC) - since <= timedelta(weeks=fact.weeks)


def says_yes(entry: Entry) -> bool | None:
    """Whether a fact's entry says yes; any year, date or name of a thing does. None where it says nothing."""
    if entry.value is not None:
        return entry.value != 0
    word = entry.word.strip().lower()
    return None if word in OPEN_WORDS else word not in NO_WORDS


def _since(entry: Entry) -> datetime:
    """The date that the fact gives, else a given year's last day, but never later than the row's own time."""
    year = entry.value if entry.value is not None else _number(entry.word)
    try:
        day = date(int(year), 12, 31) if year and OLDEST_YEAR <= year <= MAXYEAR else date.fromisoformat(entry.word)
    except ValueError:
        return entry.time
    return min(entry.time, datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC))

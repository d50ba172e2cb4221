"""Which rules of `not_with.toml` hold for a person at a moment, and for which place.

Source: known_acog_nice, ours
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, Protocol

from flarepath.body import nearest
from flarepath.diary import FELT, KINDS, Diary, Entry, happened
from flarepath.errors import UnknownId
from flarepath.exercises import EXERCISES, RULES, TESTS, Exercise, HomeTest, Rule
from flarepath.quantities import Side, hours_between
from flarepath.safety import FACTS, QUESTIONS, HeldFact, SafetyFinding, held_facts, seen_since

FULL_TERM_WEEKS: Final = 40
"""So long a pregnancy takes, by the date a person is given."""

QUALITY_DAYS: Final = 28
"""So long the newest word on a place counts, where nothing newer was told of it (ours)."""

TOGETHER_HOURS: Final = 1.0
"""What is told of one feeling within so long is told together (PRODUCT, "flare")."""

ENDS_PREGNANCY: Final = frozenset({"postpartum", "caesarean"})
"""Facts after which somebody is pregnant no more."""

MOMENT: Final = timedelta(microseconds=1)


class Asked(Protocol):
    """What the safety gate answered: a Gate or a Clearance."""

    @property
    def locked(self) -> frozenset[str]:
        """Region ids that take no training, or EVERYWHERE."""

    @property
    def findings(self) -> tuple[SafetyFinding, ...]:
        """The answers of the safety questions."""

    def __hash__(self) -> int:
        """A gate never changes."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One rule that holds, and the place it holds for; empty where none was told."""

    rule: Rule
    region: str = ""
    side: Side = ""


def check(rules: Iterable[Rule]) -> None:
    """Refuse rules about a fact, event, quality or question that nobody knows.

    Args:
        rules: of `not_with.toml`.

    Raises:
        UnknownId: it names the nearest one.
    """
    for rule in rules:
        _refuse(rule.names, rule.subject, SUBJECTS[rule.subject])
    both = SUBJECTS["fact"] | SUBJECTS["event"]
    rows: tuple[Exercise | HomeTest, ...] = (*EXERCISES.values(), *TESTS.values())
    for row in rows:
        _refuse(row.not_with, "fact or event", both)


def _refuse(names: frozenset[str], kind: str, known: frozenset[str]) -> None:
    for name in sorted(names - known):
        raise UnknownId(kind, name, nearest(name, known))


SUBJECTS: Final[Mapping[str, frozenset[str]]] = {
    "fact": frozenset(FACTS),
    "event": frozenset(KINDS["event"].names),
    "quality": KINDS["pain"].details["quality"].words,
    "question": frozenset(QUESTIONS),
}
"""What a rule may be about."""

check(RULES.values())


def holding(gate: Asked, diary: Diary, *, at: datetime) -> tuple[Holding, ...]:
    """Every rule that holds, in the order of the table.

    Args:
        gate: the gate's answer, or the Clearance made from it.
        diary: entries up to `at`.
        at: the moment asked about, aware.
    """
    held = held_facts(diary, at=at)
    return tuple(each for rule in RULES.values() for each in _holds(rule, gate, diary, at, held))


def _holds(rule: Rule, gate: Asked, diary: Diary, at: datetime, held: tuple[HeldFact, ...]) -> Iterator[Holding]:
    if rule.subject == "fact":
        found = ((fact.region, fact.side) for fact in held if _is_held(rule, fact, diary, at))
    elif rule.subject == "event":
        found = ((event.where, event.side) for event in _events(rule, diary, at))
    elif rule.subject == "quality":
        found = ((told.where, told.side) for told in _newest(diary, at) if told.value and told.qualities & rule.names)
    else:
        found = ((one.region, one.side) for one in gate.findings if _is_yes(rule, one))
    yield from (Holding(rule, region, side) for region, side in dict.fromkeys(found) if rule.is_about(region))


def _is_yes(rule: Rule, finding: SafetyFinding) -> bool:
    return finding.id in rule.names and finding.answer in ("yes", "unsure")


def _is_held(rule: Rule, fact: HeldFact, diary: Diary, at: datetime) -> bool:
    if fact.name not in rule.names or (rule.hours is not None and hours_between(fact.since, at) > rule.hours):
        return False
    if fact.name == "pregnancy" and (_is_over(fact, diary) or weeks_pregnant(fact, at) < rule.from_weeks):
        return False
    return not (rule.until_seen and seen_since(diary, fact.since, region=fact.region, side=fact.side))


def _is_over(fact: HeldFact, diary: Diary) -> bool:
    """Whether a birth was told after a pregnancy."""
    return any(row.what in ENDS_PREGNANCY and row.time > fact.entry.time for row in diary.of("fact"))


def weeks_pregnant(fact: HeldFact, at: datetime) -> float:
    """How many weeks a pregnancy is at least taken to be; where nobody knows, as far as it can be.

    A date to come is when the child is due, a date gone by when it began; a number with the unit of weeks is the week
    of that day.

    Args:
        fact: the pregnancy.
        at: the moment asked about, aware.
    """
    row = fact.entry
    if row.value is not None and row.unit.lower().startswith("w"):
        return row.value + hours_between(row.time, at) / 168
    try:
        told = date.fromisoformat(row.word)
    except ValueError:
        return FULL_TERM_WEEKS
    day = datetime(told.year, told.month, told.day, tzinfo=UTC)
    weeks = hours_between(day, at) / 168
    return weeks + FULL_TERM_WEEKS if day > row.time.astimezone(UTC) else weeks


def _events(rule: Rule, diary: Diary, at: datetime) -> Iterator[Entry]:
    since = at - timedelta(hours=rule.hours or 0.0)
    for event in diary.between(since, at + MOMENT, "event"):
        is_seen = rule.until_seen and seen_since(diary, event.time, region=event.where, side=event.side)
        if happened(event) in rule.names and not is_seen:
            yield event


def _newest(diary: Diary, at: datetime) -> tuple[Entry, ...]:
    """The newest words on each feeling of each place; what was told within an hour of the last one counts with it."""
    newest: dict[tuple[str, Side, str], list[Entry]] = {}
    for entry in diary.between(at - timedelta(days=QUALITY_DAYS), at + MOMENT, *FELT):
        told = newest.setdefault((entry.where, entry.side, entry.kind), [])
        told[:] = [*(one for one in told if hours_between(one.time, entry.time) <= TOGETHER_HOURS), entry]
    return tuple(entry for told in newest.values() for entry in told)

"""The facts that the screen asks for: their lines, which of them weigh, and what may be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from flarepath.diary import Entry
from flarepath.quantities import Side
from flarepath.safety.checked import one_of, row_of
from flarepath.safety.countries import country_code
from flarepath.safety.pages import PAGES
from flarepath.sources import load_table

FILE: Final = "facts.toml"
OLDEST_YEAR: Final = 1900
"""A year of birth before this is a slip of the pen."""

SEXES: Final = ("female", "male", "other")
YES_NO: Final = ("yes", "no", "unsure")
MONTHS: Final = range(1, 13)

FactValue = Literal["yes", "year", "sex", "country"]
"""What a fact is told with: yes, no or unsure; a year; a word for the sex; a country."""


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A fact that the screen asks for.

    `line` is what is shown, under the heading `group` of the page of facts. `raises` says that it lifts the urgency of
    an answer by one tier; `weeks` for how long after its date, None for ever. `event` is an event of the diary that
    says the same. `changes` says that a `no` runs out. `reason` is its name in a summary.
    """

    name: str
    line: str
    group: str
    text: str
    gloss: str
    value: FactValue
    raises: bool
    weeks: int | None
    event: str
    changes: bool
    reason: str
    source: str


NEEDED: Final = ("line", "group", "text", "gloss", "raises", "reason", "source")
MAY: Final = ("weeks", "event", "changes", "value", "above", "below")


def fact_of(name: str, row: Mapping[str, Any]) -> PersonFact:
    """One fact as the table has it, with every word checked that names something.

    Args:
        name: its id.
        row: its row.

    Raises:
        ValueError: a key or a group that does not exist.
    """
    at = f"{FILE}, {name}"
    row_of(row, needed=NEEDED, may=MAY, at=at)
    kinds: tuple[FactValue, ...] = get_args(FactValue)
    return PersonFact(
        name=name,
        line=row["line"],
        group=one_of(row["group"], PAGES["facts"].group_ids, at=f"{at}, group"),
        text=row["text"],
        gloss=row["gloss"],
        value=one_of(row.get("value", "yes"), kinds, at=f"{at}, value"),
        raises=row["raises"],
        weeks=row.get("weeks"),
        event=row.get("event", ""),
        changes=row.get("changes", False),
        reason=row["reason"],
        source=row["source"],
    )


_TABLE: Final = load_table("flarepath.safety", FILE)

FACTS: Mapping[str, PersonFact] = MappingProxyType({name: fact_of(name, row) for name, row in _TABLE.items()})
"""Every fact that the full screen asks for, in order."""

YOUNG: Final[int] = _TABLE["birth_year"]["below"]
OLD: Final[int] = _TABLE["birth_year"]["above"]
"""Below the first and above the second age every answer weighs more."""


def fact_told(
    name: str, word: str, *, at: datetime, month: int | None = None, region: str = "", side: Side = ""
) -> Entry:
    """The diary entry of one fact, once its value can be.

    Args:
        name: which fact.
        word: what was said: yes, no or unsure; a year of birth; a sex; a country's code or name.
        at: when, aware.
        month: the month of birth (1 to 12), where it was told.
        region: where in the body, for an implant.
        side: its side.

    Raises:
        ValueError: no such fact, or a value that cannot be; the message is a sentence to show.

    Example:
        >>> from datetime import UTC
        >>> fact_told("birth_year", "2027", at=datetime(2026, 3, 2, tzinfo=UTC))
        Traceback (most recent call last):
        ValueError: The year of birth must lie between 1900 and 2026.
    """
    fact = FACTS[one_of(name, FACTS, at="fact")]
    said = word.strip()
    if fact.value == "year":
        value = float(birth_year(said, now=at))
        return Entry(at, "fact", name, value=value, detail=(("month", str(_month(month))),) if month else ())
    return Entry(at, "fact", name, region, side, word=_word(fact, said))


def birth_year(word: str, *, now: datetime) -> int:
    """A year of birth that can be.

    Args:
        word: the year as it was typed.
        now: when it was told.

    Raises:
        ValueError: it is no year, or one before 1900 or after `now`.
    """
    if not (word.isascii() and word.isdecimal()) or not OLDEST_YEAR <= int(word[:6]) <= now.year:
        raise ValueError(f"The year of birth must lie between {OLDEST_YEAR} and {now.year}.")
    return int(word)


def _month(month: int) -> int:
    if month not in MONTHS:
        raise ValueError("The month of birth is a number from 1 to 12.")
    return month


def _word(fact: PersonFact, said: str) -> str:
    if fact.value == "country":
        return _country(said)
    allowed = SEXES if fact.value == "sex" else YES_NO
    if said.lower() not in allowed:
        raise ValueError(f"{fact.line}: {said!r} is none of {', '.join(allowed)}.")
    return said.lower()


def _country(said: str) -> str:
    code = country_code(said)
    if code is None:
        raise ValueError(f"The country {said!r} is not known here; take one from the list.")
    return code

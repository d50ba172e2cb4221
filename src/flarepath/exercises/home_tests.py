"""The home tests: what each measures, how to do it, and from which number on it says something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from types import MappingProxyType
from typing import Any, Literal

from flarepath.errors import UnknownId
from flarepath.exercises.names import NameIndex
from flarepath.quantities import Zone
from flarepath.sources import load_table

Sex = Literal["male", "female"]

SEXES: tuple[Sex, ...] = ("male", "female")
"""The sexes for which norms exist."""

UNLIMITED = float("inf")

NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class Cutoff:
    """From which number on a test says a label, for whom: strictly above `above` or strictly below `below`.

    An empty `says` marks numbers on which the norms disagree. Ages are half-open: `from_age` to before `end_age`.
    """

    says: str
    above: float
    below: float
    sex: str
    from_age: float
    end_age: float
    source: str

    def covers(self, sex: Sex, age: float) -> bool:
        """Whether this row speaks of a person of that sex and age in years."""
        return self.sex in ("", sex) and self.from_age <= age < self.end_age

    def reached_by(self, value: float) -> bool:
        """Whether a number lies beyond this row's limit; the limit itself does not."""
        return value > self.above or value < self.below


@dataclass(frozen=True, slots=True)
class HomeTest:
    """One test anybody can do at home.

    `more` says in which direction of the number as written there is more range or strength. `least` and `most` bound
    what the number can be. `error` is the measurement error in `unit`. `population`: who was measured for the norm.
    `zone`: the part of the muscle's range that a strength test loads.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    muscle: str
    about: Literal["length", "strength", "other"]
    unit: str
    more: Literal["higher", "lower"]
    least: float
    most: float
    error: float
    norm: str
    population: str
    protocol: str
    stop_rule: str
    source: str
    cutoffs: tuple[Cutoff, ...]
    zone: Zone | None = None

    def says(self, value: float, *, sex: Sex | None = None, age: float | None = None) -> str:
        """The label that a number supports for that person, or empty where no norm decides.

        Where sex or age is unknown, a label stands only if it holds for everyone whom the norm covers.

        Args:
            value: the number as written, in the test's unit.
            sex: male or female where known.
            age: in years where known.
        """
        if not self.cutoffs or not self.least <= value <= self.most:
            return ""
        labels = {self._label(value, *person) for person in self._people(sex, age)}
        return labels.pop() if len(labels) == 1 else ""

    def _label(self, value: float, sex: Sex, age: float) -> str:
        covering = [row for row in self.cutoffs if row.covers(sex, age)]
        reached = (row.says for row in covering if row.reached_by(value))
        return next(reached, NORMAL if covering else "")

    def _people(self, sex: Sex | None, age: float | None) -> Iterator[tuple[Sex, float]]:
        """Everyone the person may be: each sex, and each age band that the norm covers."""
        ages = sorted({row.from_age for row in self.cutoffs}) if age is None else [age]
        return product(SEXES if sex is None else (sex,), ages)


def _cutoff(row: dict[str, Any]) -> Cutoff:
    return Cutoff(
        says=row["says"],
        above=row.get("above", UNLIMITED),
        below=row.get("below", -UNLIMITED),
        sex=row.get("sex", ""),
        from_age=row.get("from_age", 0.0),
        end_age=row.get("end_age", UNLIMITED),
        source=row["source"],
    )


def _home_test(id_: str, row: dict[str, Any]) -> HomeTest:
    plain = {key: value for key, value in row.items() if key not in ("aliases", "rule")}
    cutoffs = tuple(_cutoff(each) for each in row.get("rule", ()))
    return HomeTest(id=id_, aliases=tuple(row["aliases"]), cutoffs=cutoffs, **plain)


TESTS: Mapping[str, HomeTest] = MappingProxyType(
    {id_: _home_test(id_, row) for id_, row in load_table(__package__, "tests.toml").items()}
)
"""Every home test by its slug."""


@cache
def _names() -> NameIndex:
    return NameIndex({each.id: (each.name, *each.aliases) for each in TESTS.values()})


def home_test(test_id: str) -> HomeTest:
    """The home test of that slug.

    Raises:
        UnknownId: no such slug; it names the nearest one.
    """
    if test_id in TESTS:
        return TESTS[test_id]
    raise UnknownId("test", test_id, next(iter(_names().near(test_id)), None))


@lru_cache(maxsize=4096)
def resolve_test(name: str) -> str | None:
    """The slug of a test as people write it, or None where it is not surely one of the library."""
    return _names().find(name)

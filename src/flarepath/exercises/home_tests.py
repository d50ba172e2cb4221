"""The home tests: what each measures, how to do it, and from which number on it says something.

EVIDENCE 4 rules them all: three minutes of warm-up, two tries, the same time of day, rested muscles; an own trend and
sides for every test, a label only where a norm exists; and a label describes the test, not the cause of a pain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from math import sqrt
from types import MappingProxyType
from typing import Any, Literal

from flarepath.errors import UnknownId
from flarepath.exercises.names import NameIndex
from flarepath.exercises.traits import traits_of
from flarepath.quantities import Zone
from flarepath.sources import load_table

Sex = Literal["male", "female"]

SEXES: tuple[Sex, ...] = ("male", "female")
"""The sexes for which norms exist."""

UNLIMITED = float("inf")

NORMAL = "normal"

REST_HOURS = 72
"""So long after hard work a muscle is not tested: it is weaker and shorter for a while (EVIDENCE 4)."""

LABEL_MEANS = "A label describes the result of a test, not the cause of a pain; such labels predict pain poorly."
"""What no result of a home test says (EVIDENCE 4)."""

_TIMES = {1: "Once is enough.", 2: "Do it twice", 3: "Do it three times"}
_KEEP = {"best": "keep the best", "mean": "with a good rest between, and take the mean"}


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
    what the number can be. `source` is where the norm comes from and `population` who was measured for it. `error`:
    the standard error of one result, in `unit`. `side_gap` and `side_share`: the difference between the sides that
    means nothing, in `unit` and as a share of the stronger side, where this test has its own. `zone`: the part of the
    muscle's range that a strength test loads. `void`: details of a diary row that make its result say nothing.
    `traits` say what it asks of the body, `not_with` names facts and events for which this very test is out.
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
    norm: str
    source: str
    population: str
    error: float
    error_source: str
    equipment: tuple[str, ...]
    protocol: str
    stop_rule: str
    cutoffs: tuple[Cutoff, ...]
    zone: Zone | None = None
    side_gap: float | None = None
    side_share: float | None = None
    tries: int = 2
    keep: Literal["best", "mean"] = "best"
    says_not: str = ""
    void: Mapping[str, Sequence[str]] = field(default_factory=dict)
    traits: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()

    @property
    def steps(self) -> tuple[str, ...]:
        """The whole test in plain steps, from the warm-up to what to write down."""
        rested = f"Come rested: no hard work on this muscle in the {REST_HOURS} hours before. " if self.muscle else ""
        own = (line.partition(". ")[2] for line in self.protocol.splitlines())
        tries = _TIMES[self.tries] if self.tries == 1 else f"{_TIMES[self.tries]}, {_KEEP[self.keep]}."
        return (f"{rested}Warm up for 3 minutes.", *own, f"{tries} Next time at the same time of day.")

    @property
    def least_change(self) -> float:
        """The smallest difference of two results that is more than their own error, 19 times in 20 (MDD95)."""
        return 1.96 * sqrt(2) * self.error

    def can_say(self, label: str) -> bool:
        """Whether some number of this test supports that label for somebody.

        Args:
            label: short, weak, normal and so on.
        """
        return bool(self.cutoffs) if label == NORMAL else any(row.says == label for row in self.cutoffs)

    def can_be(self, value: float) -> bool:
        """Whether a number is one that this test can give; any other was measured another way.

        Args:
            value: the number as written, in the test's unit.
        """
        return self.least <= value <= self.most

    def is_void(self, detail: Iterable[tuple[str, str]]) -> bool:
        """Whether the details of a diary row tell that the result is not valid.

        Args:
            detail: the row's keys and values.
        """
        return any(value.lower() in self.void.get(key, ()) for key, value in detail)

    def turned(self, value: float) -> float:
        """A number as written, turned so that more means more range or strength; turned again it is as written.

        Args:
            value: a number in the test's unit.
        """
        return -value if self.more == "lower" and self.about != "other" else value

    def says(self, value: float, *, sex: Sex | None = None, age: float | None = None) -> str:
        """The label that a number supports for that person, or empty where no norm decides.

        Where sex or age is unknown, a label stands only if it holds for everyone whom the norm covers.

        Args:
            value: the number as written, in the test's unit.
            sex: male or female where known.
            age: in years where known.
        """
        if not self.cutoffs or not self.can_be(value):
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
    plain: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items() if key != "rule"
    }
    stated = {"traits": traits_of(row), "not_with": frozenset(row.get("not_with", ()))}
    return HomeTest(id=id_, cutoffs=tuple(_cutoff(each) for each in row.get("rule", ())), **(plain | stated))


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

"""What the home tests found: `test` rows of the diary with the label that each supports for a muscle.

A number is judged against the cut-offs for the person's sex and age. `Measure.value` is turned so that more means more
range or strength: of a test whose number falls as range grows (a gap, a lack of straightening) it is the negative.
A change against the person's own usual is kept as written (negative = less) and never carries a label: a drop after a
dose is a passing state, not a short muscle (D2). The number as written stays in `Measure.entry`. A result whose row
tells that it is not valid (a Thomas test with a free pelvis) is kept and says nothing; so is a number that cannot be,
which `misread` lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flarepath.body import REGIONS, muscles_named
from flarepath.diary import Diary, Entry, Problem
from flarepath.exercises.home_tests import NORMAL, TESTS, HomeTest, Sex, resolve_test
from flarepath.exercises.model import Measure

About = Literal["length", "strength", "other"]

WORDS: dict[str, frozenset[str]] = {
    "length": frozenset({"short", "normal", "long"}),
    "strength": frozenset({"weak", "normal", "strong"}),
}
"""The labels of each property; `length` and `strength` are also the names of rows that say them outright."""

FAILED = {"length": "short", "strength": "weak"}
"""What a test that was not passed says, by what it is about."""

_SEX: dict[str, Sex] = {
    "female": "female",
    "f": "female",
    "woman": "female",
    "male": "male",
    "m": "male",
    "man": "male",
}
_SAME_UNIT = {
    "°": "deg",
    "degree": "deg",
    "degrees": "deg",
    "rep": "reps",
    "sec": "s",
    "seconds": "s",
    "point": "points",
}
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
_SECONDS = {"s": 1.0, "min": 60.0}


@dataclass(frozen=True, slots=True)
class _Person:
    sex: Sex | None
    birth_year: float | None

    def age(self, time: datetime) -> float | None:
        return None if self.birth_year is None else time.year - self.birth_year


def measures(diary: Diary) -> tuple[Measure, ...]:
    """Every result of a home test in time order; a row about several muscles gives one measure for each."""
    person = _person(diary)
    return tuple(
        _measure(entry, muscle, person)
        for entry in diary.of("test")
        for muscle in _muscles(entry, _test(entry)) or ("",)
    )


def _person(diary: Diary) -> _Person:
    facts = {fact.what: fact for fact in diary.of("fact")}
    sex = _SEX.get(facts["sex"].word.lower()) if "sex" in facts else None
    return _Person(sex, facts["birth_year"].value if "birth_year" in facts else None)


def _test(entry: Entry) -> HomeTest | None:
    return TESTS.get(resolve_test(entry.what) or "")


def _muscles(entry: Entry, test: HomeTest | None) -> tuple[str, ...]:
    """The muscles a row speaks of: the test's own, else those that `where` names."""
    return (test.muscle,) if test and test.muscle else muscles_named(entry.where)


def _about(entry: Entry, test: HomeTest | None) -> About:
    if test:
        return test.about
    said = entry.what.lower()
    return "length" if said == "length" else "strength" if said == "strength" else "other"


def _measure(entry: Entry, muscle: str, person: _Person) -> Measure:
    test, is_change = _test(entry), entry.text("change") == "own"
    about = _about(entry, test)
    unit = test.unit if test else entry.unit
    value = entry.value if entry.value is None else in_unit(entry.value, entry.unit or unit, unit)
    comparable = value is not None or entry.value is None
    return Measure(
        entry=entry,
        time=entry.time,
        test=test.id if test else " ".join(entry.what.lower().split()),
        about=about,
        muscle=muscle,
        region=entry.where if entry.where in REGIONS else "",
        side=entry.side,
        says="" if is_change else _says(entry, about, test, value, person),
        value=_turned(value, test, is_change=is_change) if comparable else entry.value,
        unit=unit if comparable else entry.unit,
        is_change=is_change,
    )


def _says(entry: Entry, about: About, test: HomeTest | None, value: float | None, person: _Person) -> str:
    if about == "other" or (test and test.is_void(entry.detail)):
        return ""
    said = entry.word.lower()
    if said in ("pass", "fail"):
        word = NORMAL if said == "pass" else FAILED[about]
        # Whoever could not get a label by a number gets none by a word for the same result.
        return word if test is None or test.can_say(word) else ""
    if said in WORDS[about]:
        return said
    return test.says(value, sex=person.sex, age=person.age(entry.time)) if test and value is not None else ""


def _turned(value: float | None, test: HomeTest | None, *, is_change: bool) -> float | None:
    return test.turned(value) if test and value is not None and not is_change else value


def misread(diary: Diary) -> tuple[Problem, ...]:
    """The test rows whose number cannot be: out of the test's reach, or in a unit that measures something else.

    Args:
        diary: the person's diary.
    """
    return tuple(problem for entry in diary.of("test") if (problem := _problem(entry, _test(entry))))


def _problem(entry: Entry, test: HomeTest | None) -> Problem | None:
    if test is None or entry.value is None or entry.text("change") == "own":
        return None
    value = in_unit(entry.value, entry.unit or test.unit, test.unit)
    if value is not None and test.can_be(value):
        return None
    bounds = f"from {test.least:g} to {test.most:g} {test.unit}"
    return Problem(entry.line, f"{entry.what} {entry.value:g} {entry.unit}".rstrip(), f"{test.name} is {bounds}")


def in_unit(value: float, unit: str, wanted: str) -> float | None:
    """A number in another unit, or None where the two do not measure the same.

    Example:
        >>> in_unit(95, "mm", "cm"), in_unit(9, "reps", "cm")
        (9.5, None)
    """
    unit = _SAME_UNIT.get(unit.lower(), unit.lower())
    for table in (_MILLIMETRES, _SECONDS):
        if unit in table and wanted in table:
            return value * table[unit] / table[wanted]
    return value if unit == wanted else None

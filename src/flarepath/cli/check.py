"""What `doctor` looks at: the tools, the tables, and one diary."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Final

import flarepath
from flarepath.body import MUSCLES, REGIONS, nearest
from flarepath.diary import TRAINED, Diary, Entry, Problem
from flarepath.exercises import EXERCISES, resolve, suggest
from flarepath.flares import cause_table
from flarepath.safety import QUESTIONS, help_numbers
from flarepath.sources import all_sources

TOOLS: Final = ("click", "rich", "tzdata")

SEXES: Final = ("female", "male", "other")

MOST_YEARS: Final = 120
"""Nobody who writes a diary is older (ours)."""


@dataclass(frozen=True, slots=True)
class Screens:
    """When safety questions were answered last, how many of them ever, and how many there are."""

    newest: datetime | None
    answered: int
    of: int
    days_old: int | None


@dataclass(frozen=True, slots=True)
class DiaryCheck:
    """What a diary holds: entries by kind, span, zones, unreadable lines, exercises that the library does not know.

    `odd` are sentences on what can be read and cannot be right: a year of birth to come, an answer to no question.
    """

    kinds: Mapping[str, int]
    first: datetime | None
    last: datetime | None
    zones: tuple[str, ...]
    problems: Sequence[Problem]
    screens: Screens
    unknown: Mapping[str, tuple[str, ...]]
    odd: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether every line could be read and be right; an exercise of the person's own is no fault."""
        return not self.problems and not self.odd


def installed() -> dict[str, str]:
    """The versions of what Flarepath runs on."""
    return {"flarepath": flarepath.__version__, "Python": platform.python_version()} | {
        tool: version(tool) for tool in TOOLS
    }


def tables() -> dict[str, int]:
    """How much the tables hold; reading them is the check."""
    return {
        "safety questions": len(QUESTIONS),
        "causes": len(cause_table().texts),
        "exercises": len(EXERCISES),
        "muscles": len(MUSCLES),
        "regions": len(REGIONS),
        "sources": len(all_sources()),
    }


def checked(diary: Diary) -> DiaryCheck:
    """What a diary holds and lacks.

    Args:
        diary: as it was read.
    """
    return DiaryCheck(
        kinds=Counter(entry.kind for entry in diary.entries),
        first=diary.local(diary.first) if diary.first else None,
        last=diary.local(diary.last) if diary.last else None,
        zones=_zones(diary),
        problems=diary.problems,
        screens=_screens(diary),
        unknown=_unknown(diary.of(*TRAINED)),
        odd=(*_odd_facts(diary), *_odd_answers(diary)),
    )


def _odd_facts(diary: Diary) -> Iterator[str]:
    """Facts that cannot be so, or that nobody here can read; the safety questions weigh less well without them."""
    for fact in diary.of("fact"):
        day = f"{fact.time:%Y-%m-%d}"
        if fact.what == "birth_year" and not _is_lived(fact):
            told = f"{fact.value:.0f}" if fact.value is not None else fact.word
            yield f"Year of birth {told}, written on {day}: nobody who writes a diary was born then. Tell it again."
        elif fact.what == "country" and help_numbers(fact.word).country == "unknown":
            yield f"Country {fact.word!r}, written on {day}: not known here, so no telephone number can be named."
        elif fact.what == "sex" and fact.word.lower() not in SEXES:
            yield f"Sex {fact.word or fact.value!r}, written on {day}: read are {', '.join(SEXES)}."


def _is_lived(fact: Entry) -> bool:
    """Whether somebody born in that year can have written it."""
    born = fact.value if fact.value is not None else float(fact.word) if fact.word.isdecimal() else None
    return born is not None and 0 <= fact.time.year - born <= MOST_YEARS


def _odd_answers(diary: Diary) -> Iterator[str]:
    """Answers to questions that do not exist: a yes among them may have been meant for another one."""
    for answer in diary.of("answer"):
        if answer.what not in QUESTIONS:
            near = nearest(answer.what, list(QUESTIONS))
            told = f"Answer {answer.word!r} to {answer.what}, written on {answer.time:%Y-%m-%d}: no such question."
            yield f"{told} Perhaps {near}?" if near else told


def _zones(diary: Diary) -> tuple[str, ...]:
    named = (entry.word for entry in diary.of("fact") if entry.what == "timezone")
    return tuple(dict.fromkeys(named)) or ("UTC",)


def _screens(diary: Diary) -> Screens:
    answers = [entry for entry in diary.of("answer") if entry.what in QUESTIONS]
    newest = max((entry.time for entry in answers), default=None)
    days = (diary.last - newest).days if newest and diary.last else None
    return Screens(newest, len({entry.what for entry in answers}), len(QUESTIONS), days)


def _unknown(trained: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(entry.what for entry in trained if entry.kind == "exercise" and entry.what)
    return {name: suggest(name) for name in names if resolve(name) is None}

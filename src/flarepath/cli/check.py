"""What `doctor` looks at: the tools, the tables, and one diary."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Final

import flarepath
from flarepath.body import MUSCLES, REGIONS
from flarepath.diary import TRAINED, Diary, Entry, Problem
from flarepath.exercises import EXERCISES, resolve, suggest
from flarepath.flares import cause_table
from flarepath.safety import QUESTIONS
from flarepath.sources import all_sources

TOOLS: Final = ("click", "rich", "tzdata")


@dataclass(frozen=True, slots=True)
class Screens:
    """When safety questions were answered last, how many of them ever, and how many there are."""

    newest: datetime | None
    answered: int
    of: int
    days_old: int | None


@dataclass(frozen=True, slots=True)
class DiaryCheck:
    """What a diary holds: entries by kind, span, zones, unreadable lines, exercises that the library does not know."""

    kinds: Mapping[str, int]
    first: datetime | None
    last: datetime | None
    zones: tuple[str, ...]
    problems: Sequence[Problem]
    screens: Screens
    unknown: Mapping[str, tuple[str, ...]]

    @property
    def is_sound(self) -> bool:
        """Whether every line could be read; an exercise of the person's own is no fault."""
        return not self.problems


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
    )


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

"""Finding exercises in the library by what somebody types and chooses."""

from __future__ import annotations

from dataclasses import dataclass

from flarepath.body import MUSCLES
from flarepath.exercises import EXERCISES, Exercise

MOST_SHOWN = 60
"""So many are listed; more words find fewer."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed and chosen; what is empty does not matter. `tool` is "none" for what needs nothing."""

    words: str = ""
    muscle: str = ""
    zone: str = ""
    tool: str = ""


def found(wanted: Wanted) -> tuple[Exercise, ...]:
    """The exercises that fit, those whose name begins with the words first.

    Args:
        wanted: what was typed and chosen.

    Example:
        >>> found(Wanted("copenhagen"))[0].id
        'copenhagen_plank'
    """
    words = wanted.words.lower().split()
    fitting = [
        each for each in EXERCISES.values() if _has(each, words) and _works(each, wanted) and _with(each, wanted)
    ]
    begin = " ".join(words)
    return tuple(sorted(fitting, key=lambda each: (not each.name.lower().startswith(begin), each.name.lower())))


def _has(exercise: Exercise, words: list[str]) -> bool:
    muscles = (MUSCLES[name].name for name in exercise.mains)
    told = " ".join((exercise.name, *exercise.aliases, exercise.pattern, exercise.kind, *muscles)).lower()
    return all(word in told.replace("_", " ") for word in words)


def _works(exercise: Exercise, wanted: Wanted) -> bool:
    mains = [work for work in exercise.work if work.role == "main"]
    return any(wanted.muscle in ("", work.muscle) and wanted.zone in ("", work.zone) for work in mains)


def _with(exercise: Exercise, wanted: Wanted) -> bool:
    if wanted.tool == "none":
        return not exercise.equipment
    return not wanted.tool or wanted.tool in exercise.equipment

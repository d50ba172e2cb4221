"""The nineteen lessons to read, and which one to read next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from flarepath.body import nearest
from flarepath.diary import Diary
from flarepath.errors import UnknownId
from flarepath.sources import load_table
from flarepath.triggers import food_caution

READ: Final = "lesson_read"
"""The name of the note that marks a lesson as read."""

ABOUT_FOOD: Final = frozenset({"food", "food_gaps"})
"""Lessons that are not offered to somebody who had an eating disorder: a dietitian opens that page."""

FOOD_TEST: Final = frozenset({"food"})
"""Lessons with a plan to leave a food out; not offered where no food is tested at home."""

FIRST: Final = ("first_hour", "pain_and_damage", "when_to_see_someone")
"""What everybody reads first."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson: 300 to 500 words in paragraphs, with its question to guess first and one thing to try.

    `reassures` pairs each calming sentence of the text with its other half. `for_causes` are the cause classes for
    which it is worth reading first; empty for everybody.
    """

    id: str
    title: str
    in_short: str
    guess: str
    paragraphs: tuple[str, ...]
    try_this: str
    reassures: tuple[tuple[str, str], ...]
    for_causes: tuple[str, ...]
    because: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words the text has."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


def _lesson(name: str, row: Mapping[str, Any]) -> Lesson:
    return Lesson(
        id=name,
        title=row["title"],
        in_short=row["in_short"],
        guess=row["guess"],
        paragraphs=tuple(" ".join(part.split()) for part in row["text"].strip().split("\n\n")),
        try_this=row["try_this"],
        reassures=tuple((pair["says"], pair["but"]) for pair in row["reassures"]),
        for_causes=tuple(row["for_causes"]),
        because=tuple(row["because"]),
        sources=tuple(row["sources"]),
    )


LESSONS: Mapping[str, Lesson] = MappingProxyType(
    {
        name: _lesson(name, row)
        for table in ("reading_movement.toml", "reading_life.toml")
        for name, row in load_table(__package__, table)["lesson"].items()
    }
)
"""Every lesson by its id, in the order of the course."""


def lesson(name: str) -> Lesson:
    """The lesson of that id.

    Args:
        name: its id.

    Raises:
        UnknownId: no such lesson; it names the nearest one.
    """
    if name not in LESSONS:
        raise UnknownId("lesson", name, nearest(name, list(LESSONS)))
    return LESSONS[name]


def caution(name: str, diary: Diary) -> str:
    """What this person reads before a lesson about food, as half a sentence; empty for every other.

    Args:
        name: of the lesson.
        diary: entries up to the moment.
    """
    return food_caution(diary) if name in ABOUT_FOOD else ""


def read(diary: Diary) -> frozenset[str]:
    """The lessons marked as read.

    Args:
        diary: entries up to the moment.
    """
    return frozenset(entry.word for entry in diary.of("note") if entry.what == READ and entry.word in LESSONS)


def to_read(diary: Diary, *, causes: tuple[str, ...] = ()) -> tuple[Lesson, ...]:
    """The lessons that were not read yet: the three for everybody, then those on the likeliest causes, then the rest.

    Args:
        diary: entries up to the moment.
        causes: cause classes, likeliest first.
    """
    fact = diary.fact("eating_disorder")
    hidden = ABOUT_FOOD if fact and fact.word.lower() not in ("", "no", "none") else frozenset()
    done = read(diary) | hidden | (FOOD_TEST if food_caution(diary) else frozenset())
    order = {name: place for place, name in enumerate(LESSONS)}

    def turn(each: Lesson) -> tuple[int, int, int]:
        if each.id in FIRST:
            return 0, FIRST.index(each.id), 0
        fits = [place for place, cause in enumerate(causes) if cause in each.for_causes]
        return (1, min(fits), order[each.id]) if fits else (2, 0, order[each.id])

    return tuple(sorted((each for each in LESSONS.values() if each.id not in done), key=turn))

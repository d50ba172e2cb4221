"""What stands in a diary and comes before everything that only describes it: an emergency, a crisis, be seen today."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from flarepath import why
from flarepath.cli.diaries import source
from flarepath.cli.moment import now
from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.flares import EFFORT_PLACES
from flarepath.plan import Allowed, allowed
from flarepath.safety import QUESTIONS

HEART: Final = "e1"
"""The question about the heart."""

FIRST: Final = frozenset({"emergency", "crisis", "same_day", "parent"})
"""The cards whose sentence is said first; questions that are open stop no description."""


def standing(diary: Diary, *, at: datetime | None = None) -> str:
    """The sentence of what stands at a moment; empty where nothing does.

    Args:
        diary: as it was read.
        at: the moment; the last entry's by default.
    """
    try:
        gate = why.screened(diary, at=at).gate
    except NothingToAnswerFrom:
        return ""
    return gate.say if gate.card in FIRST else ""


def named(name: str | None) -> Diary | None:
    """The diary that was named; None where none was.

    Args:
        name: a file, a folder or `-`.

    Raises:
        Refused: the diary cannot be read.
    """
    return source(name).diary(now=now()) if name else None


def permitted(diary: Diary | None) -> Allowed | None:
    """What the person of a diary may be handed at its last entry; None where no diary was named or it is empty.

    Args:
        diary: as it was read.
    """
    if diary is None or diary.last is None:
        return None
    return allowed(why.screened(diary).gate, diary, at=diary.last)


def first_of(diary: Diary | None, *, hurts: str = "") -> dict[str, Any]:
    """What is said first, as part of a document: what stands in the diary, else a word on a place that hurts.

    Args:
        diary: as it was read; None where none was named.
        hurts: a region, or empty.
    """
    said = standing(diary) if diary else ""
    said = said or (_about_effort() if hurts in EFFORT_PLACES else "")
    return {"safety": said} if said else {}


def _about_effort() -> str:
    """The question about the heart, for a place where a pain with effort may come from there."""
    return f"First: {QUESTIONS[HEART].text} Then stop, and call your emergency number now."

"""What stands in a diary and comes before everything that only describes it: an emergency, a crisis, be seen today."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from flarepath import why
from flarepath.cli.diaries import source
from flarepath.cli.moment import now
from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom

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


def first_of(name: str | None) -> dict[str, Any]:
    """What stands in the diary that a call names, as part of a document; empty where nothing does or none is named.

    Args:
        name: a file, a folder or `-`; None where no diary was named.

    Raises:
        Refused: the diary cannot be read.
    """
    said = standing(source(name).diary(now=now())) if name else ""
    return {"safety": said} if said else {}

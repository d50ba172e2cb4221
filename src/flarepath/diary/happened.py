"""What an event is about: its own name, or what somebody's own words for it stand for (`happened.toml`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from flarepath.diary.entry import Entry
from flarepath.diary.mentions import mentions
from flarepath.diary.vocabulary import KINDS
from flarepath.sources import load_table

_TABLE: Final = load_table("flarepath.diary", "happened.toml")
_WORDS: Final = tuple(word for row in _TABLE.values() for word in row["words"])


def happened(event: Entry) -> str:
    """The diary's name for what happened: a "fall" is a trauma; the own name where no word of the table names another.

    Args:
        event: an entry of the kind `event`.
    """
    return event.what if event.what in KINDS["event"].names else _stands_for(event.what)


@lru_cache(maxsize=2048)
def _stands_for(name: str) -> str:
    said = frozenset(mentions(name.replace("_", " ").replace("-", " "), _WORDS))
    return next((event for event, row in _TABLE.items() if said.intersection(row["words"])), name)

"""What people write in their own words, and the questions that it opens (`danger_words.toml`).

A short list of words is no reading of a text: what it does not find, nobody has read. So the sentences of the gate
speak of answers, never of everything that was told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType

from flarepath.diary import KINDS, Diary, Entry, mentions
from flarepath.sources import load_table

READ = tuple(KINDS)
"""The kinds of entry whose free words are read: all, since any of them can carry a text."""

OWN_NAMES = ("note", "event")
"""The kinds whose own name is free words too: somebody may log an event called "fell off the bike"."""

LONGEST = 2_000
"""So much of one text is read."""


@dataclass(frozen=True, slots=True)
class DangerWords:
    """One group of words: what it is about, the words, and the questions they open."""

    name: str
    words: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """An entry with words of danger: which words stand there, and the questions they open."""

    entry: Entry
    words: tuple[str, ...]
    questions: tuple[str, ...]


def _groups() -> dict[str, DangerWords]:
    table = load_table("flarepath.safety", "danger_words.toml")
    return {name: DangerWords(name, tuple(row["words"]), tuple(row["questions"])) for name, row in table.items()}


DANGER_WORDS: Mapping[str, DangerWords] = MappingProxyType(_groups())
"""Every group of words by its name."""


ALL_WORDS = tuple(dict.fromkeys(word for group in DANGER_WORDS.values() for word in group.words))
"""The words of every group."""

READ_BACK = timedelta(weeks=12)
"""Older words are not read: an answer counts for 28 days, and a professional is told of the last weeks."""


def written_danger(diary: Diary) -> tuple[Written, ...]:
    """Every entry of the last weeks of the diary whose own words speak of a danger, oldest first.

    Args:
        diary: entries up to the moment asked about.
    """
    return diary.kept(_written)


def _written(diary: Diary) -> tuple[Written, ...]:
    if diary.last is None:
        return ()
    return tuple(_found(diary.between(diary.last - READ_BACK, diary.last + timedelta(seconds=1), *READ)))


def _found(entries: Iterable[Entry]) -> Iterator[Written]:
    for entry in entries:
        text = free_words(entry)
        groups = _spoken_of(text) if text else ()
        if groups:
            words = tuple(word for _, words in groups for word in words)
            questions = dict.fromkeys(one for group, _ in groups for one in group.questions)
            yield Written(entry, words, tuple(questions))


@lru_cache(maxsize=2048)
def _spoken_of(text: str) -> tuple[tuple[DangerWords, tuple[str, ...]], ...]:
    said = frozenset(mentions(text, ALL_WORDS))
    found = ((group, tuple(word for word in group.words if word in said)) for group in DANGER_WORDS.values())
    return tuple((group, words) for group, words in found if words)


def free_words(entry: Entry) -> str:
    """The words of an entry that a person chose themselves; empty where it holds none.

    Args:
        entry: any row of a diary.
    """
    own = (entry.what.replace("_", " "), entry.word) if entry.kind in OWN_NAMES else ()
    return ". ".join(filter(None, (*own, entry.text("text"), entry.text("reason"))))[:LONGEST]

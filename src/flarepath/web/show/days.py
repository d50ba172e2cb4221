"""Days and their entries in words."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flarepath.diary import FELT, Diary, Entry
from flarepath.safety import QUESTIONS
from flarepath.web.show.words import day, name, place

Document = dict[str, Any]

MOST_DAYS = 91
"""A table of more days is not read; the picture shows them."""

DONE = ("exercise", "stretch", "massage")


def days(diary: Diary, at: datetime, count: int) -> list[Document]:
    """The days with something written down, the newest first: the worst that was felt, what was done, night, stress.

    Args:
        diary: of the person.
        at: now, on the person's own clock.
        count: so many days.
    """
    by_day: dict[str, list[Entry]] = defaultdict(list)
    for entry in diary.between(at - timedelta(days=min(count, MOST_DAYS)), at + timedelta(seconds=1)):
        by_day[entry.time.astimezone(at.tzinfo).date().isoformat()].append(entry)
    return [_day(iso, by_day[iso]) for iso in sorted(by_day, reverse=True)]


def facts(diary: Diary) -> dict[str, str]:
    """What the person told of themselves, by name.

    Args:
        diary: of the person.
    """
    told = {each.what.replace("_", " "): each for each in diary.facts().values()}
    return {what: each.word or f"{each.value:g}" for what, each in told.items() if each.word or each.value is not None}


def _day(iso: str, entries: list[Entry]) -> Document:
    felt = [entry for entry in entries if entry.kind in FELT and entry.value is not None]
    worst = max(felt, key=lambda entry: entry.value or 0.0, default=None)
    numbers = {entry.kind: entry.value for entry in entries if entry.kind in ("sleep", "stress")}
    done = dict.fromkeys(name(entry.what) for entry in entries if entry.kind in DONE)
    return {
        "iso": iso,
        "name": day(iso),
        "worst": worst and {"points": worst.value, "words": f"{worst.kind}, {place(worst.where, worst.side)}"},
        "done": list(done),
        **numbers,
    }


def entry(id_: UUID, each: Entry) -> Document:
    """One entry in words, with what may be done to it.

    Args:
        id_: its id in the store.
        each: the entry.
    """
    what = QUESTIONS[each.what].text if each.what in QUESTIONS else name(each.what) if each.what else ""
    where = place(each.where, each.side) if each.where else each.side
    value = "" if each.value is None else f"{each.value:g}"
    return {
        "id": id_,
        "time": f"{each.time:%H:%M}",
        "kind": each.kind,
        "words": ", ".join(filter(None, (what, where, each.word))),
        "value": value,
        "unit": each.unit,
        "detail": "; ".join(f"{key} {text}" for key, text in each.detail if key != "version"),
        "changeable": each.kind != "answer",
    }

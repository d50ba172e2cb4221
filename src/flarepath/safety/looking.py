"""What may be looked at of the answers and facts themselves, for pages that show and change them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from flarepath.diary import Diary, Entry
from flarepath.quantities import Side
from flarepath.safety.answers import Place, answers
from flarepath.safety.person import newest_by_place, person, says_yes


def standing_answers(
    diary: Diary, question: str, *, at: datetime, region: str = "", side: Side = ""
) -> tuple[Entry, ...]:
    """The entries yes and not sure to a question about that very place that still count, newest first.

    Args:
        diary: the whole diary; what is later than `at` does not exist.
        question: a question's id.
        at: the moment asked about, aware.
        region: the region that was answered about, empty for the whole body.
        side: its side.
    """
    until, place = diary.until(at), Place(region, side)
    found = answers(until, at=at).standing(question, place=place)
    stands = {(each.written, each.word) for each in found if each.place == place}
    rows = (each for each in reversed(until.of("answer")) if each.what == question)
    return tuple(
        each for each in rows if (each.where, each.side) == (region, side) and (each.time, each.word) in stands
    )


def known_facts(diary: Diary, *, at: datetime) -> Mapping[str, bool]:
    """Which facts hold and which do not, by name; what nobody said, or what has run out, is not in it.

    Args:
        diary: the whole diary; what is later than `at` does not exist.
        at: the moment asked about, aware.
    """
    return {name: value for name, value in person(diary.until(at), at=at).facts.items() if isinstance(value, bool)}


def places_of_fact(diary: Diary, name: str) -> tuple[Entry, ...]:
    """The newest entry of each place that says that a fact holds there.

    Args:
        diary: entries up to the moment asked about.
        name: which fact.
    """
    rows = newest_by_place(entry for entry in diary.of("fact") if entry.what == name)
    return tuple(entry for entry in rows if says_yes(entry))

"""News: what was told since the answers, and which questions it opens again (`news.toml`).

An answer counts only for what the person knew when it was given. A pop, a new place, very strong pain, numbness, a
test that halves or a word of danger in a note are new, so the questions they bear on are asked again and block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

from flarepath.body import REGIONS
from flarepath.diary import FELT, Diary, Entry, happened
from flarepath.safety.answers import WHOLE_BODY, Place, Said
from flarepath.safety.danger_words import written_danger
from flarepath.safety.effort import after_effort, energy_falls
from flarepath.safety.implants import ImplantPain
from flarepath.safety.person import says_yes
from flarepath.safety.questions import QUESTIONS
from flarepath.safety.soreness import late_soreness
from flarepath.safety.spells import halved_tests, low_moods, spells
from flarepath.safety.wording import WORDS, place_text, points_text, short_day_text
from flarepath.sources import Numbers, load_table

TABLE = load_table("flarepath.safety", "news.toml")
"""The rows of `news.toml` by name."""

NERVE = frozenset({"numb", "electric"})
"""Qualities that speak of a nerve."""

URGENT = ("emergency", "same_day")
"""The tiers of the questions that very strong pain and a new place open."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that was told and that opens questions again.

    `time` is in UTC; an answer counts when it is not older. `place` is what it is about, empty for the whole person.
    `by_list` says that the questions are those of an area of the body; `mild` that answers of the two hours before it
    count too; `newer` that it asks a question at once that was added since the list was answered.
    """

    time: datetime
    place: Place
    questions: tuple[str, ...]
    reason: str
    by_list: bool = False
    mild: bool = False
    newer: bool = False

    def opens(self, said: Said | None, *, starred: bool, numbers: Numbers) -> bool:
        """Whether an answer is missing, or too old for this.

        Args:
            said: the newest answer that speaks for the place.
            starred: whether the question is one of the short screen.
            numbers: the part's numbers.
        """
        if said is None:
            return True
        # Place and level come first, so what was answered within two hours before speaks for what begins now; the
        # short screen does so only while the pain is not very strong.
        grace = self.by_list and (self.mild or not starred)
        return said.time < self.time - timedelta(hours=numbers["grace_hours"] * grace)


def news(diary: Diary, pains: tuple[ImplantPain, ...], *, at: datetime, numbers: Numbers) -> tuple[News, ...]:
    """Everything that was told within the time for which an answer counts, oldest first.

    Args:
        diary: entries up to `at`.
        pains: new or worse pain near an implant.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    since = at - timedelta(days=numbers["full_days"])
    found = chain(
        _events(diary),
        _operations_told(diary),
        _strong(diary, numbers),
        _new_places(diary, numbers),
        _numb(diary, numbers),
        _late_soreness(diary, at, numbers),
        _implants(diary, pains),
        _effort(diary, numbers),
        _tests(diary, numbers),
        _moods(diary, numbers),
        _tired(diary, numbers),
        _words(diary),
    )
    return tuple(sorted((one for one in found if one.time >= since), key=lambda one: one.time))


def _of(entry: Entry) -> Place:
    return Place(entry.where, entry.side) if entry.where in REGIONS else Place()


def _one(row: dict[str, Any], time: datetime, about: Place, diary: Diary, **words: str) -> News:
    reason = row["reason"].format(day=short_day_text(diary.local(time)), **words)
    return News(time.astimezone(UTC), about, tuple(row["questions"]), reason)


def _events(diary: Diary) -> Iterator[News]:
    for entry in diary.of("event"):
        name = happened(entry)
        row = TABLE["event"].get(name)
        if row:
            besides = TABLE["trauma_in"].get(_area(entry.where), ()) if name == "trauma" else ()
            yield _one(row | {"questions": [*row["questions"], *besides]}, entry.time, _of(entry), diary)


def _operations_told(diary: Diary) -> Iterator[News]:
    """An operation that was told as a fact after the question on it was answered."""
    row = TABLE["event"]["surgery"]
    for entry in diary.of("fact"):
        if entry.what == "surgery" and says_yes(entry):
            one = _one({**row, "questions": ["s15"]}, entry.time, _of(entry), diary)
            yield replace(one, by_list=True, mild=True)


def _area(region: str) -> str:
    return REGIONS[region].area if region in REGIONS else ""


def _strong(diary: Diary, numbers: Numbers) -> Iterator[News]:
    """Very strong pain where it was not so strong before: steady pain asks once."""
    line = numbers["strong_points"]
    for entry in spells(diary.of(*FELT), lambda entry: (entry.value or 0.0) >= line, days=numbers["spell_days"]):
        yield _by_area("strong", entry, diary, mild=False)


def _new_places(diary: Diary, numbers: Numbers) -> Iterator[News]:
    """A place that hurts the first time it is noted; one that was noted at nothing or nearly is known since then."""
    seen: set[str] = set()
    for entry in diary.of(*FELT):
        if entry.where not in seen:
            seen.add(entry.where)
            if entry.kind != "pain" and (entry.value or 0.0) < numbers["soreness_late_points"]:
                # Mild soreness of the morning after is what training does; the ten questions of a flare-up stay.
                continue
            if (entry.value or 0.0) >= numbers["new_place_points"]:
                yield _by_area("new_place", entry, diary, mild=(entry.value or 0.0) < numbers["strong_points"])


def _by_area(name: str, entry: Entry, diary: Diary, *, mild: bool) -> News:
    row, area = TABLE[name], _area(entry.where)
    asked = (one.id for one in QUESTIONS.values() if one.tier in URGENT and area in one.opened_by_pain_in)
    reason = row["reason"].format(day=short_day_text(diary.local(entry.time)), points=points_text(entry.value or 0.0))
    questions = tuple(dict.fromkeys((*asked, *row["questions"])))
    return News(entry.time.astimezone(UTC), _of(entry), questions, reason, by_list=True, mild=mild)


def _numb(diary: Diary, numbers: Numbers) -> Iterator[News]:
    row = TABLE["nerve"]
    for entry in spells(diary.of(*FELT), lambda entry: bool(entry.qualities & NERVE), days=numbers["spell_days"]):
        questions = row.get(_area(entry.where), row["whole_body"])
        yield _one({"questions": questions, "reason": row["reason"]}, entry.time, _of(entry), diary)


def _late_soreness(diary: Diary, at: datetime, numbers: Numbers) -> Iterator[News]:
    for time, place, why in late_soreness(diary, at=at, numbers=numbers):
        yield _one(TABLE["late_soreness"], time, place, diary, why=why)


def _implants(diary: Diary, pains: tuple[ImplantPain, ...]) -> Iterator[News]:
    for pain in pains:
        yield _one(TABLE["implant"], pain.since, pain.place, diary)


def _effort(diary: Diary, numbers: Numbers) -> Iterator[News]:
    for entry in after_effort(diary, numbers=numbers):
        place = place_text(_of(entry)).lower()
        yield _one(TABLE["effort"], entry.time, Place(), diary, place=place)


def _tests(diary: Diary, numbers: Numbers) -> Iterator[News]:
    for entry, before in halved_tests(diary, units=frozenset(TABLE["halved_test"]["units"]), numbers=numbers):
        words = {"test": entry.what.replace("_", " "), "before": points_text(before)}
        yield _one(TABLE["halved_test"], entry.time, Place(), diary, after=points_text(entry.value or 0.0), **words)


def _moods(diary: Diary, numbers: Numbers) -> Iterator[News]:
    for time in low_moods(diary, numbers=numbers):
        yield _one(TABLE["low_mood"], time, Place(), diary)


def _tired(diary: Diary, numbers: Numbers) -> Iterator[News]:
    for time, fell in energy_falls(diary, numbers=numbers):
        yield replace(_one(TABLE["after_effort"], time, Place(), diary, points=points_text(fell)), newer=True)


def _words(diary: Diary) -> Iterator[News]:
    for one in written_danger(diary):
        reason = WORDS["news"]["words"].format(
            day=short_day_text(diary.local(one.entry.time)), words=", ".join(_plain(word) for word in one.words[:2])
        )
        yield News(one.entry.time.astimezone(UTC), _place_of_words(one.entry), one.questions, reason)


def _plain(word: str) -> str:
    return word.replace(" ... ", " ").replace("*", "")


def _place_of_words(entry: Entry) -> Place:
    return Place() if entry.where in WHOLE_BODY else _of(entry)

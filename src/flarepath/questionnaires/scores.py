"""Scores of the questionnaires in a diary, and how much they changed.

A diary keeps one row an answer (`test,peg_pain,,,6`), or the whole score in one row (`test,peg,,,5.3`). Answers of one
day belong together. A score with an answer missing, or with one beyond its scale, is no score.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from statistics import mean
from typing import Literal

from flarepath.diary import Diary, Entry
from flarepath.questionnaires.instruments import QUESTIONNAIRES, Questionnaire

Moved = Literal["better", "worse", "same"]
Size = Literal["none", "small", "medium", "large"]

ROUNDING = 1e-9

DAILY = "nrs"
"""The daily number is not scored here: it is the pain row itself."""


@dataclass(frozen=True, slots=True)
class Score:
    """One score of one questionnaire; `answers` in the order of its questions."""

    questionnaire: str
    time: datetime
    value: float
    answers: tuple[float, ...] = ()

    @property
    def is_positive(self) -> bool:
        """Whether somebody should be asked because of it."""
        limit = QUESTIONNAIRES[self.questionnaire].positive
        return limit is not None and self.value >= limit


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Two scores compared: `by` in points, `matters` the smallest change that does, and its size in words."""

    questionnaire: str
    before: float
    now: float
    by: float
    matters: float
    moved: Moved
    size: Size


def scores(diary: Diary, name: str) -> tuple[Score, ...]:
    """Every score of one questionnaire, oldest first.

    Args:
        diary: entries up to the moment.
        name: its id; the daily number has none.
    """
    asked = QUESTIONNAIRES[name]
    rows = {question.row for question in asked.questions} | {name}
    days: dict[date, list[Entry]] = defaultdict(list)
    for entry in diary.of("test") if name != DAILY else ():
        if entry.what.lower() in rows and entry.value is not None:
            days[diary.local(entry.time).date()].append(entry)
    found = (_score(asked, day) for day in days.values())
    return tuple(score for score in found if score is not None)


def _score(asked: Questionnaire, rows: list[Entry]) -> Score | None:
    answers = list(_answers(asked, rows))
    single = {question.row for question in asked.questions} == {asked.id}
    if not single and not answers:
        whole = [entry.value for entry in rows if entry.what.lower() == asked.id and entry.value is not None]
        return _within(asked, rows[-1].time, whole[-1], ()) if whole else None
    if not answers or any(not 0 <= value <= asked.most for value in answers):
        return None
    value = sum(answers) if asked.score == "sum" else answers[-1] if asked.score == "value" else mean(answers)
    return _within(asked, rows[-1].time, value, tuple(answers))


def _answers(asked: Questionnaire, rows: list[Entry]) -> Iterator[float]:
    """The newest answer to each question, up to its number of repeats; none at all where one is missing."""
    found: list[float] = []
    for question in asked.questions:
        own = [entry.value for entry in rows if entry.what.lower() == question.row and entry.value is not None]
        if not own:
            return
        found += own[-question.repeats :]
    yield from found


def _within(asked: Questionnaire, time: datetime, value: float, answers: tuple[float, ...]) -> Score | None:
    return Score(asked.id, time, value, answers) if asked.low <= value <= asked.high else None


def change(name: str, before: float, now: float) -> ScoreChange:
    """How much a score changed, against what matters to people.

    Args:
        name: the questionnaire's id.
        before: the earlier score.
        now: the later one.

    Example:
        >>> change("peg", 6.0, 4.5).moved, change("psfs", 3.0, 4.0).moved, change("psfs", 3.0, 5.5).size
        ('better', 'same', 'medium')
    """
    asked = QUESTIONNAIRES[name]
    by = now - before
    matters = asked.small if asked.small is not None else 1.0
    upward = by if asked.better == "higher" else -by
    if abs(by) < matters - ROUNDING:
        return ScoreChange(name, before, now, by, matters, "same", "none")
    return ScoreChange(name, before, now, by, matters, "better" if upward > 0 else "worse", _size(asked, abs(by)))


def _size(asked: Questionnaire, by: float) -> Size:
    if asked.large is not None and by >= asked.large:
        return "large"
    return "medium" if asked.medium is not None and by >= asked.medium else "small"


def all_scores(diary: Diary, names: Iterable[str] = QUESTIONNAIRES) -> dict[str, tuple[Score, ...]]:
    """The scores of every questionnaire that was ever answered.

    Args:
        diary: entries up to the moment.
        names: which ones.
    """
    found = {name: scores(diary, name) for name in names}
    return {name: each for name, each in found.items() if each}

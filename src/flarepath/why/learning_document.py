"""What there is to learn, as `learn --json` prints it."""

from __future__ import annotations

from typing import Any

from flarepath.lessons import (
    TACTICS,
    Calibration,
    Choices,
    Learned,
    Lesson,
    Scored,
    Workout,
)
from flarepath.questionnaires import QUESTIONNAIRES, Due, Score, change
from flarepath.why.document import screen_document
from flarepath.why.learning import Learning

Document = dict[str, Any]


def learning_document(learning: Learning) -> Document:
    """What there is to learn as plain values; where somebody must be seen today everything but the referral is empty.

    Args:
        learning: what was found.
    """
    shut = learning.is_shut
    return screen_document(learning.screened) | {
        "to_read": [_short(lesson) for lesson in learning.to_read],
        "learned": [_learned(each) for each in learning.learned],
        "guesses": [_scored(each) for each in learning.scored],
        "calibration": _calibration(learning.calibration),
        "due": [_due(each) for each in learning.due],
        "scores": {name: _scores(name, found) for name, found in learning.scores.items()},
        "lists": [_choices(each) for each in learning.lists],
        "tactics": []
        if shut
        else [{"id": each.id, "title": each.title, "in_short": each.in_short} for each in TACTICS.values()],
        "workouts": [workout_document(each) for each in learning.workouts],
    }


def lesson_document(lesson: Lesson, *, caution: str = "") -> Document:
    """One lesson whole.

    Args:
        lesson: the lesson.
        caution: what this person reads before it, or empty.
    """
    return (
        _short(lesson)
        | ({"caution": caution} if caution else {})
        | {
            "guess": lesson.guess,
            "text": list(lesson.paragraphs),
            "try_this": lesson.try_this,
            "because": list(lesson.because),
            "sources": list(lesson.sources),
        }
    )


def workout_document(workout: Workout) -> Document:
    """One workout with its three levels.

    Args:
        workout: the workout.
    """
    levels = [
        [
            {"exercise": e.exercise, "sets": e.sets, "reps": e.reps, "seconds": e.seconds, "effort": e.effort}
            for e in level
        ]
        for level in workout.levels
    ]
    return {
        "id": workout.id,
        "title": workout.title,
        "for_whom": workout.for_whom,
        "why": workout.why,
        "levels": levels,
    }


def _short(lesson: Lesson) -> Document:
    return {
        "id": lesson.id,
        "title": lesson.title,
        "in_short": lesson.in_short,
        "words": lesson.words,
        "for_causes": list(lesson.for_causes),
    }


def _learned(each: Learned) -> Document:
    return {
        "id": each.id,
        "sentence": each.sentence,
        "kind": each.kind,
        "what": each.what,
        "dose": round(each.dose, 2),
        "outcome": each.outcome.kind,
        "region": each.outcome.region,
        "side": each.outcome.side,
        "rise_points": each.rise_points,
        "within_hours": each.within_hours,
        "written_on": each.written_on.isoformat(),
        "flares": each.flares,
        "tests": each.tests,
        "held": each.held,
        "says": each.says,
    }


def _scored(each: Scored) -> Document:
    return {
        "time": each.guess.time.isoformat(),
        "region": each.guess.region,
        "side": each.guess.side,
        "cause": each.guess.cause,
        "sure": each.guess.sure,
        "answer": list(each.answer),
        "right": each.right,
    }


def _calibration(found: Calibration) -> Document:
    return {
        "guesses": found.guesses,
        "right_share": _rounded(found.right_share),
        "sure": _rounded(found.sure),
        "brier": _rounded(found.brier),
        "hints": found.hints,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _due(each: Due) -> Document:
    asked = QUESTIONNAIRES[each.questionnaire]
    return {
        "id": each.questionnaire,
        "name": asked.name,
        "since": each.since.isoformat(),
        "last": each.last.isoformat() if each.last else None,
        "questions": [{"row": question.row, "text": question.text} for question in asked.questions],
    }


def _scores(name: str, found: tuple[Score, ...]) -> Document:
    moved = change(name, found[0].value, found[-1].value) if found[1:] else None
    return {
        "name": QUESTIONNAIRES[name].name,
        "scores": [
            {"time": score.time.isoformat(), "value": round(score.value, 2), "positive": score.is_positive}
            for score in found
        ],
        "change": moved
        and {"by": round(moved.by, 2), "matters": moved.matters, "moved": moved.moved, "size": moved.size},
        "licence": QUESTIONNAIRES[name].licence,
    }


def _choices(found: Choices) -> Document:
    return {
        "id": found.id,
        "title": found.title,
        "in_short": found.in_short,
        "rows": [{"id": row.id, "do": row.do, "why": row.why, **dict(row.facts)} for row in found.rows],
    }

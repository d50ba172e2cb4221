"""Exercises, tests, questionnaires and the matrix of muscles, as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.utils.safestring import mark_safe

from flarepath.body import MUSCLES
from flarepath.diary import Diary
from flarepath.exercises import EXERCISES, TESTS, Cell, HomeTest, Measure, measures, reaches, strip
from flarepath.plan import Allowed
from flarepath.questionnaires import Questionnaire
from flarepath.web.show.may import may

Document = dict[str, Any]

ROLES = {"main": "what it is for", "helps": "helps", "little": "a little", "unclear": "unclear"}
ABOUT = {"length": "How long a muscle is", "strength": "How strong a muscle is", "other": "Other"}
ZONES = ("short", "mid", "long")


def exercise(document: Document) -> Document:
    """One exercise with names, and the picture of each muscle's lengths.

    Args:
        document: of `exercise`.
    """
    strips = {reach.muscle: _strip(reach, MUSCLES[reach.muscle].name) for reach in reaches(document["id"])}
    rows = [
        {**row, "name": MUSCLES[row["muscle"]].name, "role": ROLES[row["role"]], "strip": strips.get(row["muscle"], "")}
        for row in document["muscles"]
        if row["role"] != "little"
    ]
    near = {key: EXERCISES[document[key]] if document[key] else None for key in ("easier", "harder")}
    return document | {"muscles": rows} | near


def _strip(reach: Any, name: str) -> str:  # noqa: ANN401 - a reach of the library
    return mark_safe(strip(reach, name=name))  # noqa: S308 - numbers and a name of our own tables, escaped there


Row = tuple[HomeTest, Measure | None]


def tests(diary: Diary, allowed: Allowed) -> list[tuple[str, list[Row], list[tuple[HomeTest, str]]]]:
    """The home tests in groups: those for this person now, each with its newest result, and the others with the reason.

    Args:
        diary: of the person.
        allowed: what this person may be handed.
    """
    newest = {entry.entry.what: entry for entry in measures(diary)}
    ordered = sorted(TESTS.values(), key=lambda each: (list(ABOUT).index(each.about), each.name))
    why = {each.id: may(allowed, each).never for each in ordered}
    groups = [(about, list(group)) for about, group in groupby(ordered, key=lambda each: each.about)]
    return [
        (
            ABOUT[about],
            [(each, newest.get(each.id)) for each in group if not why[each.id]],
            [(each, why[each.id]) for each in group if why[each.id]],
        )
        for about, group in groups
    ]


def results(diary: Diary, test: str) -> list[Measure]:
    """The results of one test, the newest first.

    Args:
        diary: of the person.
        test: its id.
    """
    return [each for each in reversed(measures(diary)) if each.entry.what == test][:20]


def asked(about: Questionnaire) -> list[Document]:
    """The questions of a questionnaire, one row for each answer.

    Args:
        about: the questionnaire.
    """
    rows = [question for question in about.questions for _ in range(question.repeats)]
    return [{"name": f"{row.row}.{place}", "text": row.text} for place, row in enumerate(rows)]


def scale(about: Questionnaire) -> range:
    """The answers that can be given.

    Args:
        about: the questionnaire.
    """
    return range(int(about.low), int(about.most) + 1)


def matrix(cells: Iterable[Cell]) -> list[Document]:
    """The matrix, a row a muscle: the sides with their three parts.

    Args:
        cells: in the body's order.
    """
    return [
        {"name": MUSCLES[name].name, "sides": list(_sides(list(group)))}
        for name, group in groupby(cells, key=lambda cell: cell.muscle)
    ]


def _sides(cells: list[Cell]) -> Iterator[Document]:
    for side, group in groupby(cells, key=lambda cell: cell.side):
        own = list(group)
        yield {"side": side, "length": own[0].length, "sure": own[0].length_is_sure, "cells": own}

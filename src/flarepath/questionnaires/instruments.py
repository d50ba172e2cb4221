"""The questionnaires that ship: wording, scale, and what change matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from flarepath.errors import UnknownId
from flarepath.sources import load_table


@dataclass(frozen=True, slots=True)
class Question:
    """One question; its answer is a diary row `test,ROW,,,VALUE`, up to `repeats` of them at one time."""

    row: str
    text: str
    repeats: int = 1


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A short questionnaire that may be used freely.

    `low` and `high` bound the score, `most` one answer. `small`, `medium` and `large` are changes that matter, in
    points of the score, `share` the smallest one as a share of the first score; None where no study gives one.
    `positive` is the score from which somebody should be asked, `responder` the one up to which a person counts as
    improved. `every_days` is how often it is due.
    """

    id: str
    name: str
    about: str
    questions: tuple[Question, ...]
    score: Literal["mean", "sum", "value"]
    low: float
    high: float
    better: Literal["higher", "lower"]
    every_days: float
    source: str
    licence: str
    small: float | None = None
    medium: float | None = None
    large: float | None = None
    share: float | None = None
    positive: float | None = None
    responder: float | None = None

    @property
    def most(self) -> float:
        """The highest answer to one question."""
        return self.high / len(self.questions) if self.score == "sum" else self.high


def _questionnaire(name: str, row: dict[str, Any]) -> Questionnaire:
    fields = {key: value for key, value in row.items() if key != "items"}
    return Questionnaire(id=name, questions=tuple(Question(**item) for item in row["items"]), **fields)


QUESTIONNAIRES: Mapping[str, Questionnaire] = MappingProxyType(
    {name: _questionnaire(name, row) for name, row in load_table(__package__, "questionnaires.toml").items()}
)
"""Every questionnaire by its id."""


def questionnaire(name: str) -> Questionnaire:
    """The questionnaire of that id.

    Args:
        name: its id.

    Raises:
        UnknownId: no such questionnaire.
    """
    if name not in QUESTIONNAIRES:
        raise UnknownId("questionnaire", name, None)
    return QUESTIONNAIRES[name]

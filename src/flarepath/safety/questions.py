"""The safety questions: their words, how urgent a yes is, and whom they are for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from flarepath.rules import Answer, Facts, Rule, judge
from flarepath.safety.model import Tier
from flarepath.sources import load_table


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the full screen, answered yes, no or not sure.

    `area` is its page on the full screen. `whole_body` says that the answer is about the person and is written down
    without a region. `names` holds the facts that the question itself names, so that they never raise it.
    `left_out` are the rules that make it not applicable. `do` is what to do besides being seen; it may name
    `{emergency}`, `{urgent}`, `{doctor}` and `{crisis}` of the person's country.
    """

    id: str
    tier: Tier
    starred: bool
    area: str
    whole_body: bool
    text: str
    gloss: str
    suspected: str
    do: str
    source: str
    version: int
    names: frozenset[str]
    left_out: tuple[Rule, ...]

    @property
    def blocks(self) -> bool:
        """Whether a missing answer keeps the gate unanswered; questions for the next visit never do."""
        return self.tier != "next_visit"

    def applies(self, facts: Facts) -> bool:
        """Whether the question is for this person; a missing fact removes nothing."""
        return all(finding.answer is not Answer.YES for finding in judge(self.left_out, facts))


def _question(name: str, row: dict[str, Any]) -> Question:
    return Question(
        id=name,
        tier=row["tier"],
        starred=row["starred"],
        area=row["area"],
        whole_body=row["whole_body"],
        text=row["text"],
        gloss=row["gloss"],
        suspected=row["suspected"],
        do=row["do"],
        source=row["source"],
        version=row["version"],
        names=frozenset(row.get("names", ())),
        left_out=tuple(_left_out(name, row)),
    )


def _left_out(name: str, row: dict[str, Any]) -> list[Rule]:
    """The rules under which the question is for somebody else; ages are the years reached in this calendar year."""
    rules = []
    if "from_age" in row:
        rules.append(_rule(name, ("age",), lambda facts: facts["age"] < row["from_age"], row))
    if "below_age" in row:
        rules.append(_rule(name, ("age",), lambda facts: facts["age"] >= row["below_age"], row))
    if "needs_fact" in row:
        rules.append(_rule(name, (row["needs_fact"],), lambda facts: not facts[row["needs_fact"]], row))
    if "not_for_sex" in row:
        # Papers and bodies may differ: where pregnancy was said, the question stays.
        rules.append(_rule(name, ("sex",), lambda facts: _is_other_sex(facts, row), row))
    return rules


def _rule(name: str, needs: tuple[str, ...], holds: Callable[[Facts], bool], row: dict[str, Any]) -> Rule:
    return Rule(f"safety.{name}.not_applicable", needs, holds, "for somebody else", row["source"])


def _is_other_sex(facts: Facts, row: dict[str, Any]) -> bool:
    return bool(facts["sex"] == row["not_for_sex"] and not facts.get(row.get("unless_fact", "")))


def _questions() -> dict[str, Question]:
    return {name: _question(name, row) for name, row in load_table("flarepath.safety", "questions.toml").items()}


QUESTIONS: Mapping[str, Question] = MappingProxyType(_questions())
"""Every safety question by its id, the most urgent first."""

SHORT_SCREEN: tuple[str, ...] = tuple(question.id for question in QUESTIONS.values() if question.starred)
"""The ids of the ten starred questions that each flare-up asks again."""

CHILD_QUESTION = "e15"
"""The question that belongs to the short screen of a person below 18 years."""

CRISIS = frozenset({"e14", "s16"})
"""The two questions about not wanting to live."""

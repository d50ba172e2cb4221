"""The safety questions: their words, how urgent a yes is, and whom they are for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, get_args

from flarepath.body import REGIONS
from flarepath.rules import Answer, Facts, Rule, judge
from flarepath.safety.checked import all_of, one_of, row_of
from flarepath.safety.facts import FACTS
from flarepath.safety.model import Tier
from flarepath.safety.pages import PAGES
from flarepath.sources import load_table

FILE = "questions.toml"

AREAS = frozenset(region.area for region in REGIONS.values())
"""The areas of the body whose pain can ask a question again."""


OLD_AREAS = ("general", "mind", "pregnancy")
"""Pages of the older screen that are no area of the body."""


@dataclass(frozen=True, slots=True)
class Line:
    """One short item of a question; tapping it is a yes. `more` is its second line, and may be empty."""

    id: str
    text: str
    more: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the full screen, answered yes, no or not sure.

    `lines` are what is shown, each of them a yes where it is tapped; `text` is the long form for help. `page` and
    `group` say where they stand (`PAGES`). `whole_body` says that the answer is about the person and is written down
    without a region. `names` holds the facts that the question itself names, so that they never raise it.
    `left_out` are the rules that make it not applicable. `do` is what to do besides being seen; it may name
    `{emergency}`, `{urgent}`, `{doctor}` and `{crisis}` of the person's country.

    `opened_by_pain_in` holds areas of the body (`Region.area`): very strong or new pain there asks the question again.
    `locks` holds regions that a standing yes takes out of training besides its own place. `edition` says with which
    list the question came in, so that an older diary stays answered for its 28 days.
    """

    id: str
    tier: Tier
    starred: bool
    area: str
    page: str
    group: str
    whole_body: bool
    lines: tuple[Line, ...]
    text: str
    gloss: str
    suspected: str
    do: str
    source: str
    edition: int
    version: int
    names: frozenset[str]
    opened_by_pain_in: frozenset[str]
    locks: frozenset[str]
    left_out: tuple[Rule, ...]

    @property
    def blocks(self) -> bool:
        """Whether a missing answer keeps the gate unanswered; questions for the next visit never do."""
        return self.tier != "next_visit"

    def applies(self, facts: Facts) -> bool:
        """Whether the question is for this person; a missing fact removes nothing."""
        return all(finding.answer is not Answer.YES for finding in judge(self.left_out, facts))


NEEDED = (
    *("tier", "starred", "area", "page", "whole_body", "lines", "text", "gloss", "suspected", "do", "source"),
    "version",
)
"""Keys that each row of the table holds."""

MAY = (
    *("group", "names", "opened_by_pain_in", "locks", "edition"),
    *("from_age", "below_age", "needs_facts", "not_for_sex", "unless_fact"),
)
"""Keys that a row may hold besides."""


def question(name: str, row: Mapping[str, Any]) -> Question:
    """One question as the table has it, with every word checked that names something.

    Args:
        name: its id.
        row: its row.

    Raises:
        ValueError: a key, or a word of a page, tier, area or region, that does not exist.
    """
    at = f"{FILE}, {name}"
    row_of(row, needed=NEEDED, may=MAY, at=at)
    page = PAGES[one_of(row["page"], PAGES, at=f"{at}, page")]
    return Question(
        id=name,
        tier=one_of(row["tier"], get_args(Tier), at=f"{at}, tier"),
        starred=row["starred"],
        area=one_of(row["area"], [*AREAS, *OLD_AREAS], at=f"{at}, area"),
        page=page.id,
        group=one_of(row.get("group", page.group_ids[0]), page.group_ids, at=f"{at}, group"),
        whole_body=row["whole_body"],
        lines=_lines(row["lines"], at=at),
        text=row["text"],
        gloss=row["gloss"],
        suspected=row["suspected"],
        do=row["do"],
        source=row["source"],
        edition=row.get("edition", 1),
        version=row["version"],
        names=all_of(row.get("names", ()), FACTS, at=f"{at}, names"),
        opened_by_pain_in=all_of(row.get("opened_by_pain_in", ()), AREAS, at=f"{at}, opened_by_pain_in"),
        locks=all_of(row.get("locks", ()), REGIONS, at=f"{at}, locks"),
        left_out=tuple(_left_out(name, row)),
    )


def _lines(rows: list[Mapping[str, Any]], *, at: str) -> tuple[Line, ...]:
    at = f"{at}, lines"
    for row in rows:
        row_of(row, needed=("id", "text"), may=("more",), at=at)
    if not rows or len({row["id"] for row in rows}) < len(rows):
        raise ValueError(f"{at}: each needs an id of its own")
    return tuple(Line(row["id"], row["text"], row.get("more", "")) for row in rows)


def _left_out(name: str, row: Mapping[str, Any]) -> list[Rule]:
    """The rules under which the question is for somebody else; of two possible ages the one that keeps it counts."""
    rules = []
    if "from_age" in row:
        rules.append(_rule(name, ("age",), lambda facts: facts["age"] < row["from_age"], row))
    if "below_age" in row:
        rules.append(_rule(name, ("age_least",), lambda facts: facts["age_least"] >= row["below_age"], row))
    if "needs_facts" in row:
        needs = tuple(all_of(row["needs_facts"], FACTS, at=f"{FILE}, {name}, needs_facts"))
        rules.append(_rule(name, needs, lambda facts: not any(facts[each] for each in needs), row))
    if "not_for_sex" in row:
        # Papers and bodies may differ: where pregnancy was said, the question stays.
        rules.append(_rule(name, ("sex",), lambda facts: _is_other_sex(facts, row), row))
    return rules


def _rule(name: str, needs: tuple[str, ...], holds: Callable[[Facts], bool], row: Mapping[str, Any]) -> Rule:
    return Rule(f"safety.{name}.not_applicable", needs, holds, "for somebody else", row["source"])


def _is_other_sex(facts: Facts, row: Mapping[str, Any]) -> bool:
    return bool(facts["sex"] == row["not_for_sex"] and not facts.get(row.get("unless_fact", "")))


def _questions() -> dict[str, Question]:
    return {name: question(name, row) for name, row in load_table("flarepath.safety", FILE).items()}


QUESTIONS: Mapping[str, Question] = MappingProxyType(_questions())
"""Every safety question by its id, the most urgent first."""

SHORT_SCREEN: tuple[str, ...] = tuple(question.id for question in QUESTIONS.values() if question.starred)
"""The ids of the ten starred questions that each flare-up asks again."""

CHILD_QUESTION = "e15"
"""The question that belongs to the short screen of a person below 18 years."""

CRISIS = frozenset({"e14", "s16"})
"""The two questions about not wanting to live."""

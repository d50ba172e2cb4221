"""The pages on which the safety questions and the facts are asked, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, get_args

from flarepath.safety.checked import one_of, row_of
from flarepath.sources import load_table

PageKind = Literal["danger", "mind", "facts", "follow_up", "theme", "parent"]
"""danger: the short screen's lines. mind: not wanting to live, asked alone and never under "None of these". facts: what
is known about the person. follow_up: shown only where a fact asks for it. theme: the rest, by what it is about.
parent: for the parent of somebody below 18."""

FILE = "pages.toml"


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Lines of one page that stand together under a heading; the heading may be empty."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the screen, with the headings under which its lines stand.

    `none` is the button that says no to every line of the page; it is empty where no such button may stand.
    """

    id: str
    title: str
    lead: str
    kind: PageKind
    none: str
    groups: tuple[PageGroup, ...]

    @property
    def group_ids(self) -> tuple[str, ...]:
        """The ids of its groups in order."""
        return tuple(group.id for group in self.groups)


def _page(name: str, row: Mapping[str, Any]) -> Page:
    at = f"{FILE}, {name}"
    row_of(row, needed=("title", "lead", "kind", "none", "groups", "source"), at=at)
    kind = one_of(row["kind"], get_args(PageKind), at=f"{at}, kind")
    if kind == "mind" and row["none"]:
        raise ValueError(f"{at}, none: no button may say no to the lines on not wanting to live")
    return Page(name, row["title"], row["lead"], kind, row["none"], tuple(_groups(row["groups"], at=at)))


def _groups(rows: list[Mapping[str, Any]], *, at: str) -> list[PageGroup]:
    found = [PageGroup(**row_of(row, needed=("id", "title"), at=f"{at}, groups")) for row in rows]
    if not found or len({group.id for group in found}) < len(found):
        raise ValueError(f"{at}, groups: each needs an id of its own")
    return found


PAGES: Mapping[str, Page] = MappingProxyType(
    {name: _page(name, row) for name, row in load_table("flarepath.safety", FILE).items()}
)
"""Every page by its key, in the order in which they are asked."""

"""The table of causes: classes, priors and likelihood ratios, read once from `causes.toml` (EVIDENCE 3.1-3.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from flarepath.flares.model import CauseClass
from flarepath.sources import load_table


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of the log with its likelihood ratio under each class.

    Each ratio compares the feature under that class with the average of the others. `novelty` marks the item that
    counts for nothing while a `stress` item holds (R89). `asks` says what a person would tell us to settle it,
    empty where only time can. `never_for` are classes that it never speaks for; `not_alone_for` those that it speaks
    for only beside a `stress` item.
    """

    name: str
    family: str
    ratios: Mapping[CauseClass, float]
    asks: str
    novelty: bool
    stress: bool
    source: str
    never_for: frozenset[CauseClass] = frozenset()
    not_alone_for: frozenset[CauseClass] = frozenset()


@dataclass(frozen=True, slots=True)
class CauseText:
    """The words for one class: title, meanings, the standing argument against it, what would change our mind."""

    title: str
    meaning: tuple[str, ...]
    against: str
    change: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class CauseTable:
    """Everything the weighing reads."""

    order: tuple[CauseClass, ...]
    priors: Mapping[str, Mapping[CauseClass, float]]
    features: Mapping[str, Feature]
    texts: Mapping[CauseClass, CauseText]


@cache
def cause_table() -> CauseTable:
    """The table as shipped."""
    raw = load_table("flarepath.flares", "causes.toml")
    order: tuple[CauseClass, ...] = tuple(raw["order"])
    return CauseTable(
        order=order,
        priors={name: dict(zip(order, row["values"], strict=True)) for name, row in raw["priors"].items()},
        features={name: _feature(name, row, order) for name, row in raw["features"].items()},
        texts={cause: _text(raw["classes"][cause]) for cause in order},
    )


def _feature(name: str, row: Mapping[str, Any], order: tuple[CauseClass, ...]) -> Feature:
    return Feature(
        name=name,
        family=row["family"],
        ratios=dict(zip(order, row["lr"], strict=True)),
        asks=row["asks"],
        novelty=row.get("novelty", False),
        stress=row.get("stress", False),
        source=row["source"],
        never_for=frozenset(row.get("never_for", ())),
        not_alone_for=frozenset(row.get("not_alone_for", ())),
    )


def _text(row: Mapping[str, Any]) -> CauseText:
    return CauseText(row["title"], tuple(row["meaning"]), row["against"], tuple(row["change"]), row["source"])

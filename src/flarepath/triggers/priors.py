"""What is believed before the diary is read: how likely each kind of exposure is, which way it works, how late.

The tables are data (`priors.toml`, `shapes.toml`, `numbers.toml`); a person's settings or a cohort may replace them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Literal

from flarepath.sources import Numbers, load_numbers, load_table

Group = Literal["training", "eased", "food", "daily", "mechanism"]
"""Kinds of exposure whose effects take the same time."""


DoseForm = Literal["plain", "fresh", "large", "run"]
"""How a lag shape counts doses: as they are, weakened by repetition, only large ones, by the place in a run of days."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of exposure: `odds` of driving a given outcome, `harm_share` of its effects that raise it."""

    name: str
    group: Group
    odds: float
    harm_share: float
    is_daily: bool
    source: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One lag shape: `decay` with a time constant or `bump` (gamma) with a peak, in hours; `weights` by group."""

    name: str
    form: Literal["decay", "bump"]
    hours: float
    sharpness: float
    dose: DoseForm
    weights: Mapping[str, float]
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Priors:
    """Everything believed beforehand; `exposure_odds` holds what a cohort has taught about single exposures."""

    kinds: Mapping[str, Kind]
    shapes: tuple[Shape, ...]
    numbers: Numbers
    exposure_odds: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


NUMBERS: Numbers = load_numbers("flarepath.triggers")
"""The numbers of this part as shipped."""


@cache
def shipped() -> Priors:
    """The priors that come with Flarepath."""
    kinds = load_table("flarepath.triggers", "priors.toml")["kind"]
    shapes = load_table("flarepath.triggers", "shapes.toml")
    return Priors(
        MappingProxyType({name: _kind(name, row) for name, row in kinds.items()}),
        tuple(_shape(name, row) for name, row in shapes.items()),
        NUMBERS,
    )


def _kind(name: str, row: Mapping[str, object]) -> Kind:
    cells = dict(row)
    return Kind(name=name, harm_share=cells.pop("harm"), is_daily=cells.pop("daily"), **cells)  # type: ignore[arg-type]


def _shape(name: str, row: Mapping[str, object]) -> Shape:
    cells = {"sharpness": 1.0, **row}
    weights: Mapping[str, float] = MappingProxyType(cells.pop("weight"))  # type: ignore[arg-type]
    return Shape(name=name, weights=weights, **cells)  # type: ignore[arg-type]

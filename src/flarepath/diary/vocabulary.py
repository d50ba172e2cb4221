"""The words of diary.csv: kinds, units, ranges, details; read from `vocabulary.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

from flarepath.sources import load_table

COLUMNS: Final = ("time", "kind", "what", "where", "side", "value", "unit", "detail")
"""The columns of diary.csv in their usual order."""

SIDES: Final = ("", "left", "right", "both", "middle")
"""What may stand under `side`."""

OTHER_UNIT: Final = "*"
"""The row of the units that holds for every unit without one of its own."""

Limits = tuple[float, float]
"""The least and the most that make sense."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a detail must look like: a number within limits, known words joined by `+`, muscles, or any text."""

    words: frozenset[str] = frozenset()
    limits: Limits | None = None
    muscles: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name under `what` that has a meaning: the words or the limits of its value, where it has any."""

    words: frozenset[str] = frozenset()
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: what its columns may hold.

    `named` says that `what` must be filled; `names` are those with a meaning here. `units` holds the limits of the
    value by unit. `needs_where` says that a row without a region cannot be read, `needed` the same of the value.
    """

    name: str
    value: Literal["number", "word", "either"]
    needed: bool
    named: bool
    needs_where: bool
    units: Mapping[str, Limits]
    words: frozenset[str]
    details: Mapping[str, Form]
    names: Mapping[str, Name]


def _form(row: Mapping[str, Any]) -> Form:
    return Form(frozenset(row.get("words", ())), _limits(row), row.get("muscles", False))


def _limits(row: Mapping[str, Any]) -> Limits | None:
    return (float(row["least"]), float(row["most"])) if "least" in row else None


def _names(kind: str, shape: Mapping[str, Any], table: Mapping[str, Any]) -> Mapping[str, Name]:
    special = {name: row for name, row in table["what"].items() if row["kind"] == kind}
    return MappingProxyType(
        {
            name: Name(frozenset(row.get("words", ())), _limits(row))
            for name in shape.get("what", ())
            for row in [special.get(name, {})]
        }
    )


def _kinds(table: Mapping[str, Any]) -> Iterator[Kind]:
    forms = {name: _form(row) for name, row in table["form"].items()}
    for shape in table["shape"].values():
        for kind in shape["kinds"]:
            yield Kind(
                name=kind,
                value=shape["value"],
                needed=shape.get("needed", False),
                named=shape.get("named", False),
                needs_where=shape.get("where") == "region",
                units=MappingProxyType(
                    {unit: (float(least), float(most)) for unit, (least, most) in shape["units"].items()}
                ),
                words=frozenset(shape.get("words", ())),
                details=MappingProxyType({key: forms[form] for key, form in shape["details"].items()}),
                names=_names(kind, shape, table),
            )


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {kind.name: kind for kind in _kinds(load_table("flarepath.diary", "vocabulary.toml"))}
)
"""Every kind of entry by its name."""

"""What a movement asks of the body, whatever it is for: the words that every row of the library and the tests uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from flarepath.body import nearest
from flarepath.errors import UnknownId
from flarepath.sources import load_table

OTHER_SIDE_RESTS: Final = "other_side_rests"
"""The trait of what leaves the other side alone, so that a place there does not speak against it."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that a movement asks; `means` completes the sentence "It ..."."""

    id: str
    means: str
    source: str


TRAITS: Final[Mapping[str, Trait]] = MappingProxyType(
    {id_: Trait(id_, row["means"], row["source"]) for id_, row in load_table(__package__, "traits.toml").items()}
)
"""Every trait by its id."""


def traits_of(row: Mapping[str, Any]) -> frozenset[str]:
    """The traits that a row of a table states.

    Args:
        row: with the key `traits`, which may be empty but never left out.

    Raises:
        ValueError: the key is missing.
        UnknownId: no such trait; it names the nearest one.
    """
    if "traits" not in row:
        raise ValueError(f"{row.get('name', 'a row')!r} does not state its traits")
    return known(row["traits"])


def known(names: Iterable[str]) -> frozenset[str]:
    """The names, if all of them are traits.

    Args:
        names: ids of traits.

    Raises:
        UnknownId: no such trait; it names the nearest one.
    """
    found = frozenset(names)
    for name in sorted(found - TRAITS.keys()):
        raise UnknownId("trait", name, nearest(name, TRAITS))
    return found

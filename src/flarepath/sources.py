"""Where a number, a question or a sentence comes from: `sources.toml`, read once.

Every knowledge table (TOML beside the part that reads it) names a `source` by its key here; a key that
does not exist fails a test, so no number can lose its origin.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """One origin: who says so, when, where to read it, and how sure we are of it.

    `sure` is `seen` (the text was read), `known` (a publication recalled, not read again), `uncertain` (check before
    relying on it), `expert` (elicited, no data), `derived` (computed here) or `ours` (a visible, changeable default).
    """

    key: str
    who: str
    year: int | None
    address: str
    sure: str
    changed: str


def load_table(package: str, name: str) -> dict[str, Any]:
    """Read one TOML table that ships beside the code of `package`.

    Args:
        package: the dotted name of the part that owns the table, usually `__package__`.
        name: the file's name, such as `questions.toml`.
    """
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


@cache
def table_version(package: str, name: str) -> str:
    """A short hash of a table's text: it changes whenever the table does.

    Args:
        package: the dotted name of the part that owns the table.
        name: the file's name.
    """
    return sha256(files(package).joinpath(name).read_bytes()).hexdigest()[:12]


@cache
def all_sources() -> dict[str, Source]:
    """Every source by its key."""
    table = load_table("flarepath", "sources.toml")
    return {
        key: Source(key, row["who"], row.get("year"), row.get("address", ""), row["sure"], row["changed"])
        for key, row in table.items()
    }


def source(key: str) -> Source:
    """The source of that key.

    Raises:
        ValueError: no such key.
    """
    try:
        return all_sources()[key]
    except KeyError:
        raise ValueError(f"{key!r} is not a key of sources.toml") from None


Numbers = Mapping[str, float]
"""Named numbers of one part; a person's settings may replace any of them."""


def load_numbers(package: str) -> Numbers:
    """The numbers of `numbers.toml` beside the code of `package`, by name.

    Args:
        package: the dotted name of the part that owns the table.
    """
    return MappingProxyType({name: float(row["value"]) for name, row in load_table(package, "numbers.toml").items()})

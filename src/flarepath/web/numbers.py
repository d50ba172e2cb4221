"""The numbers that a person may change: those of every part but safety."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from flarepath.sources import load_table, source
from flarepath.why import DEFAULTS

FIXED = frozenset({"safety"})
"""The numbers of the safety questions stay as they ship: a screen that can be turned down is none."""

TIMES = 10.0
"""A number may become ten times as large or as small; beyond that it is a slip of the finger."""

SURE = {
    "seen": "a study whose text was read",
    "known": "a publication, recalled",
    "uncertain": "uncertain",
    "expert": "an estimate, no data",
    "derived": "worked out from a published figure",
    "ours": "our own choice",
}


def changeable(chosen: Mapping[str, float]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Every number by part, with its value, the one that ships, why, and how sure its source is.

    Args:
        chosen: the person's own values by `part.number`.
    """
    return [(part, list(_rows(part, chosen))) for part in DEFAULTS if part not in FIXED]


def _rows(part: str, chosen: Mapping[str, float]) -> Iterator[dict[str, Any]]:
    for name, row in load_table(f"flarepath.{part}", "numbers.toml").items():
        key, origin = f"{part}.{name}", source(row["source"])
        shipped = float(row["value"])
        yield {
            "key": key,
            "name": name.replace("_", " "),
            "value": chosen.get(key, shipped),
            "shipped": shipped,
            "changed": key in chosen,
            "why": row["why"],
            "who": origin.who,
            "sure": SURE[origin.sure],
        }


def may_be(key: str, text: str) -> bool:
    """Whether that number exists, may be changed, and the text is a sensible value for it.

    Args:
        key: `part.number`.
        text: what was typed.
    """
    part, _, name = key.partition(".")
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return False
    if part in FIXED or name not in DEFAULTS.get(part, {}):
        return False
    low, high = sorted((DEFAULTS[part][name] / TIMES, DEFAULTS[part][name] * TIMES))
    return isfinite(value) and low <= value <= high

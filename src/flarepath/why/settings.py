"""The numbers that a person may change, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flarepath import course, flares, plan, safety, triggers
from flarepath.body import nearest
from flarepath.errors import UnknownId
from flarepath.sources import Numbers

DEFAULTS: Mapping[str, Numbers] = MappingProxyType(
    {
        "course": course.NUMBERS,
        "flares": flares.NUMBERS,
        "safety": safety.NUMBERS,
        "plan": plan.NUMBERS,
        "triggers": triggers.NUMBERS,
    }
)
"""Every part's numbers as shipped; `docs/method/numbers.md` lists them with their sources."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers that an answer is worked out with."""

    course: Numbers
    flares: Numbers
    safety: Numbers
    plan: Numbers
    triggers: Numbers


def settings(changes: Mapping[str, float] | None = None) -> Settings:
    """The numbers as shipped, with these changed.

    Args:
        changes: new values by `part.number`.

    Raises:
        UnknownId: no such number.

    Example:
        >>> settings({"flares.shrink": 0.5}).flares["shrink"]
        0.5
    """
    known = [f"{part}.{name}" for part, numbers in DEFAULTS.items() for name in numbers]
    parts = {part: dict(numbers) for part, numbers in DEFAULTS.items()}
    for key, value in (changes or {}).items():
        if key not in known:
            raise UnknownId("number", key, nearest(key, known))
        part, name = key.split(".", 1)
        parts[part][name] = value
    return Settings(**{part: MappingProxyType(numbers) for part, numbers in parts.items()})

"""The words for exposures and outcomes: what a person calls the things that the keys stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from flarepath.body import MUSCLES
from flarepath.cli.show.paper import legible
from flarepath.cli.show.words import place
from flarepath.exercises import EXERCISES

PROPER: Final = frozenset({"Romanian", "Nordic", "Copenhagen", "Pallof", "Achilles"})
"""Names of people and places keep their capital."""

ALONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "screen": "screen time",
        "stretch": "stretching",
        "walk": "walking",
        "care": "care",
        "massage": "massage",
    }
)
"""A kind without a name, where the word for it is another."""

NAMED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "exercise": "{}",
        "food": "{}",
        "component": "food with {}",
        "mechanism": "loading the {}",
    }
)
"""How a kind and a name are said together; others are said as "kind (name)"."""

OF_A_MUSCLE: Final[Mapping[str, str]] = MappingProxyType({"stretch": "stretching", "massage": "massaging"})
"""Kinds that say what is done with a muscle."""

ZONES: Final[Mapping[str, str]] = MappingProxyType(
    {"short": "when short", "mid": "in mid-range", "long": "when stretched"}
)
"""The part of a muscle's range, in a mechanism's name."""

OUTCOMES: Final[Mapping[str, str]] = MappingProxyType({"energy_swings": "swings of energy"})
"""Outcomes whose word is another than their key."""

TOGETHER: Final = (
    (frozenset({"exercise", "stretch", "massage", "mechanism", "walk", "care"}), "you mostly do them together"),
    (frozenset({"food", "component", "supplement", "medicine"}), "you mostly have them together"),
)
"""Why exposures cannot be told apart, by their kinds."""

GO_TOGETHER: Final = "they mostly go together"


def key_words(key: str) -> str:
    """An exposure's key in words.

    Args:
        key: such as `exercise:lunge` or `sleep`.

    Example:
        >>> key_words("exercise:romanian_deadlift"), key_words("screen"), key_words("component:dairy")
        ('Romanian deadlift', 'screen time', 'food with dairy')
    """
    kind, _, what = key.partition(":")
    return exposure_words(kind, what)


def key_of(exposure: Mapping[str, Any]) -> str:
    """The key of an exposure of the document.

    Args:
        exposure: with `kind` and `what`.

    Example:
        >>> key_of({"kind": "sleep", "what": ""}), key_of({"kind": "food", "what": "butter"})
        ('sleep', 'food:butter')
    """
    return ":".join(filter(None, (exposure["kind"], exposure["what"])))


def exposure_words(kind: str, what: str) -> str:
    """An exposure in words.

    Args:
        kind: of entry.
        what: an id of the library or a name as it was written; empty where the kind says all.

    Example:
        >>> exposure_words("mechanism", "iliopsoas:short"), exposure_words("sleep", "quality")
        ('loading the deep hip flexors when short', 'sleep (quality)')
    """
    if not what:
        return ALONE.get(kind, _spaced(kind))
    if kind in OF_A_MUSCLE and what in EXERCISES:
        return _name(what)
    if kind in OF_A_MUSCLE and what in MUSCLES:
        return f"{OF_A_MUSCLE[kind]} the {_name(what)}"
    name, _, zone = what.partition(":") if kind == "mechanism" else (what, "", "")
    said = NAMED.get(kind, f"{_spaced(kind)} ({{}})").replace("{}", _name(name))
    return f"{said} {ZONES.get(zone, zone)}" if zone else said


def set_words(exposures: Sequence[Mapping[str, Any]]) -> str:
    """The members of a credible set as one phrase: one, or another.

    Args:
        exposures: each with `kind` and `what`.

    Example:
        >>> set_words([{"kind": "food", "what": "butter"}, {"kind": "food", "what": "bread"}])
        'butter, or bread'
    """
    return either([exposure_words(each["kind"], each["what"]) for each in exposures])


def either(words: Sequence[str]) -> str:
    """One of several.

    Args:
        words: at least one.

    Example:
        >>> either(["rows"]), either(["rows", "dips", "pull-ups"])
        ('rows', 'rows, dips, or pull-ups')
    """
    return ", or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def why_together(exposures: Sequence[Mapping[str, Any]]) -> str:
    """Why the diary cannot tell them apart; empty for one alone.

    Args:
        exposures: each with its `kind`.
    """
    kinds = {each["kind"] for each in exposures}
    if len(exposures) == 1:
        return ""
    return next((words for group, words in TOGETHER if kinds <= group), GO_TOGETHER)


def outcome_words(outcome: Mapping[str, Any]) -> str:
    """What is felt, and where.

    Args:
        outcome: with `outcome`, `region` and `side`.

    Example:
        >>> outcome_words({"outcome": "pain", "region": "knee_front", "side": "left"})
        'Pain, front of the knee, left'
    """
    what = OUTCOMES.get(outcome["outcome"], _spaced(outcome["outcome"])).capitalize()
    where = place(outcome["region"], outcome["side"]) if outcome["region"] else ""
    return f"{what}, {decapitalised(where)}" if where else what


def decapitalised(words: str) -> str:
    """The words with a small first letter, as they stand within a sentence.

    Args:
        words: a name from a table.

    Example:
        >>> decapitalised("Step-up"), decapitalised("Achilles tendon")
        ('step-up', 'Achilles tendon')
    """
    first = words.partition(" ")[0]
    return words if first in PROPER else words[:1].lower() + words[1:]


def _name(what: str) -> str:
    known = EXERCISES.get(what) or MUSCLES.get(what)
    return decapitalised(known.name) if known else _spaced(what)


def _spaced(word: str) -> str:
    return legible(word).replace("_", " ")

"""What a diary may show but never asks to try without: medicines and the like, and foods where a test may harm."""

from __future__ import annotations

from typing import Any, Final

from flarepath.diary import Diary, mentions
from flarepath.sources import load_table

FOODS: Final = frozenset({"food", "component"})
"""Kinds of exposure that are eaten."""

_TABLE: Final[dict[str, Any]] = load_table("flarepath.triggers", "cautions.toml")


def is_left_alone(kind: str, what: str) -> bool:
    """Whether this is a medicine, a supplement or care, whatever kind it was written down as: it is never left out.

    Args:
        kind: of the entry.
        what: its name.

    Example:
        >>> is_left_alone("medicine", "apixaban"), is_left_alone("food", "ibuprofen_gel"), is_left_alone("food", "rice")
        (True, True, False)
    """
    return kind in _TABLE["left_alone"]["kinds"] or bool(mentions(what, _TABLE["left_alone"]["names"]))


def is_never_a_help(kind: str, what: str) -> bool:
    """Whether this is never named as what made a pain less: what is left alone, alcohol and the like.

    Args:
        kind: of the entry.
        what: its name.

    Example:
        >>> is_never_a_help("food", "red wine"), is_never_a_help("food", "ginger tea")
        (True, False)
    """
    return is_left_alone(kind, what) or bool(mentions(what, _TABLE["never_a_help"]["names"]))


def food_caution(diary: Diary) -> str:
    """Why this person tests no food at home, in half a sentence; empty where nothing told speaks against it.

    After an allergic danger sign that is so for good, also where somebody has looked at it since.

    Args:
        diary: entries up to the moment.
    """
    signs = _TABLE["allergy"]["answers"]
    if any(entry.what in signs and entry.word in ("yes", "unsure") for entry in diary.of("answer")):
        return str(_TABLE["allergy"]["says"])
    told = [diary.facts()[name] for name in _TABLE["dietitian"]["facts"] if name in diary.facts()]
    holds = any(fact.value or fact.word.lower() not in _TABLE["dietitian"]["unless"] for fact in told)
    on_insulin = any(mentions(entry.what, ["insulin"]) for entry in diary.of("medicine"))
    return str(_TABLE["dietitian"]["says"]) if holds or on_insulin else ""


def caution(keys: tuple[str, ...], foods: str) -> str:
    """What is said in place of what would make one surer; empty where doing without may be tried.

    Args:
        keys: of the exposures that cannot be told apart.
        foods: why no food is tested, or empty (`food_caution`).
    """
    named = [key.partition(":")[::2] for key in keys]
    if any(is_left_alone(*each) for each in named):
        return str(_TABLE["left_alone"]["says"])
    return foods if any(kind in FOODS for kind, _ in named) else ""


def is_caution(needs: str) -> bool:
    """Whether what a trigger needs is that nobody tries without it.

    Args:
        needs: of a trigger.
    """
    return needs in (_TABLE[name]["says"] for name in ("left_alone", "allergy", "dietitian"))


def not_judged() -> str:
    """Why nothing is named where lower numbers come after what is never named as a help."""
    return str(_TABLE["never_a_help"]["says"])

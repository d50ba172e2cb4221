"""Family b: what was done, and whether it was new, short on short, long on long, or a jump in impact."""

from __future__ import annotations

from collections.abc import Iterable

from flarepath.exercises import Bout
from flarepath.flares.situation import Situation
from flarepath.flares.suspects import (
    is_known_diary,
    is_new,
    is_unaccustomed,
    short_on_short,
    stretch_on_long,
    suspect,
    suspects,
)
from flarepath.flares.words import bout_words, muscle_words
from flarepath.quantities import hours_between
from flarepath.rules import Facts, Rule


def facts(situation: Situation) -> Facts:
    """What the bouts of the window were; everything is None where the log does not say whether anything was done."""
    if situation.trained is None and not situation.window:
        return {}
    return {
        "novel": _novel(situation) if situation.flare else None,
        "short_short": _short_short(situation),
        "long_stretched": _long_stretched(situation),
        "impact": _first(suspect(b, situation).because for b in situation.window if _is_impact(b, situation)),
    }


def _novel(situation: Situation) -> str | None:
    """The most suspected bout, where it was new or more than usual; None where the diary is too new to tell.

    Only it counts: a new exercise for another place would explain nothing here.
    """
    for top in suspects(situation)[:1]:
        bout = top.bout
        jump = bout.dose_rise is not None and bout.dose_rise >= situation.numbers["dose_rise"]
        if is_new(bout, situation) or jump or is_unaccustomed(bout, situation):
            return top.because
        if not is_known_diary(bout, situation):
            return None
    return ""


def _short_short(situation: Situation) -> str:
    near = set(situation.near_muscles)
    pairs = ((bout, short_on_short(bout, situation)) for bout in reversed(situation.window))
    return _first(
        f"{bout_words(b)} works the {muscle_words(m)} short, and these test short" for b, m in pairs if m in near
    )


def _long_stretched(situation: Situation) -> str:
    hours = situation.numbers["stretch_window_hours"]
    recent = [
        b for b in reversed(situation.window) if not situation.flare or hours_between(b.time, situation.since) <= hours
    ]
    near = set(situation.near_muscles)
    pairs = ((bout, stretch_on_long(bout, situation)) for bout in recent)
    return _first(f"{bout_words(b)}: the {muscle_words(m)} test long already" for b, m in pairs if m in near)


def _is_impact(bout: Bout, situation: Situation) -> bool:
    """Compression at end range, or running and jumping that is new, a jump in dose, or done nearly daily."""
    if bout.exercise is None or "elsewhere" in _place_of(bout, situation):
        return False
    if "compression" in bout.exercise.strains:
        return True
    if "impact" not in bout.exercise.strains:
        return False
    rise = bout.dose_rise is not None and bout.dose_rise >= situation.numbers["dose_rise"]
    week = [b for b in situation.bouts if b.name == bout.name and 0 <= hours_between(b.time, bout.time) <= 7 * 24]
    return is_new(bout, situation) or rise or len(week) >= situation.numbers["repetitive_sessions"]


def _place_of(bout: Bout, situation: Situation) -> str:
    near = set(situation.near_muscles)
    return "near" if any(work.muscle in near for work in bout.work) else "elsewhere"


def _first(words: Iterable[str]) -> str:
    return next(iter(words), "")


RULES = (
    Rule("novel_work", ("novel",), lambda f: bool(f["novel"]), "New or more than usual: {novel}.", "expert"),
    Rule(
        "short_work_of_short_muscle",
        ("short_short",),
        lambda f: bool(f["short_short"]),
        "{short_short}.",
        "expert",
    ),
    Rule(
        "stretch_of_long_muscle",
        ("long_stretched",),
        lambda f: bool(f["long_stretched"]),
        "{long_stretched}.",
        "expert",
    ),
    Rule(
        "impact_or_compression",
        ("impact",),
        lambda f: bool(f["impact"]),
        "Impact, or pressure at the end of the range: {impact}.",
        "expert",
    ),
)

"""The plan's sentences, kept in `copy.toml` and filled with what this person's log says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from flarepath.body import MUSCLES, REGIONS
from flarepath.exercises import EXERCISES, Bout
from flarepath.plan.model import Advice
from flarepath.plan.setting import Setting
from flarepath.safety import help_numbers
from flarepath.sources import load_table

COPY: Mapping[str, Any] = MappingProxyType(load_table("flarepath.plan", "copy.toml"))
"""Every action by its name, and the sentences of the avoid list."""

PASSIVE = MappingProxyType({"stretch": "stretching", "massage": "massaging"})
"""How a stretch or massage of a muscle is named."""

PARTIAL = frozenset({"quarter", "half"})
"""Depths that stop short of level thighs."""


def advice(
    name: str,
    setting: Setting,
    *,
    exercises: tuple[str, ...] = (),
    instead_of: str = "",
    review_hours: float | None = None,
    **facts: str | float,
) -> Advice:
    """One action with its sentences filled in.

    Args:
        name: the action's name in `copy.toml`.
        setting: the moment.
        exercises: ids of the library that the action proposes.
        instead_of: what it replaces, by name.
        review_hours: hours to the next look, where the log says better than the table.
        facts: what else the sentences name.
    """
    row = COPY["action"][name]
    words = {**standard(setting), **facts}
    return Advice(
        adjustment=row["adjustment"],
        do=_filled(row["do"], words),
        instead_of=instead_of,
        exercises=exercises,
        until=_filled(row["until"], words),
        expect=_filled(row["expect"], words),
        review_on=setting.at + timedelta(hours=review_hours or row["review_hours"]),
        because=tuple(row["because"]),
        when=row["when"],
        name=name,
    )


def sentence(name: str, setting: Setting, **facts: str | float) -> str:
    """One sentence of the avoid list or of a summary.

    Args:
        name: its name in `copy.toml`.
        setting: the moment.
        facts: what it names.
    """
    return _filled(COPY["sentence"][name]["text"], {**standard(setting), **facts})


def standard(setting: Setting) -> dict[str, str | float]:
    """What every sentence may name."""
    country = setting.diary.fact("country")
    suspect = setting.suspect
    return {
        "place": setting.place,
        "muscle": muscle_name(setting.muscle) or "muscles of this place",
        "exercise": bout_name(suspect.bout) if suspect else "",
        "doctor": help_numbers(country.word if country else "").doctor,
    }


def _filled(text: str, words: Mapping[str, str | float]) -> str:
    return " ".join(text.format_map(words).split())


def bout_name(bout: Bout) -> str:
    """What a bout was, as a person says it, with the depth where it stopped short (R69)."""
    if bout.exercise is None and bout.kind in PASSIVE and bout.work:
        return f"{PASSIVE[bout.kind]} the {muscle_name(bout.work[0].muscle)}"
    name = (bout.exercise.name if bout.exercise else bout.name.replace("_", " ")).lower()
    return f"{name} at {bout.depth} depth" if bout.depth in PARTIAL else name


def exercise_name(exercise_id: str) -> str:
    """The plain name of an exercise of the library, or of one that the person named.

    Example:
        >>> exercise_name("single_leg_hinge"), exercise_name("my own move")
        ('single-leg hinge', 'my own move')
    """
    known = EXERCISES.get(exercise_id)
    return known.name.lower() if known else exercise_id.replace("_", " ")


def muscle_name(muscle: str) -> str:
    """The plain name of a muscle; empty where none is meant."""
    return MUSCLES[muscle].name.lower() if muscle in MUSCLES else muscle.replace("_", " ")


def region_name(region: str) -> str:
    """The plain name of a region."""
    return REGIONS[region].name.lower() if region in REGIONS else region.replace("_", " ")


def spoken(region: str) -> str:
    """A region as it stands after "the" in a sentence.

    Example:
        >>> spoken("hip_deep"), spoken("calf")
        ('deep part of the hip', 'calf')
    """
    name = region_name(region)
    inner = name.removeprefix("deep in the ")
    return name if inner == name else f"deep part of the {inner}"


def listed(names: Iterable[str]) -> str:
    """Names as people say them in a row.

    Example:
        >>> listed(["squats"]), listed(["squats", "lunges", "rows"])
        ('squats', 'squats, lunges and rows')
    """
    found = list(dict.fromkeys(names))
    return " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]]))


def number(value: float) -> str:
    """A number without a needless nought.

    Example:
        >>> number(4.0), number(5.25)
        ('4', '5.2')
    """
    return f"{round(value, 1):g}"

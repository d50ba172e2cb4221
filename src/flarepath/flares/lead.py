"""The trigger that leads: what the whole diary ties this pain to, nine times in ten and more.

A trigger that is named leads the explanation whatever its kind, with its counts; the classes of cause that it belongs
to are raised by as much as it is sure.

Source: product
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from flarepath.flares.model import CauseClass
from flarepath.flares.numbers import NUMBERS
from flarepath.flares.words import exposure_words
from flarepath.sources import Numbers, load_table
from flarepath.triggers import Trigger, is_left_alone

_TABLE: Final[dict[str, Any]] = load_table("flarepath.flares", "lead.toml")

CLASSES: Final[Mapping[str, frozenset[CauseClass]]] = MappingProxyType(
    {kind: frozenset(row["classes"]) for row in _TABLE["group"].values() for kind in row["kinds"]}
)
"""The classes of cause that an exposure of a kind speaks for."""

TRAINED: Final = frozenset({"training", "pulling"})
"""Groups that the classes rest on already."""

GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {kind: name for name, row in _TABLE["group"].items() for kind in row["kinds"]}
)
"""The group of each kind: food, training, sitting, night, strain."""


def leading(triggers: Iterable[Trigger], *, numbers: Numbers = NUMBERS) -> Trigger | None:
    """The trigger that leads; None where none is sure enough, or where it is left alone (a medicine, care).

    Args:
        triggers: what drives this place over the whole diary.
        numbers: the part's numbers (`trigger_leads`).
    """
    sure = [
        one
        for one in triggers
        if one.probability > numbers["trigger_leads"]
        and _is_felt(one, numbers)
        and not any(is_left_alone(each.kind, each.what) for each in one.exposures)
    ]
    return max(sure, key=lambda one: (one.effect.mean * one.probability, one.exposures[0].key), default=None)


def _is_felt(trigger: Trigger, numbers: Numbers) -> bool:
    """Whether it raises the pain by something that can be felt.

    An exercise that is followed by a point of soreness and no rise of two is training that went well: it leads to
    nothing, so that nobody is slowed down for it.
    """
    group, cells = group_of(trigger), trigger.counts
    if trigger.effect.mean <= 0 or not group:
        return False
    exposed, others = cells.exposed_with + cells.exposed_without, cells.unexposed_with + cells.unexposed_without
    rises = cells.exposed_with / exposed if exposed else 0.0
    without = cells.unexposed_with / others if others else 0.0
    often = cells.exposed_with >= numbers["trigger_rises"] and rises > without
    return often or (group not in TRAINED and trigger.effect.mean >= numbers["trigger_points"])


def group_of(trigger: Trigger) -> str:
    """What kind of thing it is: food, training, sitting, night or strain; empty where its members are of several.

    Args:
        trigger: a credible set.
    """
    groups = {GROUPS.get(each.kind, "") for each in trigger.exposures}
    return groups.pop() if len(groups) == 1 else ""


def led(
    probabilities: Mapping[CauseClass, float], trigger: Trigger | None, *, numbers: Numbers = NUMBERS
) -> dict[CauseClass, float]:
    """The probabilities of the classes with what the leading trigger says of them; not yet bounded again.

    Args:
        probabilities: by class, summing to 1.
        trigger: the one that leads, or None.
        numbers: the part's numbers (`trigger_ratio`, `trigger_ratio_training`).

    Example:
        >>> led({"systemic": 0.2, "stress": 0.8}, None)
        {'systemic': 0.2, 'stress': 0.8}
    """
    if trigger is None:
        return dict(probabilities)
    classes = frozenset[CauseClass]().union(*(CLASSES[each.kind] for each in trigger.exposures))
    odds = trigger.probability / max(1e-9, 1 - trigger.probability)
    own = "trigger_ratio_training" if group_of(trigger) in TRAINED else "trigger_ratio"
    ratio = min(odds, numbers[own])
    raised = {cause: value * (ratio if cause in classes else 1.0) for cause, value in probabilities.items()}
    total = sum(raised.values())
    return {cause: value / total for cause, value in raised.items()}


def lead_names(trigger: Trigger) -> str:
    """The members of the set as a person says them, those that cannot be told apart joined by "or".

    Args:
        trigger: a credible set.
    """
    return " or ".join(exposure_words(each) for each in trigger.exposures)


def lead_sentence(trigger: Trigger, *, place: str) -> str:
    """What the diary ties the pain to, with the times it came and the times it came without.

    Args:
        trigger: the one that leads.
        place: what hurts, as it stands within a sentence.
    """
    cells = trigger.counts
    exposed, others = cells.exposed_with + cells.exposed_without, cells.unexposed_with + cells.unexposed_without
    words = _TABLE["sentence"]
    counted = ""
    if exposed and others:
        counted = words["counts"].format(
            with_it=cells.exposed_with, exposed=exposed, without=cells.unexposed_with, others=others
        )
    dose = "" if trigger.per == "typical dose" else f" ({trigger.per})"
    text = words["lead"].format(names=lead_names(trigger), dose=dose, place=place, hours=_hours(trigger.peak_hours))
    return f"{text}{counted}{words['end']}"


def _hours(hours: float) -> str:
    if hours < 1:
        return "within the hour"
    return f"after about {hours:g} {'hour' if hours == 1 else 'hours'}"

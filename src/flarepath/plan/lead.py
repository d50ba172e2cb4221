"""The order on the trigger that leads: one thing to do about it, by what kind of thing it is.

Source: product
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from flarepath.flares import TRAINED, group_of, lead_names
from flarepath.plan.around import had_allergic_sign, needs_dietitian
from flarepath.plan.model import Advice
from flarepath.plan.setting import Setting
from flarepath.plan.words import advice

ACTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "food": "lead_food",
        "training": "lead_training",
        "pulling": "lead_pulling",
        "sitting": "lead_sitting",
        "night": "lead_night",
        "strain": "lead_strain",
    }
)
"""The action on each group of exposures."""

FOOD_BY: Final = (("amounts above", "lead_food_amount"), ("follow another day", "lead_food_run"))
"""A food that counts by its amount or by days in a row is changed in that, not left out."""

PATHS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"food": (), "sitting": (), "night": ("short_session",), "strain": ("short_session",)}
)
"""What is done besides, where the lead is no training: nothing that blames an exercise."""


def lead(setting: Setting) -> Advice | None:
    """What to do about the trigger that leads; None where nothing leads.

    Args:
        setting: the moment.
    """
    trigger = setting.explanation.lead
    if trigger is None:
        return None
    names = lead_names(trigger)
    # The first sentence of the answer says what it is and how often it came; an order does not say it again.
    return replace(advice(_name(setting), setting, names=names, told=f"This is about {names}."), when="now")


def _name(setting: Setting) -> str:
    trigger = setting.explanation.lead
    group = group_of(trigger) if trigger else ""
    if trigger is None or group != "food":
        return ACTIONS[group]
    if had_allergic_sign(setting.diary):
        return "food_allergy"
    if needs_dietitian(setting.diary):
        return "food_with_help"
    return next((name for words, name in FOOD_BY if words in trigger.dose), ACTIONS[group])


def is_of_training(setting: Setting) -> bool:
    """Whether what leads is an exercise, a stretch or a massage.

    Args:
        setting: the moment.
    """
    trigger = setting.explanation.lead
    return trigger is not None and group_of(trigger) in TRAINED


def path_of_lead(setting: Setting) -> tuple[str, ...] | None:
    """The actions besides, where something other than training leads; None where the causes decide.

    Args:
        setting: the moment.
    """
    trigger = setting.explanation.lead
    return PATHS.get(group_of(trigger)) if trigger else None

"""Where a pain may come from besides the place that hurts: shown beside the body map, never a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flarepath.body.regions import region, row
from flarepath.quantities import Side
from flarepath.sources import load_table


@dataclass(frozen=True, slots=True)
class Referral:
    """One line of the referral map: places, the side where only one is meant, and the words for it.

    `clue` marks the sentence that goes with every other note and says nothing alone.
    """

    regions: tuple[str, ...]
    side: Side
    clue: bool
    note: str
    source: str


REFERRALS: Final = tuple(Referral(**row(**cells)) for cells in load_table("flarepath.body", "referrals.toml").values())
"""The referral map (EVIDENCE 1.5), what is most urgent first and the clue last."""


def referral_notes(region_id: str, side: str = "") -> tuple[str, ...]:
    """What else can hurt there, and how to tell; empty where the map has nothing.

    Args:
        region_id: the place that hurts.
        side: left or right; for any other side the notes of both are given, because either may be meant.

    Raises:
        UnknownId: no such region.

    Source: known_referral_map
    """
    place = region(region_id).id
    here = [each for each in REFERRALS if place in each.regions and {each.side, side} != {"left", "right"}]
    return tuple(each.note for each in here) if not all(each.clue for each in here) else ()

"""What can hurt: the regions of the body, their sides and their neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from flarepath.body.words import nearest, plain
from flarepath.errors import UnknownId
from flarepath.sources import load_table


@dataclass(frozen=True, slots=True)
class Region:
    """One place of the body that a person can point at.

    `area` is its page of the full screen, `views` where the body map draws it (front, back, side). `sided`: may be left
    or right; `midline`: lies across the middle, so that "middle" is a side of it. `insertion`: a tendon joins the bone
    there. `snomed` is the SNOMED CT site that is this region or the nearest one that holds it; empty where unsure.
    """

    id: str
    name: str
    area: str
    views: tuple[str, ...]
    source: str
    neighbours: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    sided: bool = False
    midline: bool = False
    joint: bool = False
    insertion: bool = False
    snomed: str = ""
    snomed_source: str = ""


def row(**cells: Any) -> dict[str, Any]:  # noqa: ANN401  (a TOML cell is of any type)
    """A row of a table with its lists made tuples, so that a frozen record stays frozen.

    Args:
        cells: what the table holds.
    """
    return {name: tuple(cell) if isinstance(cell, list) else cell for name, cell in cells.items()}


REGIONS: Final[Mapping[str, Region]] = MappingProxyType(
    {key: Region(id=key, **row(**cells)) for key, cells in load_table("flarepath.body", "regions.toml").items()}
)
"""Every region by its id, from head to toe as the table has them."""


def region(region_id: str) -> Region:
    """The region of that id.

    Args:
        region_id: such as `knee_front`.

    Raises:
        UnknownId: no such region; it names the nearest one.
    """
    try:
        return REGIONS[region_id]
    except KeyError:
        raise UnknownId("region", region_id, region_named(region_id) or nearest(region_id, REGIONS)) from None


def region_named(words: str) -> str | None:
    """The region that these words mean; None where they are unknown or could mean several.

    Args:
        words: an id, a name or an alias, in any case, with spaces, hyphens or underscores.

    Example:
        >>> region_named("Low back"), region_named("hamstring area"), region_named("knee")
        ('lower_back', 'thigh_back', None)
    """
    return _by_words().get(plain(words))


@cache
def _by_words() -> Mapping[str, str]:
    return {plain(words): each.id for each in REGIONS.values() for words in (each.id, each.name, *each.aliases)}


def side_is_possible(region_id: str, side: str) -> bool:
    """Whether a region can hurt on that side: nobody has a left whole body, nor a shin in the middle.

    Args:
        region_id: a region.
        side: left, right, both, middle, or empty where none was said; anything else is not possible.

    Raises:
        UnknownId: no such region.

    Example:
        >>> side_is_possible("shin", "left"), side_is_possible("shin", "middle")
        (True, False)
    """
    place = region(region_id)
    return {"": True, "both": True, "left": place.sided, "right": place.sided, "middle": place.midline}.get(side, False)

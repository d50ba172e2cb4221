"""What moves the body: the muscles, where each is felt and where its trouble may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from flarepath.body.regions import region, row
from flarepath.body.words import nearest, plain
from flarepath.errors import UnknownId
from flarepath.sources import load_table


@dataclass(frozen=True, slots=True)
class Muscle:
    """One muscle, or a few that work as one.

    `felt_in`: where its belly lies and its own soreness is felt. `pulls_on`: where it may hurt while this muscle is
    short. `trouble_shows`: where its trouble of any kind may show; it ranks and never names a cause. `opposite` does
    the contrary; `neighbours` share the work and are the ones to try next.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    joints: tuple[str, ...]
    actions: tuple[str, ...]
    felt_in: tuple[str, ...]
    pulls_on: tuple[str, ...]
    trouble_shows: tuple[str, ...]
    opposite: tuple[str, ...]
    neighbours: tuple[str, ...]
    source: str
    places_source: str


@dataclass(frozen=True, slots=True)
class Group:
    """A word of the gym that means several muscles, the one it is mostly about first."""

    id: str
    name: str
    aliases: tuple[str, ...]
    muscles: tuple[str, ...]
    source: str


MUSCLES: Final[Mapping[str, Muscle]] = MappingProxyType(
    {key: Muscle(id=key, **row(**cells)) for key, cells in load_table("flarepath.body", "muscles.toml").items()}
)
"""Every muscle by its id, from the hip down, then from the trunk to the neck, as the table has them."""

GROUPS: Final[Mapping[str, Group]] = MappingProxyType(
    {key: Group(id=key, **row(**cells)) for key, cells in load_table("flarepath.body", "groups.toml").items()}
)
"""Words for several muscles at once, by id: hip_flexors, glutes, quads."""


def muscle(muscle_id: str) -> Muscle:
    """The muscle of that id.

    Args:
        muscle_id: such as `iliopsoas`.

    Raises:
        UnknownId: no such muscle; it names the nearest one.
    """
    try:
        return MUSCLES[muscle_id]
    except KeyError:
        meant = (*muscles_named(muscle_id), nearest(muscle_id, MUSCLES))
        raise UnknownId("muscle", muscle_id, meant[0]) from None


def muscles_named(words: str) -> tuple[str, ...]:
    """The muscles that these words mean: one, several for a group, none where they are unknown.

    Args:
        words: an id, a name, an alias or a group, in any case, with spaces, hyphens, underscores, with or without s.

    Example:
        >>> muscles_named("Hip-flexors"), muscles_named("hammies"), muscles_named("wings")
        (('iliopsoas', 'rectus_femoris'), ('hamstrings',), ())
    """
    return _by_words().get(plain(words), ())


@cache
def _by_words() -> Mapping[str, tuple[str, ...]]:
    groups = {plain(words): each.muscles for each in GROUPS.values() for words in (each.id, each.name, *each.aliases)}
    single = {plain(words): (each.id,) for each in MUSCLES.values() for words in (each.id, each.name, *each.aliases)}
    return groups | single


def muscles_felt_in(region_id: str) -> tuple[str, ...]:
    """The muscles whose own soreness is felt in a region.

    Args:
        region_id: a region.

    Raises:
        UnknownId: no such region.
    """
    place = region(region_id).id
    return tuple(each.id for each in MUSCLES.values() if place in each.felt_in)


def muscles_pulling_on(region_id: str) -> tuple[str, ...]:
    """The muscles that may hurt a region while they are short.

    Args:
        region_id: a region.

    Raises:
        UnknownId: no such region.
    """
    place = region(region_id).id
    return tuple(each.id for each in MUSCLES.values() if place in each.pulls_on)


def muscles_showing_in(region_id: str) -> tuple[str, ...]:
    """The muscles whose trouble of any kind may show in a region.

    Args:
        region_id: a region.

    Raises:
        UnknownId: no such region.
    """
    place = region(region_id).id
    return tuple(each.id for each in MUSCLES.values() if place in each.trouble_shows)

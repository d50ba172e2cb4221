"""For whom a trait of a movement is out: the rules of `not_with.toml`, checked on load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from flarepath.body import MUSCLES, REGIONS, nearest
from flarepath.errors import UnknownId
from flarepath.exercises.names import words_of
from flarepath.exercises.traits import known
from flarepath.sources import load_table

_TABLE: Final = load_table(__package__, "not_with.toml")

Subject = Literal["fact", "event", "quality", "question"]
"""What a rule is about."""

SUBJECTS: Final[tuple[Subject, ...]] = get_args(Subject)

KEYS: Final = frozenset(
    {
        *SUBJECTS, "near", "weeks", "hours", "from_weeks", "unplaced", "until_seen", "closes", "never", "effort",
        "hold_seconds", "raise", "says", "source",
    }
)  # fmt: skip
"""Everything that a rule may say."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to leave something out or to keep it low.

    `names` are the facts, events, qualities or questions it is about. `near` holds the regions it is about, empty for
    all; `unplaced` says that it is only about what was told of no place. `hours` is how long it holds after its date,
    None for as long as its subject does; `from_weeks` the week of a pregnancy from which on it does. `never`: traits;
    `closes` says that what works or bends the place is out too.
    `effort` and `hold_seconds` are the most that is left; `may_raise` is False where nobody can know what is right.
    """

    id: str
    subject: Subject
    names: frozenset[str]
    near: frozenset[str]
    unplaced: bool
    hours: float | None
    from_weeks: int
    until_seen: bool
    closes: bool
    never: frozenset[str]
    effort: float | None
    hold_seconds: float | None
    may_raise: bool
    says: str
    source: str

    def is_about(self, region: str) -> bool:
        """Whether it speaks of a place; of one that nobody told, it does.

        Args:
            region: a region id, or an empty string.
        """
        if region not in REGIONS:
            return True
        return not self.unplaced and (not self.near or region in self.near)


NEAR: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {name: frozenset(row["regions"]) for name, row in _TABLE["near"].items()}
)
"""Groups of places that rules speak of."""


def rule_of(id_: str, row: Mapping[str, Any]) -> Rule:
    """A rule as the table has it, with every word checked that names something.

    Args:
        id_: the rule's key.
        row: its table.

    Raises:
        UnknownId: a key, a group of places or a trait that does not exist; it names the nearest one.
        ValueError: not one subject.
    """
    for key in row.keys() - KEYS:
        raise UnknownId("key of a rule", key, nearest(key, KEYS))
    subjects = [each for each in SUBJECTS if each in row]
    if len(subjects) != 1:
        raise ValueError(f"the rule {id_!r} has {len(subjects)} subjects; it needs one of {', '.join(SUBJECTS)}")
    about = row[subjects[0]]
    return Rule(
        id=id_,
        subject=subjects[0],
        names=frozenset([about] if isinstance(about, str) else about),
        near=_group(row["near"]) if "near" in row else frozenset(),
        unplaced=row.get("unplaced", False),
        hours=row["weeks"] * 168.0 if "weeks" in row else row.get("hours"),
        from_weeks=row.get("from_weeks", 0),
        until_seen=row.get("until_seen", False),
        closes=row.get("closes", False),
        never=known(row["never"]),
        effort=row.get("effort"),
        hold_seconds=row.get("hold_seconds"),
        may_raise=row.get("raise", True),
        says=row["says"],
        source=row["source"],
    )


def _group(name: str) -> frozenset[str]:
    if name not in NEAR:
        raise UnknownId("group of places", name, nearest(name, NEAR))
    return NEAR[name]


RULES: Final[Mapping[str, Rule]] = MappingProxyType({id_: rule_of(id_, row) for id_, row in _TABLE["rule"].items()})
"""Every rule by its key, the first reason first."""

WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {word: known(names) for word, names in _TABLE["words"].items()}
)
"""What a name that the library does not know most likely asks, by its words."""


def _by_muscle(kind: str) -> Mapping[str, frozenset[str]]:
    for muscle in _TABLE[kind].keys() - {"any", *MUSCLES}:
        raise UnknownId("muscle", muscle, nearest(muscle, MUSCLES))
    return MappingProxyType({muscle: known(names) for muscle, names in _TABLE[kind].items()})


PASSIVE: Final[Mapping[str, Mapping[str, frozenset[str]]]] = MappingProxyType(
    {kind: _by_muscle(kind) for kind in ("massage", "stretch")}
)
"""What a massage or a stretch asks that names a muscle; `any` is what each of them does."""


def traits_named(name: str, *, kind: str = "exercise", muscles: Iterable[str] = ()) -> frozenset[str]:
    """What something that is not of the library most likely asks of the body, by its words and its muscles.

    Args:
        name: as somebody wrote it.
        kind: exercise, stretch or massage.
        muscles: that it works, presses or stretches.

    Example:
        >>> sorted(traits_named("Box jumps"))[:3]
        ['achilles_load', 'ballistic', 'cardio_effort']
        >>> traits_named("patting my head")
        frozenset()
    """
    rows = PASSIVE.get(kind, {})
    own = (rows.get(key, frozenset()) for key in ("any", *muscles))
    return frozenset().union(*own, *_told(name))


def _told(name: str) -> Iterator[frozenset[str]]:
    for word in words_of(name):
        yield from (traits for form, traits in WORDS.items() if fnmatchcase(word, form))

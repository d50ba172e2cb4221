"""A log of another program as entries of the diary: names asked and never guessed, nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, groupby
from typing import Final

from flarepath.diary import Diary, Entry
from flarepath.exchange.log import Log, LoggedSet, Remark, Unit
from flarepath.exercises import EXERCISES, resolve, suggest

KG_PER_LB: Final = 0.45359237
BETWEEN: Final = " · "
"""Between the name that another program gave and what else is said."""

MOST_CHOICES: Final = 4
LOADED: Final = frozenset(
    {"barbell", "dumbbell", "kettlebell", "machine", "cable", "smith machine", "weighted", "band"}
)
"""Loads that make another exercise of one without any: a squat with a barbell is not a squat."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the file, in how many sets it stands, the library's exercise it surely is, or which it might be."""

    said: str
    sets: int
    surely: str
    choices: tuple[str, ...]


def names(log: Log) -> tuple[Name, ...]:
    """Every exercise name of a log, those to be asked first, then by how often they stand there.

    Args:
        log: of `read`.
    """
    counted = Counter(each.exercise for each in log.sets)
    found = [Name(said, sets, _surely(said), _choices(said)) for said, sets in counted.items()]
    return tuple(sorted(found, key=lambda name: (bool(name.surely), -name.sets, name.said)))


def entries(log: Log, diary: Diary, *, unit: Unit = "", chosen: Mapping[str, str] | None = None) -> tuple[Entry, ...]:
    """The log as entries; sets of an exercise that are alike and follow each other are one entry.

    Args:
        log: of `read`.
        diary: whose zone applies.
        unit: of the weights where the file does not say; the person's answer.
        chosen: the library's id for a name, or empty to keep the name as it is; names that are not in here are taken
            for what they surely are, else kept.

    Raises:
        ValueError: the file does not say kg or lbs, and nobody was asked.
    """
    if log.needs_unit and not unit:
        raise ValueError("the file does not say whether its weights are kg or lbs")
    asked = chosen or {}
    zone = _Clock(diary)
    made: list[Entry] = []
    for _, group in groupby(log.sets, key=_alike):
        alike = list(group)
        name = alike[0].exercise
        made.append(_entry(alike, zone.of(alike[0].time), asked.get(name, _surely(name)), unit))
    made += [_note(remark, zone.of(remark.time)) for remark in log.remarks]
    return tuple(sorted(made, key=lambda entry: entry.time))


def fresh(found: Iterable[Entry], diary: Diary) -> tuple[Entry, ...]:
    """Those that the diary does not hold: no exercise of a workout and no note twice.

    An exercise counts as held when the diary has the same one, or one that another program called so, in the same
    minute; so a second export, and the same workout out of two programs, add nothing.

    Args:
        found: of `entries`.
        diary: what is there.
    """
    known = set(chain.from_iterable(map(_marks, diary.entries)))
    return tuple(entry for entry in found if known.isdisjoint(_marks(entry)))


def _marks(entry: Entry) -> Iterator[tuple[datetime, str]]:
    minute = entry.time.astimezone(UTC).replace(second=0, microsecond=0)
    if entry.kind == "note":
        yield minute, "note " + entry.text("text")
    elif entry.kind in ("exercise", "stretch", "massage"):
        yield minute, entry.what.casefold()
        if entry.text("text"):
            yield minute, entry.text("text").split(BETWEEN)[0].casefold()


def _surely(said: str) -> str:
    """The exercise that a name surely means, or nothing; a tool in brackets is looked up too."""
    tool, bare = _tool(said)
    found = (resolve(f"{tool} {bare}") if tool else None) or resolve(said)
    other = found is not None and tool in LOADED and LOADED.isdisjoint(EXERCISES[found].equipment)
    return found if found and not other else ""


def _choices(said: str) -> tuple[str, ...]:
    tool, bare = _tool(said)
    short = bare.split(" - ")[0]
    close = chain(suggest(f"{tool} {short}"), filter(None, (resolve(short),)), suggest(short), suggest(said))
    return tuple(dict.fromkeys(close))[:MOST_CHOICES]


def _tool(said: str) -> tuple[str, str]:
    """The tool in brackets at the end of a name, and the name without it.

    Example:
        >>> _tool("Squat (Barbell)")
        ('barbell', 'Squat')
    """
    bare, _, rest = said.partition("(")
    return rest.rstrip(") ").lower(), bare.strip()


def _alike(each: LoggedSet) -> tuple[object, ...]:
    counted = (each.reps, each.load, each.unit, each.km, each.seconds, each.effort)
    return (each.time, each.exercise, each.kind, each.note, *counted)


def _entry(alike: list[LoggedSet], time: datetime, known: str, unit: Unit) -> Entry:
    one = alike[0]
    kind = EXERCISES[known].kind if known else "exercise"
    words = BETWEEN.join(filter(None, (one.exercise if known else "", one.kind, _taken_off(one, unit), one.note)))
    text = (("text", words),) if words else ()
    if kind != "exercise":
        minutes = round((one.seconds or 0) * len(alike) / 60, 2) or None
        return Entry(time, kind, known, value=minutes, unit="min" if minutes else "", detail=text)
    counted = {
        "sets": float(len(alike)),
        "reps": one.reps,
        "load_kg": _kg(one, unit) if (one.load or 0) > 0 else None,
        "seconds": one.seconds,
        "effort": one.effort,
    }
    detail = tuple((name, _plain(value)) for name, value in counted.items() if value) + text
    return Entry(time, kind, known or one.exercise, value=one.km or None, unit="km" if one.km else "", detail=detail)


def _taken_off(one: LoggedSet, unit: Unit) -> str:
    return f"{_plain(-_kg(one, unit))} kg taken off" if (one.load or 0) < 0 else ""


def _kg(one: LoggedSet, unit: Unit) -> float:
    load = one.load or 0.0
    return round(load * KG_PER_LB, 2) if (one.unit or unit) == "lbs" else load


def _plain(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _note(remark: Remark, time: datetime) -> Entry:
    return Entry(time, "note", detail=(("text", remark.text),))


class _Clock:
    """A moment on the person's clock as a moment in their zone of that day."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def of(self, time: datetime) -> datetime:
        return time.replace(tzinfo=self._diary.local(time.replace(tzinfo=UTC)).tzinfo)

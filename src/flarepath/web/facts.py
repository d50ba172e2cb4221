"""What a person tells of themselves: the lists to choose from, what is wrong with a form, and its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from flarepath.body import REGIONS
from flarepath.diary import Diary, Entry
from flarepath.safety import COUNTRY_NAMES, FACTS, PAGES, PersonFact, fact_told, known_facts, places_of_fact
from flarepath.web.forms import side_of
from flarepath.web.show.words import place

Document = dict[str, Any]

TYPED = ("birth_year", "sex", "country", "timezone")
"""Facts that are a field of their own, no line to tap."""

PLACED = frozenset({"implant"})
"""Facts that ask where."""

FIRST_DAY = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Told:
    """The entries of a form, and a sentence for each field that cannot be kept; with one of them nothing is kept."""

    entries: tuple[Entry, ...]
    wrong: Mapping[str, str]


def checklist() -> tuple[PersonFact, ...]:
    """The facts that are lines to tap, in their order."""
    return tuple(fact for fact in FACTS.values() if fact.value == "yes")


def is_dated(fact: PersonFact) -> bool:
    """Whether a fact counts from a day, so that the day is asked for.

    Args:
        fact: of the list.
    """
    return fact.weeks is not None and fact.name != "pregnancy"


@cache
def zones() -> tuple[str, ...]:
    """Every time zone that is named after a place."""
    named = (zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return ("UTC", *sorted(named))


def told(sent: Mapping[str, str], diary: Diary, at: datetime) -> Told:
    """What a form says of the person.

    Args:
        sent: the form: `birth_year`, `sex`, `country`, `timezone`, and under `facts` the names of the lines it showed.
        diary: what is known already, so that nothing is written twice.
        at: when, on the person's own clock.
    """
    wrong = dict(_wrong(sent, at))
    entries = () if wrong else (*_words(sent, diary, at), *_lines(sent, diary, at))
    return Told(entries, wrong)


def _wrong(sent: Mapping[str, str], at: datetime) -> Iterator[tuple[str, str]]:
    for name in TYPED:
        try:
            _typed(name, sent.get(name, ""), at)
        except ValueError as refused:
            yield name, str(refused)
    for fact in checklist():
        day = sent.get(f"{fact.name}.day", "").strip()
        if day and sent.get(fact.name) == "yes" and not _is_past(day, at.date()):
            yield f"{fact.name}.day", _("A day that is not to come, such as 2026-03-01.")


def _typed(name: str, text: str, at: datetime) -> Entry | None:
    """A field as an entry; None where it is empty.

    Raises:
        ValueError: it cannot be; the message is a sentence to show.
    """
    if not text.strip():
        return None
    if name != "timezone":
        return fact_told(name, text, at=at)
    if text not in zones():
        raise ValueError(_("Please choose a time zone of the list."))
    return Entry(at, "fact", name, word=text)


def _is_past(text: str, today: date) -> bool:
    try:
        return FIRST_DAY <= date.fromisoformat(text) <= today
    except ValueError:
        return False


def _words(sent: Mapping[str, str], diary: Diary, at: datetime) -> Iterator[Entry]:
    for name in TYPED:
        entry, last = _typed(name, sent.get(name, ""), at), diary.fact(name, at=at)
        if entry and (last is None or (entry.word, entry.value) != (last.word, last.value)):
            yield entry


def _lines(sent: Mapping[str, str], diary: Diary, at: datetime) -> Iterator[Entry]:
    shown = set(sent.get("facts", "").split())
    known = known_facts(diary, at=at)
    for fact in (each for each in checklist() if each.name in shown):
        if sent.get(fact.name) == "yes":
            yield from _present(fact, sent, at, is_known=bool(known.get(fact.name)))
        elif known.get(fact.name) is not False:
            yield from _absent(fact, diary, at)


def _present(fact: PersonFact, sent: Mapping[str, str], at: datetime, *, is_known: bool) -> Iterator[Entry]:
    """The fact, with its place and day where they were told; what is known already only with something new to it."""
    region, day = sent.get(f"{fact.name}.where", ""), sent.get(f"{fact.name}.day", "").strip()
    region = region if region in REGIONS else ""
    if not is_known or region or day:
        side = side_of(sent.get(f"{fact.name}.side", "")) if region else ""
        yield Entry(at, "fact", fact.name, region, side, word=day or "yes")


def _absent(fact: PersonFact, diary: Diary, at: datetime) -> Iterator[Entry]:
    """A no for the whole person, and for each place that was told."""
    places = {(entry.where, entry.side) for entry in places_of_fact(diary, fact.name)}
    for region, side in sorted({("", ""), *places}):
        yield Entry(at, "fact", fact.name, region, side_of(side), word="no")


def shown(
    diary: Diary, at: datetime, sent: Mapping[str, str] | None = None, wrong: Mapping[str, str] | None = None
) -> Document:
    """The lines and fields of the form as they stand, or as they were sent where something is wrong with them.

    Args:
        diary: what is known.
        at: the moment.
        sent: the form that could not be kept.
        wrong: what is wrong with it, by field.
    """
    known = known_facts(diary, at=at)
    year = diary.fact("birth_year", at=at)
    words = {"birth_year": f"{year.value:g}" if year and year.value else ""}
    words |= {name: entry.word if (entry := diary.fact(name, at=at)) else "" for name in ("sex", "country", "timezone")}
    typed = dict(sent or {})
    titles = {group.id: group.title or _("You") for group in PAGES["facts"].groups}
    groups: dict[str, list[Document]] = {}
    for fact in checklist():
        ticked = typed.get(fact.name) == "yes" if sent else bool(known.get(fact.name))
        line = _line(fact, typed, ticked=ticked, diary=diary)
        groups.setdefault(titles[fact.group], []).append(line | {"wrong": (wrong or {}).get(f"{fact.name}.day", "")})
    return {"words": words | {key: typed[key] for key in words if key in typed}, "groups": groups}


def _line(fact: PersonFact, typed: Mapping[str, str], *, ticked: bool, diary: Diary) -> Document:
    places = [place(entry.where, entry.side) for entry in places_of_fact(diary, fact.name) if entry.where]
    return {
        "name": fact.name,
        "text": fact.line,
        "gloss": fact.gloss,
        "ticked": ticked,
        "asks_place": fact.name in PLACED,
        "asks_day": is_dated(fact),
        "places": places,
        "day": typed.get(f"{fact.name}.day", ""),
        "where": typed.get(f"{fact.name}.where", ""),
    }


def summary(diary: Diary, at: datetime) -> list[tuple[str, str]]:
    """What is known of the person, a line and what it says; what was said not to be so is one line at the end.

    Args:
        diary: of the person.
        at: the moment.
    """
    known = known_facts(diary, at=at)
    told = [
        (FACTS[name].line, entry.word or f"{entry.value:g}")
        for name in ("birth_year", "sex")
        if (entry := diary.fact(name, at=at))
    ]
    country, zone = diary.fact("country", at=at), diary.fact("timezone", at=at)
    told += [(FACTS["country"].line, COUNTRY_NAMES.get(country.word, country.word))] if country else []
    told += [(_("Time zone"), zone.word)] if zone else []
    told += [(fact.line, _("yes")) for fact in checklist() if known.get(fact.name)]
    nos, opened = (sum(known.get(fact.name, None) is said for fact in checklist()) for said in (False, None))
    told += [(_("Not so"), _("%(n)d lines") % {"n": nos})] if nos else []
    return told + ([(_("Not answered"), _("%(n)d lines") % {"n": opened})] if opened else [])


def guessed_country(languages: str) -> str:
    """The country that a browser names in its languages; empty where it names none.

    Args:
        languages: such as "en-GB,en;q=0.9".

    Example:
        >>> guessed_country("de-CH,de;q=0.9"), guessed_country("en")
        ('CH', '')
    """
    first = languages.partition(",")[0].partition(";")[0].strip()
    code = first.rpartition("-")[2].upper() if "-" in first else ""
    return code if code in COUNTRY_NAMES else ""

"""The facts of the full screen, asked once: year of birth, sex, country, and a page of what makes signs weigh more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final

from rich.text import Text

from flarepath.body import region_named
from flarepath.cli.asking import Stopped, Talk
from flarepath.cli.show import page_of_questions, question_alone
from flarepath.diary import Entry
from flarepath.quantities import Side
from flarepath.safety import FACTS

OPEN: Final = "type it · Enter skip · ? explain · q stop > "
EACH: Final = "y yes · n no · Enter skip · ? explain · q stop > "
PAGE: Final = "n none of these · o one by one · Enter skip · ? explain · q stop > "
WHERE: Final = "Where? A place such as hip front or knee front, with left or right · Enter skip > "
FITS: Final = "Does any of these fit you? It only changes how much a warning sign weighs."
WORDS: Final = frozenset({"birth_year", "sex", "country"})
OLDEST: Final = 1900
NOWHERE: Final[tuple[str, Side]] = ("", "")


def told(names: Sequence[str], *, talk: Talk, at: datetime) -> tuple[Entry, ...]:
    """Ask for the facts that nobody told yet; each can be skipped, and a skipped one stays unknown.

    Args:
        names: the facts, in order.
        talk: the terminal.
        at: the time that the entries get.
    """
    return tuple(_until_stopped(_facts(names, talk, at)))


def _until_stopped(entries: Iterator[Entry]) -> Iterator[Entry]:
    try:
        yield from entries
    except Stopped:
        return


def _facts(names: Sequence[str], talk: Talk, at: datetime) -> Iterator[Entry]:
    for name in (name for name in names if name in WORDS):
        said = _said(name, talk, at)
        if said:
            yield Entry(at, "fact", name, word="" if said.isdecimal() else said, value=_number(said))
    rest = [name for name in names if name not in WORDS]
    if rest:
        yield from _page(rest, talk, at)


def _number(said: str) -> float | None:
    return float(said) if said.isdecimal() else None


def _said(name: str, talk: Talk, at: datetime) -> str:
    talk.show(question_alone(FACTS[name].text, number=1, of=1))
    fits: dict[str, Callable[[str], bool]] = {
        "birth_year": lambda typed: typed.isdecimal() and OLDEST <= int(typed) <= at.year,
        "sex": lambda typed: typed in {"female", "male", "other"},
        "country": lambda typed: typed.replace(" ", "").isalpha(),
    }
    typed = _heard(talk, OPEN, name, fits[name])
    return typed.upper() if name == "country" else typed


def _heard(talk: Talk, prompt: str, name: str, fits: Callable[[str], bool]) -> str:
    """What was typed, once it fits; empty when skipped."""
    while (typed := talk.hear(prompt)) and not fits(typed):
        if typed == "?":
            talk.show(Text(FACTS[name].gloss, "quiet"))
    return typed


def _page(names: Sequence[str], talk: Talk, at: datetime) -> Iterator[Entry]:
    talk.show(page_of_questions("general", FITS, [FACTS[name].text for name in names]))
    typed = _heard_page(names, talk)
    if typed == "n":
        yield from (Entry(at, "fact", name, word="no") for name in names)
    elif typed == "o":
        for name in names:
            yield from _one(name, talk, at)


def _heard_page(names: Sequence[str], talk: Talk) -> str:
    while (typed := talk.hear(PAGE)) not in {"n", "o", ""}:
        if typed == "?":
            talk.show(page_of_questions("general", FITS, [FACTS[name].gloss for name in names]))
    return typed


def _one(name: str, talk: Talk, at: datetime) -> Iterator[Entry]:
    talk.show(question_alone(FACTS[name].text, number=1, of=1))
    typed = _heard(talk, EACH, name, lambda word: word in {"y", "n", "yes", "no"})
    if typed.startswith("n"):
        yield Entry(at, "fact", name, word="no")
    elif typed.startswith("y"):
        region, side = _place(talk) if name == "implant" else NOWHERE
        yield Entry(at, "fact", name, where=region, side=side, word="yes")


def _place(talk: Talk) -> tuple[str, Side]:
    """The region and side of an implant; both empty when skipped."""
    while typed := talk.hear(WHERE):
        words = typed.split()
        side: Side = "left" if "left" in words else "right" if "right" in words else ""
        region = region_named(" ".join(word for word in words if word != side))
        if region:
            return region, side
    return NOWHERE

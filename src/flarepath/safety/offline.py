"""What a phone holds to ask the danger questions without a network: the rules as data, for the evaluator `gate.js`.

The short screen is asked anew each time, and everything that stood at the last visit still stands. So the answer on the
phone is that of `screen` for the same diary with the new answers in it, and where an older answer to the short screen
would still count it is stricter, never milder (`tests/web/test_web_gate.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from flarepath.body import REGIONS
from flarepath.diary import Diary
from flarepath.quantities import Side
from flarepath.safety.answers import WEIGHT, WHOLE_BODY, Answers, Said, answers
from flarepath.safety.countries import HelpNumbers, help_numbers
from flarepath.safety.implants import FIELDS, implant_pains, implants
from flarepath.safety.numbers import NUMBERS
from flarepath.safety.person import Person, person
from flarepath.safety.questions import CHILD_QUESTION, CRISIS, QUESTIONS, Question
from flarepath.safety.standing import tier_of
from flarepath.safety.wording import CARDS, WORDS, night_steps
from flarepath.sources import Numbers, table_version

Document = dict[str, Any]


def offline_rules(diary: Diary, *, at: datetime, numbers: Numbers = NUMBERS) -> Document:
    """Everything that `gate.js` needs, as plain values; nothing else of the diary is in it.

    Times are whole seconds since 1970; None is a line without a time that cannot be read, which counts as written now.

    Args:
        diary: the person's diary.
        at: now, aware.
        numbers: the part's numbers.
    """
    known = diary.until(at)
    who, said = person(known, at=at, numbers=numbers), answers(known, at=at)
    help_words = help_numbers(who.country)
    return {
        "version": table_version("flarepath.safety", "questions.toml"),
        "at": int(at.timestamp()),
        "full_seconds": int(numbers["full_days"] * 86_400),
        "minor": who.minor,
        "questions": [_question(each, who, said, help_words, at) for each in QUESTIONS.values()],
        "implants": list(_implants(known)),
        "implant_pains": [
            {"region": pain.place.region, "side": pain.place.side, "locks": sorted(pain.locks)}
            for pain in implant_pains(known, said.visits, at=at, numbers=numbers)
        ],
        "implant_do": _filled(WORDS["do"]["implant"], help_words),
        "say": {name: _filled(text, help_words) for name, text in WORDS["say"].items()},
        "count": dict(WORDS["count"]),
        "help": help_words.words,
        "regions": {each.id: {"name": each.name, "area": each.area} for each in REGIONS.values()},
        "cards": _cards(help_words),
    }


def _question(question: Question, who: Person, said: Answers, help_words: HelpNumbers, at: datetime) -> Document:
    short = question.starred or (question.id == CHILD_QUESTION and who.minor)
    words = ("yes", "unsure")
    tiers = {word: tier_of(question, word, who) for word in words}
    row = {
        "id": question.id,
        "short": short,
        "blocks": question.blocks,
        "whole": question.whole_body,
        "crisis": question.id in CRISIS,
        "applies": question.applies(who.facts),
        "tier": tiers,
        "do": {word: _do(question, tier, help_words) for word, tier in tiers.items()},
        "said": [_said(one, said, at) for one in _telling(said.of(question.id))],
    }
    return row | ({"text": question.text, "gloss": question.gloss, "version": question.version} if short else {})


def _do(question: Question, tier: str | None, help_words: HelpNumbers) -> str:
    if tier is None:
        return ""
    return _filled(f"{WORDS['do']['crisis' if question.id in CRISIS else tier]} {question.do}", help_words)


def _filled(text: str, help_words: HelpNumbers) -> str:
    """The sentence with the country's numbers; the count of open questions is filled in on the phone."""
    return text.format(count="{count}", **help_words.words)


def _telling(said: Iterable[Said]) -> Iterator[Said]:
    """Of each place and word the newest answer: no older one can change anything."""
    newest = {(one.place, one.word): one for one in sorted(said, key=lambda one: one.rank)}
    yield from sorted(newest.values(), key=lambda one: one.rank)


def _said(one: Said, said: Answers, at: datetime) -> Document:
    seen = said.seen_since(one)
    timeless = one.word == "unreadable" and one.time == at
    return {
        "time": None if timeless else int(one.time.timestamp()),
        "word": one.word,
        "weight": WEIGHT[one.word],
        "region": "" if one.place.region in WHOLE_BODY else one.place.region,
        "side": one.place.side,
        "seen": int(seen.timestamp()) if seen else None,
    }


def _implants(diary: Diary) -> Iterator[Document]:
    for each in implants(diary):
        if each.where not in WHOLE_BODY:
            side: Side = each.side
            yield {"side": side, "regions": sorted(FIELDS.get(each.where, frozenset({each.where})))}


def _cards(help_words: HelpNumbers) -> Document:
    """The night card of each area of the body, a list of four sentences."""
    areas = {each.area: each.id for each in REGIONS.values() if each.area in CARDS}
    cards = {area: night_steps(region) for area, region in areas.items()} | {"whole_body": night_steps("")}
    return {area: [_filled(step, help_words) for step in steps] for area, steps in cards.items()}

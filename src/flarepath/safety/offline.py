"""What a phone holds to ask the danger questions without a network: the rules as data, for the evaluator `gate.js`.

The short screen is asked anew each time, and everything that stood at the last visit still stands. So the answer on the
phone is that of `screen` for the same diary with the new place, its level and the new answers in it; where an older
answer would still count it is stricter, never milder (`tests/web/test_web_gate.py`). It never reassures: the sentence
of a clear gate speaks of answers that may be old by then, and stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from flarepath.body import REGIONS
from flarepath.course import checkins, current, episodes, outcomes
from flarepath.diary import FELT, Diary
from flarepath.safety.answers import WEIGHT, WHOLE_BODY, Answers, Place, Said, answers
from flarepath.safety.clock import Clock, clock
from flarepath.safety.countries import HelpNumbers, help_numbers
from flarepath.safety.foreseen import foreseen
from flarepath.safety.held import speaking_against
from flarepath.safety.implants import FIELDS, implant_pains, implants
from flarepath.safety.model import Tier
from flarepath.safety.news import TABLE, URGENT, News, news
from flarepath.safety.numbers import NUMBERS
from flarepath.safety.operations import operated
from flarepath.safety.person import Person, person
from flarepath.safety.questions import CHILD_QUESTION, CRISIS, QUESTIONS, Question
from flarepath.safety.repairs import repairs
from flarepath.safety.signs import Sign, signs
from flarepath.safety.standing import tier_of
from flarepath.safety.wording import CARDS, WORDS, night_steps
from flarepath.sources import Numbers, table_version

Document = dict[str, Any]

DAY_SECONDS, HOUR_SECONDS = 86_400, 3_600
SAID_ON_THE_PHONE = frozenset(WORDS["say"]) - {"clear"}
"""The sentences that a phone may say by itself."""


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
        "at": _seconds(at),
        "numbers": _numbers(numbers),
        "minor": who.minor,
        "questions": [_question(each, who, said, help_words, at) for each in QUESTIONS.values()],
        "say": {name: _filled(WORDS["say"][name], help_words) for name in sorted(SAID_ON_THE_PHONE)},
        "count": dict(WORDS["count"]),
        "help": help_words.words,
        "regions": {each.id: {"name": each.name, "area": each.area} for each in REGIONS.values()},
        "cards": _cards(known, at, help_words),
        "still": CARDS["every"]["still"],
        **_felt(known, said, at.astimezone(UTC), numbers),
        **_implanted(known, said, at, numbers, help_words),
        **_shown(known, who, said, at.astimezone(UTC), numbers),
        **_to_mend(known, who, said),
    }


def _seconds(time: datetime) -> int:
    return int(time.timestamp())


def _numbers(numbers: Numbers) -> Document:
    return {
        "full_seconds": int(numbers["full_days"] * DAY_SECONDS),
        "grace_seconds": int(numbers["grace_hours"] * HOUR_SECONDS),
        "spell_seconds": int(numbers["spell_days"] * DAY_SECONDS),
        "strong_points": numbers["strong_points"],
        "new_place_points": numbers["new_place_points"],
        "still_from": CARDS["every"]["still_from"],
    }


def _question(question: Question, who: Person, said: Answers, help_words: HelpNumbers, at: datetime) -> Document:
    tiers = {word: tier_of(question, word, who) for word in ("yes", "unsure")}
    row = {
        "id": question.id,
        "short": question.starred or (question.id == CHILD_QUESTION and who.minor),
        "starred": question.starred,
        "blocks": question.blocks,
        "whole": question.whole_body,
        "crisis": question.id in CRISIS,
        "applies": question.applies(who.facts),
        "edition": question.edition,
        "opened_in": sorted(question.opened_by_pain_in) if question.tier in URGENT else [],
        "locks": sorted(question.locks),
        "tier": tiers,
        "do": {word: _do(question, tier, help_words) for word, tier in tiers.items()},
        "said": [_said(one, said, at) for one in _telling(said.of(question.id))],
    }
    return row | ({"lines": [[line.id, line.text, line.more] for line in question.lines]} if question.blocks else {})


def _do(question: Question, tier: Tier | None, help_words: HelpNumbers) -> str:
    if tier is None:
        return ""
    return _filled(f"{WORDS['do']['crisis' if question.id in CRISIS else tier]} {question.do}", help_words)


def _filled(text: str, help_words: HelpNumbers) -> str:
    """The sentence with the country's numbers; what depends on the new answers is filled in on the phone."""
    return text.format(count="{count}", repairs="{repairs}", days="{days}", **help_words.words)


def _telling(said: Iterable[Said]) -> Iterator[Said]:
    """Of each place and word the newest answer: no older one can change anything."""
    newest = {(one.place, one.word): one for one in sorted(said, key=lambda one: one.rank)}
    yield from sorted(newest.values(), key=lambda one: one.rank)


def _said(one: Said, said: Answers, at: datetime) -> Document:
    seen = said.seen_since(one)
    timeless = one.word == "unreadable" and one.time == at
    row = {"time": None if timeless else _seconds(one.time), "word": one.word, "weight": WEIGHT[one.word]}
    return row | _place(one.place) | {"seen": _seconds(seen) if seen else None}


def _place(place: Place) -> Document:
    return {"region": "" if place.region in WHOLE_BODY else place.region, "side": place.side}


def _felt(diary: Diary, said: Answers, at: datetime, numbers: Numbers) -> Document:
    """The places that flare up, the news about them, and what would be news at the next entry."""
    told = [*news(diary, (), at=at, numbers=numbers), *_sore_for_long(diary, at, numbers)]
    return {
        "flares": list(_flares(diary, said, at, numbers)),
        "news": [_news(one) for one in dict.fromkeys(told)],
        "strong": list(_strong_now(diary, numbers)),
        "seen": sorted({one.where for one in diary.of(*FELT) if one.where in REGIONS and (one.value or 0.0) > 0}),
        "asked_at": {name: TABLE[name]["questions"] for name in ("strong", "new_place", "implant")},
    }


def _flares(diary: Diary, said: Answers, at: datetime, numbers: Numbers) -> Iterator[Document]:
    """Every place that flares up, with the time until which each answer of the short screen counts there."""
    for outcome in outcomes(diary):
        flare = current(episodes(diary, outcome), at=at)
        if flare is None:
            continue
        place, timed = Place(flare.region, flare.side), clock(diary, flare, at=at, numbers=numbers)
        until = {each.id: _counts_until(said.newest(each.id, place=place), timed) for each in QUESTIONS.values()}
        yield {
            **_place(place),
            "kind": flare.kind,
            "points": checkins(diary, outcome)[-1].points,
            "until": {name: time for name, time in until.items() if time},
        }


def _counts_until(said: Said | None, timed: Clock) -> int:
    if said is None or not timed.counts_short(said):
        return 0
    return _seconds(said.time + timedelta(days=min(timed.numbers["short_days"], timed.numbers["full_days"])))


def _sore_for_long(diary: Diary, at: datetime, numbers: Numbers) -> Iterator[News]:
    """Soreness that will have lasted too long while the phone has no network."""
    for outcome in outcomes(diary):
        flare = current(episodes(diary, outcome), at=at) if outcome.kind == "soreness" else None
        if flare:
            then = flare.onset.astimezone(UTC) + timedelta(days=numbers["soreness_days"])
            yield News(then, Place(flare.region, flare.side), tuple(TABLE["late_soreness"]["questions"]), "")


def _news(one: News) -> Document:
    """What was told, without the words in which it was told."""
    row: Document = {"time": _seconds(one.time), "questions": list(one.questions)}
    return row | _place(one.place) | {"by_list": one.by_list, "mild": one.mild, "newer": one.newer}


def _strong_now(diary: Diary, numbers: Numbers) -> Iterator[Document]:
    """The places whose newest entry is of very strong pain: more of it there goes on, and is no news."""
    newest = {(one.where, one.side): one for one in diary.of(*FELT)}
    for (region, side), one in newest.items():
        if (one.value or 0.0) >= numbers["strong_points"]:
            yield {"region": region, "side": side, "time": _seconds(one.time)}


def _implanted(diary: Diary, said: Answers, at: datetime, numbers: Numbers, help_words: HelpNumbers) -> Document:
    pains = implant_pains(diary, said.visits, at=at, numbers=numbers)
    near = [each for each in implants(diary) if each.where not in WHOLE_BODY]
    return {
        "implants": [
            {"side": each.side, "regions": sorted(FIELDS.get(each.where, frozenset({each.where})))} for each in near
        ],
        "implant_pains": [
            {**_place(pain.place), "since": _seconds(pain.since), "locks": sorted(pain.locks), "strong": pain.strong}
            for pain in pains
        ],
        "implant_do": {
            "days": _filled(WORDS["do"]["implant"], help_words),
            "same_day": _filled(WORDS["do"]["implant_today"], help_words),
        },
    }


def _shown(diary: Diary, who: Person, said: Answers, at: datetime, numbers: Numbers) -> Document:
    """What the log says whatever was answered, what it would say at a new pain, and the parts that were operated on."""
    found = signs(diary, who, said.visits, at=at, numbers=numbers)
    there = foreseen(diary, who, said.visits, at=at, numbers=numbers)
    return {
        "signs": [_sign(one) for one in found],
        "signs_there": {region: [_sign(one) for one in more] for region, more in there.items()},
        "rested": sorted(operated(diary, said.visits, at=at, numbers=numbers)),
    }


def _sign(one: Sign) -> Document:
    return {"question": one.question, "word": one.word, "time": _seconds(one.time), **_place(one.place)}


def _to_mend(diary: Diary, who: Person, said: Answers) -> Document:
    """What cannot be read: lost rows, which newer answers settle, impossible facts, answers to no known question."""
    lost = [one for one in diary.spoiled if not one.question]
    unknown = repairs(Diary.of_entries(diary.of("answer")), who, said, since=None)
    return {
        "lost": [
            {"time": _seconds(one.time) if one.time else None, "text": WORDS["due"]["lost"].format(line=one.line)}
            for one in lost
        ],
        "unknown": list(unknown),
    }


def _cards(known: Diary, at: datetime, help_words: HelpNumbers) -> Document:
    """The night card of each area of the body, a list of four sentences."""
    areas = {each.area: each.id for each in REGIONS.values() if each.area in CARDS} | {"whole_body": ""}
    cards = {
        area: night_steps(region, against=speaking_against(known, region=region, at=at))
        for area, region in areas.items()
    }
    return {area: [_filled(step, help_words) for step in steps] for area, steps in cards.items()}

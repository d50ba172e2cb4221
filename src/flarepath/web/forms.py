"""What a person sends, as diary entries; whatever is not understood is left out and never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from flarepath.body import REGIONS, muscles_named
from flarepath.course import Outcome, outcomes
from flarepath.diary import FELT, Diary, Entry
from flarepath.exercises import EQUIPMENT, EXERCISES, TESTS
from flarepath.quantities import NRS_MOST, Side
from flarepath.questionnaires import Questionnaire

SIDES: tuple[Side, ...] = ("left", "right", "both", "middle")
KNOWN_DAYS = 21
MOST_PLACES = 5
LONGEST_NIGHT = 24.0
KG_PER_LB = 0.45359237
NIGHTS = (4, 5, 6, 7, 8, 9, 10)
"""Nights of these hours are one tap."""

DAILY = "nrs"
"""The daily pain is asked by the check-in."""

FELT_WORDS = ("fine", "uncomfortable", "weak", "odd", "wrong", "pinch")


def places(diary: Diary, at: datetime) -> tuple[Outcome, ...]:
    """The places to ask about: those felt lately, the newest first.

    Args:
        diary: entries up to `at`.
        at: the moment.
    """
    recent = diary.between(at - timedelta(days=KNOWN_DAYS), at + timedelta(seconds=1), *FELT)
    fresh = [Outcome(entry.kind, entry.where, entry.side) for entry in reversed(recent)]
    known = set(outcomes(diary))
    return tuple(dict.fromkeys(outcome for outcome in fresh if outcome in known))[:MOST_PLACES]


def told_today(diary: Diary, at: datetime) -> bool:
    """Whether something felt was written down on this day already.

    Args:
        diary: entries up to `at`.
        at: the moment, on the person's own clock.
    """
    latest = diary.of(*FELT)
    return bool(latest) and latest[-1].time.astimezone(at.tzinfo).date() == at.date()


def key_of(outcome: Outcome) -> str:
    """The name of a place's field.

    Args:
        outcome: the place.
    """
    return f"{outcome.kind}.{outcome.region}.{outcome.side}"


def checkin(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """The entries of a check-in.

    Args:
        sent: the form: `KIND.REGION.SIDE` with points, `sleep` in hours, `stress` in points, and a new place.
        at: when.
    """
    for name, value in sent.items():
        parts = name.split(".")
        if len(parts) == 3 and parts[0] in FELT and parts[1] in REGIONS and points_of(value) is not None:  # noqa: PLR2004
            yield Entry(at, parts[0], where=parts[1], side=side_of(parts[2]), value=points_of(value), unit="nrs")
    place, points = sent.get("new_place", ""), points_of(sent.get("new_points", ""))
    if place in REGIONS and points is not None:
        kind = sent.get("new_kind", "pain")
        side = side_of(sent.get("new_side", ""))
        yield Entry(at, kind if kind in FELT else "pain", where=place, side=side, value=points, unit="nrs")
    night, stress = _number(sent.get("sleep", ""), LONGEST_NIGHT), points_of(sent.get("stress", ""))
    if night is not None:
        yield Entry(at, "sleep", value=night, unit="h")
    if stress is not None:
        yield Entry(at, "stress", value=stress, unit="nrs")


def side_of(word: str) -> Side:
    """The side that a word names; none where it names none.

    Args:
        word: as it was sent.
    """
    return next((side for side in SIDES if side == word), "")


def points_of(text: str) -> float | None:
    """The points of a scale from 0 to 10; None where it is no such number.

    Args:
        text: as it was sent.
    """
    return _number(text, NRS_MOST)


def _number(text: str, most: float) -> float | None:
    return number_between(text, 0.0, most)


def done(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """One exercise, stretch or massage that was done.

    Args:
        sent: the form: the exercise's id, its side, and what was counted.
        at: when.
    """
    known = EXERCISES.get(sent.get("exercise", ""))
    if known is None:
        return
    side = side_of(sent.get("side", ""))
    limits = {"sets": 100.0, "reps": 1_000.0, "seconds": 36_000.0, "load_kg": 1_000.0, "effort": 10.0, "form": 5.0}
    counted = {name: _number(sent.get(name, ""), most) for name, most in limits.items()}
    in_pounds = _number(sent.get("load_lbs", ""), 2_000)
    if in_pounds:
        counted["load_kg"] = round(in_pounds * KG_PER_LB, 2)
    detail = [(name, f"{value:g}") for name, value in counted.items() if value]
    if sent.get("felt") in FELT_WORDS:
        detail.append(("felt", sent["felt"]))
    detail += [("felt_muscle", muscle) for muscle in muscles_named(sent.get("felt_muscle", "")[:60])[:1]]
    minutes = _number(sent.get("minutes", ""), 600)
    if minutes:
        yield Entry(at, known.kind, known.id, side=side, value=minutes, unit="min", detail=tuple(detail))
    elif known.kind == "exercise":
        yield Entry(at, "exercise", known.id, side=side, detail=tuple(detail))
    else:
        seconds = (_number(sent.get("seconds", ""), 36_000) or 60) * (_number(sent.get("sets", ""), 100) or 1)
        yield Entry(at, known.kind, known.id, side=side, value=round(seconds / 60, 1), unit="min")


def flared(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """The pain of a flare-up: a known place or another one, with its points.

    Args:
        sent: the form.
        at: when.
    """
    points = points_of(sent.get("points", ""))
    kind, region, side = flared_place(sent)
    if points is not None and region:
        yield Entry(at, kind, where=region, side=side, value=points, unit="nrs")


def flared_place(sent: Mapping[str, str]) -> tuple[str, str, Side]:
    """What is felt and where it flares up; a region that was not named is empty.

    Args:
        sent: the form: a `known` place, or a new one.
    """
    kind, region, side = (
        ["pain", sent["new_place"], sent.get("new_side", "")] if sent.get("new_place") else _known(sent)
    )
    named = kind in FELT and region in REGIONS
    return (kind, region, side_of(side)) if named else ("pain", "", "")


def _known(sent: Mapping[str, str]) -> list[str]:
    parts = sent.get("known", "").split(".")
    return parts if len(parts) == 3 else ["", "", ""]  # noqa: PLR2004 - kind, region, side


def tested(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """The results of a home test, of one side or both.

    Args:
        sent: the form: the test's id, and `value.SIDE` in its own unit.
        at: when.
    """
    test = TESTS.get(sent.get("test", ""))
    for side in ("left", "right", "") if test else ():
        value = number_between(sent.get(f"value.{side}", ""), test.least, test.most) if test else None
        if test and value is not None:
            yield Entry(at, "test", test.id, side=side_of(side), value=value, unit=test.unit)


def asked(sent: Mapping[str, str], about: Questionnaire, at: datetime) -> Iterator[Entry]:
    """The answers of a questionnaire; all or none, because half a score is no score.

    Args:
        sent: the form: `ROW.NUMBER` with points.
        about: the questionnaire.
        at: when.
    """
    rows = [question.row for question in about.questions for _ in range(question.repeats)]
    values = [_number(sent.get(f"{row}.{place}", ""), about.most) for place, row in enumerate(rows)]
    told = [(row, value) for row, value in zip(rows, values, strict=True) if value is not None]
    if all(any(row == question.row for row, _ in told) for question in about.questions):
        yield from (Entry(at, "test", row, value=value) for row, value in told)


def told(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """How the person trains; what is empty is left as it is.

    Args:
        sent: the form.
        at: when.
    """
    for name in ("training_days", "training_minutes"):
        value = _number(sent.get(name, ""), 1_440.0)
        if value:
            yield Entry(at, "fact", name, value=value)
    tools = sorted(set(sent.get("equipment", "").split("+")) & set(EQUIPMENT))
    if tools:
        yield Entry(at, "fact", "equipment", word="+".join(tools))


def number_between(text: str, least: float, most: float) -> float | None:
    """The number that a text says, where it lies between two others; None otherwise.

    Args:
        text: as it was typed.
        least: the least that makes sense.
        most: the most.
    """
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if least <= value <= most else None


def corrected(entry: Entry, text: str) -> Entry | None:
    """The entry with another number; None where it holds none, or the number makes no sense.

    Args:
        entry: as it is.
        text: what was typed.
    """
    limits = {"sleep": LONGEST_NIGHT} | dict.fromkeys((*FELT, "stress", "mood", "energy", "fear"), NRS_MOST)
    value = _number(text, limits.get(entry.kind, 100_000.0))
    return replace(entry, value=value) if value is not None and can_change(entry) and entry.value is not None else None


def can_change(entry: Entry) -> bool:
    """Whether an entry may be corrected or taken back: an answer to a safety question stands as it was given.

    Args:
        entry: as it is.
    """
    return entry.kind != "answer"

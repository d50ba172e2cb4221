"""What a person sends, as diary entries; whatever is not understood is left out and never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Literal

from flarepath.body import REGIONS
from flarepath.course import Outcome, outcomes
from flarepath.diary import FELT, Diary, Entry
from flarepath.exercises import EXERCISES
from flarepath.quantities import NRS_MOST, Side
from flarepath.safety import QUESTIONS, answered

SIDES: tuple[Side, ...] = ("left", "right", "both", "middle")
KNOWN_DAYS = 21
MOST_PLACES = 5
LONGEST_NIGHT = 24.0
REPLIES = ("yes", "no", "unsure")
FELT_WORDS = frozenset({"fine", "uncomfortable", "wrong", "odd", "pinch", "weak"})


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
        if len(parts) == 3 and parts[0] in FELT and parts[1] in REGIONS and _points(value) is not None:  # noqa: PLR2004
            yield Entry(at, parts[0], where=parts[1], side=_side(parts[2]), value=_points(value), unit="nrs")
    place, points = sent.get("new_place", ""), _points(sent.get("new_points", ""))
    if place in REGIONS and points is not None:
        kind = sent.get("new_kind", "pain")
        side = _side(sent.get("new_side", ""))
        yield Entry(at, kind if kind in FELT else "pain", where=place, side=side, value=points, unit="nrs")
    night, stress = _number(sent.get("sleep", ""), LONGEST_NIGHT), _points(sent.get("stress", ""))
    if night is not None:
        yield Entry(at, "sleep", value=night, unit="h")
    if stress is not None:
        yield Entry(at, "stress", value=stress, unit="nrs")


def _side(word: str) -> Side:
    return next((side for side in SIDES if side == word), "")


def _points(text: str) -> float | None:
    return _number(text, NRS_MOST)


def _number(text: str, most: float) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value <= most else None


def done(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """One exercise, stretch or massage that was done.

    Args:
        sent: the form: the exercise's id, its side, and what was counted.
        at: when.
    """
    known = EXERCISES.get(sent.get("exercise", ""))
    if known is None:
        return
    side = _side(sent.get("side", ""))
    limits = {"sets": 100.0, "reps": 1_000.0, "seconds": 36_000.0, "load_kg": 1_000.0, "effort": 10.0, "form": 5.0}
    counted = ((name, _number(sent.get(name, ""), most)) for name, most in limits.items())
    detail = [(name, f"{value:g}") for name, value in counted if value]
    if sent.get("felt") in FELT_WORDS:
        detail.append(("felt", sent["felt"]))
    minutes = _number(sent.get("minutes", ""), 600)
    if minutes:
        yield Entry(at, known.kind, known.id, side=side, value=minutes, unit="min", detail=tuple(detail))
    elif known.kind == "exercise":
        yield Entry(at, "exercise", known.id, side=side, detail=tuple(detail))
    else:
        seconds = (_number(sent.get("seconds", ""), 36_000) or 60) * (_number(sent.get("sets", ""), 100) or 1)
        yield Entry(at, known.kind, known.id, side=side, value=round(seconds / 60, 1), unit="min")


def replies(sent: Mapping[str, str], at: datetime, *, region: str, side: Side, none: bool) -> Iterator[Entry]:
    """The answers of a page of safety questions; with `none` every question of it that was left open is a no.

    Args:
        sent: the form: a question's id with yes, no or unsure.
        at: when.
        region: the place that it is about, empty for the whole body.
        side: its side.
        none: whether "none of these" was pressed.
    """
    for name in sent.get("asked", "").split():
        said = sent.get(name, "") or ("no" if none else "")
        if name in QUESTIONS and said in REPLIES:
            reply: Literal["yes", "no", "unsure"] = "yes" if said == "yes" else "no" if said == "no" else "unsure"
            yield answered(QUESTIONS[name], reply, at=at, region=region, side=side)


def facts(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """Year of birth, country and zone, as far as they were told.

    Args:
        sent: the form.
        at: when.
    """
    year = _number(sent.get("birth_year", ""), 2100)
    if year is not None and year >= 1900:  # noqa: PLR2004 - the least year of the diary's vocabulary
        yield Entry(at, "fact", "birth_year", value=year)
    for name in ("country", "timezone"):
        word = sent.get(name, "").strip()
        if word and len(word) <= 60:  # noqa: PLR2004 - no name is longer
            yield Entry(at, "fact", name, word=word)

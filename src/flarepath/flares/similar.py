"""Earlier flare-ups like this one, and what went before their end (R58)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from flarepath.course import Episode, episodes
from flarepath.diary import Diary, Entry
from flarepath.flares.model import Similar
from flarepath.flares.situation import Situation
from flarepath.flares.suspects import suspects
from flarepath.quantities import days_between
from flarepath.triggers import is_never_a_help

RELIEF = ("stretch", "massage", "walk")
"""Kinds of entry that are mostly done against a pain and may be named; never a medicine, care or a drink."""

HELPERS = (*RELIEF, "exercise")
"""Kinds of entry that may have eased it."""


def similar(situation: Situation) -> tuple[Similar, ...]:
    """The earlier flare-ups of this place, most alike first; empty until there are two.

    Alike means: the same exercise in the three days before, then a peak of about the same height.
    """
    if situation.flare is None:
        return ()
    onset = situation.flare.onset
    past = [e for e in episodes(situation.diary, situation.outcome) if e.end is not None and e.onset < onset]
    if len(past) < situation.numbers["similar_needed"]:
        return ()
    hours = situation.numbers["helped_hours"]
    shown = int(situation.numbers["similar_shown"])
    ranked = sorted(past, key=lambda e: (-_likeness(e, situation), -e.onset.timestamp()))
    return tuple(_recall(episode, situation.diary, hours=hours) for episode in ranked[:shown])


def _likeness(episode: Episode, situation: Situation) -> float:
    ranked, flare = suspects(situation), situation.flare
    if flare is None:
        return 0.0
    before = {bout.name for bout in situation.bouts_within(situation.numbers["window_hours"], episode.onset)}
    same = 2.0 if ranked and ranked[0].bout.name in before else 0.0
    return same - abs(episode.peak_points - flare.peak_points) / 5


def _recall(episode: Episode, diary: Diary, *, hours: float) -> Similar:
    end = episode.end or episode.checkins[-1].time
    helped = _what_eased(diary, episode.onset, end) or _what_went_before(diary, end, hours)
    return Similar(episode.onset, days_between(episode.onset, end), helped)


def _what_went_before(diary: Diary, end: datetime, hours: float) -> tuple[str, ...]:
    """What was done against it in the last two days of the flare-up, where nothing was rated."""
    return _named(diary.between(end - timedelta(hours=hours), end, *RELIEF))


def _what_eased(diary: Diary, onset: datetime, end: datetime) -> tuple[str, ...]:
    """What was logged as easing it during the flare-up: a lower rating after than before, or a fall within the hour."""
    return _named(entry for entry in diary.between(onset, end, *HELPERS) if _eased(entry))


def _named(done: Iterable[Entry]) -> tuple[str, ...]:
    """What may be named as a help, whatever kind it was written down as."""
    return tuple(dict.fromkeys(_words(each) for each in done if not is_never_a_help(each.kind, each.what)))[:3]


def _eased(entry: Entry) -> bool:
    before, after = entry.number("before"), entry.number("after")
    if entry.kind in ("stretch", "massage"):
        return before is not None and after is not None and after < before
    return after is not None and after < 0


def _words(entry: Entry) -> str:
    return f"{entry.kind} {entry.what}".strip().replace("_", " ")

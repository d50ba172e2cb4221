"""Family e: what stretching, massage and easy movement do to it."""

from __future__ import annotations

from datetime import timedelta
from statistics import mean

from flarepath.diary import FELT
from flarepath.exercises import Bout
from flarepath.flares.situation import MOMENT, Situation
from flarepath.quantities import hours_between
from flarepath.rules import Facts, Rule


def facts(situation: Situation) -> Facts:
    """How the last stretches and massages turned out; None where no ratings before and after were logged."""
    near = set(situation.near_muscles)
    rated = [b for b in situation.bouts if b.kind in ("stretch", "massage") and {w.muscle for w in b.work} & near]
    rated = [b for b in rated if b.entry.number("before") is not None and b.entry.number("after") is not None]
    easy = [b for b in situation.bouts if _is_easy(b, situation)]
    last = rated[-int(situation.numbers["rebounds_of_last"]) :]
    return {
        "adds_up": _adds_up(rated, situation) if len(rated) > 1 else None,
        "rebounds": _rebounds(last, rated, situation) if len(last) >= situation.numbers["rebounds_needed"] else None,
        "of_last": len(last),
        "needed": situation.numbers["rebounds_needed"],
        "eases": _eases(easy, situation) if easy else None,
    }


def _is_easy(bout: Bout, situation: Situation) -> bool:
    within = hours_between(bout.time, situation.at) <= 24 * situation.numbers["standing_window_days"]
    quiet = bout.effort is not None and bout.effort <= situation.numbers["easy_effort"]
    return within and bout.kind == "exercise" and bout.after is not None and quiet


def _later_rating(bout: Bout, situation: Situation) -> float | None:
    """The next rating between 4 and 48 hours later: a check-in of the place, or the next session's "before"."""
    start, end = bout.time + timedelta(hours=4), min(bout.time + timedelta(hours=48), situation.at) + MOMENT
    region = situation.outcome.region
    kinds = ("tightness",) if _has_tightness(situation) else FELT
    checked = [
        e.value for e in situation.diary.between(start, end, *kinds) if e.where == region and e.value is not None
    ]
    muscles = {work.muscle for work in bout.work}
    again = [
        b.entry.number("before")
        for b in situation.bouts
        if start <= b.time < end and b.kind == bout.kind and muscles & {w.muscle for w in b.work}
    ]
    found = checked[:1] or [before for before in again if before is not None][:1]
    return found[0] if found else None


def _has_tightness(situation: Situation) -> bool:
    return any(e.where == situation.outcome.region for e in situation.diary.of("tightness"))


def _rebounds(last: list[Bout], rated: list[Bout], situation: Situation) -> int:
    """How many of the last sessions eased it and then saw it come back; none where the weekly level falls (R76)."""
    return 0 if _is_falling(rated, situation) else sum(_is_rebound(bout, situation) for bout in last)


def _is_rebound(bout: Bout, situation: Situation) -> bool:
    before, after = bout.entry.number("before") or 0.0, bout.entry.number("after") or 0.0
    later = _later_rating(bout, situation)
    eased = before - after >= situation.numbers["ease_points"]
    return eased and later is not None and later > before - situation.numbers["ease_points"]


def _adds_up(rated: list[Bout], situation: Situation) -> bool:
    """Each session eased it, and the level before the sessions fell from week to week: so the easing lasts."""
    step = situation.numbers["ease_points"]
    eased = [b for b in rated if (b.entry.number("before") or 0.0) - (b.entry.number("after") or 0.0) >= step]
    return 2 * len(eased) > len(rated) and _is_falling(rated, situation)


def _is_falling(rated: list[Bout], situation: Situation) -> bool:
    weeks = _weekly_levels(rated)
    return len(weeks) > 1 and weeks[0] - weeks[-1] >= situation.numbers["ease_points"]


def _weekly_levels(rated: list[Bout]) -> list[float]:
    """The mean rating before a session in each week, oldest first; weeks without a session are left out."""
    weeks: dict[int, list[float]] = {}
    for bout in rated:
        weeks.setdefault(int(hours_between(rated[0].time, bout.time) // 168), []).append(
            bout.entry.number("before") or 0.0
        )
    return [mean(weeks[week]) for week in sorted(weeks)]


def _eases(easy: list[Bout], situation: Situation) -> bool:
    """Easy movement lowered it more often than not."""
    helped = [bout for bout in easy if (bout.after or 0) <= -situation.numbers["ease_points"]]
    return 2 * len(helped) > len(easy)


RULES = (
    Rule(
        "easing_adds_up",
        ("adds_up",),
        lambda f: f["adds_up"],
        "Stretch or massage eases it for more than a day, and week by week it gets less.",
        "expert",
    ),
    Rule(
        "easing_rebounds",
        ("rebounds",),
        lambda f: f["rebounds"] >= f["needed"],
        "Stretch or massage eased it, and it came back, in {rebounds} of the last {of_last} times.",
        "expert",
    ),
    Rule("easy_movement_eases", ("eases",), lambda f: f["eases"], "Easy movement eases it.", "dupuy"),
)

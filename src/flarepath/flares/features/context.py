"""Family g: sleep, stress, work hours, illness and food around it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import correlation, mean, pstdev

from flarepath.course import Checkin
from flarepath.diary import Entry, mentions
from flarepath.flares.foods import following_food
from flarepath.flares.situation import MOMENT, Situation
from flarepath.flares.words import exposure_words, when
from flarepath.quantities import in_hours
from flarepath.rules import Facts, Rule
from flarepath.sources import load_table

_WORDS = load_table("flarepath.flares", "malaise.toml")["words"]
MALAISE = (*_WORDS["english"], *_WORDS["german"])
"""Words of notes that speak of the whole body."""


STRAINS = frozenset({"sleep", "stress", "mood", "screen", "work"})
"""Daily values that speak of a strained time."""


def facts(situation: Situation) -> Facts:
    """What the days around the onset were like; None where they were not logged."""
    return {
        "strained": _strained(situation),
        "work": _tracks_work(situation),
        "malaise": _malaise(situation),
        "food": following_food(situation),
    }


def _strained(situation: Situation) -> str | None:
    """Last night's sleep or yesterday's stress, one own SD worse or beyond a plain limit; None where not logged."""
    signs = [_bad_sleep(situation), _bad_stress(situation), _long_screen(situation)]
    if all(sign is None for sign in signs):
        return None
    strained = " and ".join(sign for sign in signs if sign)
    return f"{strained}{_tied(situation)}" if strained else ""


def _tied(situation: Situation) -> str:
    """That the whole diary ties this pain to sleep, stress or screen hours, alone or with what cannot be told apart."""
    triggers = situation.attributed.triggers if situation.attributed else ()
    likely = situation.numbers["tied_probability"]
    tied = (t.exposures for t in triggers if t.probability > likely and t.exposures[0].kind in STRAINS)
    named = next((" or ".join(map(exposure_words, members)) for members in tied), "")
    return f" (over the whole diary this place goes with your {named})" if named else ""


def _bad_sleep(situation: Situation) -> str | None:
    nights = situation.entries_before(36, "sleep")
    if not nights:
        return None
    last = nights[-1]
    hours = [in_hours(e.value, e.unit) for e in nights[-1:] if e.value is not None]
    usual = [in_hours(e.value, e.unit) for e in _usual(situation, last, "sleep") if e.value is not None]
    if hours and (
        hours[0] < situation.numbers["short_sleep_hours"] or _is_worse(-hours[0], [-u for u in usual], situation)
    ):
        return f"{hours[0]:g} hours of sleep on {when(last.time)}"
    quality = last.number("quality")
    qualities = [q for e in _usual(situation, last, "sleep") if (q := e.number("quality")) is not None]
    if quality is not None and _is_worse(-quality, [-q for q in qualities], situation):
        return f"sleep quality {quality:g} on {when(last.time)}"
    return ""


def _bad_stress(situation: Situation) -> str | None:
    days = [e for e in situation.entries_before(36, "stress") if e.value is not None]
    if not days:
        return None
    worst = max(days, key=lambda e: e.value or 0.0)
    usual = [e.value for e in _usual(situation, days[0], "stress") if e.value is not None]
    level = worst.value or 0.0
    high = level >= situation.numbers["high_stress_points"] and (not usual or level > mean(usual) - 1)
    return f"stress {level:g} on {when(worst.time)}" if high or _is_worse(level, usual, situation) else ""


def _long_screen(situation: Situation) -> str | None:
    """Screen or work of 12 hours and more on at least 5 of the 7 days before (R84)."""
    days = _daily_hours(situation.entries_before(7 * 24, "screen", "work"))
    if not days:
        return None
    long = [d for d, hours in days.items() if hours >= situation.numbers["long_screen_hours"]]
    return (
        f"{len(long)} days of long screen hours in the week before"
        if len(long) >= situation.numbers["long_screen_days"]
        else ""
    )


def _usual(situation: Situation, entry: Entry, kind: str) -> tuple[Entry, ...]:
    start = entry.time - timedelta(days=situation.numbers["usual_days"])
    return situation.diary.between(start, entry.time, kind)


def _is_worse(value: float, usual: list[float], situation: Situation) -> bool:
    """At least one own standard deviation above the own mean of enough values, and a whole unit at least."""
    if len(usual) < situation.numbers["usual_least"]:
        return False
    return value >= mean(usual) + max(pstdev(usual), situation.numbers["strain_least"])


def _daily_hours(entries: Iterable[Entry]) -> dict[date, float]:
    """Screen and work hours by day, the larger of the two where both are logged; counts are no hours."""
    days: dict[date, dict[str, float]] = {}
    for entry in entries:
        if entry.value is not None and entry.unit != "count":
            kinds = days.setdefault(entry.time.date(), {})
            kinds[entry.kind] = kinds.get(entry.kind, 0.0) + in_hours(entry.value, entry.unit)
    return {day: max(kinds.values()) for day, kinds in days.items()}


def _tracks_work(situation: Situation) -> bool | None:
    """Pain goes with screen or work hours over four weeks; None where fewer days hold both."""
    days = situation.numbers["work_days_needed"]
    start = situation.at - timedelta(days=2 * days)
    hours = _daily_hours(situation.diary.between(start, situation.at + MOMENT, "screen", "work"))
    pain = _daily_points(situation.series, since=start.date())
    both = [(hours[day], pain[day]) for day in sorted(set(hours) & set(pain))]
    if len(both) < days:
        return None
    worked, points = [pair[0] for pair in both], [pair[1] for pair in both]
    if pstdev(worked) == 0 or pstdev(points) == 0:
        return False
    middle = mean(worked)
    gap = mean(p for h, p in both if h > middle) - mean(p for h, p in both if h <= middle)
    return (
        gap >= situation.numbers["work_gap_points"]
        and correlation(worked, points) >= situation.numbers["work_correlation"]
    )


def _daily_points(series: tuple[Checkin, ...], *, since: date) -> dict[date, float]:
    days: dict[date, float] = {}
    for checkin in series:
        day = checkin.time.date()
        if day >= since:
            days[day] = max(days.get(day, 0.0), checkin.points)
    return days


def _malaise(situation: Situation) -> str | None:
    """Low energy, illness, gut or skin words on days with this pain; None where none of it was logged."""
    start = situation.at - timedelta(days=situation.numbers["malaise_window_days"])
    near = situation.diary.between(start, situation.at + MOMENT, "energy", "event", "note", "mood")
    if not near:
        return None
    felt_days = {e.time.date() for e in situation.felt}
    signs = {e.time.date(): sign for e in near if (sign := _sign(e, situation)) and _is_close(e.time.date(), felt_days)}
    return ", ".join(dict.fromkeys(signs.values())) if len(signs) >= situation.numbers["malaise_days"] else ""


def _is_close(day: date, felt_days: set[date]) -> bool:
    return any(abs((day - felt).days) <= 1 for felt in felt_days)


def _sign(entry: Entry, situation: Situation) -> str:
    if entry.kind == "energy" and entry.value is not None:
        return f"energy {entry.value:g}" if entry.value <= situation.numbers["low_energy_points"] else ""
    if entry.kind == "event":
        return "illness" if entry.what == "illness" else ""
    if entry.kind != "note":
        return ""
    said = sorted(mentions(f"{entry.what}. {entry.text('text')}", MALAISE))
    return said[0].rstrip("*") if said else ""


RULES = (
    Rule(
        "bad_sleep_or_stress",
        ("strained",),
        lambda f: bool(f["strained"]),
        "A strained time before it: {strained}.",
        "sleep_va",
    ),
    Rule(
        "tracks_work",
        ("work",),
        lambda f: f["work"],
        "It goes with your screen or work hours, and eases on shorter days.",
        "expert",
    ),
    Rule(
        "malaise_cluster",
        ("malaise",),
        lambda f: bool(f["malaise"]),
        "Your whole body is off on the same days: {malaise}.",
        "expert",
    ),
    Rule(
        "follows_one_food",
        ("food",),
        lambda f: bool(f["food"]),
        "It follows {food}.",
        "expert",
    ),
)

"""Family f: how it goes over repeats, weeks and mornings."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import mean

from flarepath.course import checkins, logging_since
from flarepath.diary import Entry
from flarepath.flares.repeats import exposures, less_sore, no_better
from flarepath.flares.situation import Situation
from flarepath.flares.words import when
from flarepath.quantities import days_between, in_hours
from flarepath.rules import Facts, Rule

STIFF_TESTS = frozenset({"morning_stiffness", "stiffness"})
"""Names under which minutes of morning stiffness are logged."""

RHEUMATIC_QUESTIONS = frozenset({"d1", "d2", "d3"})
"""Safety questions whose yes says the same (EVIDENCE 3.2, family f)."""


def facts(situation: Situation) -> Facts:
    """Repeats of the same session, the long view, and morning stiffness; None where the diary is too short for it."""
    found = exposures(situation)
    first = found[-int(situation.numbers["no_better_exposures"]) :][0] if found else None
    return {
        "less": less_sore(found, share=situation.numbers["less_sore_share"]) if len(found) > 1 else None,
        "no_better": _no_better(situation) if len(found) >= situation.numbers["no_better_exposures"] else None,
        "exercise": first.name if first else "",
        "first_points": first.points if first else 0.0,
        "first_when": when(first.time) if first else "",
        "last_points": found[-1].points if found else 0.0,
        "twelve_weeks": _twelve_weeks(situation),
        "stiff": _stiff(situation),
    }


def _no_better(situation: Situation) -> bool:
    return no_better(exposures(situation), least=int(situation.numbers["no_better_exposures"]))


def _twelve_weeks(situation: Situation) -> bool | None:
    """Regular training for twelve weeks with no region better; None where the diary is shorter."""
    days = situation.numbers["long_view_days"]
    start = situation.at - timedelta(days=days)
    first = logging_since(situation.diary)
    if first is None or first > start + timedelta(days=7):
        return None
    return _is_regular(situation, start) and not _any_better(situation, start)


def _is_regular(situation: Situation, start: datetime) -> bool:
    weeks: dict[int, set[object]] = {}
    for bout in situation.bouts:
        if bout.time >= start:
            weeks.setdefault(int(days_between(start, bout.time) // 7), set()).add(bout.time.date())
    trained = sum(len(dates) >= situation.numbers["weekly_sessions"] for dates in weeks.values())
    return trained >= situation.numbers["adherence_share"] * situation.numbers["long_view_days"] / 7


def _any_better(situation: Situation, start: datetime) -> bool:
    """Whether any outcome fell by a point or 15 %, from the first three weeks to the last three."""
    edge = situation.numbers["long_view_edge_days"]
    for outcome in (situation.outcome, *situation.other_outcomes()):
        series = [c for c in checkins(situation.diary, outcome) if c.time >= start]
        early = [c.points for c in series if days_between(start, c.time) <= edge]
        late = [c.points for c in series if days_between(c.time, situation.at) <= edge]
        if early and late and _is_less(mean(early), mean(late), situation):
            return True
    return False


def _is_less(before: float, after: float, situation: Situation) -> bool:
    fall = before - after
    return fall >= situation.numbers["no_change_points"] or (
        before > 0 and fall >= situation.numbers["no_change_share"] * before
    )


def _stiff(situation: Situation) -> bool | None:
    """Long morning stiffness for six weeks, by minutes logged or by a safety question answered yes."""
    if _newest_answers(situation) & {"yes"}:
        return True
    rows = [e for e in situation.diary.of("test", "note") if e.what in STIFF_TESTS and e.value is not None]
    if not rows:
        return None
    long = [e for e in rows if 60 * in_hours(e.value or 0.0, e.unit or "min") > situation.numbers["stiff_minutes"]]
    spans = bool(long) and days_between(long[0].time, long[-1].time) >= situation.numbers["stiff_days"]
    return spans and 2 * len(long) > len(rows)


def _newest_answers(situation: Situation) -> set[str]:
    newest: dict[str, Entry] = {e.what.lower(): e for e in situation.diary.of("answer")}
    return {newest[q].word for q in RHEUMATIC_QUESTIONS & set(newest)}


RULES = (
    Rule(
        "repeat_less_sore",
        ("less",),
        lambda f: f["less"],
        "The same {exercise} left you less sore: a rise of {last_points:g} now, {first_points:g} on {first_when}.",
        "chen09",
    ),
    Rule(
        "repeat_no_better",
        ("no_better",),
        lambda f: f["no_better"],
        "The same {exercise} is no easier than on {first_when}: a rise of {first_points:g} then, {last_points:g} now.",
        "chen09",
    ),
    Rule(
        "twelve_weeks_no_change",
        ("twelve_weeks",),
        lambda f: f["twelve_weeks"],
        "Twelve weeks of regular training, and no place is better.",
        "expert",
    ),
    Rule(
        "morning_stiffness",
        ("stiff",),
        lambda f: f["stiff"],
        "Long stiffness in the morning for weeks.",
        "nice_qs33",
    ),
)

"""The report in words and short tables."""

from __future__ import annotations

from typing import Any

from flarepath.body import MUSCLES
from flarepath.course import Episode
from flarepath.diary import Entry
from flarepath.plan import TacticClock
from flarepath.questionnaires import QUESTIONNAIRES, Score
from flarepath.safety import QUESTIONS, SafetyFinding
from flarepath.web.show.words import name, outcome, place
from flarepath.why import Report, Tested

Document = dict[str, Any]

JUDGED = {
    "too_early": "too early to judge (under 28 days)",
    "not_fair": "not a fair trial (under 8 sessions, or nothing to compare with)",
    "masked": "cannot be judged: a medicine was begun in the time",
    "helps": "better by what matters",
    "switch": "no better after a fair trial",
}
LEVELS = {
    "clear": "nothing matched by the person's own answers",
    "unanswered": "not all answered",
    "next_visit": "to raise at the next visit",
    "days": "to be seen within days",
    "same_day": "to be seen the same day",
    "emergency": "emergency",
}


def report(found: Report) -> Document:
    """The report with names and dates.

    Args:
        found: of `why.report`.
    """
    return {
        "at": found.at,
        "since": found.since,
        "facts": [(fact.what.replace("_", " "), fact.word or f"{fact.value or 0:g}") for fact in found.facts],
        "level": LEVELS[found.gate.level],
        "say": found.gate.say,
        "answers": [_answer(each) for each in found.answers],
        "places": [(outcome(each), f"{middle:g}", f"{high:g}") for each, middle, high in found.places],
        "flares": [_flare(each) for each in found.flares],
        "tests": [_tested(each) for each in found.tests],
        "scores": [_score(each) for each in found.scores],
        "clocks": [_clock(each) for each in found.clocks],
        "trained": [(name(each), count) for each, count in found.trained],
        "medicines": sorted({(each.kind, name(each.what), f"{each.time:%d.%m.%Y}") for each in found.medicines}),
        "logged": [(each.kind, each.days) for each in found.logged],
        "days": found.days,
        "notes": [(f"{each.time:%d.%m.%Y}", each.text("text")) for each in found.notes],
        "who": ", ".join(filter(None, (f"about {found.age} years" if found.age is not None else "", found.sex))),
        "implants": [place(each.where, each.side) if each.where else "place not told" for each in found.implants],
        "reasons": list(found.reasons),
        "events": [_event(each) for each in found.events],
        "dangers": [
            (f"{each.entry.time:%d.%m.%Y}", each.entry.text("text") or each.entry.what) for each in found.dangers
        ],
    }


def _event(each: Entry) -> Document:
    where = place(each.where, each.side) if each.where else ""
    return {"what": name(each.what), "where": where, "when": each.time}


def _answer(each: SafetyFinding) -> Document:
    return {
        "text": QUESTIONS[each.id].text,
        "answer": each.answer,
        "suspected": each.suspected,
        "where": place(each.region, each.side) if each.region else "",
        "when": each.answered_at,
    }


def _flare(each: Episode) -> Document:
    where = f"{each.kind}, {place(each.region, each.side)}"
    return {"where": where, "onset": each.onset, "end": each.end, "peak": each.peak_points, "usual": each.baseline}


def _tested(each: Tested) -> Document:
    measure, test = each.measure, each.test
    value = measure.entry.value
    return {
        "name": test.name if test else ", ".join(filter(None, (name(measure.entry.what), _muscle(measure.muscle)))),
        "side": measure.side,
        "value": measure.entry.word if value is None else f"{value:g} {measure.unit}",
        "error": f"± {test.least_change:.1f} {test.unit}" if test else "not known",
        "says": measure.says,
        "when": measure.time,
    }


def _muscle(each: str) -> str:
    return MUSCLES[each].name.lower() if each in MUSCLES else each


def _score(each: Score) -> Document:
    about = QUESTIONNAIRES[each.questionnaire]
    return {"name": about.name, "value": f"{each.value:g}", "of": f"{about.low:g}-{about.high:g}", "when": each.time}


def _clock(each: TacticClock) -> Document:
    return {
        "name": f"{each.tactic}, {_muscle(each.muscle)}",
        "days": round(each.days),
        "sessions": each.sessions,
        "judged": JUDGED[each.judgement],
    }

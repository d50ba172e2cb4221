"""Answers as their pages show them: words beside numbers, widths of bars; no rule and no sum of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flarepath.body import REGIONS
from flarepath.course import Outcome
from flarepath.exercises import EXERCISES
from flarepath.flares import cause_table

Document = dict[str, Any]

VERDICTS = {
    "looks_most_like": "What it looks most like",
    "two_explanations": "Two explanations fit",
    "not_enough_yet": "Cannot tell yet: too little is written down",
    "no_cause_found": "No cause found",
}
SHOWN = 0.10


def outcome(each: Outcome) -> str:
    """What is felt and where, in words.

    Args:
        each: the outcome.
    """
    place = REGIONS[each.region].name if each.region in REGIONS else each.region.replace("_", " ")
    side = "both sides" if each.side == "both" else each.side
    return f"{each.kind.capitalize()}: {', '.join(filter(None, (place.lower(), side)))}"


def why(answered: Document) -> Document:
    """The answer with names and per cents.

    Args:
        answered: of `why`.
    """
    ranked = sorted(answered["causes"], key=lambda cause: -cause["probability"])
    titles = cause_table().texts
    causes = [
        {**cause, "title": titles[cause["cause"]].title, "percent": round(100 * cause["probability"])}
        for cause in ranked
        if cause["probability"] >= SHOWN
    ]
    advice = [{**each, "look": _day(each["review_on"])} for each in answered["advice"]]
    points = [
        {**each, "tenths": round(max(0.0, each["value"]), 1), "name": _share(each)} for each in answered["points"]
    ]
    verdict = VERDICTS.get(answered["verdict"] or "", "")
    place = REGIONS[answered["region"]].name if answered["region"] in REGIONS else "Your body"
    return {"place": place, "verdict": verdict, "causes": causes, "advice": advice, "points": points}


def _share(share: Document) -> str:
    names = {"baseline": "your usual", "unexplained": "not explained yet"}
    return names.get(share["source"]) or ", ".join(
        key.split(":", 1)[-1].replace("_", " ") for key in share["exposures"]
    )


def week(document: Document) -> Document:
    """The week with names of exercises and days.

    Args:
        document: of `plan`.
    """
    changes = [
        {
            **change,
            "name": name(change["exercise"]),
            "other": name(change["instead"]),
            "look": _day(change["review_on"]),
        }
        for change in document["changes"]
    ]
    sessions = [{**session, "name": _day(session["day"])} for session in document["sessions"]]
    for session in sessions:
        session["items"] = [{**item, "name": name(item["id"]) or item["name"]} for item in session["items"]]
    return {"changes": changes, "sessions": sessions}


def name(exercise: str | None) -> str:
    """The plain name of an exercise.

    Args:
        exercise: its id, or None.
    """
    if not exercise:
        return ""
    return EXERCISES[exercise].name if exercise in EXERCISES else exercise.replace("_", " ").capitalize()


def _day(iso: str) -> str:
    time = datetime.fromisoformat(iso)
    return f"{time:%A} {time.day} {time:%B}"

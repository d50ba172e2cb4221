"""The week, one session, and what today holds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flarepath.body import REGIONS
from flarepath.exercises import EXERCISES, pictures
from flarepath.web.show.words import day as day_words
from flarepath.web.show.words import moment, name

Document = dict[str, Any]


def week(document: Document, *, firm: frozenset[str] = frozenset()) -> Document:
    """The week with names of exercises and days.

    Args:
        document: of `plan`.
        firm: ids of the changes that are no offer, so that nobody is asked for a yes or a no.
    """
    changes = [
        {
            **change,
            "firm": change["id"] in firm,
            "name": name(change["exercise"]),
            "other": name(change["instead"]),
            "others": [{"id": each, "name": name(each)} for each in change["others"]],
            "look": day_words(change["review_on"]),
        }
        for change in document["changes"]
    ]
    sessions = [{**session, "name": day_words(session["day"])} for session in document["sessions"]]
    for session in sessions:
        session["items"] = [{**item, "name": name(item["id"]) or item["name"]} for item in session["items"]]
    return {"changes": changes, "sessions": sessions}


def session(weekly: Document, day: str) -> Document | None:
    """One session of the week, or None where that day has none.

    Args:
        weekly: of `plan`.
        day: its date, ISO 8601.
    """
    return next((each for each in week(weekly)["sessions"] if each["day"] == day), None)


def step(planned: Document, place: int, *, instead: str = "") -> Document:
    """One item of a session, with its cues and pictures; another exercise in its place where one was chosen.

    Args:
        planned: the session.
        place: which item, from 0.
        instead: the id of the exercise that was chosen in its place.
    """
    item = planned["items"][place]
    other = EXERCISES.get(instead)
    if other:
        item = item | {"id": other.id, "name": other.name, "dose": other.first_dose, "load_kg": None}
        item |= {key: getattr(other.first, key) for key in ("sets", "reps", "seconds", "minutes", "effort")}
    known = EXERCISES.get(item["id"])
    shown = {
        "swappable": known is not None,
        "cues": known.cues if known else (),
        "pictures": pictures(known.id) if known else (),
    }
    return {"session": planned, "item": item, "place": place, "count": len(planned["items"]), **shown}


def today(answer: Document, weekly: Document, at: datetime) -> Document:
    """What today holds: its session, and what is expected of tomorrow.

    Args:
        answer: of `why`.
        weekly: of `plan`.
        at: now.
    """
    sessions = [session for session in week(weekly)["sessions"] if session["day"] >= at.date().isoformat()]
    ahead = next((point for point in answer["forecast"] or () if datetime.fromisoformat(point["time"]) > at), None)
    return {
        "session": sessions[0] if sessions else None,
        "is_today": bool(sessions) and sessions[0]["day"] == at.date().isoformat(),
        "place": REGIONS[answer["region"]].name.lower() if answer["region"] in REGIONS else "",
        "ahead": ahead and {**ahead, "when": moment(ahead["time"])},
    }

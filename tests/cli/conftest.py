"""Bo's answer as a document, and a way to print a page."""

import io

import pytest

from flarepath.cli.show import Context, paper, show_all

BO = {
    "at": "2026-03-02T22:00:00+01:00",
    "region": "knee_front",
    "side": "left",
    "gate": {
        "level": "clear",
        "findings": [{"id": "e1", "answer": "no", "suspected": "Heart", "do": "", "source": "x"}],
    },
    "flare": {
        "onset": "2026-03-01T08:00:00+01:00",
        "peak": "2026-03-02T08:00:00+01:00",
        "peak_points": 6.0,
        "now": 5.0,
        "baseline": 1.0,
        "day_of_flare": 2,
        "confirmed": True,
    },
    "say": "You have been here before.",
    "meaning": ["weakened_for_now"],
    "points": [
        {"source": "baseline", "exposures": [], "value": 1.0, "low": 1.0, "high": 1.0},
        {"source": "unexplained", "exposures": [], "value": 4.0, "low": 3.0, "high": 5.0},
    ],
    "triggers": [],
    "causes": [
        {
            "cause": "sore_muscle",
            "probability": 0.8,
            "for": ["Twelve hours after new lunges."],
            "against": ["Strong people get it too."],
            "would_change_our_mind": ["It stays longer than a week."],
        },
        {"cause": "stress", "probability": 0.2, "for": [], "against": ["You slept well."], "would_change_our_mind": []},
    ],
    "verdict": "looks_most_like",
    "advice": [
        {
            "adjustment": "ease",
            "do": "Do half as many lunges.",
            "instead_of": "lunge",
            "exercises": ["step_up"],
            "until": "it is back at your usual.",
            "expect": "It should fade within three days.",
            "review_on": "2026-03-05T22:00:00+01:00",
            "because": ["R72"],
        }
    ],
    "avoid": ["Deep lunges"],
    "next_test": {"kind": "swap", "question": "Does a step-up hurt less?", "days": 7, "separates": ["sore_muscle"]},
    "forecast": [
        {"time": "2026-03-03T22:00:00+01:00", "low": 2.0, "middle": 4.0, "high": 5.0},
        {"time": "2026-03-04T22:00:00+01:00", "low": 0.0, "middle": 1.0, "high": 3.0},
    ],
    "similar": [{"onset": "2026-02-03T08:00:00+01:00", "days": 3.0, "what_helped": ["walking"]}],
    "refer": None,
    "versions": {},
}
HEADER = "time,kind,what,where,side,value,unit,detail"
AFTER = ("meaning", "points", "triggers", "causes", "advice", "avoid", "forecast", "similar")


@pytest.fixture
def bo():
    """Bo's knee after lunges."""
    return dict(BO)


@pytest.fixture
def cy():
    """Cy's emergency: only the referral is there."""
    refer = {"urgency": "emergency", "to": "999", "summary": "Answered yes to e4."}
    finding = {"id": "e4", "answer": "yes", "suspected": "Cauda equina", "do": "Call 999 now.", "source": "x"}
    empty = {name: [] for name in AFTER} | {"verdict": None, "next_test": None}
    return BO | empty | {"say": "Call 999.", "refer": refer, "gate": {"level": "emergency", "findings": [finding]}}


@pytest.fixture
def printed():
    """What a page looks like, as plain text."""

    def page(view, document, *, width=80, **beside):
        sheet = paper(io.StringIO())
        sheet.width = width
        show_all(view(document, Context(width=width, **beside)), sheet)
        return sheet.file.getvalue()

    return page


@pytest.fixture
def diary_in(make_diary):
    """A diary in that time zone."""
    return lambda zone: make_diary("2026-01-02T08:00,pain,,knee_front,left,2,nrs,", zone=zone)


@pytest.fixture
def file(tmp_path):
    """A diary file of these rows."""

    def written(*rows, name="bo.csv"):
        path = tmp_path / name
        path.write_text("\n".join([HEADER, "2020-01-01T00:00,fact,timezone,,,Europe/London,,", *rows]) + "\n")
        return path

    return written

"""Scenarios as data: each case is a small diary, a moment, and what the answer must hold and must not.

A diary is written as rows of the tidy diary without the header, and three kinds of short line that stand for many:
`full_no@TIME` (the whole safety screen answered no, with the facts it asks for), `short_no@TIME` (the ten starred
questions; `short_no@TIME REGION` for one region) and `FIRST..END days HH:MM row` (that row on those days; END itself
is left out).
"""

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

HERE = Path(__file__).parent
HOME = ZoneInfo("Europe/London")
HEADER = "time,kind,what,where,side,value,unit,detail"
ZONE = f"2020-01-01T00:00,fact,timezone,,,{HOME},,"
SHORT = ("e1", "e2", "e3", "e4", "e7", "e8", "e14", "s1", "s4", "s5")
FULL = tuple(f"{tier}{number}" for tier, last in (("e", 18), ("s", 17), ("d", 17)) for number in range(1, last + 1))
FACTS = ("birth_year,,,1988,,", "country,,,GB,,")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BANNED = (
    r"zero chance|wouldn't matter|quackery|\bjust\b|only in your head|\btorn\b|\bbroken\b|degenerating"
    r"|\bcure\b|\bfixed\b|\bsafe\b|all clear|\bdiagnose"
)
TEXT = ("say", "causes", "advice", "avoid", "next_test", "similar", "refer")
ADVISING = (
    "meaning",
    "points",
    "triggers",
    "causes",
    "verdict",
    "advice",
    "avoid",
    "next_test",
    "forecast",
    "similar",
)
CODES = {"clear": 0, "next_visit": 0, "unanswered": 1, "days": 3, "same_day": 3, "emergency": 3}


@dataclass(frozen=True)
class Case:
    """One diary and moment with what is expected of the answer."""

    id: str
    lines: tuple[str, ...]
    at: datetime
    region: str
    side: str
    expect: dict

    @property
    def rows(self):
        """The diary as the lines of a file."""
        return [f"{line}\n" for line in (HEADER, ZONE, *(row for line in self.lines for row in expand(line)))]


def expand(line):
    """The diary rows that a line of a scenario stands for.

    >>> expand("2026-03-02T18:00,pain,,wrist,left,3,nrs,")
    ['2026-03-02T18:00,pain,,wrist,left,3,nrs,']
    >>> expand("2026-03-02..2026-03-05 mon,wed 07:30 sleep,,,,7,h,")
    ['2026-03-02T07:30,sleep,,,,7,h,', '2026-03-04T07:30,sleep,,,,7,h,']
    >>> expand("short_no@2026-03-03T07:31 wrist")[:2]
    ['2026-03-03T07:31,answer,e1,wrist,,no,,', '2026-03-03T07:31,answer,e2,wrist,,no,,']
    >>> len(expand("full_no@2026-03-01T09:00"))
    54
    """
    if "_no@" in line:
        return _screen(line)
    return _repeat(line) if re.match(r"[\d-]+\.\.", line) else [line]


def _screen(line):
    name, _, rest = line.partition("_no@")
    time, _, region = rest.partition(" ")
    facts = [f"{time},fact,{fact}" for fact in FACTS] if name == "full" else []
    asked = {"full": FULL, "short": SHORT}[name]
    return facts + [f"{time},answer,{question},{region},,no,," for question in asked]


def _repeat(line):
    days, names, clock, row = line.split(" ", 3)
    first, end = map(date.fromisoformat, days.split(".."))
    wanted = WEEKDAYS if names == "daily" else names.split(",")
    every = (first + timedelta(days=day) for day in range((end - first).days))
    return [f"{day}T{clock},{row}" for day in every if WEEKDAYS[day.weekday()] in wanted]


def load():
    """Every case of every table beside this file, in order."""
    tables, found = {}, []
    for path in sorted(HERE.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            whole = _on_base(row, tables, path.stem)
            tables[f"{path.stem}-{row['name']}"] = whole
            found.append(_case(f"{path.stem}-{row['name']}", whole))
    return found


def _on_base(row, tables, stem):
    """A case with the lines, moment and place of the case it extends; expectations are never taken over."""
    base = tables[row["base"] if row["base"] in tables else f"{stem}-{row['base']}"] if "base" in row else {}
    dropped = row.get("remove", [])
    unknown = set(dropped) - set(base.get("lines", ()))
    if unknown:
        raise ValueError(f"{stem} {row['name']}: no such line to remove: {sorted(unknown)}")
    own = [line.strip() for line in row.get("diary", "").splitlines() if line.strip()]
    return {**base, **row, "lines": [line for line in base.get("lines", ()) if line not in dropped] + own}


def _case(name, whole):
    at = whole["at"].replace(tzinfo=HOME) if whole["at"].tzinfo is None else whole["at"]
    return Case(name, tuple(whole["lines"]), at, whole.get("region", ""), whole.get("side", ""), whole["expect"])


def complaints(document, code, expect):
    """Every way in which an answer breaks a law of all answers or fails to be what is expected of it."""
    broken = [f"law: {name}" for name, holds in LAWS.items() if not holds(document)]
    if code != expect.get("exit", CODES[document["gate"]["level"]]):
        broken.append(f"exit code {code}")
    wanted = {key: value for key, value in expect.items() if key != "exit"}
    return broken + [f"{key} = {value!r}" for key, value in wanted.items() if not CHECKS[key](document, value)]


def text_of(document):
    """What a person reads of an answer."""
    return json.dumps({key: document[key] for key in TEXT}, ensure_ascii=False)


def _listed(wanted):
    return wanted if isinstance(wanted, list) else [wanted]


def _probability(document, cause):
    return next((row["probability"] for row in document["causes"] if row["cause"] == cause), 0.0)


def _top(document):
    return max(document["causes"], key=lambda row: row["probability"], default={"cause": None})["cause"]


def _found(pattern, text):
    return re.search(pattern, text, re.IGNORECASE | re.DOTALL) is not None


def _adjustments(document):
    return {advice["adjustment"] for advice in document["advice"]}


def _days_to_review(document):
    at = datetime.fromisoformat(document["at"]).date()
    return [(datetime.fromisoformat(advice["review_on"]).date() - at).days for advice in document["advice"]]


def _alike(found, wanted):
    return abs(found - wanted) < 1e-6 if isinstance(wanted, float) else found == wanted


LAWS = {
    "nothing is advised before the gate": lambda d: (
        d["gate"]["level"] not in {"unanswered", "same_day", "emergency"} or not any(d[key] for key in ADVISING)
    ),
    "an urgent answer names whom to see": lambda d: (
        d["gate"]["level"] not in {"days", "same_day", "emergency"} or d["refer"] is not None
    ),
    "probabilities sum to one": lambda d: (
        not d["causes"] or abs(sum(row["probability"] for row in d["causes"]) - 1) < 0.01
    ),
    "every cause shown rests on evidence": lambda d: all(
        row["for"] or row["against"] for row in d["causes"] if row["probability"] >= 0.1
    ),
    "the leading cause shows evidence against itself": lambda d: all(
        row["against"] for row in d["causes"] if row["cause"] == _top(d)
    ),
    "causes come with an action or a referral": lambda d: not d["causes"] or bool(d["advice"] or d["refer"]),
    "every action says why": lambda d: all(advice["because"] for advice in d["advice"]),
    "something calm is said": lambda d: bool(d["say"]),
    "no banned word": lambda d: not _found(BANNED, text_of(d)),
}

CHECKS = {
    "level": lambda d, want: d["gate"]["level"] in _listed(want),
    "top": lambda d, want: _top(d) in _listed(want),
    "verdict": lambda d, want: d["verdict"] in _listed(want),
    "cause_above": lambda d, want: all(_probability(d, high) > _probability(d, low) for high, low in want),
    "probability_at_least": lambda d, want: all(_probability(d, name) >= least for name, least in want.items()),
    "probability_at_most": lambda d, want: all(_probability(d, name) <= most for name, most in want.items()),
    "meaning_has": lambda d, want: set(want) <= set(d["meaning"]),
    "meaning_lacks": lambda d, want: not set(want) & set(d["meaning"]),
    "advice_has": lambda d, want: set(want) <= _adjustments(d),
    "advice_lacks": lambda d, want: not set(want) & _adjustments(d),
    "avoid_matches": lambda d, want: all(_found(pattern, " ".join(d["avoid"])) for pattern in want),
    "avoid_lacks": lambda d, want: not any(_found(pattern, " ".join(d["avoid"])) for pattern in want),
    "says": lambda d, want: all(_found(pattern, text_of(d)) for pattern in want),
    "never_says": lambda d, want: not any(_found(pattern, text_of(d)) for pattern in want),
    "has": lambda d, want: all(d[key] for key in want),
    "lacks": lambda d, want: not any(d[key] for key in want),
    "flare": lambda d, want: (
        d["flare"] is not None and all(_alike(d["flare"][key], value) for key, value in want.items())
    ),
    "similar_at_least": lambda d, want: len(d["similar"]) >= want,
    "review_within_days": lambda d, want: min(_days_to_review(d), default=want + 1) <= want,
}


def pytest_generate_tests(metafunc):
    """Each test that asks for a `case` runs once for every case."""
    if "case" in metafunc.fixturenames:
        cases = load()
        metafunc.parametrize("case", cases, ids=[case.id for case in cases])


@pytest.fixture(name="complaints")
def complaints_fixture():
    """The judge of answers, for tests that show that it can find fault."""
    return complaints

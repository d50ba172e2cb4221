"""A diary explained in one call."""

from datetime import datetime
from pathlib import Path

import pytest

from flarepath.course import first_place
from flarepath.diary import read
from flarepath.flares import explain
from flarepath.triggers import find


@pytest.fixture
def explained(make_diary):
    """Rows and a moment in, the explanation of the most risen place out."""

    def of(rows, *, region="", side=""):
        diary = make_diary(rows)
        outcome = first_place(diary, at=diary.last, region=region, side=side)
        attributed = find(diary, quick=True, only=outcome).outcomes[0]
        return explain(diary, outcome, at=diary.last, attributed=attributed)

    return of


@pytest.fixture
def held(explained):
    """The names of the features that the log shows to hold, to be absent, and to be unknown."""

    def of(rows, **where):
        found = explained(rows, **where).findings
        return {answer: {f.rule for f in found if f.answer.value == answer} for answer in ("yes", "no", "unknown")}

    return of


CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def case():
    """What the flare part says of a made-up diary, at its last entry or another moment; rows may be put in or out."""

    def of(name, *, at=None, region="", more="", without=None):
        rows = (CASES / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        kept = [row for row in rows if not (without and without(row))]
        diary = read("\n".join([*kept, *more.split()]).splitlines(keepends=True))
        moment = datetime.fromisoformat(f"{at}+00:00") if at else diary.last
        known = diary.until(moment)
        outcome = first_place(known, at=moment, region=region, side="")
        attributed = find(known, quick=True, only=outcome).outcomes[0]
        return explain(known, outcome, at=moment, attributed=attributed)

    return of

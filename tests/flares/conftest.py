"""A diary explained in one call."""

import pytest

from flarepath.course import most_risen
from flarepath.flares import explain
from flarepath.triggers import find


@pytest.fixture
def explained(make_diary):
    """Rows and a moment in, the explanation of the most risen place out."""

    def of(rows, *, region="", side=""):
        diary = make_diary(rows)
        outcome = most_risen(diary, at=diary.last, region=region, side=side)
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

"""Numbers that a person may change."""

import pytest

from flarepath.errors import UnknownId
from flarepath.why import explain, settings

BO = """
2026-03-01T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=10
2026-03-02T08:00,pain,,thigh_back,left,3,nrs,quality=sore
"""


def test_a_changed_number_changes_the_answer(make_diary):
    diary = make_diary(BO)
    assert explain(diary).flare is not None
    assert explain(diary, settings=settings({"course.rise_points": 4})).flare is None


def test_an_unknown_number_is_refused_with_the_nearest():
    with pytest.raises(UnknownId, match=r"flares\.shrink"):
        settings({"flares.shrnk": 1})


def test_what_is_not_named_stays_as_shipped():
    assert settings({"flares.shrink": 1}).flares["cap"] == settings().flares["cap"]

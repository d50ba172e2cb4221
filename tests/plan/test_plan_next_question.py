"""The next test separates the two likeliest causes."""

from itertools import permutations

import pytest

from flarepath.flares import cause_table
from flarepath.plan.next_question import TABLE

KINDS = {"repeat", "swap", "block", "measure", "log", "visit"}
CAUSES = cause_table().order


def test_every_cause_has_a_test_of_its_own():
    assert set(CAUSES) <= {cause for row in TABLE["test"].values() if len(row["of"]) == 1 for cause in row["of"]}


@pytest.mark.parametrize("row", TABLE["test"].values(), ids=TABLE["test"])
def test_a_test_separates_what_it_is_about_from_another_cause(row):
    assert row["kind"] in KINDS
    assert set(row["of"]) <= set(row["separates"]) <= set(CAUSES)
    assert len(row["separates"]) == 2


def test_no_pair_has_two_tests():
    pairs = [frozenset(row["of"]) for row in TABLE["test"].values()]
    assert len(pairs) == len(set(pairs))


def test_the_common_pairs_have_a_test_that_tells_them_apart():
    told = {frozenset(row["of"]) for row in TABLE["test"].values()}
    common = ("sore_muscle", "short_muscle", "joint_tendon_nerve")
    assert all(frozenset(pair) in told for pair in permutations(common, 2))


PINCH = """
2026-02-01T10:00,pain,,lower_back,middle,0,nrs,
2026-02-08T10:00,test,length,hamstrings,both,short,,
2026-02-22T10:00,test,length,hamstrings,both,short,,
2026-02-08T10:01,test,strength,hamstrings,both,strong,,
{second}2026-02-16T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-02-23T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-02-26T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-03-02T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-03-03T06:00,pain,,lower_back,middle,5,nrs,quality=ache; when=motion
"""


def test_one_strength_test_is_asked_for_again(planned):
    assert planned(PINCH.format(second="")).next_test.kind == "measure"


def test_what_was_tested_twice_is_not_measured_again(planned):
    again = "2026-02-22T10:01,test,strength,hamstrings,both,strong,,\n"
    assert planned(PINCH.format(second=again)).next_test.kind == "swap"


def test_the_item_asked_for_is_one_that_nobody_logged(planned):
    found = planned("2026-02-20T20:00,pain,,mid_back,middle,1,nrs,\n2026-03-05T20:00,pain,,mid_back,middle,4,nrs,")
    assert found.next_test.question.startswith("Please write down one thing: ")
    assert len(found.next_test.separates) == 2

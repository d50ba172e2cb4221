"""SC16: new or worse pain near an implant, at any year, is for a clinician before any exercise advice."""

import pytest

from flarepath.body import REGIONS
from flarepath.safety.implants import FIELDS

HIP = {"where": "hip_front", "side": "right"}


def rosa(ask, *more, implant=HIP, pain=4, where="groin", side="right", seen=()):
    """A hip replaced in 2019; no pain, then a new ache, with every question answered no."""
    before = [ask.felt(0, at=ask.MONDAY - ask.days(day), where=where, side=side) for day in (6, 4)]
    ache = [ask.felt(pain, at=ask.MONDAY - ask.days(1), where=where, side=side)]
    entries = [ask.fact("implant", "2019", at=ask.MONDAY - ask.days(2000), **implant), *before, *ache]
    return ask.gate([*entries, *seen, *ask.everything(), *more], region=where, side=side)


def test_a_new_ache_near_an_implant_is_for_a_clinician_within_days(ask):
    found = rosa(ask)
    assert (found.level, found.referral.urgency, ask.finding(found, "s2").tier) == ("days", "days", "days")
    assert {"groin", "hip_front", "hip_deep"} <= found.locked
    assert "before any exercise" in found.say


def test_the_twin_with_warmth_is_for_the_same_day(ask):
    assert rosa(ask, ask.answer("s2", "yes")).level == "same_day"


def test_the_twin_at_the_other_hip_goes_its_normal_way(ask):
    assert rosa(ask, side="left").level == "clear"


def test_the_twin_in_another_joint_goes_its_normal_way(ask):
    assert rosa(ask, where="wrist").level == "clear"


@pytest.mark.parametrize("side", ["", "both"])
def test_an_implant_without_a_known_side_speaks_for_both(ask, side):
    assert rosa(ask, implant={"where": "hip_front", "side": side}).level == "days"


def test_an_implant_without_a_place_leaves_the_persons_own_answer(ask):
    assert rosa(ask, implant={"where": "", "side": ""}).level == "clear"


def test_no_pain_near_the_implant_asks_for_nothing(ask):
    assert rosa(ask, pain=0).level == "clear"


def test_a_little_pain_that_is_new_counts(ask):
    assert rosa(ask, pain=1).level == "days"


def test_a_little_pain_of_old_does_not(ask):
    long_known = [ask.felt(1, at=ask.MONDAY - ask.days(day), where="groin", side="right") for day in range(1, 40)]
    entries = [ask.fact("implant", "2019", at=ask.MONDAY - ask.days(2000), **HIP), *long_known, *ask.everything()]
    assert ask.gate(entries, region="groin", side="right").level == "clear"


def test_pain_of_old_that_gets_worse_counts(ask):
    long_known = [ask.felt(1, at=ask.MONDAY - ask.days(day), where="groin", side="right") for day in range(1, 40)]
    entries = [ask.fact("implant", "2019", at=ask.MONDAY - ask.days(2000), **HIP), *long_known, *ask.everything()]
    assert ask.gate([*entries, ask.felt(3, where="groin", side="right")], region="groin", side="right").level == "days"


@pytest.mark.parametrize(
    ("where", "days_ago", "level"),
    [("groin", 0, "clear"), ("hip_front", 0, "clear"), ("", 0, "clear"), ("wrist", 0, "days"), ("groin", 2, "days")],
)
def test_only_a_visit_since_then_for_that_place_settles_it(ask, where, days_ago, level):
    visit = ask.event("seen_by_professional", at=ask.MONDAY - ask.days(days_ago), where=where)
    assert rosa(ask, seen=[visit]).level == level


def test_it_never_runs_out(ask):
    hip = ask.fact("implant", "1998", at=ask.MONDAY - ask.days(9000), **HIP)
    ache = ask.felt(4, where="groin", side="right")
    assert ask.gate([hip, ache, *ask.everything()], region="groin", side="right").level == "days"


def test_an_open_question_comes_before_it_and_the_referral_stands(ask):
    hip = ask.fact("implant", "2019", at=ask.MONDAY - ask.days(900), **HIP)
    found = ask.gate([hip, ask.felt(4, where="groin", side="right")], region="groin", side="right")
    assert (found.level, found.referral.urgency) == ("unanswered", "days")


def test_every_region_of_the_table_exists():
    assert set(FIELDS) <= set(REGIONS)

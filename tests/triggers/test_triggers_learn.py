"""Priors learnt from many people's answers."""

from types import MappingProxyType

import pytest

from flarepath.course import Outcome
from flarepath.triggers import Attributed, Attribution, learned, shipped

KNEE = Outcome("pain", "knee_front", "left")


def answer(probabilities, *, judged=True):
    moments = (None,) if judged else ()
    return Attribution(60, (Attributed(KNEE, 60, (), MappingProxyType(probabilities), None, moments, ()),))


def test_nobody_teaches_nothing():
    assert dict(learned([]).exposure_odds) == {}


def test_a_food_that_often_drives_pain_becomes_likelier_than_others():
    odds = learned([answer({"food:butter": 0.9, "food:rice": 0.01})] * 40).exposure_odds
    assert odds["food:butter"] > 5 * odds["food:rice"]


def test_few_people_change_little():
    before = shipped().kinds["food"].odds
    assert learned([answer({"food:rice": 0.0})]).kinds["food"].odds == pytest.approx(before, rel=0.05)


def test_an_outcome_that_could_not_be_judged_teaches_nothing():
    assert not learned([answer({"food:butter": 0.9}, judged=False)]).exposure_odds


def test_the_share_of_many_people_is_learnt_exactly():
    many = learned([answer({"stress": 0.2})] * 100_000).kinds["stress"].odds
    assert many == pytest.approx(0.25, rel=0.01)

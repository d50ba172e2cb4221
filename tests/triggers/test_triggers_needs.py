"""What is still missing, in one sentence."""

import numpy as np
import pytest
from scipy.special import expit, logit

from flarepath.triggers.needs import needs

PRIOR = 0.03


@pytest.fixture
def said(doses, numbers):
    """The sentence for butter of ten days, with partners if any."""

    def of(probability, *, repeated=5, contrary=5, lead="food:butter", days=10, partners=()):
        members = [doses(lead, 24.0 * np.arange(days), is_daily=lead == "stress"), *partners]
        return needs(members, repeated, contrary, probability, PRIOR, numbers)

    return of


def test_what_is_sure_and_repeated_needs_nothing_but_a_planned_test(said):
    assert said(0.95) == ""


@pytest.mark.parametrize(("repeated", "sentence"), [(2, "1 more meal"), (0, "3 more meals")])
def test_too_few_repeats_ask_for_more(said, repeated, sentence):
    assert said(0.95, repeated=repeated) == f"{sentence} with it and the same after it"


@pytest.mark.parametrize(
    ("lead", "word"), [("exercise:row", "sessions"), ("food:butter", "meals"), ("stretch:couch", "times")]
)
def test_without_days_free_of_it_they_are_asked_for(said, lead, word):
    assert said(0.95, contrary=0, lead=lead) == f"3 more {word} without it"


def test_a_daily_value_is_asked_for_in_days(said):
    assert said(0.95, contrary=0, lead="stress") == "3 more days without it"


def test_partners_are_asked_apart_before_anything_else(said, doses):
    together = doses("food:bread", 24.0 * np.arange(10))
    assert said(0.6, contrary=0, partners=[together]) == "6 more meals with one and without the other"


def test_days_apart_so_far_are_taken_off(said, doses):
    five_apart = doses("food:bread", 24.0 * np.arange(5, 10))
    assert said(0.6, partners=[five_apart]) == "1 more meal with one and without the other"


def test_so_many_more_doses_as_the_evidence_of_those_so_far_would_take(said):
    now = float(expit(logit(PRIOR) + 0.5 * (logit(0.9) - logit(PRIOR))))
    prior_odds = PRIOR / (1 - PRIOR)
    assert said(now).startswith("about ")
    more = int(said(now).split()[1])
    exact = 10 * ((logit(0.9) - np.log(prior_odds)) / (logit(now) - np.log(prior_odds)) - 1)
    assert more == pytest.approx(exact, abs=1)


def test_one_more_is_one_meal(said):
    assert said(0.9) == "about 1 more meal with it and as many days without"


@pytest.mark.parametrize("probability", [0.0, 0.01, 0.1])
def test_where_it_would_take_long_a_planned_test_is_the_shorter_way(said, probability):
    assert said(probability, days=40) == "a planned test; the diary alone would take long"


def test_certainty_is_no_trouble(said):
    assert said(1.0) == ""

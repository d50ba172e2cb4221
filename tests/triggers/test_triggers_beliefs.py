"""What is believed of columns before the check-ins are read."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from flarepath.course import Outcome
from flarepath.triggers.beliefs import beliefs, exposure_odds
from flarepath.triggers.priors import shipped

HOURS = 24.0 * np.arange(40) + 20
WRIST = Outcome("pain", "wrist", "left")


@pytest.fixture
def table(doses, candidates):
    """Butter now and then, sleep every day."""
    sleep = doses("sleep", HOURS - 13, np.random.default_rng(0).normal(size=40), is_daily=True)
    return candidates([doses("food:butter", HOURS[::3] - 8), sleep], HOURS)


def test_the_odds_of_an_exposure_are_shared_among_its_columns(table):
    found = np.bincount(table.exposure, beliefs(table, WRIST, shipped()).odds)
    assert found == pytest.approx([shipped().kinds["food"].odds, shipped().kinds["sleep"].odds])


def test_the_shares_of_sizes_sum_to_one(table):
    own = beliefs(table, WRIST, shipped())
    assert own.shares.sum(axis=1) == pytest.approx(np.ones(len(table.shape)))
    assert own.means.shape == own.spreads.shape == own.shares.shape == (len(table.shape), 4)


def harm(table, outcome):
    """How likely each exposure is to raise an outcome."""
    own = beliefs(table, outcome, shipped())
    raising = np.where(own.means > 0, own.shares, 0).sum(axis=1)
    return [raising[table.exposure == place][0] for place in range(2)]


def test_food_rather_raises_pain_and_sleep_rather_lowers_it(table):
    assert harm(table, WRIST) == pytest.approx([0.95, 0.12])


def test_energy_falls_where_pain_rises(table):
    assert harm(table, Outcome("energy", "", "")) == pytest.approx([0.05, 0.88])


def test_of_a_test_nobody_knows_which_way_it_goes(table):
    assert harm(table, Outcome("morning_stiffness", "", "")) == pytest.approx([0.5, 0.5])


def test_a_lasting_effect_of_a_daily_value_is_smaller_for_each_day(table):
    own, shapes = beliefs(table, WRIST, shipped()), [shipped().shapes[place] for place in table.shape]
    plain = shipped().numbers["effect_points"]
    for column, shape in enumerate(shapes):
        lasting = shape.form == "decay" and table.exposure[column] == 1
        days = np.arange(2000)
        added = np.sqrt((np.exp(-24 * days / shape.hours) ** 2).sum()) if lasting else 1.0  # of days that vary alone
        assert own.means[column, 0] == pytest.approx(plain / added, rel=1e-3)


def test_what_a_cohort_has_taught_of_an_exposure_stands_for_its_kind(doses):
    taught = replace(shipped(), exposure_odds=MappingProxyType({"food:butter": 0.4}))
    assert exposure_odds(doses("food:butter", [0]), WRIST, taught) == 0.4
    assert exposure_odds(doses("food:rice", [0]), WRIST, taught) == shipped().kinds["food"].odds


def test_anatomy_multiplies_the_odds(doses, numbers):
    far = exposure_odds(doses("exercise:lunge", [0]), WRIST, shipped())
    assert far == pytest.approx(shipped().kinds["exercise"].odds * numbers["far_factor"])

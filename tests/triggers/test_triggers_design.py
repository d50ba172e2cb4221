"""All candidates as columns: which exposure, which shape, which response."""

import numpy as np
import pytest

from flarepath.triggers.curves import DOSE_FORMS, counted_doses, curve
from flarepath.triggers.design import curves_for
from flarepath.triggers.priors import shipped

HOURS = 24.0 * np.arange(60) + 20.0
GROUPS = ["training", "eased", "food", "daily"]


@pytest.fixture
def three(doses, candidates):
    """Bread that was never eaten before a check-in, butter, and stress."""
    rng = np.random.default_rng(0)
    butter = 24 * np.flatnonzero(rng.random(60) < 0.4) + 12
    stress = doses("stress", 24.0 * np.arange(60) + 18, rng.normal(size=60), is_daily=True)
    return candidates([doses("food:bread", [9000, 9100]), doses("food:butter", butter), stress], HOURS)


def test_columns_that_never_vary_are_left_out(three):
    assert three.starts[1] == 0
    assert not (three.exposure == 0).any()
    assert three.columns.any(axis=0).all()


def test_every_column_belongs_to_the_exposure_between_its_starts(three):
    for place in range(3):
        assert (three.exposure[three.starts[place] : three.starts[place + 1]] == place).all()
    assert three.starts[-1] == three.columns.shape[1] == len(three.shape)


def test_the_weights_of_an_exposures_columns_sum_to_one(three):
    assert np.bincount(three.exposure, three.weights, 3) == pytest.approx([0, 1, 1])


def test_left_out_shapes_give_their_weight_to_those_that_stay(three):
    own = three.exposure == 1
    given = [shipped().shapes[place].weights["food"] for place in three.shape[own]]
    assert three.weights[own] == pytest.approx(np.array(given) / np.sum(given))


def test_a_column_is_the_response_of_its_own_shape(three):
    butter = three.exposures[1]
    counted = counted_doses(butter, shipped().numbers)
    for column in np.flatnonzero(three.exposure == 1)[::7]:
        shape = shipped().shapes[three.shape[column]]
        exact = curve(shape, np.subtract.outer(HOURS, butter.hours)) @ counted[DOSE_FORMS.index(shape.dose)]
        assert three.columns[:, column] == pytest.approx(exact, abs=0.12)  # the table is straight between half hours


@pytest.mark.parametrize("group", GROUPS)
def test_the_shapes_of_a_group_are_those_with_a_weight_for_it(group):
    curves = curves_for(group, shipped())
    fitting = [place for place, shape in enumerate(shipped().shapes) if group in shape.weights]
    assert list(curves.places) == fitting
    assert curves.table.shape[1] == len(curves.forms) == len(curves.weights) == len(fitting)


def test_food_is_never_weakened_by_repetition_and_training_may_be():
    fresh = DOSE_FORMS.index("fresh")
    assert fresh not in curves_for("food", shipped()).forms
    assert fresh in curves_for("training", shipped()).forms


def test_without_exposures_there_are_no_columns(candidates):
    empty = candidates([], HOURS)
    assert empty.columns.shape == (60, 0)
    assert list(empty.starts) == [0]

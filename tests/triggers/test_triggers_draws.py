"""Joint draws: which exposures act in which of them."""

import numpy as np
import pytest

from flarepath.triggers.draws import Draws

HOURS = 24.0 * np.arange(30) + 20


@pytest.fixture
def two(doses, candidates):
    """Butter and bread on other days."""
    return candidates([doses("food:butter", HOURS[::3] - 8), doses("food:bread", HOURS[1::3] - 8)], HOURS)


def drawn(columns):
    columns = np.array(columns)
    return Draws(np.zeros(2), columns, np.ones(columns.shape), np.zeros(30))


def test_an_exposure_acts_where_one_of_its_columns_is_drawn(two):
    bread = int(two.starts[1])
    found = drawn([[0, -1], [bread, 1], [-1, bread + 2], [-1, -1]]).active(two)
    assert found.tolist() == [[True, False], [True, True], [False, True], [False, False]]


def test_without_triggers_nothing_acts(two):
    assert not drawn([[-1, -1]] * 5).active(two).any()

"""Credible sets, from draws written by hand."""

import numpy as np
import pytest

from flarepath.triggers.doses import doses_apart
from flarepath.triggers.draws import Draws
from flarepath.triggers.sets import MOST_MEMBERS, credible_sets

HOURS = 24.0 * np.arange(60) + 20


@pytest.fixture
def six(doses, candidates):
    """Six foods eaten on random days of their own."""
    rng = np.random.default_rng(0)
    return candidates([doses(f"food:{name}", HOURS[rng.random(60) < 0.4] - 8) for name in "abcdef"], HOURS)


@pytest.fixture
def found(numbers):
    """The sets of a design where in each draw these exposures act, as (members, probability)."""

    def of(design, draws):
        columns = np.full((len(draws), 6), -1)
        for row, acting in enumerate(draws):
            columns[row, : len(acting)] = design.starts[list(acting)]
        made = Draws(np.zeros(6), columns, np.ones(columns.shape), np.zeros(60))
        return [(each.members, each.probability) for each in credible_sets(design, made, numbers)]

    return of


def test_a_sure_trigger_is_a_set_by_itself(six, found):
    assert found(six, [[2]] * 98 + [[]] * 2) == [((2,), 0.98)]


def test_two_that_stand_in_for_each_other_are_one_set_with_the_likelier_first(six, found):
    assert found(six, [[1]] * 60 + [[4]] * 38 + [[]] * 2) == [((1, 4), 0.98)]


def test_two_triggers_that_act_together_are_two_sets_with_the_surer_first(six, found):
    assert found(six, [[1, 3]] * 80 + [[3]] * 18 + [[]] * 2) == [((3,), 0.98), ((1,), 0.8)]


def test_an_exposure_that_acts_without_regard_to_the_lead_is_no_stand_in(six, found):
    independent = [[0, 5]] * 16 + [[0]] * 64 + [[5]] * 4 + [[]] * 16
    assert found(six, independent) == [((0,), 0.8)]


@pytest.mark.parametrize(("acting", "expected"), [(50, [((0,), 0.5)]), (49, [])])
def test_sets_are_shown_from_a_half_on(six, found, acting, expected):
    assert found(six, [[0]] * acting + [[]] * (100 - acting)) == expected


def test_many_unsure_ones_can_make_one_sure_set(six, found):
    draws = [[0]] * 30 + [[1]] * 26 + [[2]] * 24 + [[3]] * 17 + [[]] * 3
    assert found(six, draws) == [((0, 1, 2, 3), 0.97)]


def test_a_set_names_four_at_the_most_and_no_exposure_is_in_two(six, found):
    draws = [[0]] * 20 + [[1]] * 19 + [[2]] * 18 + [[3]] * 17 + [[4]] * 14 + [[5]] * 12
    named = [place for members, _ in found(six, draws) for place in members]
    assert len(named) == len(set(named)) == MOST_MEMBERS


def test_no_draws_with_triggers_make_no_set(six, found):
    assert found(six, [[]] * 50) == []


def twins(doses, candidates, apart):
    """Two exercises of the same days but these, and one of other days."""
    days = np.arange(0, 60, 3)
    swapped = np.append(days[apart:], days[:apart] + 1.5)
    other = doses("exercise:row", 24.0 * np.arange(1, 60, 7) + 12)
    both = [doses("exercise:lunge", 24.0 * days + 12), doses("exercise:step_up", 24.0 * np.sort(swapped) + 12.2)]
    return candidates([*both, other], HOURS)


def test_a_partner_of_the_same_sessions_is_named_with_the_lead(doses, candidates, found):
    assert found(twins(doses, candidates, 0), [[0]] * 99 + [[]]) == [((0, 1), 0.99)]


def test_partners_that_were_apart_often_enough_are_told_apart(doses, candidates, found):
    assert found(twins(doses, candidates, 4), [[0]] * 99 + [[]]) == [((0,), 0.99)]


def test_doses_apart_had_none_of_the_other_within_half_a_day(doses):
    first, second = doses("food:a", [8, 32, 80]), doses("food:b", [19, 60, 90])
    assert doses_apart(first, second) == 2  # 32 of the first, 60 of the second
    assert doses_apart(first, first) == 0


def test_high_days_of_a_daily_value_are_its_doses(doses):
    levels = np.zeros(60)
    levels[[5, 25, 45]] = 3.0
    stress = doses("stress", 24.0 * np.arange(60) + 20, levels, is_daily=True)
    meals = [24.0 * day + 12 for day in (5, 25, 44)]
    assert doses_apart(stress, doses("food:a", meals)) == 2

"""Lag shapes over the hours, and doses as each of them counts."""

import numpy as np
import pytest

from flarepath.triggers.curves import DOSE_FORMS, STEP_HOURS, counted_doses, curve, curve_table, responses
from flarepath.triggers.priors import Shape, shipped

BUMP = Shape("bump", "bump", 24.0, 4.0, "plain", {}, "ours")
DECAY = Shape("decay", "decay", 12.0, 1.0, "plain", {}, "ours")


@pytest.mark.parametrize("shape", [BUMP, DECAY], ids=lambda shape: shape.form)
def test_nothing_is_felt_before_the_dose(shape):
    assert not curve(shape, np.array([-100.0, -1.0, -1e-6])).any()


def test_a_decay_is_a_third_after_its_time_constant():
    assert curve(DECAY, np.array([0.0, 12.0, 24.0])) == pytest.approx([1.0, np.exp(-1), np.exp(-2)])


def test_a_bump_is_a_gamma_curve():
    hours = np.array([6.0, 24.0, 60.0])
    gamma = (hours / 24) ** 3 * np.exp(3 * (1 - hours / 24))
    assert curve(BUMP, hours) == pytest.approx(gamma)


def test_a_sharper_bump_is_narrower():
    sharp = Shape("sharp", "bump", 24.0, 16.0, "plain", {}, "ours")
    away = np.array([12.0, 48.0])
    assert (curve(sharp, away) < curve(BUMP, away)).all()


def test_the_table_holds_the_curves_and_ends_at_nothing():
    table = curve_table((BUMP, DECAY), memory_days=5)
    assert table.shape == (24 * 5 / STEP_HOURS + 1, 2)
    assert table[48] == pytest.approx([1.0, np.exp(-2)])
    assert not table[-1].any()


def test_daily_values_are_counted_as_they_are_only(doses, numbers):
    values = doses("stress", [0, 24, 48], [-1.0, 0.5, 2.0], is_daily=True)
    counted = counted_doses(values, numbers)
    assert list(counted[0]) == [-1.0, 0.5, 2.0]
    assert not counted[1:].any()


def test_the_second_bout_a_week_later_counts_as_the_formula_says(doses, numbers):
    fresh = counted_doses(doses("exercise:row", [0, 168]), numbers)[DOSE_FORMS.index("fresh")]
    memory = numbers["repeat_strength"] * np.exp(-7 / numbers["repeat_days"])
    floor = numbers["repeat_floor"]
    assert fresh == pytest.approx([1.0, floor + (1 - floor) / (1 + memory)])


def test_repetition_never_takes_more_than_the_floor(doses, numbers):
    fresh = counted_doses(doses("exercise:row", np.arange(200) * 24.0, np.full(200, 5.0)), numbers)[1]
    assert fresh.min() > 5 * numbers["repeat_floor"]


def test_a_huge_bout_protects_no_longer_than_two_usual_ones(doses, numbers):
    counted = [counted_doses(doses("exercise:row", [0, 168], [first, 1]), numbers)[1, 1] for first in (2, 50)]
    assert counted[0] == counted[1]


def test_only_doses_above_the_usual_are_large(doses, numbers):
    amounts = [1.0, 2.0, 1.25, 1.3, 0.5]
    large = counted_doses(doses("food:butter", np.arange(5) * 24.0, amounts), numbers)[2]
    assert list(large) == [0, 1, 0, 1, 0]


@pytest.mark.parametrize("amounts", [[1, 1, 1, 1, 3], [3, 3, 3, 3, 1], [1, 1, 1, 1, 1]])
def test_large_doses_need_two_of_each_to_be_compared(doses, numbers, amounts):
    assert not counted_doses(doses("food:butter", np.arange(5) * 24.0, amounts), numbers)[2].any()


def test_a_run_counts_its_days_from_nought_once_a_day_up_to_the_most(doses, numbers):
    days = [0, 1, 1.2, 2, 3, 4, 5, 8, 10, 11, 20]
    run = counted_doses(doses("food:butter", 24.0 * np.array(days) + 8), numbers)[3]
    assert list(run) == [0, 1, 0, 2, 3, 3, 3, 0, 0, 1, 0]


def test_runs_that_never_vary_count_nothing(doses, numbers):
    assert not counted_doses(doses("food:butter", np.arange(60) * 24.0), numbers)[3].any()


def test_a_dose_at_the_moment_of_a_check_in_counts_and_a_later_one_does_not():
    table, out = curve_table((DECAY,), memory_days=3), np.zeros((1, 1))
    responses(np.array([10.0]), np.array([10.0, 10.5]), np.ones((4, 2)), np.zeros(1, int), table, out)
    assert out[0, 0] == pytest.approx(1.0)


def test_what_is_longer_ago_than_memory_counts_nothing():
    table, out = curve_table((Shape("slow", "decay", 1e6, 1, "plain", {}, "ours"),), memory_days=2), np.zeros((2, 1))
    responses(np.array([47.0, 49.0]), np.array([0.0]), np.ones((4, 1)), np.zeros(1, int), table, out)
    assert out[:, 0] == pytest.approx([1.0, 0.0], abs=1e-3)


def test_many_random_doses_add_up_as_a_plain_double_loop_says():
    rng = np.random.default_rng(0)
    shapes = shipped().shapes[:20]
    forms = np.array([DOSE_FORMS.index(shape.dose) for shape in shapes])
    table = curve_table(shapes, memory_days=16)
    now, then = np.sort(rng.uniform(0, 1500, 60)), np.sort(rng.uniform(0, 1500, 40))
    counted, out = rng.normal(size=(4, 40)), np.zeros((60, 20))
    responses(now, then, counted, forms, table, out)
    grid, exact = STEP_HOURS * np.arange(len(table)), np.zeros((60, 20))
    for row, place in np.argwhere(now[:, None] >= then):
        lag = now[row] - then[place]
        exact[row] += [counted[f, place] * np.interp(lag, grid, table[:, k]) for k, f in enumerate(forms)]
    assert out == pytest.approx(exact)

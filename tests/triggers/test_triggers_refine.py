"""A closer look at one trigger."""

import numpy as np
import pytest

from flarepath.triggers.curves import STEP_HOURS, curve
from flarepath.triggers.direction import Remaining
from flarepath.triggers.noise import Noise
from flarepath.triggers.priors import Shape, shipped
from flarepath.triggers.refine import DRAWS, at_hours, fine_shapes, refined

HOURS = 8.0 * np.arange(600) + 8
WHITE = Noise(6.0, 0.95)


def shape(form, hours, sharpness=5.0):
    return Shape("true", form, hours, sharpness, "plain", {}, "ours")


@pytest.fixture
def look(doses):
    """Draws of an exposure's response where the truth is this shape and size; the size's sign is told."""

    def of(truth, size, *, key="food:butter", seed=0):
        rng = np.random.default_rng(seed)
        eaten = np.sort(rng.choice(np.arange(200), 60, replace=False)) * 24.0 + 12
        points = size * curve(truth, np.subtract.outer(HOURS, eaten)).sum(axis=1) + 0.5 * rng.normal(size=len(HOURS))
        rest = Remaining(HOURS, points, np.full((len(HOURS), 1), 10.0), WHITE, 0.25)
        sign = float(np.sign(size))
        return refined(doses(key, eaten), rest, shipped(), form="plain", sign=sign, generator=rng)

    return of


@pytest.mark.parametrize("size", [2.0, -2.0])
@pytest.mark.parametrize("truth", [shape("bump", 8.5), shape("bump", 30), shape("decay", 20)], ids=lambda s: s.form)
def test_the_size_and_the_time_of_a_clear_effect_are_found(look, truth, size):
    drawn, sizes = look(truth, size)
    low, high = np.quantile(sizes, [0.02, 0.98])
    assert low <= size <= high
    when = STEP_HOURS * np.abs(drawn.mean(axis=0)).argmax()
    assert when == pytest.approx(truth.hours if truth.form == "bump" else 0, abs=4)


def test_the_peak_of_every_drawn_response_is_its_size(look):
    drawn, sizes = look(shape("bump", 11.5), 1.5)
    assert len(drawn) == len(sizes) == DRAWS
    assert np.abs(drawn).max(axis=1) == pytest.approx(np.abs(sizes), rel=0.02)


def test_a_smaller_effect_is_drawn_smaller(look):
    small, large = (look(shape("bump", 11.5), size)[1].mean() for size in (0.8, 2.4))
    assert small < 1.4
    assert large > 2.0


def test_food_is_never_looked_at_as_soreness():
    assert {each.dose for each in fine_shapes("food", "plain")} == {"plain"}
    assert {each.dose for each in fine_shapes("training", "fresh")} == {"plain", "fresh"}


@pytest.mark.parametrize("form", ["large", "run"])
def test_a_trigger_of_large_doses_or_runs_is_looked_at_as_such(form):
    assert {each.dose for each in fine_shapes("food", form)} == {form}
    assert {each.dose for each in fine_shapes("training", form)} == {form}


def test_what_repetition_weakens_peaks_late():
    assert min(each.hours for each in fine_shapes("training", "plain") if each.dose == "fresh") >= 18


def test_hours_are_read_from_the_grid_and_beyond_it_from_its_end():
    drawn = np.arange(10.0)[None] * 2
    assert at_hours(drawn, np.array([0.0, 0.5, 2.0, 500.0])).tolist() == [[0.0, 2.0, 8.0, 18.0]]

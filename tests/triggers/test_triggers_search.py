"""From check-ins and candidates to probabilities: the instant search and the full one."""

import numpy as np
import pytest

from flarepath.course import Outcome
from flarepath.triggers.beliefs import beliefs
from flarepath.triggers.noise import GRID, Noise, whitened
from flarepath.triggers.nuisance import nuisance
from flarepath.triggers.priors import shipped
from flarepath.triggers.search import Found, Scene, alone, full, independent_draws, instant

DAYS = 150
EVENINGS = 24.0 * np.arange(DAYS) + 20
EIGHT = next(place for place, shape in enumerate(shipped().shapes) if shape.name == "food_8h_7")
WRIST = Outcome("pain", "wrist", "left")


@pytest.fixture
def scene(doses, candidates, numbers):
    """Eight foods of random days."""
    rng = np.random.default_rng(0)
    foods = [doses(f"food:{name}", EVENINGS[rng.random(DAYS) < 0.35] - 8) for name in "abcdefgh"]
    return Scene(candidates(foods, EVENINGS), nuisance(EVENINGS, offset_hours=0.0, numbers=numbers), 0.88)


@pytest.fixture
def felt(scene):
    """Pain that wanders, and the sizes of effects of exposures."""

    def of(seed=1, **sizes):
        rng, design = np.random.default_rng(seed), scene.design
        dense = 0.7 * np.exp(-np.abs(np.subtract.outer(EVENINGS, EVENINGS)) / 30) + 0.3 * np.eye(DAYS)
        points = 3 + np.linalg.cholesky(dense) @ rng.normal(size=DAYS)
        for name, size in sizes.items():
            points += (
                size * design.columns[:, (design.exposure == "abcdefgh".index(name)) & (design.shape == EIGHT)][:, 0]
            )
        return points

    return of


def found(scene, points):
    return instant(scene, points[:, None], [beliefs(scene.design, WRIST, shipped())])[0]


def test_two_planted_foods_are_found_and_the_others_are_not(scene, felt):
    probabilities = found(scene, felt(b=2.5, g=2.0)).probabilities
    assert probabilities[[1, 6]].min() > 0.9
    assert np.delete(probabilities, [1, 6]).max() < 0.3


def test_without_an_effect_no_food_is_likely(scene, felt):
    assert max(found(scene, felt(seed)).probabilities.max() for seed in range(5)) < 0.5


def test_what_is_fitted_is_what_was_planted(scene, felt):
    points = felt(b=2.5)
    fitted = found(scene, points).fitted(scene.design)
    planted = points - felt()
    assert np.corrcoef(fitted, planted)[0, 1] > 0.95
    assert scene.design.columns @ found(scene, points).coefficients(scene.design) == pytest.approx(fitted, abs=0.02)


def test_outcomes_looked_at_together_are_told_apart(scene, felt):
    both = np.column_stack([felt(b=2.5), felt(2, g=2.5)])
    first, second = instant(scene, both, [beliefs(scene.design, WRIST, shipped())] * 2)
    assert (first.probabilities.argmax(), second.probabilities.argmax()) == (1, 6)


def test_what_promises_most_by_itself_is_what_was_planted(scene, felt):
    promise = alone(scene, felt(d=2.5)[:, None], [beliefs(scene.design, WRIST, shipped())])
    assert promise.argmax() == 3
    assert promise.shape == (8,)


def drawn(scene, points, seed=0):
    own = beliefs(scene.design, WRIST, shipped())
    return full(scene, points, own, found(scene, points), generator=np.random.default_rng(seed))


def test_the_full_search_agrees_and_its_draws_hold_the_size(scene, felt):
    draws = drawn(scene, felt(b=2.5, g=2.0))
    assert draws.probabilities[[1, 6]].min() > 0.9
    assert np.delete(draws.probabilities, [1, 6]).max() < 0.3
    own = draws.coefficients[scene.design.exposure[draws.columns] == 1]
    assert np.quantile(own, 0.02) < 2.5 < np.quantile(own, 0.98)


def test_another_seed_moves_no_probability_far(scene, felt):
    points = felt(b=1.0, g=0.8)
    first, second = (drawn(scene, points, seed).probabilities for seed in (1, 2))
    assert first == pytest.approx(second, abs=0.08)


def test_draws_with_many_zeros_see_what_stands_behind_them(scene, felt):
    points = np.maximum(np.round(felt(b=2.5) - 3), 0.0)
    behind = drawn(scene, points).points
    assert (behind[points > 0.5] == points[points > 0.5]).all()
    assert behind[points == 0].max() <= 0.5
    assert behind[points == 0].mean() < -0.1


def test_draws_of_few_zeros_see_the_points_themselves(scene, felt):
    points = np.maximum(np.round(felt(b=2.5) + 2), 0.0)
    assert drawn(scene, points).points == pytest.approx(points)


def test_instant_draws_pick_columns_as_often_as_they_are_likely():
    alpha, size = np.array([[0.6, 0.3], [0.0, 0.01]]), np.array([[2.0, -1.0], [0.0, 0.0]])
    made = Found(
        np.array([4, 7]), alpha, size, np.full((2, 2), 0.1), np.array([0.9]), np.zeros(9), Noise(6.0, 0.5), 1.0
    )
    draws = independent_draws(made, np.zeros(3), draws=20_000, generator=np.random.default_rng(3))
    assert [(draws.columns == place).mean() for place in (4, 7, -1)] == pytest.approx([0.6, 0.3, 0.1], abs=0.015)
    assert draws.coefficients[draws.columns == 4].mean() == pytest.approx(2.0, abs=0.01)
    assert draws.coefficients[draws.columns == 7].std() == pytest.approx(0.1, abs=0.01)
    assert draws.columns.shape == (20_000, 1)


def test_the_noise_is_looked_for_with_the_triggers_taken_off(scene, felt):
    made = found(scene, felt(b=3.0, g=3.0, d=3.0))
    assert made.noise in GRID
    assert made.variance == pytest.approx(1.0, rel=0.4)


def test_a_scene_whitens_some_of_its_candidates_as_it_whitens_all(scene):
    chosen = np.array([3, 50, 20])
    some, every = (scene.whitened(GRID[9], scale=1.0, columns=columns) for columns in (chosen, None))
    assert some.columns == pytest.approx(every.columns[:, chosen])
    assert every.columns == pytest.approx(whitened(GRID[9], EVENINGS, scene.design.columns)[0])


@pytest.fixture
def weekly(doses, candidates, numbers):
    """A training of every Monday and Thursday, and the pain after it."""

    def of(size, seed):
        rng = np.random.default_rng(seed)
        days = [day for day in range(DAYS) if day % 7 in (0, 3) and rng.random() < 0.85]
        scene = Scene(
            candidates([doses("exercise:row", 24.0 * np.array(days) + 12)], EVENINGS),
            nuisance(EVENINGS, offset_hours=0.0, numbers=numbers),
            0.88,
        )
        after = np.isin(np.arange(DAYS), days)
        return scene, 3 + size * after + 0.8 * rng.normal(size=DAYS)

    return of


@pytest.mark.parametrize("seed", range(3))
def test_the_weekday_never_takes_the_effect_of_a_weekly_routine(weekly, seed):
    assert found(*weekly(1.5, seed)).probabilities[0] > 0.95
    assert found(*weekly(0.0, seed)).probabilities[0] < 0.2

"""The test bed is hard but fair: what a symptom tracker's correlations find in it, and how much there is to find."""

from collections import defaultdict

import numpy as np
import pytest

from flarepath.diary import FELT
from flarepath.exercises import raw_dose
from flarepath.simulate import World, people

LAG_DAYS = 6
DAILY = {"sleep", "stress", "screen", "sitting", "steps", "daylight", "walk", "work"}


def daily_doses(one):
    """The dose of each exposure on each day; a daily value that nobody wrote down is as usual."""
    doses, first = defaultdict(lambda: np.full(one.world.days, np.nan)), one.diary.first.date()
    for entry in one.diary.entries:
        if entry.kind not in {*FELT, "fact"}:
            row = doses[f"{entry.kind}:{entry.what}" if entry.what else entry.kind]
            amount = raw_dose(entry) if entry.kind == "exercise" else entry.value
            row[(entry.time.date() - first).days] = np.nansum([row[(entry.time.date() - first).days], amount])
    return {key: np.nan_to_num(row, nan=np.nanmedian(row) if key in DAILY else 0.0) for key, row in doses.items()}


def daily_pain(one, outcome):
    points, first = defaultdict(list), one.diary.first.date()
    for entry in one.diary.of("pain"):
        if (entry.where, entry.side) == (outcome.region, outcome.side):
            points[(entry.time.date() - first).days].append(entry.value)
    return np.array([np.mean(points[day]) if points[day] else np.nan for day in range(one.world.days)])


def strongest(dose, pain):
    """The largest correlation of a dose with the pain of the same day to five days later."""
    return max(correlation(dose[: len(dose) - lag], pain[lag:]) for lag in range(LAG_DAYS))


def correlation(dose, pain):
    known = ~np.isnan(pain)
    dose, pain = dose[known], pain[known]
    return abs(np.corrcoef(dose, pain)[0, 1]) if dose.std() and pain.std() else 0.0


def cells(made):
    """The naive score and the truth of every (region, exposure)."""
    for one in made:
        true, doses = {(each.outcome, each.exposure) for each in one.planted}, daily_doses(one)
        for outcome in one.outcomes:
            pain = daily_pain(one, outcome)
            yield from ((strongest(dose, pain), (outcome, key) in true) for key, dose in doses.items())


def average_precision(scores, true):
    hits = np.array(true)[np.argsort(scores)[::-1]]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def test_average_precision_is_that_of_a_hand_count():
    assert average_precision([3, 2, 1], [True, False, True]) == pytest.approx((1 + 2 / 3) / 2)


@pytest.mark.truth
def test_correlation_finds_less_than_half_of_it():
    scores, true = zip(*cells(people(range(40))), strict=True)
    assert 0.025 < np.mean(true) < 0.04
    assert 0.36 < average_precision(scores, true) < 0.48


@pytest.mark.truth
def test_correlation_finds_nothing_where_the_truth_is_shuffled():
    scores, true = zip(*cells(people(range(15))), strict=True)
    shuffled = np.random.default_rng(1).permutation(true)
    assert average_precision(scores, shuffled) < 3 * np.mean(true)


@pytest.mark.truth
def test_correlation_finds_more_where_the_world_is_easier():
    easy = World(noise=0.3, illnesses=0, flare_ups=0, unlogged_events=0, trend=0, repeated_bout=0, sessions=False)
    scores, true = zip(*cells(people(range(15), easy)), strict=True)
    assert average_precision(scores, true) > 0.5


@pytest.mark.truth
def test_a_fifth_of_people_have_no_trigger_and_the_others_one_or_two_a_region():
    planted = np.array([len(one.planted) for one in people(range(400), World(days=60))])
    assert np.mean(planted == 0) == pytest.approx(0.22, abs=0.05)

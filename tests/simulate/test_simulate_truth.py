"""What is planted is what acts: shapes, doses, habituation."""

import numpy as np
import pytest

from flarepath.simulate import World
from flarepath.simulate.chance import Chance, persistent
from flarepath.simulate.doing import Doing
from flarepath.simulate.exposures import Exposure
from flarepath.simulate.living import Life, doses
from flarepath.simulate.planting import Response
from flarepath.simulate.setting import setting
from flarepath.simulate.shapes import MECHANISMS, Shape, shape

DAY = 96
GONE_BY = {"soreness": 240, "mechanical": 30, "food": 96, "slow": 336, "daily": 96, "relief": 60}
SPIKE = Shape("soreness", "gamma", 0.25, np.array([0.0, 1.0, 0.5]))


def acted(response, *doings, **switches):
    """The points of region 0 after these (quarter, dose) doings of one exposure."""
    about = setting(World(regions=1, **switches), Chance(1), (Exposure("exercise", "lunge", "programme"),))
    life = Life(np.zeros((1, about.days.quarters)), [response], about)
    life.live([Doing(0, quarter, dose) for quarter, dose in doings], [dose for _, dose in doings])
    return life.points[0]


@pytest.mark.parametrize("mechanism", MECHANISMS)
@pytest.mark.parametrize("seed", range(12))
def test_a_shape_peaks_at_exactly_one_at_its_peak_and_starts_and_ends_at_none(mechanism, seed):
    drawn = shape(mechanism, np.random.default_rng(seed))
    assert drawn.values.max() == drawn.values[round(4 * drawn.peak_hours)] == 1
    assert drawn.values.min() >= 0
    assert drawn.values[0] < 0.05
    assert drawn.values[-1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_peaks_lie_where_the_mechanism_says_and_never_twice_at_the_same_place(mechanism):
    drawn = [shape(mechanism, np.random.default_rng(seed)) for seed in range(200)]
    least, most = MECHANISMS[mechanism].peak_hours
    peaks = [each.peak_hours for each in drawn]
    assert least - 0.25 <= min(peaks) < max(peaks) <= most + 0.25
    assert len({each.values.tobytes() for each in drawn}) == 200


def test_mechanical_pain_is_mostly_gone_within_a_day():
    late = [shape("mechanical", np.random.default_rng(seed)).values[DAY] for seed in range(200)]
    assert np.median(late) < 0.1


def test_points_are_the_peak_after_one_typical_dose():
    drawn = shape("food", np.random.default_rng(1))
    points = acted(Response(0, 0, 1.7, drawn), (DAY, 1.0))
    assert points.max() == pytest.approx(1.7)
    assert points.argmax() == DAY + 4 * drawn.peak_hours


def test_a_protective_one_lowers():
    assert acted(Response(0, 0, -1.0, SPIKE), (DAY, 1.0)).min() == -1


def test_a_night_below_the_usual_acts_the_other_way():
    assert Response(0, 0, -0.8, SPIKE).strength(-2.0) == pytest.approx(1.6)


def test_the_power_bends_the_dose_but_not_the_typical_one():
    response = Response(0, 0, 1.5, SPIKE, power=0.8)
    assert response.strength(1.0) == 1.5
    assert response.strength(2.0) == pytest.approx(1.5 * 2**0.8)


def test_up_to_its_threshold_a_dose_does_nothing():
    response = Response(0, 0, 1.5, SPIKE, threshold=True)
    assert [response.strength(dose) for dose in (0.5, 1.0, 2.0)] == [0.0, 0.0, 1.5]


def test_soreness_halves_with_repetition_and_comes_back_after_weeks():
    sore = Response(0, 0, 2.0, SPIKE, recovery_days=10)
    points = acted(sore, (0, 1.0), (1, 1.0), (100 * DAY, 1.0), repeated_bout=1)
    assert points[1] == 2
    assert points[2] == pytest.approx(1 + 2 * 0.5, rel=0.01)
    assert points[100 * DAY + 1] == pytest.approx(2, rel=0.001)


def test_no_habituation_passes_the_floor():
    points = acted(
        Response(0, 0, 1.0, SPIKE, recovery_days=10), *((3 * each, 1.0) for each in range(20)), bout_floor=0.4
    )
    assert points[3 * 19 + 1] == pytest.approx(0.4)


def test_repetition_does_nothing_where_the_switch_says_so():
    points = acted(Response(0, 0, 1.0, SPIKE, recovery_days=10), (0, 1.0), (3, 1.0), repeated_bout=0)
    assert points[4] == 1


def test_a_typical_dose_is_the_median_and_a_daily_value_counts_from_the_usual():
    things = (Exposure("food", "bread", "food"), Exposure("sleep", "", "daily"))
    amounts = [Doing(0, 0, 2.0), Doing(0, 1, 2.0), Doing(0, 2, 3.0), Doing(1, 3, 6.0), Doing(1, 4, 8.0)]
    assert doses(amounts, things) == [1.0, 1.0, 1.5, -1.0, 1.0]


def test_a_slow_noise_has_its_variance_and_its_memory():
    steps = persistent(0.9, 200_000, np.random.default_rng(1))
    assert steps.std() == pytest.approx(1, abs=0.03)
    assert np.corrcoef(steps[1:], steps[:-1])[0, 1] == pytest.approx(0.9, abs=0.01)

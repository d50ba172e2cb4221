"""What comes first: the dose or the pain."""

import numpy as np
import pytest

from flarepath.course import Outcome
from flarepath.diary import Diary
from flarepath.triggers import find
from flarepath.triggers.beliefs import beliefs
from flarepath.triggers.design import design
from flarepath.triggers.direction import Remaining, forward_share
from flarepath.triggers.noise import Noise
from flarepath.triggers.priors import shipped

EVENINGS = 24.0 * np.arange(200) + 20


@pytest.fixture
def forward(doses):
    """How sure it is that stress comes first, where pain is these points and stress these amounts."""

    def of(points, amounts, *, hour=12.0, variance=0.5):
        stress = doses("stress", EVENINGS - 20 + hour, amounts, is_daily=True)
        rest = Remaining(EVENINGS, points, np.full((200, 1), 10.0), Noise(6.0, 0.95), variance)
        believed = beliefs(design([stress], EVENINGS, shipped()), Outcome("pain", "wrist", ""), shipped())
        return forward_share(stress, rest, shipped(), believed)

    return of


@pytest.mark.parametrize("seed", range(3))
def test_stress_that_pain_follows_comes_first(forward, seed):
    rng = np.random.default_rng(seed)
    stress = rng.normal(size=200)
    assert forward(3 + 1.2 * stress + 0.7 * rng.normal(size=200), stress) > 0.95


@pytest.mark.parametrize("seed", range(3))
def test_stress_that_follows_the_pain_of_the_evening_before_does_not(forward, seed):
    rng = np.random.default_rng(seed)
    pain = rng.normal(size=200)
    stress = 0.9 * np.roll(pain, 1) + 0.4 * rng.normal(size=200)
    assert forward(3 + pain, stress) < 0.05


@pytest.mark.parametrize(("hour", "odds"), [(12.0, "reverse_odds"), (19.5, "reported_reverse_odds")])
def test_check_ins_that_say_nothing_leave_what_was_believed_beforehand(forward, hour, odds):
    rng = np.random.default_rng(5)
    said = forward(3 + rng.normal(size=200), rng.normal(size=200), hour=hour, variance=1e9)
    assert said == pytest.approx(1 / (1 + shipped().numbers[odds]), abs=1e-4)


def test_a_value_of_the_same_report_is_doubted_more(forward):
    rng = np.random.default_rng(5)
    points, amounts = 3 + rng.normal(size=200), rng.normal(size=200)
    assert forward(points, amounts, hour=19.5) < forward(points, amounts, hour=12.0)


@pytest.fixture
def walked(row, pain):
    """Pain today keeps from walking tomorrow, or walking eases the pain of the next day."""

    def of(seed, *, eases=0.0, keeps=0.0, days=180):
        rng, level, before, rows = np.random.default_rng(seed), 0.0, 0.0, []
        for day in range(days):
            away = rng.normal() - keeps * level
            rows.append(row(day, "walk", value=round(max(0.0, 40 + 12 * away)), hour=9, unit="min"))
            level = 0.4 * level + 0.7 * rng.normal() - eases * before
            before = away
            rows.append(pain(day, np.clip(round(4 + level), 0, 10), hour=8))
        return Diary.of_entries(rows)

    return of


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])
def test_walking_less_after_pain_is_never_named_as_protecting(walked, seed, quick):
    found = find(walked(seed, keeps=0.8), quick=quick).outcomes[0]
    assert "walk" not in {exposure.kind for trigger in found.triggers for exposure in trigger.exposures}
    assert found.probabilities["walk"] < 0.5


@pytest.mark.parametrize("seed", range(4))
def test_its_twin_walking_that_truly_eases_the_next_day_is_named(walked, seed):
    found = find(walked(seed, eases=1.0)).outcomes[0]
    assert found.triggers[0].exposures[0].key == "walk"
    assert found.triggers[0].effect.high < 0


@pytest.fixture
def moody(row, pain):
    """Mood and pain of one report share what is behind both; stress of the day before may hurt."""

    def of(seed, *, hurts, days=150):
        rng, behind, before, rows = np.random.default_rng(seed), 0.0, 0.0, []
        for day in range(days):
            behind = 0.6 * behind + 0.7 * rng.normal()
            points = 3.5 + behind + hurts * before + 0.4 * rng.normal()
            rows.append(pain(day, np.clip(round(points), 0, 10), hour=8))
            rows.append(row(day, "mood", value=float(np.clip(round(6 - 1.3 * behind), 0, 10)), hour=8))
            before = rng.normal()
            rows.append(row(day, "stress", value=float(np.clip(round(5 + 2 * before), 0, 10)), hour=20))
        return Diary.of_entries(rows)

    return of


@pytest.mark.parametrize("seed", range(4))
def test_the_mood_of_the_same_report_is_not_named(moody, seed):
    assert find(moody(seed, hurts=0.0)).outcomes[0].triggers == ()


@pytest.mark.parametrize("seed", range(4))
def test_its_twin_the_stress_of_the_day_before_is_named_and_mood_is_not(moody, seed):
    found = find(moody(seed, hurts=1.1)).outcomes[0]
    assert [exposure.key for trigger in found.triggers for exposure in trigger.exposures] == ["stress"]

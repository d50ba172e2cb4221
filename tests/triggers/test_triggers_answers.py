"""The whole answer on diaries whose truth is known."""

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from flarepath.diary import Diary, Entry
from flarepath.triggers import document, find

START = datetime(2026, 1, 5, tzinfo=UTC)


def at(day, hour):
    """That hour of that day."""
    return START + timedelta(days=int(day), hours=float(hour))


def eaten(day, name, amount=1.0, hour=12.5, unit="portion"):
    return Entry(at(day, hour), "food", name, value=amount, unit=unit)


def felt(day, points, hour=20.0, region="wrist", side="left"):
    return Entry(at(day, hour), "pain", where=region, side=side, value=float(points), unit="nrs")


@pytest.fixture
def planted():
    """A half year in which butter hurts for a day, rice does nothing, and pain wanders by itself."""

    def of(points=3.0, *, seed=1, days=120):
        rng = np.random.default_rng(seed)
        butter, rice = rng.random(days) < 0.3, rng.random(days) < 0.5
        wander, level, rows = 0.0, np.zeros(days), []
        for day in range(days):
            wander = 0.6 * wander + 0.6 * rng.normal()
            level[day] = np.clip(round(3 + wander + points * butter[day] + 0.3 * rng.normal()), 0, 10)
            rows += [eaten(day, "butter")] * int(butter[day]) + [eaten(day, "rice", hour=18)] * int(rice[day])
            rows.append(felt(day, level[day]))
        return Diary.of_entries(rows)

    return of


@pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])
def test_the_food_that_hurts_is_found_and_the_other_is_not(planted, quick):
    found = find(planted(), quick=quick).outcomes[0]
    assert found.probabilities["food:butter"] > 0.95
    assert found.probabilities["food:rice"] < 0.2


@pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])
def test_the_interval_of_the_effect_holds_the_truth(planted, quick):
    effect = find(planted(), quick=quick).outcomes[0].triggers[0].effect
    assert effect.low <= 3.0 <= effect.high


def test_without_an_effect_nothing_is_named(planted):
    found = find(planted(0.0)).outcomes[0]
    assert found.triggers == ()
    assert "Nothing stands out" in found.abstains


def test_the_same_diary_gives_the_same_answer(planted):
    assert find(planted()) == find(planted())


def test_the_order_of_the_rows_does_not_matter(planted):
    diary = planted()
    turned = Diary.of_entries(reversed(diary.entries))
    assert find(turned).outcomes[0].probabilities == find(diary).outcomes[0].probabilities


def test_a_diary_some_weeks_later_says_the_same(planted):
    diary = planted()
    later = [
        Entry(e.time + timedelta(days=28), e.kind, e.what, e.where, e.side, e.value, unit=e.unit) for e in diary.entries
    ]
    same = find(Diary.of_entries(later)).outcomes[0].probabilities
    assert same["food:butter"] == pytest.approx(find(diary).outcomes[0].probabilities["food:butter"], abs=0.02)


def test_the_parts_of_every_moment_sum_to_its_points(planted):
    diary = planted()
    found = find(diary).outcomes[0]
    said = {e.time: e.value for e in diary.entries if e.kind == "pain"}
    sums = [sum(share.value for share in parts) for parts in found.shares]
    assert sums == pytest.approx([said[moment] for moment in found.moments])


def test_the_lag_curve_begins_at_the_dose_and_its_band_holds_it(planted):
    curve = find(planted()).outcomes[0].triggers[0].lag_curve
    assert all(before.hours < after.hours for before, after in pairwise(curve))
    assert all(point.low <= point.points + 1e-9 and point.points <= point.high + 1e-9 for point in curve)


def test_the_counts_of_a_clean_diary_are_those_of_the_hand():
    rows = [eaten(day, "butter") for day in range(0, 40, 4)]
    rows += [felt(day, 6 if day % 4 == 0 else 1) for day in range(40)]
    counts = find(Diary.of_entries(rows)).outcomes[0].triggers[0].counts
    assert (counts.exposed_with, counts.exposed_without) == (10, 0)
    assert counts.unexposed_with == 0


def test_the_document_holds_finite_numbers_and_every_candidate(planted):
    made = document(find(planted()), diary="ada.csv")
    assert json.loads(json.dumps(made, allow_nan=False))["outcomes"][0]["probabilities"].keys() == {
        "food:butter",
        "food:rice",
    }


def walking(seed, *, days=200):
    """Pain today keeps from walking tomorrow; walking does nothing to pain."""
    rng, pain, rows = np.random.default_rng(seed), 3.0, []
    for day in range(days):
        steps = max(0.0, 9000 - 1200 * (pain - 3) + 1500 * rng.normal())
        pain = float(np.clip(3 + 0.7 * (pain - 3) + rng.normal(), 0, 10))
        rows += [Entry(at(day, 20), "steps", value=round(steps), unit="count"), felt(day, round(pain), hour=21)]
    return Diary.of_entries(rows)


@pytest.mark.parametrize("seed", range(4))
def test_walking_less_because_it_hurts_does_not_make_walking_protective(seed):
    assert find(walking(seed)).outcomes[0].probabilities["steps"] < 0.5


def moody(seed, *, days=200):
    """Mood and pain of one report share what is behind both; yesterday's training hurts."""
    rng, behind, rows = np.random.default_rng(seed), 0.0, []
    trained = rng.random(days) < 0.5
    for day in range(days):
        behind = 0.7 * behind + 0.7 * rng.normal()
        pain = 3 + behind + 1.5 * (day > 0 and trained[day - 1]) + 0.4 * rng.normal()
        rows += [felt(day, np.clip(round(pain), 0, 10), hour=8)]
        rows += [Entry(at(day, 8), "mood", value=float(np.clip(round(6 - 1.2 * behind + 0.5 * rng.normal()), 0, 10)))]
        rows += [Entry(at(day, 17), "exercise", "row")] * int(trained[day])
    return Diary.of_entries(rows)


@pytest.mark.parametrize("seed", range(3))
def test_the_mood_of_the_same_report_is_no_cause_and_the_training_of_the_day_before_is(seed):
    probabilities = find(moody(seed)).outcomes[0].probabilities
    assert probabilities["mood"] < 0.5
    assert probabilities["exercise:row"] > 0.9


def test_partners_that_are_always_together_are_named_together():
    rng, rows = np.random.default_rng(3), []
    for day in range(120):
        both = rng.random() < 0.4
        rows += [Entry(at(day, 17), "exercise", name) for name in ("lunge", "step-up")] * int(both)
        rows.append(felt(day, np.clip(round(2 + 3 * both + 0.6 * rng.normal()), 0, 10), hour=21, region="knee_front"))
    trigger = find(Diary.of_entries(rows)).outcomes[0].triggers[0]
    assert {exposure.what for exposure in trigger.exposures} == {"lunge", "step_up"}
    assert "without the other" in trigger.needs


def stiff(days=150):
    """Minutes of morning stiffness; a long day at the desk adds a quarter of an hour the next morning."""
    rng, rows = np.random.default_rng(5), []
    long_day = rng.random(days) < 0.4
    for day in range(days):
        minutes = 30 + 15 * (day > 0 and long_day[day - 1]) + 5 * rng.normal()
        rows.append(Entry(at(day, 7), "test", "morning_stiffness", value=round(minutes), unit="min"))
        rows += [Entry(at(day, 18), "exercise", "desk marathon")] * int(long_day[day])
    return Diary.of_entries(rows)


def test_minutes_of_stiffness_are_an_outcome_in_minutes():
    found = find(stiff()).outcomes[0]
    assert found.outcome.kind == "morning_stiffness"
    next_morning = next(point for point in found.triggers[0].lag_curve if point.hours == 12)
    assert next_morning.low <= 15 <= next_morning.high
    assert sum(share.value for share in found.shares[-1]) == pytest.approx(stiff().of("test")[-1].value)


def test_a_test_taken_now_and_then_is_no_outcome(planted):
    rows = [*planted().entries, Entry(at(9, 9), "test", "plank_hold", value=60.0, unit="s")]
    assert [found.outcome.kind for found in find(Diary.of_entries(rows)).outcomes] == ["pain"]

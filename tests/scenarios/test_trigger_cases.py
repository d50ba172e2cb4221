"""SC9 and SC11 to SC14 as the trigger part answers them: foods with counts, components, thresholds, runs of days."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from flarepath.diary import Diary, Entry
from flarepath.triggers import find

START = datetime(2026, 1, 5, tzinfo=UTC)


def at(day, hour):
    return START + timedelta(days=int(day), hours=float(hour))


def eaten(day, name, amount=1.0, *, hour=12.5, unit="portion", contains=""):
    detail = (("contains", contains),) if contains else ()
    return Entry(at(day, hour), "food", name, value=float(amount), unit=unit, detail=detail)


def felt(day, points, *, hour=20.0, region="whole_body"):
    return Entry(at(day, hour), "pain", where=region, value=float(points), unit="nrs")


def answer(rows, kind="pain", **how):
    """The outcome of that kind."""
    return next(found for found in find(Diary.of_entries(rows), **how).outcomes if found.outcome.kind == kind)


def lunches(*, cheese="cheese slice"):
    """SC9: 84 lunches; of 6 with butter 5 ache within two hours, of 9 with cheese none, of 69 others 3."""
    butter, slices, aches = {9, 23, 37, 51, 65, 79}, set(range(3, 84, 9)), {9, 23, 37, 51, 65, 18, 44, 70}
    for day in range(84):
        name = "butter-cooked lunch" if day in butter else cheese if day in slices else "rice and beans"
        yield eaten(day, name)
        yield felt(day, 5 if day in aches else 1, hour=14.25)


@pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])
def test_sc9_butter_is_likely_within_four_hours_with_its_counts(quick):
    trigger = answer(lunches(), quick=quick).triggers[0]
    assert trigger.exposures[0].key == "food:butter-cooked lunch"
    assert trigger.ladder == "likely"
    assert trigger.peak_hours <= 4
    assert (trigger.counts.exposed_with, trigger.counts.exposed_without) == (5, 1)


def test_sc9_a_slice_of_cheese_shows_no_sign():
    assert answer(lunches()).probabilities["food:cheese slice"] < 0.2


def test_sc9_twin_only_the_bad_days_are_written_down():
    rows = [row for day in range(0, 84, 9) for row in (eaten(day, "butter"), felt(day, 5 + day % 2))]
    found = answer(rows)
    assert found.triggers == ()
    assert "Only the bad days" in found.abstains


def test_sc9_twin_butter_only_on_stressful_days_is_not_sure_alone():
    busy = {9, 23, 37, 51, 65, 79}
    stress = [Entry(at(day, 12), "stress", value=8.0 if day in busy else 2.0) for day in range(84)]
    sure = [key for key, value in answer([*lunches(), *stress]).probabilities.items() if value > 0.9]
    butter = next((t for t in answer([*lunches(), *stress]).triggers if t.exposures[0].kind == "food"), None)
    assert butter is None or len(butter.exposures) > 1 or sure == ["food:butter-cooked lunch"]


def dairy():
    """SC11: lactose-free milk hurts 4 of 5 times, whey 3 of 4, casein 3 of 4, lactose alone never."""
    given = {
        "lactose-free milk": ((5, 18, 31, 44, 57), "whey+casein", 4),
        "whey shake": ((9, 22, 35, 50), "whey", 3),
        "casein shake": ((13, 27, 40, 62), "casein", 3),
        "lactose drops": ((16, 38, 53), "lactose", 0),
    }
    hurting = {day for days, _, times in given.values() for day in days[:times]}
    for name, (days, contains, _) in given.items():
        yield from (eaten(day, name, contains=contains) for day in days)
    for day in range(70):
        yield from (felt(day, 5 if day in hurting and hour == 15 else 0, hour=hour) for hour in (10, 15, 21))


def test_sc11_lactose_is_unlikely_and_whey_and_casein_are_both_suspected():
    found = answer(dairy())
    named = {exposure.key for trigger in found.triggers for exposure in trigger.exposures}
    assert found.probabilities["food:lactose drops"] < 0.1
    assert any("whey" in key for key in named)
    assert any("casein" in key for key in named)


def bread():
    """SC12: half a loaf hurts for a day 3 times of 3; ten slices and six deli sandwiches do nothing."""
    rng, loaves = np.random.default_rng(0), {10, 40, 71}
    slices, deli = set(range(4, 84, 8)) - loaves, set(range(6, 84, 14))
    for day in range(84):
        yield from [eaten(day, "soda bread", 8, unit="slice")] * (day in loaves)
        yield from [eaten(day, "soda bread", 1, unit="slice")] * (day in slices)
        yield from [eaten(day, "deli sandwich")] * (day in deli)
        yield felt(day, 5 if day - 1 in loaves else int(rng.random() < 0.1), hour=1, region="abdomen")
        yield felt(day, int(rng.random() < 0.1), hour=8, region="abdomen")


def test_sc12_half_a_loaf_is_likely_and_small_amounts_do_little():
    found = answer(bread())
    trigger = found.triggers[0]
    assert trigger.exposures[0].key == "food:soda bread"
    assert trigger.ladder == "likely"
    assert (trigger.counts.exposed_with, trigger.counts.exposed_without) == (3, 10)
    assert found.probabilities["food:deli sandwich"] < 0.2


def candy():
    """SC13: five runs of two days and more make sniffles on the days after the first; single days do not."""
    rng, runs = np.random.default_rng(0), [(8, 2), (25, 3), (44, 2), (63, 3), (85, 2)]
    in_run = {start + place for start, length in runs for place in range(length)}
    single = set(range(2, 100, 7)) - {day + near for day in in_run for near in (-1, 0, 1)}
    for day in range(100):
        yield from [eaten(day, "candy", hour=16)] * (day in in_run | single)
        sniffles = day in in_run and day - 1 in in_run
        yield felt(day, 3 if sniffles else int(rng.random() < 0.06), hour=21, region="head")
        swing = 2.1 if day in in_run else 0.9
        yield Entry(at(day, 21), "energy", value=float(np.clip(round(6 + swing * rng.normal()), 0, 10)))


def test_sc13_the_run_of_days_is_the_exposure():
    trigger = answer(candy()).triggers[0]
    assert trigger.exposures[0].key == "food:candy"
    assert "days that follow another day" in trigger.dose


def test_sc13_energy_and_how_it_swings_are_outcomes_of_their_own():
    kinds = {found.outcome.kind for found in find(Diary.of_entries(candy())).outcomes}
    assert {"energy", "energy_swings"} <= kinds


def almonds(times=4):
    """SC14: more than a spoon makes a patch of seven days, up to a spoon does nothing."""
    rng, large = np.random.default_rng(0), (20, 65, 110, 150)[:times]
    for day in range(180):
        yield from [eaten(day, "almond butter", 2, hour=9, unit="spoon")] * (day in large)
        yield from [eaten(day, "almond butter", 1, hour=9, unit="spoon")] * (day in range(5, 180, 23))
        patch = any(0 <= day - start < 7 for start in large)
        yield felt(day, 4 if patch else int(rng.random() < 0.05), region="neck_back")


def test_sc14_more_than_a_spoon_is_likely():
    trigger = answer(almonds()).triggers[0]
    assert trigger.exposures[0].key == "food:almond butter"
    assert trigger.ladder == "likely"
    assert "amounts above" in trigger.dose


def test_sc14_twin_after_one_time_it_is_possible_at_most_and_says_how_many_more():
    found = answer(almonds(times=1))
    assert found.probabilities["food:almond butter"] < 0.9
    assert all(trigger.ladder == "possible" and "more meal" in trigger.needs for trigger in found.triggers)

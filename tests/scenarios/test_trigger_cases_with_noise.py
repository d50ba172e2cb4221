"""SC9, SC11 to SC14 and SC28 with drawn noise: the planted effect is found in every drawn diary, and what it takes.

Meals and check-ins stray from their hour, ratings are whole numbers with a little noise, and where the pain falls is
drawn too. `test_trigger_cases` holds the same scenarios as one clean diary each.
"""

import json
import re
from datetime import UTC, datetime, timedelta
from functools import cache

import numpy as np
import pytest

from flarepath.diary import Diary, Entry
from flarepath.triggers import document, find

START = datetime(2026, 1, 5, tzinfo=UTC)
DRAWS = tuple(range(100, 106))
BANNED = r"culprit|allerg|\bcure|\bjust\b|your cause|diagnos"


def row(day, hour, kind, what="", **cells):
    return Entry(START + timedelta(days=int(day), hours=float(hour)), kind, what, **cells)


def meal(rng, day, name, *, hour=12.5, amount=(1, "portion"), contains=""):
    value, unit = amount
    detail = (("contains", contains),) if contains else ()
    return row(day, hour + rng.normal(0, 0.4), "food", name, value=float(value), unit=unit, detail=detail)


def felt(rng, day, points, *, hour=20.0, region="whole_body"):
    """A check-in; without points, 0 or now and then 1."""
    value = float(rng.random() < 0.15) if points is None else float(points)
    return row(day, hour + rng.normal(0, 0.12), "pain", where=region, value=value, unit="nrs")


def apart(rng, *, days, many, least):
    """So many days drawn at random, each at least `least` days from the next."""
    while True:
        drawn = np.sort(rng.choice(np.arange(3, days - 8), many, replace=False))
        if (np.diff(drawn) >= least).all():
            return [int(day) for day in drawn]


def away_from(rng, taken, *, days, many, gap=1):
    """So many other days, none within `gap` days of the taken ones."""
    free = [day for day in range(days) if all(abs(day - other) > gap for other in taken)]
    return [int(day) for day in rng.permutation(free)[:many]]


def lunches(seed, *, meals=6, aches=5):
    """SC9: butter-cooked lunches with aches two hours later, 9 with a slice of cheese without, 3 aches at 69 others."""
    rng = np.random.default_rng(seed)
    days = rng.permutation(84)
    butter, cheese, others = days[:meals], days[meals : meals + 9], days[meals + 9 :]
    hurting = {*butter[:aches], *others[:3]}
    names = dict.fromkeys(butter, "butter-cooked lunch") | dict.fromkeys(cheese, "cheese slice")
    for day in range(84):
        yield meal(rng, day, names.get(day, "rice and beans"))
        points = rng.integers(5, 7) if day in hurting else rng.integers(0, 2)
        yield felt(rng, day, points, hour=14.3)
        yield felt(rng, day, rng.integers(0, 2), hour=21)


def stressful_lunches(seed):
    """SC9 twin: stress is 8 on the days with butter and 2 or 3 on all others."""
    rng, rows = np.random.default_rng(seed), list(lunches(seed))
    for each in [each for each in rows if each.kind == "food"]:
        usual = 8.0 if each.what.startswith("butter") else 2.0
        at = each.time.replace(hour=12, minute=0)
        rows.append(Entry(at, "stress", value=usual + float(rng.integers(0, 2)), unit="nrs"))
    return rows


def dairy(seed):
    """SC11: of each thing drunk, how often it hurts three hours later; ten weeks with three check-ins a day."""
    rng = np.random.default_rng(seed)
    given = (
        ("lactose-free milk", "whey+casein", 5, 4),
        ("whey shake", "whey", 4, 3),
        ("casein shake", "casein", 4, 3),
        ("lactose drops", "lactose", 3, 0),
    )
    days, hurting = list(rng.permutation(np.arange(2, 69))), set()
    for name, contains, times, hurts in given:
        mine, days = days[:times], days[times:]
        hurting |= set(mine[:hurts])
        yield from (meal(rng, day, name, contains=contains) for day in mine)
    for day in range(70):
        for hour in (10, 15, 21):
            points = rng.integers(4, 6) if day in hurting and hour == 15 else None
            yield felt(rng, day, points, hour=hour, region="abdomen")


def bread(seed, *, loaves=3):
    """SC12: half a loaf, then stomach ache at 12 hours, a heavy head on days 1-3; slices and sandwiches do nothing."""
    rng = np.random.default_rng(seed)
    large = apart(rng, days=84, many=loaves, least=8)
    small = away_from(rng, [day + after for day in large for after in range(4)], days=84, many=17, gap=0)
    head = {day + after for day in large for after in (1, 2, 3)} | {small[16]}
    yield from (meal(rng, day, "soda bread", hour=13, amount=(8, "slice")) for day in large)
    yield from (meal(rng, day, "soda bread", hour=13, amount=(1, "slice")) for day in small[:10])
    yield from (meal(rng, day, "deli sandwich") for day in small[10:16])
    for day in range(84):
        yield felt(rng, day, rng.integers(5, 7) if day - 1 in large else None, hour=1, region="abdomen")
        yield from (felt(rng, day, None, hour=hour, region="abdomen") for hour in (9, 20))
        yield felt(rng, day, rng.integers(3, 5) if day in head else None, region="head")


def candy(seed, *, runs=5):
    """SC13: runs of two or three days, four of five with sniffles from the second day; 14 single days, one with."""
    rng = np.random.default_rng(seed)
    lengths = {start: int(rng.integers(2, 4)) for start in apart(rng, days=100, many=runs, least=9)}
    in_run = {start + place for start, length in lengths.items() for place in range(length)}
    single = []
    for day in away_from(rng, in_run, days=100, many=100):
        single += [day] * all(abs(day - other) > 1 for other in single)
    sniffling = list(lengths.items())[: round(0.8 * runs)]
    sniffles = {single[0]} | {start + place for start, length in sniffling for place in range(1, length)}
    yield from (meal(rng, day, "candy", hour=16) for day in in_run | set(single[:14]))
    for day in range(100):
        yield felt(rng, day, rng.integers(3, 5) if day in sniffles else None, hour=21, region="head")
        energy = round(rng.normal(6, 2.1 if day in in_run else 0.9))
        yield row(day, 21.2, "energy", value=float(np.clip(energy, 0, 10)), unit="nrs")


def almonds(seed, *, large=4):
    """SC14: more than a spoon, and the neck itches for seven days from that evening on; 8 single spoons do nothing."""
    rng = np.random.default_rng(seed)
    heaped = apart(rng, days=180, many=large, least=20)
    patch = {day + after for day in heaped for after in range(7)}
    yield from (meal(rng, day, "almond butter", hour=9, amount=(2, "spoon")) for day in heaped)
    flat = away_from(rng, patch, days=180, many=8)
    yield from (meal(rng, day, "almond butter", hour=9, amount=(1, "spoon")) for day in flat)
    for day in range(180):
        yield felt(rng, day, rng.integers(3, 6) if day in patch else None, region="neck_back")


@cache
def answer(build, seed, region="", *, quick=False, **how):
    """What is found for the pain of a region in a drawn diary; without a region, for the diary's only pain."""
    found = find(Diary.of_entries(list(build(seed, **how))), quick=quick).outcomes
    return next(each for each in found if each.outcome.kind == "pain" and region in ("", each.outcome.region))


def lead(found, key):
    """The set that the exposure leads, or None."""
    return next((each for each in found.triggers if each.exposures[0].key == key), None)


PLANTED = {
    "SC9 butter": (lunches, "whole_body", "food:butter-cooked lunch"),
    "SC12 half a loaf, stomach": (bread, "abdomen", "food:soda bread"),
    "SC12 half a loaf, head": (bread, "head", "food:soda bread"),
    "SC13 candy": (candy, "head", "food:candy"),
    "SC14 almonds": (almonds, "neck_back", "food:almond butter"),
}


@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])
def test_the_planted_effect_is_found_in_every_drawn_diary(name, quick):
    build, region, key = PLANTED[name]
    assert all(lead(answer(build, seed, region, quick=quick), key) for seed in DRAWS)


def crossed(seed, *, of):
    """The meals of one drawn diary with the pain of another."""
    yield from (each for each in of(seed) if each.kind == "food")
    yield from (each for each in of(seed + 50) if each.kind == "pain")


@pytest.mark.parametrize("name", PLANTED)
def test_twin_with_the_pain_of_another_diary_it_is_not(name):
    build, region, key = PLANTED[name]
    assert sum(lead(answer(crossed, seed, region, of=build), key) is not None for seed in DRAWS) <= 1


# The place in PLANTED, what stands for so many doses, how many are too few and how many do for `likely`.
NEEDED = {
    "SC9 butter": (lambda many: {"meals": many, "aches": many - 1}, 3, 5),
    "SC12 half a loaf, stomach": (lambda many: {"loaves": many}, 2, 3),
    "SC13 candy": (lambda many: {"runs": many}, 2, 7),
    "SC14 almonds": (lambda many: {"large": many}, 2, 4),
}


@pytest.mark.truth
@pytest.mark.parametrize("name", NEEDED)
def test_how_many_doses_it_takes_to_be_likely_in_most_diaries(name):
    (build, region, key), (doses, few, enough) = PLANTED[name], NEEDED[name]

    def likely(many):
        sets = [lead(answer(build, seed, region, **doses(many)), key) for seed in range(100, 112)]
        return sum(each is not None and each.ladder == "likely" for each in sets)

    by_doses = {many: likely(many) for many in range(few, enough + 1)}
    print(f"{name}: likely in so many of 12 diaries, by how often it was eaten: {by_doses}")  # noqa: T201 - the release check asks for it
    assert by_doses[few] < 6 < by_doses[enough]


@pytest.mark.parametrize("seed", DRAWS)
def test_sc9_every_ache_after_butter_is_counted_and_it_is_likely(seed):
    trigger = lead(answer(lunches, seed, "whole_body"), "food:butter-cooked lunch")
    assert (trigger.counts.exposed_with, trigger.counts.exposed_without, trigger.counts.unexposed_with) == (5, 1, 3)
    assert trigger.ladder == "likely"
    assert trigger.peak_hours <= 4


def test_sc9_a_slice_of_cheese_is_never_suspected():
    assert max(answer(lunches, seed, "whole_body").probabilities["food:cheese slice"] for seed in DRAWS) < 0.5


def test_sc9_twin_butter_that_never_aches_is_not_named():
    assert not any(answer(lunches, seed, aches=0).triggers for seed in DRAWS)


@pytest.mark.parametrize("seed", DRAWS)
def test_sc9_twin_butter_only_on_stressful_days_is_one_of_two(seed):
    """Six days have both and no day has one alone: neither can be sure by itself."""
    sure = [each for each in answer(stressful_lunches, seed).triggers if each.probability > 0.9]
    alone = {each.exposures[0].key for each in sure if len(each.exposures) == 1}
    assert not alone & {"stress", "food:butter-cooked lunch"}


def bad_days(seed):
    rng = np.random.default_rng(seed)
    for day in apart(rng, days=84, many=16, least=2):
        yield from (meal(rng, day, "butter-cooked lunch"), felt(rng, day, rng.integers(5, 8), hour=14.3))


@pytest.mark.parametrize("seed", DRAWS)
def test_sc9_twin_only_bad_days_are_refused_with_what_to_log(seed):
    found = answer(bad_days, seed)
    assert found.triggers == ()
    assert "good days and the usual meals" in found.abstains


@pytest.mark.parametrize("seed", DRAWS)
def test_sc11_whey_and_casein_come_before_lactose(seed):
    found = answer(dairy, seed).probabilities
    assert found["food:lactose drops"] < 0.5
    assert min(found["component:whey"], found["component:casein"]) >= found["food:lactose drops"]


@pytest.mark.parametrize("seed", DRAWS)
def test_sc11_whey_and_casein_are_both_named_and_lactose_is_not(seed):
    named = " ".join(each.key for trigger in answer(dairy, seed).triggers for each in trigger.exposures)
    assert "whey" in named
    assert "casein" in named
    assert "lactose drops" not in named


def test_sc12_the_stomach_aches_at_half_a_day_and_the_head_days_later():
    stomach = [lead(answer(bread, seed, "abdomen"), "food:soda bread").peak_hours for seed in DRAWS]
    head = [lead(answer(bread, seed, "head"), "food:soda bread").peak_hours for seed in DRAWS]
    assert all(8 <= hours <= 16 for hours in stomach)
    assert all(24 <= hours <= 72 for hours in head)


def test_sc12_three_loaves_leave_a_wide_interval_and_five_a_narrower_one():
    def width(**how):
        effects = [lead(answer(bread, seed, "abdomen", **how), "food:soda bread").effect for seed in DRAWS]
        return np.mean([(each.high - each.low) / each.mean for each in effects])

    assert width() > 0.2
    assert width() > 1.1 * width(loaves=5)


def test_sc12_a_deli_sandwich_is_not_suspected():
    found = [answer(bread, seed, region) for seed in DRAWS for region in ("abdomen", "head")]
    assert max(each.probabilities["food:deli sandwich"] for each in found) < 0.5


def test_sc14_the_dose_is_more_than_a_spoon_in_most_diaries():
    said = [lead(answer(almonds, seed, "neck_back"), "food:almond butter").dose for seed in DRAWS]
    assert sum("amounts above" in each for each in said) > len(DRAWS) / 2


@pytest.mark.parametrize(("build", "region", "how"), [(almonds, "neck_back", "large"), (bread, "abdomen", "loaves")])
def test_one_time_is_possible_at_most_and_says_how_many_more(build, region, how):
    """SC14 twin, and the same for bread."""
    shown = [each for seed in DRAWS for each in answer(build, seed, region, **{how: 1}).triggers]
    assert {each.ladder for each in shown} <= {"possible"}
    assert all(re.search(r"\d+ more|planned test", each.needs) for each in shown)


def with_painkiller(seed, *, first=28):
    yield from lunches(seed)
    yield from (row(day, 8, "medicine", "ibuprofen", value=1.0, unit="tablet") for day in range(first, 84))


@pytest.mark.parametrize("seed", DRAWS)
def test_sc28_a_painkiller_from_week_four_leaves_no_claim(seed):
    found = answer(with_painkiller, seed)
    assert found.abstains.startswith("Medicine changed")
    assert "ibuprofen" in found.abstains
    assert found.triggers == ()
    assert max(found.probabilities.values()) <= 0.5


def test_sc28_twin_a_painkiller_all_along_hides_nothing():
    assert all(lead(answer(with_painkiller, seed, first=0), "food:butter-cooked lunch") for seed in DRAWS)


@pytest.mark.parametrize("build", [lunches, dairy, bread, candy, almonds])
def test_the_document_says_nothing_that_a_diary_cannot_know(build):
    said = json.dumps(document(find(Diary.of_entries(list(build(DRAWS[0])))), diary="lunches"), allow_nan=False)
    assert not re.search(BANNED, said, re.IGNORECASE)
    assert '"supported"' not in said

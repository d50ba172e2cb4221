"""The whole answer: determinism, invariances, sums and what stands in a trigger."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from flarepath.course import Outcome
from flarepath.diary import Diary
from flarepath.triggers import find, shipped

QUICK = pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])


def answer(rows, **how):
    """The answer about the first outcome."""
    return find(Diary.of_entries(rows), **how).outcomes[0]


def near(found, expected, *, within=0.02):
    """Whether two answers hold about the same probabilities."""
    return dict(found.probabilities) == pytest.approx(dict(expected.probabilities), abs=within)


@QUICK
def test_the_same_rows_give_the_same_answer_to_the_last_digit(planted, quick):
    assert find(Diary.of_entries(planted()), quick=quick) == find(Diary.of_entries(planted()), quick=quick)


@QUICK
def test_rows_in_another_order_give_the_same_answer(planted, quick):
    rows = planted(1.2)
    assert near(answer(rows[::-1], quick=quick), answer(rows, quick=quick))


@QUICK
def test_exposures_by_another_name_have_the_same_probabilities(planted, quick):
    names = {"butter": "zucchini", "rice": "apple"}
    rows = planted(1.2)
    renamed = [replace(each, what=names.get(each.what, each.what)) for each in rows]
    found, same = answer(rows, quick=quick).probabilities, answer(renamed, quick=quick).probabilities
    assert {f"food:{new}": found[f"food:{old}"] for old, new in names.items()} == pytest.approx(dict(same), abs=0.05)


@QUICK
def test_whole_weeks_later_the_diary_says_the_same(planted, quick):
    rows = planted(1.2)
    later = [replace(each, time=each.time + timedelta(weeks=53)) for each in rows]
    assert near(answer(later, quick=quick), answer(rows, quick=quick), within=0.05)


def test_the_same_instants_written_by_another_clock_say_nearly_the_same(planted):
    rows = planted()
    tokyo = [replace(each, time=each.time.astimezone(timezone(timedelta(hours=9)))) for each in rows]
    assert near(answer(tokyo), answer(rows), within=0.1)


def test_an_outcome_asked_for_alone_has_the_answer_it_has_among_others(planted, pain):
    rows = planted() + [pain(day, day % 4, where="knee_front") for day in range(0, 100, 2)]
    diary, wrist = Diary.of_entries(rows), Outcome("pain", "wrist", "left")
    alone = find(diary, only=wrist).outcomes
    assert [each.outcome for each in alone] == [wrist]
    assert near(alone[0], find(diary).outcomes[0], within=1e-9)


def test_probabilities_hold_every_exposure_also_those_done_once(planted, meal):
    found = answer([*planted(), meal(3, "cake")])
    assert set(found.probabilities) == {"food:butter", "food:rice", "food:cake"}
    odds = shipped().kinds["food"].odds
    assert found.probabilities["food:cake"] == pytest.approx(odds / (1 + odds))


@QUICK
def test_the_parts_of_a_check_in_sum_to_what_was_said(planted, quick):
    rows = planted()
    found = answer(rows, quick=quick)
    said = {each.time: each.value for each in rows if each.kind == "pain"}
    assert len(found.moments) == (1 if quick else 60)
    for moment, parts in zip(found.moments, found.shares, strict=True):
        assert sum(part.value for part in parts) == pytest.approx(said[moment], abs=1e-9)
        assert [part.source for part in parts] == ["baseline", "trigger", "unexplained"]
        assert all(part.low - 0.005 <= part.value <= part.high + 0.005 for part in parts)


def test_a_check_in_after_butter_has_a_share_of_butter_and_others_have_less(planted):
    rows, shares = planted(), {True: [], False: []}
    eaten = {each.time.date() for each in rows if each.what == "butter"}
    found = answer(rows)
    for moment, (_, butter, _) in zip(found.moments, found.shares, strict=True):
        shares[moment.date() in eaten].append(butter.value)
    assert min(shares[True]) > 1.5
    assert max(shares[False]) < 1.0


def test_moments_are_on_the_persons_clock(planted):
    rows = [replace(each, time=each.time.replace(tzinfo=timezone(timedelta(hours=-8)))) for each in planted()]
    assert {moment.hour for moment in answer(rows).moments} == {20}


@QUICK
def test_a_trigger_says_what_how_much_when_and_how_far_it_goes(planted, quick):
    trigger = answer(planted(), quick=quick).triggers[0]
    assert [each.key for each in trigger.exposures] == ["food:butter"]
    assert trigger.probability > 0.9
    assert trigger.effect.low <= 2.5 <= trigger.effect.high
    assert trigger.peak_hours <= 12
    assert (trigger.per, trigger.ladder, trigger.dose) == ("typical dose", "likely", "")


@QUICK
@pytest.mark.parametrize("seed", range(3))
def test_its_twin_without_an_effect_abstains(planted, quick, seed):
    found = answer(planted(0.0, seed=seed), quick=quick)
    assert found.triggers == ()
    assert found.abstains.startswith("Nothing stands out in 100 check-ins and 100 days")
    assert {part.source for part in found.shares[-1]} == {"baseline", "unexplained"}


def test_the_ladder_never_says_supported(planted):
    rungs = Counter(
        trigger.ladder for seed in range(3) for trigger in answer(planted(4.0, seed=seed, days=200)).triggers
    )
    assert set(rungs) == {"likely"}


def test_what_a_cohort_taught_moves_the_answer(planted):
    rows, base = planted(0.6, seed=4), shipped()
    taught = replace(base, exposure_odds={"food:butter": 0.9})
    keen = answer(rows, priors=taught).probabilities
    plain = answer(rows).probabilities
    assert keen["food:butter"] > plain["food:butter"] + 0.05


def test_an_outcome_that_cannot_be_judged_stops_no_other(planted, pain):
    rows = planted() + [pain(day, 2, where="knee_front") for day in range(20)]
    found = find(Diary.of_entries(rows)).outcomes
    assert found[0].triggers
    assert found[1].abstains.startswith("Every check-in says 2")


def test_direction_that_cannot_be_told_is_said(planted, pain, row):
    level = {each.time.date(): each.value for each in planted(0.0) if each.kind == "pain"}
    days = list(level.values())
    rows = [pain(day, value) for day, value in enumerate(days)]
    rows += [row(day + 1, "exercise", "walking tour", hour=9) for day, value in enumerate(days) if value <= 2]
    found = answer(rows)
    assert found.triggers == ()
    assert found.abstains

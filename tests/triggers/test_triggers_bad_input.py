"""Diaries nobody would wish for: an answer or an abstention in plain, finite numbers, and never an exception."""

import json
from dataclasses import replace
from datetime import timedelta, timezone

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flarepath.diary import Diary, Entry
from flarepath.triggers import document, find, shipped

KINDS = sorted(set(shipped().kinds) - {"component", "mechanism"})


def proven(rows, *, quick):
    """The document, after a look at every number in it."""
    made = document(find(Diary.of_entries(rows), quick=quick), diary="x")
    assert json.loads(json.dumps(made, allow_nan=False)) == made
    for outcome in made["outcomes"]:
        assert bool(outcome["triggers"]) != bool(outcome["abstains"])
        assert all(0 <= value <= 1 for value in outcome["probabilities"].values())
        for trigger in outcome["triggers"]:
            assert min(trigger[cell] for cell in trigger if cell.startswith(("exposed", "unexposed"))) >= 0
            assert trigger["effect_points"]["low"] <= trigger["effect_points"]["high"]
    return made


def several(row, kinds, *, days=40, value=lambda day: 1.0 + day % 4, what="thing", **more):
    """Every one of these kinds each other day."""
    return [row(day, kind, what, value(day), **more) for day in range(0, days, 2) for kind in kinds]


@pytest.fixture
def month(pain):
    """Forty evenings that vary."""
    return [pain(day, day * 7 % 5) for day in range(40)]


@pytest.fixture
def bad(row, pain, meal, month):
    """The rows of one bad diary, by its name."""
    meals = [meal(day) for day in range(0, 40, 3)]
    jumps = [meal(-18_600 + shift) for shift in (0, 1)] + [pain(23_400, 4), pain(-18_599, 2)]
    people = [pain(day, 9 - day % 3) for day in range(40)] + [meal(day, hour=12.6) for day in range(0, 40, 2)]
    at_once = [pain(0, points, hour=8) for points in range(11)] + [meal(0, hour=8)] * 20
    limits = [pain(day, 10.0 * (day % 2)) for day in range(40)]
    extremes = [value for value in (0.0, 1e-9, 1e9, 1e15) for _ in range(8)]
    return {
        "empty": [],
        "one check-in": [pain(0, 3)],
        "one meal": [meal(0)],
        "nothing done": month,
        "nothing felt": meals,
        "clock jumps": month + meals + jumps,
        "two people": month + meals + people,
        "no dose at all": month + several(row, KINDS, value=lambda _: 0.0),
        "limits of the scale": limits + meals,
        "extreme amounts": month + [meal(day, amount=value) for day, value in enumerate(extremes)],
        "extreme days": month + [row(day, "steps", value=value) for day, value in enumerate(extremes)],
        "once a month": [pain(31 * each, each % 4) for each in range(20)] + [meal(31 * each) for each in range(20)],
        "a long name": month + [meal(day, "b" * 300) for day in range(0, 40, 3)],
        "odd names": month + [meal(day, name) for day in range(0, 40, 3) for name in (":", "a:b", "  ", "é\u202e", "")],
        "one instant": at_once,
        "one instant and one more": [*at_once, pain(30, 2), meal(30)],
        "every kind at once": month + several(row, KINDS),
        "minutes and hours": month
        + [row(d, "sleep", value=8.0 * 60 ** (d % 2), unit=["h", "min"][d % 2]) for d in range(40)],
        "always the same": month + several(row, KINDS, value=lambda _: 7.0, days=80),
        "thousand meals a day": month + [meal(day, hour=minute / 60) for day in (3, 9) for minute in range(0, 1000, 2)],
        "a few check-ins an hour": [pain(0, n % 4, hour=n * 1.01) for n in range(400)] + [meal(d) for d in range(16)],
        "energy alone": [row(day, "energy", value=float(day % 7)) for day in range(40)] + meals,
        "huge tests": [row(d, "test", "morning_stiffness", 1e12 * (d % 3)) for d in range(40)] + meals,
    }


NAMES = [
    "empty",
    "one check-in",
    "one meal",
    "nothing done",
    "nothing felt",
    "clock jumps",
    "two people",
    "no dose at all",
    "limits of the scale",
    "extreme amounts",
    "extreme days",
    "once a month",
    "a long name",
    "odd names",
    "one instant",
    "one instant and one more",
    "every kind at once",
    "minutes and hours",
    "always the same",
    "thousand meals a day",
    "a few check-ins an hour",
    "energy alone",
    "huge tests",
]


@pytest.mark.parametrize("quick", [True, False], ids=["instant", "full"])
@pytest.mark.parametrize("name", NAMES)
def test_a_bad_diary_gets_an_answer_in_finite_numbers(bad, name, quick):
    proven(bad[name], quick=quick)


def test_every_bad_diary_is_tried(bad):
    assert list(bad) == NAMES


@pytest.mark.parametrize("name", ["no dose at all", "nothing done"])
def test_without_a_dose_there_is_nothing_to_compare(bad, name):
    found = proven(bad[name], quick=False)["outcomes"][0]
    assert found["abstains"].startswith("Nothing was logged often enough")


@pytest.mark.parametrize("name", ["nothing felt", "one meal", "empty"])
def test_without_a_check_in_there_is_no_outcome(bad, name):
    assert proven(bad[name], quick=False)["outcomes"] == []


def test_a_jump_of_the_clock_does_not_hide_a_clear_trigger(planted, pain, meal):
    rows = [replace(each, value=max(0.0, each.value - 1)) if each.kind == "pain" else each for each in planted(3.0)]
    rows += [pain(-18_600, 3), meal(-18_600), pain(23_400, 2), meal(23_400)]
    assert proven(rows, quick=False)["outcomes"][0]["probabilities"]["food:butter"] > 0.9


def test_a_long_name_is_kept_whole(bad):
    assert list(proven(bad["a long name"], quick=True)["outcomes"][0]["probabilities"]) == ["food:" + "b" * 300]


def test_a_journey_around_the_world_is_no_trouble(planted):
    zones = [timezone(timedelta(hours=hours)) for hours in (-11, 0, 5.5, 14)]
    rows = [
        Entry(each.time.astimezone(zones[each.time.day % 4]), each.kind, each.what, each.where, each.side, each.value)
        for each in planted(3.0)
    ]
    assert proven(rows, quick=False)["outcomes"][0]["probabilities"]["food:butter"] > 0.9


def test_a_medicine_of_the_worst_days_is_no_crash(month, row):
    rows = month + [row(day, "medicine", "ibuprofen", 400.0, unit="mg") for day in range(40) if day * 7 % 5 == 4]
    assert "medicine:ibuprofen" in proven(rows, quick=False)["outcomes"][0]["probabilities"]


def test_two_hundred_exposures_in_a_short_diary_are_no_crash(month, meal):
    rng = np.random.default_rng(0)
    rows = month + [meal(day, f"food {each}") for each in range(200) for day in rng.choice(40, 3, replace=False)]
    assert len(proven(rows, quick=True)["outcomes"][0]["probabilities"]) == 200


ENTRY = st.builds(
    dict,
    day=st.one_of(st.integers(0, 40), st.floats(0, 40, width=16), st.sampled_from([-18_000, 23_000])),
    kind=st.sampled_from(["pain", "pain", "pain", "energy", *KINDS]),
    what=st.sampled_from(["", "a", "lunge", "b c"]),
    side=st.sampled_from(["", "left", "right", "both"]),
    value=st.one_of(st.none(), st.integers(0, 10).map(float)),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ENTRY, max_size=100), st.booleans())
def test_any_small_diary_gets_an_answer_in_finite_numbers(row, cells, quick):
    proven([row(where="wrist" if each["kind"] == "pain" else "", **each) for each in cells], quick=quick)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ENTRY, max_size=60), st.lists(st.integers(0, 10), min_size=20, max_size=20))
def test_any_rows_beside_enough_check_ins_get_an_answer(row, pain, cells, points):
    felt = [pain(2 * day, value) for day, value in enumerate(points)]
    done = [row(hour=9.0, **each) for each in cells if each["kind"] not in ("pain", "energy")]
    proven(felt + done, quick=False)

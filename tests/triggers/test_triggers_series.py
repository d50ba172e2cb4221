"""How check-ins become outcomes: moments, sides, energy, tests, days."""

import numpy as np
import pytest


@pytest.fixture
def outcomes(recorded):
    """The outcomes of these rows, by kind, region and side."""

    def of(rows):
        return {(each.outcome.kind, each.outcome.region, each.outcome.side): each for each in recorded(rows).series}

    return of


def test_every_place_and_side_is_an_outcome_in_order_of_first_mention(outcomes, pain):
    rows = [pain(0, 3), pain(1, 4, where="knee_front", side="right"), pain(2, 2), pain(3, 1, side="right")]
    assert list(outcomes(rows)) == [
        ("pain", "wrist", "left"),
        ("pain", "wrist", "right"),
        ("pain", "knee_front", "right"),
    ]


def test_soreness_and_tightness_are_outcomes_of_their_own(outcomes, row):
    rows = [row(day, kind, where="calf", value=2.0) for day in range(2) for kind in ("soreness", "tightness")]
    assert {kind for kind, *_ in outcomes(rows)} == {"soreness", "tightness"}


def test_a_check_in_without_a_number_or_a_place_is_none(outcomes, row):
    assert outcomes([row(0, "pain", where="wrist"), row(1, "pain", value=3.0)]) == {}


@pytest.mark.parametrize(
    ("hours", "points"),
    [((8, 8.5, 9), [5]), ((8, 9, 10), [4, 5]), ((8, 9.1, 10.1), [1, 5]), ((8, 8, 8), [5])],
)
def test_entries_up_to_an_hour_after_a_moments_first_are_one_moment(outcomes, pain, hours, points):
    rows = [pain(0, value, hour=hour) for hour, value in zip(hours, (1, 4, 5), strict=True)]
    found = outcomes(rows)["pain", "wrist", "left"]
    assert list(found.points) == points
    assert found.hours[0] % 24 == 8


def test_what_is_said_without_a_side_counts_for_each_side(outcomes, pain):
    found = outcomes([pain(0, 1, side="left"), pain(1, 2, side="right"), pain(2, 7, side="")])
    assert list(found["pain", "wrist", "left"].points) == [1, 7]
    assert list(found["pain", "wrist", "right"].points) == [2, 7]


def test_energy_and_how_far_it_swings_are_two_outcomes(outcomes, row):
    said = [5.0, 5, 8, 5, 5, 1, 5]
    found = outcomes([row(day, "energy", value=value) for day, value in enumerate(said)])
    assert list(found["energy", "", ""].points) == said
    assert list(found["energy_swings", "", ""].points) == [0, 0, 3, 0, 0, 4, 0]


def test_a_test_taken_often_has_the_spread_of_a_usual_pain(outcomes, row):
    minutes = 20.0 + 15 * (np.arange(12) % 3)
    found = outcomes([row(day, "test", "morning_stiffness", value) for day, value in enumerate(minutes)])
    stiff = found["morning_stiffness", "", ""]
    assert stiff.points.std() == pytest.approx(1.3)
    assert stiff.unit * stiff.points == pytest.approx(minutes)


def test_a_test_that_never_changes_keeps_its_numbers(outcomes, row):
    stiff = outcomes([row(day, "test", "morning_stiffness", 30.0) for day in range(12)])["morning_stiffness", "", ""]
    assert list(stiff.points) == [30.0] * 12


@pytest.mark.parametrize(("first", "last", "days"), [(0, 0, 1), (0, 1, 2), (3, 30, 28)])
def test_days_are_counted_with_the_first_and_the_last(recorded, pain, meal, first, last, days):
    assert recorded([meal(first), pain(last, 3, hour=23)]).days == days


def test_an_empty_diary_spans_no_day(recorded):
    found = recorded([])
    assert (found.days, found.exposures, found.series, found.offset_hours) == (0, (), (), 0.0)

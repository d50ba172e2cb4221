"""Two exercises that are always done together: the next test tells them apart."""

from dataclasses import replace

import pytest

from flarepath.plan.next_question import next_test
from flarepath.triggers import Counts, Estimate, Exposure, Trigger

ROWS = "".join(f"2026-01-{day:02}T20:00,pain,,knee_front,left,{1 + 3 * (day > 28)},nrs,\n" for day in range(1, 31))


def trigger(*keys, probability=0.95, points=1.5):
    members = tuple(Exposure(key, probability / len(keys), Counts(4, 1, 1, 9)) for key in keys)
    return Trigger(members, probability, Estimate(points, 0.5, 2.5), "typical dose", 36.0, (), "suspected", "")


@pytest.fixture
def asked(setting):
    def of(*triggers):
        now = setting(ROWS)
        return next_test(replace(now, explanation=replace(now.explanation, triggers=triggers)))

    return of


def test_two_exercises_done_together_are_taken_apart(asked):
    found = asked(trigger("exercise:lunge", "exercise:step_up"))
    assert (found.kind, found.separates) == ("alternate", ("exercise:lunge", "exercise:step_up"))
    assert "unge" in found.question


@pytest.mark.parametrize(
    "other",
    [
        trigger("exercise:lunge"),
        trigger("food:bread", "food:butter"),
        trigger("exercise:lunge", "exercise:step_up", probability=0.6),
        trigger("exercise:lunge", "exercise:step_up", points=-1.0),
    ],
    ids=["alone", "foods", "unsure", "eases"],
)
def test_nothing_else_asks_for_that_test(asked, other):
    found = asked(other)
    assert found is None or found.kind != "alternate"

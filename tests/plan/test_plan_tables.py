"""The plan's tables are whole: sources, placeholders, steps, adjustments."""

from string import Formatter
from typing import get_args

import pytest

from flarepath.plan.advise import BESIDE, CLOCKS, PATHS, STEPS
from flarepath.plan.model import Adjustment, When
from flarepath.plan.prescribe import PRESCRIPTIONS
from flarepath.plan.words import COPY
from flarepath.sources import all_sources, load_table

TABLES = ("copy.toml", "numbers.toml", "paths.toml", "prescriptions.toml", "tests.toml")
ACTIONS = COPY["action"]


def sources(value):
    if isinstance(value, dict):
        yield from [value["source"]] if isinstance(value.get("source"), str) else []
        for inner in value.values():
            yield from sources(inner)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_a_source_that_exists(name):
    found = set(sources(load_table("flarepath.plan", name)))
    assert found
    assert found <= all_sources().keys()


@pytest.mark.parametrize("row", ACTIONS.values(), ids=ACTIONS)
def test_an_action_has_an_adjustment_a_time_and_a_reason(row):
    assert row["adjustment"] in get_args(Adjustment)
    assert row["when"] in get_args(When)
    assert row["because"]
    assert row["review_hours"] > 0


@pytest.mark.parametrize("row", ACTIONS.values(), ids=ACTIONS)
def test_do_and_expect_are_sentences_and_until_ends_one(row):
    assert all(row[key][-1] in ".!?}" for key in ("do", "expect"))
    assert row["until"][-1] != "."
    assert row["until"][0].islower() or row["until"][0] in "0123456789{"


def test_the_prescriptions_name_actions_and_sentences_that_exist():
    assert {row.action for row in PRESCRIPTIONS.values()} - {""} <= ACTIONS.keys()
    assert {name for row in PRESCRIPTIONS.values() for name in row.avoid} <= COPY["sentence"].keys()


def test_every_path_names_steps_that_exist():
    named = {name for rows in PATHS.values() for row in rows.values() for name in row["steps"]}
    ruled_out = {name for row in PATHS["cause"].values() for name in row["rules_out"]}
    assert named | ruled_out | {*BESIDE, *CLOCKS} <= STEPS.keys()


def test_no_placeholder_is_left_without_a_name():
    texts = [row[key] for row in ACTIONS.values() for key in ("do", "until", "expect")]
    assert all(name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None)

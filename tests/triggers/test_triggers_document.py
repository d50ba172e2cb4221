"""The document of `triggers --json`."""

import json
import math

import pytest

from flarepath.diary import Diary
from flarepath.triggers import document, find

TRIGGER_KEYS = [
    "exposures",
    "set_probability",
    "effect_points",
    "per",
    "dose",
    "peak_hours",
    "lag_curve",
    "lag_band",
    "exposed_with",
    "exposed_without",
    "unexposed_with",
    "unexposed_without",
    "ladder",
    "needs",
    "level",
]


@pytest.fixture
def found(planted, pain):
    rows = planted() + [pain(day, 2, where="knee_front", side="") for day in range(20)]
    return find(Diary.of_entries(rows), quick=True)


@pytest.fixture
def made(found):
    """The document, written and read again."""
    return json.loads(json.dumps(document(found, diary="ada.csv"), allow_nan=False))


def test_the_keys_are_those_that_were_promised(made):
    assert list(made) == ["diary", "days", "outcomes"]
    for outcome in made["outcomes"]:
        assert list(outcome) == ["outcome", "region", "side", "checkins", "triggers", "probabilities", "abstains"]
    trigger = made["outcomes"][0]["triggers"][0]
    assert list(trigger) == TRIGGER_KEYS
    assert list(trigger["exposures"][0]) == ["kind", "what", "probability"]
    assert list(trigger["effect_points"]) == ["mean", "low", "high"]


def test_outcomes_are_named_by_kind_region_and_side(made):
    names = [(each["outcome"], each["region"], each["side"], each["checkins"]) for each in made["outcomes"]]
    assert names == [("pain", "wrist", "left", 100), ("pain", "knee_front", "", 20)]


def test_a_trigger_is_what_was_found_rounded(found, made):
    trigger, said = found.outcomes[0].triggers[0], made["outcomes"][0]["triggers"][0]
    assert said["exposures"] == [{"kind": "food", "what": "butter", "probability": said["exposures"][0]["probability"]}]
    assert said["exposures"][0]["probability"] == pytest.approx(trigger.exposures[0].probability, abs=1e-4)
    assert said["effect_points"]["mean"] == pytest.approx(trigger.effect.mean, abs=0.005)
    assert said["exposed_with"] == trigger.counts.exposed_with
    assert said["level"] == 0.9


def test_the_curve_and_its_band_belong_together(made):
    trigger = made["outcomes"][0]["triggers"][0]
    assert len(trigger["lag_curve"]) == len(trigger["lag_band"])
    for (_, points), (low, high) in zip(trigger["lag_curve"], trigger["lag_band"], strict=True):
        assert low <= points <= high


def test_who_abstains_says_why_and_who_names_does_not(made):
    first, second = made["outcomes"]
    assert first["abstains"] is None
    assert first["triggers"]
    assert "without a change" in second["abstains"]
    assert second["triggers"] == []


def test_probabilities_are_there_for_every_candidate_also_when_abstaining(made):
    for outcome in made["outcomes"]:
        assert set(outcome["probabilities"]) == {"food:butter", "food:rice"}
        assert all(0 <= value <= 1 and math.isfinite(value) for value in outcome["probabilities"].values())


def test_an_empty_diary_has_a_document():
    assert document(find(Diary.of_entries([])), diary="x") == {"diary": "x", "days": 0, "outcomes": []}

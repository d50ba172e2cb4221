"""The tables of what is believed beforehand."""

import pytest

from flarepath.diary import FELT
from flarepath.triggers.curves import DOSE_FORMS
from flarepath.triggers.priors import shipped

KINDS, SHAPES = shipped().kinds.values(), shipped().shapes
GROUPS = {"training", "eased", "food", "daily", "mechanism"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_unlikely_beforehand_and_its_direction_is_never_certain(kind):
    assert 0 < kind.odds < 0.2
    assert 0 < kind.harm_share < 1
    assert kind.group in GROUPS


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shape_is_one_that_can_be_drawn(shape):
    assert shape.form in ("decay", "bump")
    assert shape.dose in DOSE_FORMS
    assert shape.hours > 0
    assert shape.sharpness > 1 or shape.form == "decay"
    assert set(shape.weights) <= GROUPS
    assert min(shape.weights.values()) > 0


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_every_group_has_quick_and_late_shapes(group):
    hours = [shape.hours for shape in SHAPES if group in shape.weights]
    assert min(hours) <= 5
    assert max(hours) >= 48


def test_only_training_tires_out():
    assert all(set(shape.weights) <= {"training", "mechanism"} for shape in SHAPES if shape.dose == "fresh")


def test_what_is_felt_is_never_an_exposure():
    assert not set(FELT) & set(shipped().kinds)
    assert not {"energy", "fear", "test", "event", "answer", "fact", "note"} & set(shipped().kinds)


def test_names_are_told_apart():
    assert len({shape.name for shape in SHAPES}) == len(SHAPES)


def test_what_a_cohort_taught_cannot_be_written_into_the_shipped_tables():
    with pytest.raises(TypeError):
        shipped().exposure_odds["food:butter"] = 1.0

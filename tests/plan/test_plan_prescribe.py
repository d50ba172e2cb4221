"""Table D2: each row with its twin."""

import pytest

from flarepath.exercises import MuscleState
from flarepath.plan import PRESCRIPTIONS, prescribe


def row(clearance, length, strength, **also):
    return prescribe(clearance, MuscleState("hamstrings", "left", length, strength), **also)


@pytest.mark.parametrize(
    ("length", "strength", "name"),
    [
        ("short", "strong", "short_strong"),
        ("short", "normal", "short_strong"),
        ("short", "weak", "short_weak"),
        ("normal", "weak", "normal_weak"),
        ("long", "weak", "long_weak"),
        ("short", "unknown", "short_untested"),
        ("long", "unknown", "long_untested"),
        ("normal", "unknown", "length_known"),
        ("unknown", "weak", "strength_known"),
        ("unknown", "unknown", "untested"),
        ("normal", "strong", "even"),
        ("long", "normal", "even"),
    ],
)
def test_the_tests_choose_the_row(cleared, length, strength, name):
    assert row(cleared(), length, strength).id == name


def test_a_strong_muscle_of_good_length_that_feels_tight_sends_us_elsewhere(cleared):
    assert row(cleared(), "normal", "strong", tight=True).id == "tight_only"
    assert row(cleared(), "long", "strong", tight=True).id == "tight_only"


def test_a_muscle_shorter_after_a_dose_gets_comfort_whatever_its_strength(cleared):
    assert row(cleared(), "unknown", "unknown", shorter_after_dose=True).id == "shorter_after_dose"
    assert row(cleared(), "short", "strong", shorter_after_dose=True).id == "shorter_after_dose"


def test_a_long_weak_muscle_is_not_stretched_even_when_sore(cleared):
    found = row(cleared(), "long", "weak", shorter_after_dose=True)
    assert (found.id, found.stretch) == ("long_weak", False)


@pytest.mark.parametrize("length", ["normal", "long", "unknown"])
@pytest.mark.parametrize("strength", ["weak", "normal", "strong", "unknown"])
@pytest.mark.parametrize("tight", [True, False])
def test_nothing_is_stretched_without_a_short_length(cleared, length, strength, tight):
    assert not row(cleared(), length, strength, tight=tight).stretch


def test_a_short_length_is_stretched(cleared):
    assert row(cleared(), "short", "strong").stretch


def test_no_stretch_stands_while_a_professional_is_awaited(cleared):
    assert not row(cleared("days"), "short", "strong").stretch


def test_the_last_row_takes_everything():
    last = list(PRESCRIPTIONS.values())[-1]
    assert (last.length, last.strength, last.after_dose, last.tight) == (frozenset(), frozenset(), None, None)


STIFF = """
2026-02-01T10:00,pain,,lower_back,middle,0,nrs,
2026-02-08T10:00,test,length,hamstrings,both,{length},,
2026-02-22T10:00,test,length,hamstrings,both,{length},,
2026-02-22T10:01,test,strength,hamstrings,both,{strength},,
2026-02-16T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-02-23T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-02-26T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-03-02T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=8; effort=6; form=5; felt=fine
2026-03-03T06:00,pain,,lower_back,middle,5,nrs,quality=ache; when=motion
"""


def test_short_and_strong_gets_stretch_and_long_loading_together(planned):
    found = planned(STIFF.format(length="short", strength="strong"))
    assert {"hamstring_stretch_supine", "hip_hinge"} <= found.exercises
    assert "prone leg curl" in found.avoid


def test_good_form_does_not_clear_short_work_of_a_short_muscle(planned):
    assert planned(STIFF.format(length="short", strength="strong")).adjustments[0] == "other_muscle"
    assert "other_muscle" not in planned(STIFF.format(length="normal", strength="strong")).adjustments


@pytest.mark.parametrize("length", ["normal", "long"])
def test_what_tests_normal_or_long_is_not_stretched(planned, length):
    found = planned(STIFF.format(length=length, strength="weak"))
    assert not {each for each in found.exercises if "stretch" in each}


def test_an_untested_muscle_is_not_stretched(planned):
    untested = "\n".join(line for line in STIFF.splitlines() if ",test," not in line)
    assert not {each for each in planned(untested).exercises if "stretch" in each}


def test_one_test_is_called_a_hint(planned):
    assert "One test alone is a hint" in planned(STIFF.format(length="short", strength="strong")).text

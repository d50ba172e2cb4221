"""SC29: the person guesses the cause before the answer in ten flare-ups; calibration is shown and hints fade."""

from datetime import date, timedelta

import pytest

from flarepath.diary import read
from flarepath.lessons import calibration
from flarepath.why import explain, learn, learning_document

HEADER = "time,kind,what,where,side,value,unit,detail"
SHORT = ("e1", "e2", "e3", "e4", "e7", "e8", "e14", "s1", "s4", "s5")
FULL = tuple(f"{tier}{number}" for tier, last in (("e", 18), ("s", 17), ("d", 17)) for number in range(1, last + 1))
FIRST = date(2026, 1, 5)


def diary_of(*, guess, sure):
    """Ten weeks: a new exercise each Monday, the muscle sore for two days after it, and a guess each Tuesday."""
    new = [
        "glute_bridge",
        "squat",
        "row",
        "push_up",
        "calf_raise",
        "clamshell",
        "lunge",
        "plank",
        "face_pull",
        "step_up",
    ]
    where = [
        "buttock",
        "thigh_front",
        "upper_back",
        "chest",
        "calf",
        "hip_side",
        "thigh_front",
        "abdomen",
        "upper_back",
        "buttock",
    ]
    rows = [HEADER, f"{FIRST}T00:00,fact,timezone,,,Europe/London,,", f"{FIRST}T07:00,fact,birth_year,,,1988,,"]
    for week, (name, place) in enumerate(zip(new, where, strict=True)):
        monday = FIRST + timedelta(days=7 * week)
        if week % 3 == 0:
            rows += [f"{monday}T07:10,answer,{question},,,no,," for question in FULL]
        for day in range(7):
            at = monday + timedelta(days=day)
            rows += [
                f"{at}T08:00,soreness,,{region},both,{4 if region == place and day in (1, 2) else 0},nrs,"
                for region in dict.fromkeys(where)
            ]
            rows.append(f"{at}T07:30,sleep,,,,7.5,h,")
        tuesday = monday + timedelta(days=1)
        rows.append(f"{monday}T18:00,exercise,{name},,both,,,sets=3; reps=12; effort=6; form=5; felt=fine")
        rows += [f"{tuesday}T08:10,answer,{question},,,no,," for question in SHORT]
        rows.append(f"{tuesday}T08:01,soreness,,{place},both,4,nrs,quality=sore+ache; when=press")
        rows.append(f"{tuesday}T08:20,note,guess,{place},both,{guess},,sure={sure}")
    return read("\n".join(rows).splitlines(keepends=True))


def test_ten_good_guesses_are_shown_and_the_hints_fade():
    found = learn(diary_of(guess="sore_muscle", sure=90))
    assert (found.calibration.guesses, found.calibration.hints) == (10, "none")
    assert found.calibration.right_share >= 0.8
    assert learning_document(found)["calibration"]["brier"] <= 0.2


def test_ten_wrong_guesses_keep_every_hint():
    found = learn(diary_of(guess="systemic", sure=90))
    assert (found.calibration.right_share, found.calibration.hints) == (0, "full")


def test_after_four_guesses_nothing_fades_yet():
    found = learn(diary_of(guess="sore_muscle", sure=90))
    assert calibration(found.scored[:4]).hints == "full"


@pytest.mark.parametrize("guess", ["sore_muscle", "systemic"])
def test_a_guess_changes_no_answer(guess):
    diary = diary_of(guess=guess, sure=90)
    assert explain(diary).explanation.causes == explain(diary_of(guess="stress", sure=10)).explanation.causes

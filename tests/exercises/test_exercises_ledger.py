"""How a muscle was loaded over time."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry
from flarepath.exercises import bouts, days_since_loaded, depth_share, short_zone_share, starved

MONDAY = datetime(2026, 3, 2, 18, tzinfo=UTC)
MONTHS_LATER = MONDAY + timedelta(days=40)


def done(what, day=0.0, kind="exercise", side="", **detail):
    texts = tuple((key, str(text)) for key, text in detail.items())
    return Entry(MONDAY + timedelta(days=day), kind, what, side=side, detail=texts)


def logged(*entries):
    return bouts(Diary.of_entries(entries))


def test_a_muscle_not_loaded_for_forty_days_is_starved():
    assert starved(logged(done("glute_bridge")), "gluteus_maximus", "left", at=MONTHS_LATER) == 40


def test_a_muscle_loaded_last_week_is_not():
    seen = logged(done("glute_bridge"), done("step_up", 35, side="left"))
    assert starved(seen, "gluteus_maximus", "left", at=MONTHS_LATER) is None
    assert days_since_loaded(seen, "gluteus_maximus", "left", at=MONTHS_LATER) == 5


def test_the_other_leg_stays_starved():
    seen = logged(done("glute_bridge"), done("step_up", 35, side="left"))
    assert starved(seen, "gluteus_maximus", "right", at=MONTHS_LATER) == 40


@pytest.mark.parametrize(("days", "expected"), [(20.9, None), (21, 21)])
def test_three_weeks_are_the_limit(days, expected):
    at = MONDAY + timedelta(days=days)
    assert starved(logged(done("glute_bridge")), "gluteus_maximus", "", at=at) == expected


def test_a_stretch_loads_nothing():
    seen = logged(done("glute_bridge"), done("pigeon_pose", 30, "stretch"), done("pigeon_pose", 31))
    assert days_since_loaded(seen, "gluteus_maximus", "", at=MONTHS_LATER) == 40


def test_a_muscle_that_was_never_logged_is_unknown():
    assert days_since_loaded(logged(done("glute_bridge")), "soleus", "", at=MONTHS_LATER) is None


def test_most_of_the_squat_sets_were_shallow():
    seen = logged(done("back_squat", 0, sets=15, depth="half"), done("back_squat", 3, sets=1, depth="full"))
    assert depth_share(seen, "vasti", since=MONDAY, at=MONTHS_LATER) == pytest.approx(15 / 16)


def test_a_level_thigh_is_not_shallow():
    assert depth_share(logged(done("back_squat", depth="parallel")), "vasti", since=MONDAY, at=MONTHS_LATER) == 0


def test_without_a_depth_nobody_knows_the_share():
    assert depth_share(logged(done("back_squat")), "vasti", since=MONDAY, at=MONTHS_LATER) is None


def test_the_share_looks_at_its_own_weeks_only():
    seen = logged(done("back_squat", 0, depth="half"), done("back_squat", 20, depth="full"))
    assert depth_share(seen, "vasti", since=MONDAY + timedelta(days=10), at=MONTHS_LATER) == 0


def test_marches_and_toes_to_bar_keep_the_hip_flexors_short():
    seen = logged(
        done("banded_march"), done("toes_to_bar", 1), done("split_stance_march", 2), done("couch_stretch", 3, "stretch")
    )
    assert short_zone_share(seen, "iliopsoas", since=MONDAY, at=MONTHS_LATER) == pytest.approx(2 / 3)


def test_without_any_work_there_is_no_share():
    assert short_zone_share((), "iliopsoas", since=MONDAY, at=MONTHS_LATER) is None
